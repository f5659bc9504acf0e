// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describewriter.h"

#include "workspace/collection/sortkey.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace workspace {

DescribeWriter::DescribeWriter(const QJsonObject &described, const QDateTime &now)
    : object(described)
    , spec(described["spec"_L1].toObject())
    , status(described["status"_L1].toObject())
    , nameSpace(described["metadata"_L1]["namespace"_L1].toString())
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

/// "containerPort" → "Container Port", as kubectl titles the fields of kinds it does not know.
static QString titled(const QString &key)
{
    QString title;
    for (qsizetype i = 0; i < key.size(); ++i) {
        const bool border = i > 0 && key[i].isUpper() && !key[i - 1].isUpper();
        if (border)
            title += u' ';
        title += i == 0 ? key[i].toUpper() : key[i];
    }
    return title;
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
        return QString::fromUtf8(QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact)).mid(1).chopped(1);
    case QJsonValue::Null:
    case QJsonValue::Undefined: return {};
    }
    Q_UNREACHABLE_RETURN({});
}

QString selectorText(const QJsonObject &selector)
{
    // A plain map of labels, or matchLabels and matchExpressions.
    const bool plain = !selector.contains("matchLabels"_L1) && !selector.contains("matchExpressions"_L1);
    const auto labels = plain ? selector : selector["matchLabels"_L1].toObject();
    QStringList parts;
    for (auto entry = labels.begin(); entry != labels.end(); ++entry)
        parts.append(entry.key() + u'=' + inLine(*entry));
    const auto expressions = selector["matchExpressions"_L1].toArray();
    for (const auto &one : expressions) {
        const auto op = one["operator"_L1].toString();
        const auto key = one["key"_L1].toString();
        if (op == "Exists"_L1)
            parts.append(key);
        else if (op == "DoesNotExist"_L1)
            parts.append(u'!' + key);
        else
            parts.append(u"%1 %2 (%3)"_s.arg(key, op == "In"_L1 ? u"in"_s : u"notin"_s,
                                             inLine(one["values"_L1]).remove(u' ')));
    }
    return parts.join(u',');
}

} // namespace workspace
