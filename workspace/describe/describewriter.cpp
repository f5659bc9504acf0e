// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describewriter.h"

#include "kube/relations/objectrelations.h"
#include "workspace/collection/sortkey.h"
#include "workspace/errortext.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace workspace {

DescribeWriter::DescribeWriter(const QJsonObject &described, const QDateTime &now,
                               const Companions &others)
    : object(described)
    , meta(described["metadata"_L1].toObject())
    , spec(described["spec"_L1].toObject())
    , status(described["status"_L1].toObject())
    , nameSpace(described["metadata"_L1]["namespace"_L1].toString())
    , companions(others)
    , m_now(now)
{
    result.sections.emplace_back();
}

void DescribeWriter::section(const QString &heading)
{
    m_depth = 1;
    result.sections.push_back({.heading = heading});
}

void DescribeWriter::values(const QString &label, std::vector<DescribedValue> values)
{
    result.sections.back().fields.push_back({m_depth, label, std::move(values)});
}

void DescribeWriter::field(const QString &label, const QString &text, TextTone tone)
{
    if (!text.isEmpty())
        values(label, {{text, tone}});
}

ObjectId DescribeWriter::idOf(const QString &apiVersion, const QString &kind, const QString &name,
                              bool namespaced) const
{
    return {apiVersion, kind, namespaced ? nameSpace : QString(), name};
}

void DescribeWriter::link(const QString &label, const QString &apiVersion, const QString &kind,
                          const QString &name, bool namespaced)
{
    if (!name.isEmpty())
        values(label, {{name, TextTone::Link, idOf(apiVersion, kind, name, namespaced)}});
}

void DescribeWriter::texts(const QString &label, const QStringList &texts)
{
    std::vector<DescribedValue> all;
    for (const auto &text : texts)
        all.push_back({text});
    if (!all.empty())
        values(label, std::move(all));
}

void DescribeWriter::map(const QString &label, const QJsonObject &map)
{
    QStringList lines;
    for (auto entry = map.begin(); entry != map.end(); ++entry)
        lines.append(entry.key() + u'=' + inLine(*entry));
    texts(label, lines);
}

void DescribeWriter::value(const QString &label, const QJsonValue &value)
{
    field(label, inLine(value));
}

QString DescribeWriter::timeText(const QString &time) const
{
    const auto since = age(time);
    return since.isEmpty() ? time : u"%1 (%2 ago)"_s.arg(time, since);
}

void DescribeWriter::time(const QString &label, const QJsonValue &value)
{
    field(label, timeText(value.toString()));
}

void DescribeWriter::group(const QString &label)
{
    values(label, {});
    deeper();
}

void DescribeWriter::entries(const QString &label, const QJsonObject &map)
{
    if (map.isEmpty())
        return;
    group(label);
    for (auto entry = map.begin(); entry != map.end(); ++entry)
        value(entry.key(), *entry);
    higher();
}

bool DescribeWriter::sayMissing(const QString &label, const QString &kind)
{
    const auto missing = companions.missing.find(kind);
    if (missing == companions.missing.end())
        return false;
    field(label, errorText(missing->second), TextTone::Warn);
    return true;
}

void DescribeWriter::columns(const QStringList &columns)
{
    result.sections.back().columns = columns;
}

void DescribeWriter::row(std::vector<DescribedValue> cells)
{
    result.sections.back().rows.push_back(std::move(cells));
}

QString DescribeWriter::age(const QString &time) const
{
    const auto then = QDateTime::fromString(time, Qt::ISODateWithMs);
    return then.isValid() ? ageText(then.secsTo(m_now)) : QString();
}

QString DescribeWriter::age(qint64 milliseconds) const
{
    return ageText(QDateTime::fromMSecsSinceEpoch(milliseconds).secsTo(m_now));
}

/// Splits where the case changes; of a run of capitals before a small letter the last one begins
/// the next word: "podIPs" → "pod", "I", "Ps".
static QStringList wordsOf(const QString &key)
{
    QStringList runs;
    for (const QChar c : key) {
        const bool same = !runs.isEmpty() && runs.last().back().isUpper() == c.isUpper();
        if (same)
            runs.last() += c;
        else
            runs.append(QString(c));
    }
    for (qsizetype i = 0; i + 1 < runs.size(); ++i) {
        if (runs[i].back().isUpper() && !runs[i + 1].front().isUpper()) {
            runs[i + 1].prepend(runs[i].back());
            runs[i].chop(1);
        }
    }
    runs.removeAll(QString());
    return runs;
}

QString titled(const QString &key)
{
    static const QStringList acronyms{u"API"_s, u"URL"_s, u"UID"_s, u"OSB"_s, u"GUID"_s};
    const bool plain = std::ranges::all_of(key, [](QChar c) { return c.isLetter() || c == u'-'; });
    if (!plain)
        return key;
    auto words = wordsOf(key);
    for (auto &word : words) {
        if (acronyms.contains(word.toUpper()))
            word = word.toUpper();
        else
            word[0] = word[0].toUpper();
    }
    return words.join(u' ');
}

void DescribeWriter::tree(const QString &label, const QJsonValue &value)
{
    static constexpr int deepest = 24;
    if (m_depth > deepest) {
        field(label, inLine(value));
    } else if (value.isObject()) {
        values(label, {});
        deeper();
        const auto map = value.toObject();
        for (auto entry = map.begin(); entry != map.end(); ++entry)
            tree(titled(entry.key()), *entry);
        higher();
    } else if (value.isArray() && value[0].isObject()) {
        int number = 0;
        const auto list = value.toArray();
        for (const auto &one : list)
            tree(u"%1 %2"_s.arg(label).arg(++number), one);
    } else {
        field(label, inLine(value));
    }
}

QString inLine(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String: return value.toString();
    case QJsonValue::Bool: return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Array: {
        QStringList parts;
        const auto list = value.toArray();
        for (const auto &one : list)
            parts.append(inLine(one));
        return parts.join(u", "_s);
    }
    case QJsonValue::Object: {
        QStringList parts;
        const auto map = value.toObject();
        for (auto entry = map.begin(); entry != map.end(); ++entry)
            parts.append(entry.key() + u'=' + inLine(*entry));
        return parts.join(u", "_s);
    }
    case QJsonValue::Double:
        return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact))
            .mid(1)
            .chopped(1);
    case QJsonValue::Null:
    case QJsonValue::Undefined: return {};
    }
    Q_UNREACHABLE_RETURN({});
}

QString selectorText(const QJsonObject &selector)
{
    const auto parsed = kube::labelSelectorOf(selector);
    return parsed ? parsed->toString() : inLine(selector);
}

QString bracketed(const QJsonValue &list)
{
    QStringList parts;
    const auto array = list.toArray();
    for (const auto &one : array)
        parts.append(inLine(one));
    return u'[' + parts.join(u' ') + u']';
}

QString joinedMap(const QJsonObject &map)
{
    return inLine(map).replace(u", "_s, u","_s);
}

QString accessModes(const QJsonValue &modes)
{
    static const std::array<std::pair<QLatin1StringView, QLatin1StringView>, 4> known{{
        {"ReadWriteOnce"_L1, "RWO"_L1},
        {"ReadOnlyMany"_L1, "ROX"_L1},
        {"ReadWriteMany"_L1, "RWX"_L1},
        {"ReadWriteOncePod"_L1, "RWOP"_L1},
    }};
    const auto list = modes.toArray();
    QStringList parts;
    for (const auto &[mode, abbreviation] : known) {
        if (list.contains(QString(mode)))
            parts.append(abbreviation);
    }
    return parts.join(u',');
}

QString yesNo(bool value)
{
    return value ? u"True"_s : u"False"_s;
}

} // namespace workspace
