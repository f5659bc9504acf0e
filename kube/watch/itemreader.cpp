// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/itemreader.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>

namespace json = simdjson::ondemand;

namespace kube {

static std::string_view trimmed(std::string_view token)
{
    while (!token.empty() && token.back() <= ' ') // what follows a token is white space
        token.remove_suffix(1);
    return token;
}

std::string_view ItemReader::textIn(json::value &value) const
{
    const auto token = trimmed(value.raw_json_token());
    const bool isPlain = token.size() >= 2 && token.front() == '"' && token.back() == '"'
        && (!m_hasEscapes || !token.contains('\\'));
    return isPlain ? token.substr(1, token.size() - 2) : value.get_string().value();
}

/// The digits at `at`; -1 when they are none.
static int numberAt(std::string_view text, size_t at, size_t digits)
{
    int number = 0;
    for (const char c : text.substr(at, digits)) {
        if (c < '0' || c > '9')
            return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

// https://pkg.go.dev/k8s.io/apimachinery/pkg/apis/meta/v1#Time: always UTC and whole seconds
static std::optional<qint64> usualSeconds(std::string_view time)
{
    if (time.size() != 20 || time[4] != '-' || time[7] != '-' || time[10] != 'T' || time[13] != ':'
        || time[16] != ':' || time[19] != 'Z')
        return {};
    const int year = numberAt(time, 0, 4);
    const int month = numberAt(time, 5, 2);
    const int day = numberAt(time, 8, 2);
    const int hour = numberAt(time, 11, 2);
    const int minute = numberAt(time, 14, 2);
    const int second = numberAt(time, 17, 2);
    if (year < 0 || month < 0 || day < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59
        || second < 0 || second > 59)
        return {};
    const auto date = std::chrono::year(year) / month / day;
    if (!date.ok())
        return {};
    const auto days = std::chrono::sys_days(date).time_since_epoch().count();
    return days * 86'400LL + hour * 3600 + minute * 60 + second;
}

qint64 ItemReader::secondsIn(std::string_view time)
{
    if (const auto seconds = usualSeconds(time))
        return *seconds;
    const auto text = QString::fromUtf8(time.data(), qsizetype(time.size()));
    const auto parsed = QDateTime::fromString(text, Qt::ISODate);
    return parsed.isValid() ? parsed.toSecsSinceEpoch() : 0;
}

ItemParts::Owner ItemReader::ownerIn(json::object object) const
{
    ItemParts::Owner owner;
    for (json::field field : object) {
        const auto key = field.escaped_key();
        json::value value = field.value();
        if (key == "kind")
            owner.kind = textIn(value);
        else if (key == "name")
            owner.name = textIn(value);
        else if (key == "uid")
            owner.uid = textIn(value);
        else if (key == "controller")
            owner.controller = value.get_bool();
        else if (key == "apiVersion")
            owner.apiVersion = textIn(value);
    }
    return owner;
}

void ItemReader::readLabels(json::object object)
{
    for (json::field field : object) {
        const auto key = m_hasEscapes ? field.unescaped_key().value() : field.escaped_key();
        json::value value = field.value();
        m_parts.labels.emplace_back(key, textIn(value));
    }
}

void ItemReader::readAnnotations(json::object object)
{
    m_parts.annotations.assign(m_annotations.size(), {});
    for (json::field field : object) {
        const auto key = m_hasEscapes ? field.unescaped_key().value() : field.escaped_key();
        json::value value = field.value();
        const auto wanted = std::ranges::find(m_annotations, key);
        if (wanted != m_annotations.end())
            m_parts.annotations[size_t(wanted - m_annotations.begin())] = textIn(value);
    }
}

void ItemReader::readMeta(json::object object)
{
    for (json::field field : object) {
        const auto key = field.escaped_key();
        json::value value = field.value();
        if (isNull(value))
            continue;
        if (key == "name") {
            m_parts.name = textIn(value);
        } else if (key == "namespace") {
            m_parts.nameSpace = textIn(value);
        } else if (key == "uid") {
            m_parts.uid = textIn(value);
        } else if (key == "resourceVersion") {
            m_parts.resourceVersion = textIn(value);
        } else if (key == "creationTimestamp") {
            m_parts.created = secondsIn(textIn(value));
        } else if (key == "deletionTimestamp") {
            m_parts.deleting = true;
        } else if (key == "labels") {
            readLabels(value.get_object());
        } else if (key == "annotations" && !m_annotations.empty()) {
            readAnnotations(value.get_object());
        } else if (key == "ownerReferences") {
            for (json::value owner : value.get_array())
                m_parts.owners.push_back(ownerIn(owner.get_object()));
        }
    }
}

std::string_view ItemReader::cellIn(json::value value) const
{
    const auto token = value.raw_json_token();
    switch (token.empty() ? '\0' : token.front()) {
    case '"': return textIn(value);
    case '{':
    case '[': return simdjson::to_json_string(value).value();
    case 'n':
        if (isNull(value))
            return {};
        break;
    default: break;
    }
    (void)value.type().value(); // throws for what is no JSON
    return trimmed(token);
}

void ItemReader::readRow(json::object object)
{
    for (json::field field : object) {
        const auto key = field.escaped_key();
        json::value value = field.value();
        if (key == "cells") {
            for (json::value cell : value.get_array()) {
                if (m_parts.cells.size() < MostCells)
                    m_parts.cells.push_back(cellIn(cell));
            }
        } else if (key == "object" && !isNull(value)) {
            for (json::field part : value.get_object()) {
                const auto name = part.escaped_key();
                json::value partValue = part.value();
                if (name == "metadata" && !isNull(partValue))
                    readMeta(partValue.get_object());
            }
        }
    }
    m_parts.annotations.resize(m_annotations.size());
    m_parts.cells.insert(m_parts.cells.end(), m_parts.annotations.begin(),
                         m_parts.annotations.end());
}

} // namespace kube
