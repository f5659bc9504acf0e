// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/view/jsonline.h"

#include "kube/logstore/pattern.h"

#include <simdjson.h>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

using Element = simdjson::dom::element;

constexpr int MostDepth = 16;
constexpr size_t MostValues = 200;

/// Calls `take` with the line's object, when it is one.
template<typename Take>
void withObject(QByteArrayView line, Take take)
{
    if (!looksLikeJson(line))
        return;
    const auto plain = line.contains('\x1b') ? logstore::withoutEscapes(line) : QByteArray();
    const auto bytes = plain.isNull() ? line : QByteArrayView(plain);
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    const simdjson::padded_string padded(bytes.data(), size_t(bytes.size()));
    if (parser.allocate(padded.size() + 64, MostDepth + 1) != simdjson::SUCCESS
        || parser.parse(padded).get(object) != simdjson::SUCCESS)
        return;
    take(object);
}

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

/// Strings without quotes and on one line, all else as JSON has it.
QString valueText(const Element &value)
{
    std::string_view string;
    if (value.get(string) == simdjson::SUCCESS)
        return text(string).replace(u'\n', u"↵"_s);
    return QString::fromStdString(simdjson::minify(value));
}

void collect(const simdjson::dom::object &object, const QString &prefix, JsonFields &fields)
{
    for (const auto &member : object) {
        if (fields.size() == MostValues)
            return;
        const auto name =
            prefix.isEmpty() ? text(member.key) : QString(prefix + u'.' + text(member.key));
        simdjson::dom::object inner;
        if (member.value.get(inner) == simdjson::SUCCESS && inner.size() > 0)
            collect(inner, name, fields);
        else
            fields.emplace_back(name, valueText(member.value));
    }
}

void spread(const Element &value, const QString &label, int depth, QStringList &lines);

template<typename Many>
void spreadMany(const Many &many, QLatin1StringView ends, const QString &label, int depth,
                QStringList &lines)
{
    const QString indent(2 * depth, u' ');
    lines.append(indent + label + ends[0]);
    for (const auto &one : many) {
        if (size_t(lines.size()) >= MostValues) {
            lines.append(indent + u"  …"_s);
            break;
        }
        if constexpr (std::is_same_v<Many, simdjson::dom::object>)
            spread(one.value, u'"' + text(one.key) + u"\": "_s, depth + 1, lines);
        else
            spread(one, {}, depth + 1, lines);
    }
    lines.append(indent + ends[1]);
}

void spread(const Element &value, const QString &label, int depth, QStringList &lines)
{
    simdjson::dom::object object;
    simdjson::dom::array array;
    const QString indent(2 * depth, u' ');
    if (value.get(object) == simdjson::SUCCESS && object.size() > 0)
        return spreadMany(object, "{}"_L1, label, depth, lines);
    if (value.get(array) == simdjson::SUCCESS && array.size() > 0)
        return spreadMany(array, "[]"_L1, label, depth, lines);
    std::string_view string;
    const bool hasLines = value.get(string) == simdjson::SUCCESS && string.contains('\n');
    if (!hasLines) {
        lines.append(indent + label + QString::fromStdString(simdjson::minify(value)));
        return;
    }
    // A text of several lines, a stack trace mostly: as it was meant to be read.
    lines.append(indent + label);
    for (const auto &part : text(string).split(u'\n')) {
        if (size_t(lines.size()) >= MostValues)
            break;
        auto shown = part;
        lines.append(indent + u"  "_s + shown.replace(u'\t', u"    "_s));
    }
}

} // namespace

bool looksLikeJson(QByteArrayView line)
{
    const auto plain = line.contains('\x1b') ? logstore::withoutEscapes(line) : QByteArray();
    const auto trimmed = (plain.isNull() ? line : QByteArrayView(plain)).trimmed();
    return trimmed.size() >= 2 && trimmed.startsWith('{') && trimmed.endsWith('}');
}

JsonFields jsonFields(QByteArrayView line)
{
    JsonFields fields;
    withObject(line, [&](const simdjson::dom::object &object) { collect(object, {}, fields); });
    return fields;
}

QStringList jsonPretty(QByteArrayView line)
{
    QStringList lines;
    withObject(line, [&](const simdjson::dom::object &object) {
        spreadMany(object, "{}"_L1, {}, 0, lines);
    });
    return lines;
}

} // namespace workspace
