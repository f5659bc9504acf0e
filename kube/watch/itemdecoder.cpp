// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/itemdecoder.h"

#include "kube/watch/jsonsplitter.h"

#include <simdjson.h>

using namespace Qt::StringLiterals;
namespace json = simdjson::ondemand;

namespace kube {
namespace {

constexpr qsizetype MostCells = 256;

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

QString stringOf(json::value value)
{
    return textOf(value.get_string());
}

qint64 secondsOf(const QString &time)
{
    const auto parsed = QDateTime::fromString(time, Qt::ISODate);
    return parsed.isValid() ? parsed.toSecsSinceEpoch() : 0;
}

OwnerReference ownerFrom(json::object object)
{
    OwnerReference owner;
    for (auto field : object) {
        const std::string_view key = field.unescaped_key();
        json::value value = field.value();
        if (key == "kind")
            owner.kind = stringOf(value);
        else if (key == "name")
            owner.name = stringOf(value);
        else if (key == "uid")
            owner.uid = stringOf(value);
        else if (key == "controller")
            owner.controller = value.get_bool();
        else if (key == "apiVersion")
            owner.apiVersion = stringOf(value);
    }
    return owner;
}

ObjectMeta metaFrom(json::object object)
{
    ObjectMeta meta;
    for (auto field : object) {
        const std::string_view key = field.unescaped_key();
        json::value value = field.value();
        if (value.is_null())
            continue;
        if (key == "name") {
            meta.name = stringOf(value);
        } else if (key == "namespace") {
            meta.nameSpace = stringOf(value);
        } else if (key == "uid") {
            meta.uid = stringOf(value);
        } else if (key == "resourceVersion") {
            meta.resourceVersion = stringOf(value);
        } else if (key == "creationTimestamp") {
            meta.created = secondsOf(stringOf(value));
        } else if (key == "deletionTimestamp") {
            meta.deleting = true;
        } else if (key == "labels") {
            for (auto label : value.get_object()) {
                const auto name = textOf(label.unescaped_key());
                meta.labels.insert(name, stringOf(label.value()));
            }
        } else if (key == "ownerReferences") {
            for (auto owner : value.get_array())
                meta.owners.append(ownerFrom(owner.get_object()));
        }
    }
    return meta;
}

QString cellFrom(json::value value)
{
    switch (value.type()) {
    case json::json_type::string: return stringOf(value);
    case json::json_type::null: return {};
    case json::json_type::number:
    case json::json_type::boolean: {
        const std::string_view token = value.raw_json_token();
        return textOf(token).trimmed();
    }
    default: return textOf(simdjson::to_json_string(value).value());
    }
}

ResourceItem rowFrom(json::object object)
{
    ResourceItem item;
    for (auto field : object) {
        const std::string_view key = field.unescaped_key();
        json::value value = field.value();
        if (key == "cells") {
            for (auto cell : value.get_array()) {
                if (item.cells.size() < MostCells)
                    item.cells.append(cellFrom(cell.value()));
            }
        } else if (key == "object" && !value.is_null()) {
            for (auto part : value.get_object()) {
                const std::string_view name = part.unescaped_key();
                json::value partValue = part.value();
                if (name == "metadata" && !partValue.is_null())
                    item.meta = metaFrom(partValue.get_object());
            }
        }
    }
    return item;
}

QList<TableColumn> columnsFrom(json::array array)
{
    QList<TableColumn> columns;
    for (auto element : array) {
        TableColumn column;
        for (auto field : element.get_object()) {
            const std::string_view key = field.unescaped_key();
            json::value value = field.value();
            if (key == "name")
                column.name = stringOf(value);
            else if (key == "type")
                column.type = stringOf(value);
            else if (key == "format")
                column.format = stringOf(value);
            else if (key == "priority")
                column.priority = int(value.get_int64());
        }
        if (columns.size() < MostCells)
            columns.append(column);
    }
    return columns;
}

/// `text` without the member `"managedFields": …` that lies at `value` inside it.
QByteArray without(std::string_view text, std::string_view value)
{
    const auto key = text.rfind("\"managedFields\"", size_t(value.data() - text.data()));
    if (key == std::string_view::npos)
        return QByteArray(text.data(), qsizetype(text.size()));
    auto begin = key;
    auto end = size_t(value.data() - text.data()) + value.size();
    const auto isSpace = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    while (end < text.size() && isSpace(text[end]))
        ++end;
    if (end < text.size() && text[end] == ',') {
        ++end; // the member is followed by another
    } else {
        while (begin > 0 && isSpace(text[begin - 1]))
            --begin;
        if (begin > 0 && text[begin - 1] == ',')
            --begin; // it was the last of several
    }
    QByteArray result;
    result.reserve(qsizetype(text.size()));
    result.append(text.data(), qsizetype(begin));
    result.append(text.data() + end, qsizetype(text.size() - end));
    return result;
}

} // namespace

class ItemDecoder::Private
{
public:
    /// Runs `read` over the root object of `text`; false when the JSON is broken.
    template<typename Read>
    static bool over(json::parser &with, std::string_view text, Read read)
    {
        try {
            auto document =
                with.iterate(text.data(), text.size(), text.size() + JsonSplitter::Padding);
            read(document.get_object().value());
            return true;
        } catch (const simdjson::simdjson_error &) {
            return false;
        }
    }

    static bool readEventObject(json::object object, WatchEvent &event, bool wantTable);
    static void readBookmarkRow(json::object row, WatchEvent &event);
    static void readListMeta(json::object object, QString &version, QString &token, bool &ended);

    json::parser parser;
    json::parser inner;
};

ItemDecoder::ItemDecoder()
    : d(std::make_unique<Private>())
{
}

ItemDecoder::~ItemDecoder() = default;

std::optional<ResourceItem> ItemDecoder::row(std::string_view text)
{
    ResourceItem item;
    if (!d->over(d->parser, text, [&](json::object object) { item = rowFrom(object); }))
        return {};
    return item;
}

std::optional<ResourceItem> ItemDecoder::object(std::string_view text)
{
    ResourceItem item;
    std::string_view managed;
    const bool good = d->over(d->inner, text, [&](json::object object) {
        for (auto field : object) {
            const std::string_view key = field.unescaped_key();
            json::value value = field.value();
            if (key != "metadata")
                continue;
            json::object meta = value.get_object();
            item.meta = metaFrom(meta);
            meta.reset();
            auto fields = meta.find_field_unordered("managedFields");
            if (fields.error() == simdjson::SUCCESS)
                managed = simdjson::to_json_string(fields.value()).value();
        }
    });
    if (!good)
        return {};
    item.json =
        managed.empty() ? QByteArray(text.data(), qsizetype(text.size())) : without(text, managed);
    return item;
}

void ItemDecoder::Private::readListMeta(json::object object, QString &version, QString &token,
                                        bool &ended)
{
    for (auto field : object) {
        const std::string_view key = field.unescaped_key();
        json::value value = field.value();
        if (value.is_null())
            continue;
        if (key == "resourceVersion") {
            version = stringOf(value);
        } else if (key == "continue") {
            token = stringOf(value);
        } else if (key == "annotations") {
            for (auto annotation : value.get_object()) {
                const std::string_view name = annotation.unescaped_key();
                if (name == "k8s.io/initial-events-end")
                    ended = stringOf(annotation.value()) == "true"_L1;
            }
        }
    }
}

/// A bookmark among Tables is a Table itself: what it says stands in its row's object.
void ItemDecoder::Private::readBookmarkRow(json::object row, WatchEvent &event)
{
    QString token;
    for (auto field : row) {
        const std::string_view key = field.unescaped_key();
        json::value value = field.value();
        if (key != "object" || value.is_null())
            continue;
        for (auto part : value.get_object()) {
            const std::string_view name = part.unescaped_key();
            json::value partValue = part.value();
            if (name == "metadata" && !partValue.is_null())
                readListMeta(partValue.get_object(), event.resourceVersion, token,
                             event.initialEventsEnd);
        }
    }
}

/// Returns whether the object is a Table.
bool ItemDecoder::Private::readEventObject(json::object object, WatchEvent &event, bool wantTable)
{
    QString token;
    QString kind;
    for (auto field : object) {
        const std::string_view key = field.unescaped_key();
        json::value value = field.value();
        if (value.is_null())
            continue;
        if (key == "kind")
            kind = stringOf(value);
        else if (key == "metadata")
            readListMeta(value.get_object(), event.resourceVersion, token, event.initialEventsEnd);
        else if (wantTable && key == "columnDefinitions")
            event.columns = columnsFrom(value.get_array());
        else if (wantTable && key == "rows") {
            for (auto row : value.get_array()) {
                if (event.type == WatchEvent::Type::Bookmark)
                    readBookmarkRow(row.get_object(), event);
                else
                    event.items.push_back(rowFrom(row.get_object()));
            }
        } else if (key == "code" && event.type == WatchEvent::Type::Failure)
            event.error.code = int(value.get_int64());
        else if (key == "reason" && event.type == WatchEvent::Type::Failure)
            event.error.reason = stringOf(value);
        else if (key == "message" && event.type == WatchEvent::Type::Failure)
            event.error.message = stringOf(value);
    }
    if (event.type == WatchEvent::Type::Failure || kind == "Status"_L1)
        event.error.kind = Error::kindFor(event.error.code);
    for (const auto &item : event.items)
        event.resourceVersion = item.meta.resourceVersion;
    return kind == "Table"_L1;
}

std::optional<WatchEvent> ItemDecoder::watchEvent(std::string_view text, bool wantTable)
{
    WatchEvent event;
    std::string_view object;
    bool known = false;
    const bool good = d->over(d->parser, text, [&](json::object root) {
        for (auto field : root) {
            const std::string_view key = field.unescaped_key();
            json::value value = field.value();
            if (key == "type") {
                const std::string_view type = value.get_string();
                known = true;
                if (type == "ADDED")
                    event.type = WatchEvent::Type::Added;
                else if (type == "MODIFIED")
                    event.type = WatchEvent::Type::Modified;
                else if (type == "DELETED")
                    event.type = WatchEvent::Type::Deleted;
                else if (type == "BOOKMARK")
                    event.type = WatchEvent::Type::Bookmark;
                else if (type == "ERROR")
                    event.type = WatchEvent::Type::Failure;
                else
                    known = false;
            } else if (key == "object") {
                object = simdjson::to_json_string(value.get_object()).value();
            }
        }
    });
    if (!good || !known || object.empty())
        return {};
    const bool isItem = event.type == WatchEvent::Type::Added
        || event.type == WatchEvent::Type::Modified || event.type == WatchEvent::Type::Deleted;
    bool isTable = false;
    if (wantTable || !isItem) {
        const bool read = d->over(d->inner, object, [&](json::object root) {
            isTable = d->readEventObject(root, event, wantTable);
        });
        if (!read)
            return {};
    }
    if (isItem && !isTable) {
        auto item = this->object(object);
        if (!item)
            return {};
        if (wantTable) { // a server that knows no Tables
            item->cells = {item->meta.name};
            item->json.clear();
        }
        event.resourceVersion = item->meta.resourceVersion;
        event.items.push_back(std::move(*item));
    }
    return event;
}

std::optional<ListSummary> ItemDecoder::summary(std::string_view text)
{
    ListSummary summary;
    const bool good = d->over(d->parser, text, [&](json::object root) {
        bool ended = false;
        for (auto field : root) {
            const std::string_view key = field.unescaped_key();
            json::value value = field.value();
            if (value.is_null())
                continue;
            if (key == "metadata")
                Private::readListMeta(value.get_object(), summary.resourceVersion,
                                      summary.continueToken, ended);
            else if (key == "columnDefinitions")
                summary.columns = columnsFrom(value.get_array());
            else if (key == "kind")
                summary.isTable = stringOf(value) == "Table"_L1;
        }
    });
    if (!good)
        return {};
    return summary;
}

} // namespace kube
