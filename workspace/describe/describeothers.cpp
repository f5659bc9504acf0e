// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describewriter.h"

using namespace Qt::StringLiterals;

namespace workspace {

static QString sizeText(const QJsonValue &base64)
{
    return u"%1 bytes"_s.arg(QByteArray::fromBase64(base64.toString().toLatin1()).size());
}

void describeConfigMap(DescribeWriter &out)
{
    const auto data = out.object["data"_L1].toObject();
    out.section(u"Data"_s);
    for (auto entry = data.begin(); entry != data.end(); ++entry) {
        const auto text = entry->toString();
        if (!text.contains(u'\n') && text.size() < 60) {
            out.field(entry.key(), text);
            continue;
        }
        out.group(entry.key());
        out.field({}, text.endsWith(u'\n') ? text.chopped(1) : text, TextTone::Dim);
        out.higher();
    }
    const auto binary = out.object["binaryData"_L1].toObject();
    if (!binary.isEmpty())
        out.section(u"BinaryData"_s);
    for (auto entry = binary.begin(); entry != binary.end(); ++entry)
        out.field(entry.key(), sizeText(*entry), TextTone::Dim);
    if (data.isEmpty() && binary.isEmpty())
        out.field({}, u"none"_s, TextTone::Faint);
}

void describeSecret(DescribeWriter &out)
{
    out.section(u"Secret"_s);
    out.value(u"Type"_s, out.object["type"_L1]);
    out.section(u"Data"_s);
    const auto data = out.object["data"_L1].toObject();
    for (auto entry = data.begin(); entry != data.end(); ++entry)
        out.field(entry.key(), sizeText(*entry), TextTone::Dim);
    if (data.isEmpty())
        out.field({}, u"none"_s, TextTone::Faint);
}

void describeNamespace(DescribeWriter &out)
{
    const auto phase = out.status["phase"_L1].toString();
    out.section(u"Namespace"_s);
    out.field(u"Status"_s, phase, phase == "Active"_L1 ? TextTone::Ok : TextTone::Warn);
    out.value(u"Finalizers"_s, out.spec["finalizers"_L1]);
    if (!out.sayMissing(u"Resource Quotas"_s, u"ResourceQuota"_s)) {
        const auto *quotas = out.companions.of(u"ResourceQuota"_s);
        if (quotas && quotas->empty())
            out.field({}, u"No resource quota."_s, TextTone::Faint);
        for (const auto &quota : quotas ? *quotas : std::vector<QJsonObject>()) {
            out.section(u"Resource Quotas"_s);
            out.link(u"Name"_s, u"v1"_s, u"ResourceQuota"_s,
                     quota["metadata"_L1]["name"_L1].toString());
            describeQuotaRows(out, quota);
        }
    }
    if (!out.sayMissing(u"Resource Limits"_s, u"LimitRange"_s)) {
        const auto *ranges = out.companions.of(u"LimitRange"_s);
        if (ranges && ranges->empty())
            out.field({}, u"No LimitRange resource."_s, TextTone::Faint);
        for (const auto &range : ranges ? *ranges : std::vector<QJsonObject>()) {
            out.section(u"Resource Limits"_s);
            describeLimitRows(out, range);
        }
    }
}

/// Everything but what the head has told.
static void describeRest(DescribeWriter &out, const QStringList &told)
{
    const auto tell = [&out](const QString &heading, const QJsonObject &map) {
        if (map.isEmpty())
            return;
        out.section(heading);
        for (auto entry = map.begin(); entry != map.end(); ++entry)
            out.tree(titled(entry.key()), *entry);
    };
    QJsonObject plain;
    for (auto entry = out.object.begin(); entry != out.object.end(); ++entry) {
        if (!entry->isObject() && !entry->isArray() && !told.contains(entry.key()))
            plain[entry.key()] = *entry;
    }
    tell(u"Object"_s, plain);
    for (auto entry = out.object.begin(); entry != out.object.end(); ++entry) {
        if (told.contains(entry.key()) || entry.key() == "metadata"_L1)
            continue;
        auto map = entry->toObject();
        if (entry->isArray())
            map[entry.key()] = *entry;
        tell(titled(entry.key()), map);
    }
    auto meta = out.meta;
    for (const auto key : {"name"_L1, "namespace"_L1, "labels"_L1, "annotations"_L1,
                           "managedFields"_L1, "ownerReferences"_L1})
        meta.remove(key);
    tell(u"Metadata"_s, meta);
}

void describeOther(DescribeWriter &out)
{
    describeRest(out, {});
}

void describeEvent(DescribeWriter &out)
{
    const auto &object = out.object;
    const bool warning = object["type"_L1].toString() == "Warning"_L1;
    out.section(u"Event"_s);
    out.field(u"Type"_s, object["type"_L1].toString(), warning ? TextTone::Warn : TextTone::Plain);
    out.value(u"Reason"_s, object["reason"_L1]);
    auto message = object["message"_L1].toString();
    if (message.isEmpty())
        message = object["note"_L1].toString(); // events.k8s.io
    out.field(u"Message"_s, message);
    auto about = object["involvedObject"_L1];
    if (!about.isObject())
        about = object["regarding"_L1];
    const auto kind = about["kind"_L1].toString();
    const auto name = about["name"_L1].toString();
    if (!name.isEmpty())
        out.values(
            u"About"_s,
            {{kind + u'/' + name,
              TextTone::Link,
              {about["apiVersion"_L1].toString(), kind, about["namespace"_L1].toString(), name}}});
    out.time(u"First Seen"_s, object["firstTimestamp"_L1]);
    out.time(u"Last Seen"_s, object["lastTimestamp"_L1]);
    describeRest(out, {u"type"_s, u"reason"_s, u"message"_s, u"note"_s});
}

void describeDefinition(DescribeWriter &out)
{
    const auto names = out.spec["names"_L1];
    out.section(u"CustomResourceDefinition"_s);
    out.value(u"Group"_s, out.spec["group"_L1]);
    out.value(u"Kind"_s, names["kind"_L1]);
    out.value(u"Plural"_s, names["plural"_L1]);
    out.value(u"Singular"_s, names["singular"_L1]);
    out.value(u"List Kind"_s, names["listKind"_L1]);
    out.value(u"Short Names"_s, names["shortNames"_L1]);
    out.value(u"Categories"_s, names["categories"_L1]);
    out.value(u"Scope"_s, out.spec["scope"_L1]);
    out.value(u"Conversion"_s, out.spec["conversion"_L1]["strategy"_L1]);
    out.value(u"Stored Versions"_s, out.status["storedVersions"_L1]);
    out.section(u"Versions"_s);
    out.columns({u"Name"_s, u"Served"_s, u"Storage"_s, u"Deprecated"_s, u"Subresources"_s});
    const auto versions = out.spec["versions"_L1].toArray();
    for (const auto &version : versions)
        out.row({{version["name"_L1].toString()},
                 {inLine(version["served"_L1].toBool())},
                 {inLine(version["storage"_L1].toBool())},
                 {inLine(version["deprecated"_L1].toBool())},
                 {version["subresources"_L1].toObject().keys().join(u", "_s)}});
}

} // namespace workspace
