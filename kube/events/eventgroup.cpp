// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/events/eventgroup.h"

#include "kube/events/eventlog.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonDocument>

#include <simdjson.h>

#include <algorithm>

using namespace Qt::StringLiterals;
namespace json = simdjson::ondemand;

namespace kube {
namespace {

constexpr qsizetype LongestMessage = 4000;

/// What an Event says before it is decided what of it counts.
struct RawEvent
{
    EventGroup group = {};
    qint64 created = 0;
    qint64 eventTime = 0;
    qint64 seriesCount = 0;
    qint64 seriesLast = 0;
    QString component = {};
    QString controller = {};
};

QString textOf(json::value value)
{
    if (value.is_null())
        return {};
    const std::string_view bytes = value.get_string();
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

qint64 timeOf(json::value value)
{
    const auto time = QDateTime::fromString(textOf(value), Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

qint64 numberOf(json::value value)
{
    return value.is_null() ? 0 : qint64(value.get_int64());
}

InvolvedObject involvedFrom(json::object object)
{
    InvolvedObject involved;
    for (auto field : object) {
        const std::string_view key = field.unescaped_key();
        json::value value = field.value();
        if (key == "apiVersion")
            involved.apiVersion = textOf(value);
        else if (key == "kind")
            involved.kind = textOf(value);
        else if (key == "namespace")
            involved.nameSpace = textOf(value);
        else if (key == "name")
            involved.name = textOf(value);
        else if (key == "uid")
            involved.uid = textOf(value);
        else if (key == "fieldPath")
            involved.fieldPath = textOf(value);
    }
    return involved;
}

void readSeries(RawEvent &raw, json::object series)
{
    for (auto field : series) {
        const std::string_view key = field.unescaped_key();
        json::value value = field.value();
        if (key == "count")
            raw.seriesCount = numberOf(value);
        else if (key == "lastObservedTime")
            raw.seriesLast = timeOf(value);
    }
}

QString memberText(json::object object, std::string_view wanted)
{
    for (auto field : object) {
        const std::string_view key = field.unescaped_key();
        json::value value = field.value();
        if (key == wanted)
            return textOf(value);
    }
    return {};
}

// The core kind and that of events.k8s.io have the same content under different names.
void readField(RawEvent &raw, std::string_view key, json::value value)
{
    auto &group = raw.group;
    if (key == "involvedObject" || key == "regarding")
        group.object = involvedFrom(value.get_object());
    else if (key == "reason")
        group.reason = textOf(value);
    else if (key == "message" || key == "note")
        group.message = textOf(value).left(LongestMessage);
    else if (key == "type")
        group.type = textOf(value);
    else if (key == "count" || key == "deprecatedCount")
        group.count = numberOf(value);
    else if (key == "firstTimestamp" || key == "deprecatedFirstTimestamp")
        group.first = timeOf(value);
    else if (key == "lastTimestamp" || key == "deprecatedLastTimestamp")
        group.last = timeOf(value);
    else if (key == "eventTime")
        raw.eventTime = timeOf(value);
    else if (key == "series" && !value.is_null())
        readSeries(raw, value.get_object());
    else if ((key == "source" || key == "deprecatedSource") && !value.is_null())
        raw.component = memberText(value.get_object(), "component");
    else if (key == "reportingComponent" || key == "reportingController")
        raw.controller = textOf(value);
    else if (key == "metadata" && !value.is_null())
        if (const auto created = memberText(value.get_object(), "creationTimestamp");
            !created.isEmpty())
            raw.created = QDateTime::fromString(created, Qt::ISODateWithMs).toMSecsSinceEpoch();
}

QByteArray idOf(const EventGroup &group)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const auto &part :
         {group.object.uid, group.object.kind, group.object.nameSpace, group.object.name,
          group.object.fieldPath, group.type, group.reason, group.message, group.source}) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return hash.result();
}

EventGroup settled(RawEvent raw)
{
    auto &group = raw.group;
    group.source = raw.component.isEmpty() ? raw.controller : raw.component;
    group.count = std::max({qint64(1), group.count, raw.seriesCount});
    if (group.first == 0)
        group.first = raw.eventTime != 0 ? raw.eventTime : raw.created;
    group.last = std::max({group.last, raw.seriesLast, group.first});
    group.id = idOf(group);
    return group;
}

} // namespace

bool EventGroup::isWarning() const
{
    return type == "Warning"_L1;
}

std::optional<EventGroup> eventFrom(const QByteArray &text)
{
    thread_local json::parser parser;
    const simdjson::padded_string padded(text.constData(), size_t(text.size()));
    try { // simdjson's own; they end here
        RawEvent raw;
        json::document document = parser.iterate(padded);
        for (auto field : document.get_object()) {
            const std::string_view key = field.unescaped_key();
            json::value value = field.value();
            readField(raw, key, value);
        }
        return settled(std::move(raw));
    } catch (const simdjson::simdjson_error &) {
        return {};
    }
}

std::vector<EventGroup> grouped(const std::vector<QJsonObject> &events)
{
    EventLog log;
    for (const auto &event : events)
        log.add(event["metadata"_L1]["uid"_L1].toString(),
                QJsonDocument(event).toJson(QJsonDocument::Compact));
    auto groups = log.groups();
    std::ranges::stable_sort(groups, {}, &EventGroup::last);
    return groups;
}

} // namespace kube
