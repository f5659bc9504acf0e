// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yaml/yamltext.h"

#include "workspace/yaml/yamlrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static QString doubleQuoted(const QString &text)
{
    QString out = u"\""_s;
    const auto ucs4 = text.toUcs4();
    for (const char32_t c : ucs4) {
        const auto one = QStringView(QChar::fromUcs4(c)).toString(); // fromUcs4() drops U+FEFF
        if (c == U'"' || c == U'\\')
            out += u'\\' + one;
        else if (c == U'\n')
            out += "\\n"_L1;
        else if (c == U'\t')
            out += "\\t"_L1;
        else if (c == U'\r')
            out += "\\r"_L1;
        else if (isPrintable(one))
            out += one;
        else if (c <= 0xff)
            out += u"\\x%1"_s.arg(uint(c), 2, 16, QLatin1Char('0'));
        else if (c <= 0xffff)
            out += u"\\u%1"_s.arg(uint(c), 4, 16, QLatin1Char('0'));
        else
            out += u"\\U%1"_s.arg(uint(c), 8, 16, QLatin1Char('0'));
    }
    return out + u'"';
}

QString yamlScalar(const QString &text)
{
    if (resolvesToOtherType(text) || text.contains(u'\n') || !isPrintable(text))
        return doubleQuoted(text);
    if (isPlainSafe(text))
        return text;
    return u'\'' + QString(text).replace(u'\'', "''"_L1) + u'\'';
}

/// go-yaml's order of keys: digits by value, letters after everything else.
static bool keyLess(const QString &a, const QString &b)
{
    const auto shorter = qMin(a.size(), b.size());
    for (qsizetype i = 0; i < shorter; ++i) {
        if (a[i] == b[i])
            continue;
        const bool aLetter = a[i].isLetter();
        const bool bLetter = b[i].isLetter();
        if (aLetter != bLetter)
            return bLetter;
        if (aLetter || !a[i].isDigit() || !b[i].isDigit())
            return a[i] < b[i];
        auto aEnd = i;
        auto bEnd = i;
        while (aEnd < a.size() && a[aEnd].isDigit())
            ++aEnd;
        while (bEnd < b.size() && b[bEnd].isDigit())
            ++bEnd;
        const auto aNumber = QStringView(a).sliced(i, aEnd - i).toULongLong();
        const auto bNumber = QStringView(b).sliced(i, bEnd - i).toULongLong();
        return aNumber != bNumber ? aNumber < bNumber : aEnd < bEnd;
    }
    return a.size() < b.size();
}

static QStringList sortedKeys(const QJsonObject &object)
{
    auto keys = object.keys();
    std::ranges::sort(keys, keyLess);
    return keys;
}

namespace {

/// Longer keys are written with a question mark: readers take no longer ones than 1,024 characters
/// otherwise (YAML 1.1, simple keys), and go-yaml writes so from 129 on.
constexpr qsizetype LongestSimpleKey = 128;

/// Writes one document. `line` is what stands before a value on its line: "key: " or "- ".
class Writer
{
public:
    YamlText result;

    void writeMap(const QJsonObject &object, int indent, QString lead = {});
    void writeSecretData(const QString &field, const QJsonObject &data, const YamlOptions &options);

private:
    void writeList(const QJsonArray &list, int indent, QString lead);
    void writeValue(const QString &line, const QJsonValue &value, int indent, bool inMap);
    void writeString(const QString &line, const QString &text, int indent);
};

QString spaces(int count)
{
    return QString(count, u' ');
}

/// A block scalar keeps the text as it is only without trailing spaces and odd characters, and
/// when the first line tells the indentation.
bool fitsBlock(const QString &text)
{
    if (!isPrintable(text) || text.startsWith(u' ') || text.startsWith(u'\n'))
        return false;
    return !text.contains(" \n"_L1) && !text.endsWith(u' ');
}

void Writer::writeString(const QString &line, const QString &text, int indent)
{
    if (!text.contains(u'\n') || !fitsBlock(text)) {
        result.lines.append(line + yamlScalar(text));
        return;
    }
    auto body = text;
    QLatin1StringView chomp("-");
    if (text.endsWith(u'\n')) {
        chomp = text.endsWith("\n\n"_L1) ? "+"_L1 : ""_L1;
        body.chop(1);
    }
    result.lines.append(line + u'|' + chomp);
    const auto rows = body.split(u'\n');
    for (const auto &row : rows)
        result.lines.append(row.isEmpty() ? QString() : spaces(indent) + row);
}

void Writer::writeValue(const QString &line, const QJsonValue &value, int indent, bool inMap)
{
    switch (value.type()) {
    case QJsonValue::Object:
        if (value.toObject().isEmpty()) {
            result.lines.append(line + u"{}");
        } else if (inMap) {
            result.lines.append(line.trimmed().isEmpty() ? line : line.chopped(1));
            writeMap(value.toObject(), indent);
        } else {
            writeMap(value.toObject(), indent, line);
        }
        return;
    case QJsonValue::Array:
        if (value.toArray().isEmpty()) {
            result.lines.append(line + u"[]");
        } else if (inMap) {
            result.lines.append(line.chopped(1));
            writeList(value.toArray(), indent - 2, {}); // as kubectl: not deeper than their key
        } else {
            writeList(value.toArray(), indent, line);
        }
        return;
    case QJsonValue::String: writeString(line, value.toString(), indent); return;
    case QJsonValue::Bool:
        result.lines.append(line + (value.toBool() ? u"true" : u"false"));
        return;
    case QJsonValue::Double:
        result.lines.append(
            line
            + QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact))
                  .mid(1)
                  .chopped(1));
        return;
    case QJsonValue::Null:
    case QJsonValue::Undefined: result.lines.append(line + u"null"); return;
    }
}

void Writer::writeMap(const QJsonObject &object, int indent, QString lead)
{
    const auto keys = sortedKeys(object);
    for (const auto &key : keys) {
        const auto start = lead.isEmpty() ? spaces(indent) : lead;
        lead.clear(); // "- " stands before the first key only
        const auto scalar = yamlScalar(key);
        if (scalar.size() <= LongestSimpleKey) {
            writeValue(start + scalar + u": ", object[key], indent + 2, true);
            continue;
        }
        result.lines.append(start + u"? " + scalar);
        writeValue(spaces(indent) + u": ", object[key], indent + 2, false);
    }
}

void Writer::writeList(const QJsonArray &list, int indent, QString lead)
{
    for (const auto &value : list) {
        const auto start = lead.isEmpty() ? spaces(indent) : lead;
        lead.clear();
        writeValue(start + u"- ", value, indent + 2, false);
    }
}

std::optional<QString> decodedText(const QByteArray &base64)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    QStringDecoder toText(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = toText(decoded.decoded);
    if (toText.hasError() || !isPrintable(QString(text).remove(u'\t').remove(u'\r')))
        return {};
    return text;
}

void Writer::writeSecretData(const QString &field, const QJsonObject &data,
                             const YamlOptions &options)
{
    result.lines.append(field + u':');
    const auto keys = sortedKeys(data);
    for (const auto &key : keys) {
        const QString line = u"  "_s + yamlScalar(key) + u": ";
        const bool revealed = options.revealed.contains(key);
        const int at = int(result.lines.size());
        const auto value = data[key].toString();
        if (!revealed)
            result.lines.append(line + u"••••••••");
        else
            writeString(line, value, 4);
        result.secrets.push_back(
            {at, int(line.size()), int(result.lines[at].size() - line.size()), key, revealed});
        const auto plain =
            revealed && field == "data"_L1 ? decodedText(value.toUtf8()) : std::nullopt;
        if (!plain)
            continue;
        const auto rows = QString(*plain).remove(u'\r').split(u'\n');
        for (const auto &row : rows)
            result.lines.append(u"  # "_s + row);
    }
}

} // namespace

/// kubectl keeps the whole manifest in an annotation: a Secret's data with it.
static QJsonObject withoutLastApplied(QJsonObject metadata)
{
    auto annotations = metadata.value("annotations"_L1).toObject();
    const auto key = "kubectl.kubernetes.io/last-applied-configuration"_L1;
    if (annotations.contains(key)) {
        annotations[key] = u"••••••••"_s;
        metadata["annotations"_L1] = annotations;
    }
    return metadata;
}

YamlText toYaml(const QJsonObject &object, const YamlOptions &options)
{
    const bool secret = options.maskSecrets && object["kind"_L1].toString() == "Secret"_L1
        && object["apiVersion"_L1].toString() == "v1"_L1;
    Writer writer;
    const auto keys = sortedKeys(object);
    for (const auto &key : keys) {
        auto value = object[key];
        if (key == "metadata"_L1 && value.isObject()) {
            auto metadata = value.toObject();
            if (!options.managedFields)
                metadata.remove("managedFields"_L1);
            value = secret ? withoutLastApplied(metadata) : metadata;
        }
        if (secret && (key == "data"_L1 || key == "stringData"_L1) && !value.toObject().isEmpty())
            writer.writeSecretData(key, value.toObject(), options);
        else
            writer.writeMap({{key, value}}, 0);
    }
    return std::move(writer.result);
}

} // namespace workspace
