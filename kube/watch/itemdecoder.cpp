// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/itemdecoder.h"

#include "kube/watch/itemreader.h"
#include "kube/watch/jsonsplitter.h"

using namespace Qt::StringLiterals;

namespace json = simdjson::ondemand;

namespace kube {
namespace {

// In a longer event of a row the managedFields are longer than all else.
constexpr size_t WorthCutting = 1024;

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

QString stringOf(json::value value)
{
    return textOf(value.get_string());
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
        if (size_t(columns.size()) < ItemReader::MostCells)
            columns.append(column);
    }
    return columns;
}

/// `text` without the member `"managedFields": …` whose value lies at `value` inside it.
std::array<std::string_view, 2> without(std::string_view text, std::string_view value)
{
    if (value.empty())
        return {text};
    const auto at = size_t(value.data() - text.data());
    auto begin = text.rfind("\"managedFields\"", at); // its key
    auto end = at + value.size();
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
    return {text.substr(0, begin), text.substr(end)};
}

std::optional<WatchEvent::Type> eventTypeOf(std::string_view text)
{
    if (text == "ADDED")
        return WatchEvent::Type::Added;
    if (text == "MODIFIED")
        return WatchEvent::Type::Modified;
    if (text == "DELETED")
        return WatchEvent::Type::Deleted;
    if (text == "BOOKMARK")
        return WatchEvent::Type::Bookmark;
    if (text == "ERROR")
        return WatchEvent::Type::Failure;
    return {};
}

/// What a list, or a bookmark, says of itself: views as an ItemReader gives them.
struct ListMeta
{
    std::string_view resourceVersion = {};
    std::string_view continueToken = {};
    bool initialEventsEnd = false;
};

bool isItem(WatchEvent::Type type)
{
    return type != WatchEvent::Type::Bookmark && type != WatchEvent::Type::Failure;
}

} // namespace

class ItemDecoder::Private
{
public:
    /// Runs `read` over the root object of `text`; false when the JSON is broken.
    template<typename Read>
    bool over(std::string_view text, Read read)
    {
        try {
            auto document =
                parser.iterate(text.data(), text.size(), text.size() + JsonSplitter::Padding);
            read(document.get_object().value(),
                 ItemReader(parts, text.contains('\\'), annotations));
            return true;
        } catch (const simdjson::simdjson_error &) {
            return false;
        }
    }
    /// The same over `text` without the managedFields that lie in it, which need not be parsed.
    template<typename Read>
    bool overWithout(std::string_view text, std::string_view managedFields, Read read)
    {
        if (managedFields.empty())
            return over(text, read);
        const auto pieces = without(text, managedFields);
        return overJoined({pieces[0], pieces[1]}, read);
    }
    /// The same over pieces of text that are joined; they need no padding.
    template<typename Read>
    bool overJoined(std::initializer_list<std::string_view> pieces, Read read)
    {
        joined.clear();
        for (const auto piece : pieces)
            joined += piece;
        joined.reserve(joined.size() + JsonSplitter::Padding);
        return over(joined, read);
    }

    bool readObject(const ObjectText &object);
    void makeRow()
    {
        parts.json = {};
        parts.cells = {parts.name};
        parts.annotations.resize(annotations.size());
        parts.cells.insert(parts.cells.end(), parts.annotations.begin(), parts.annotations.end());
    }
    std::optional<WatchEvent> objectEvent(std::string_view text, bool asRow);
    std::optional<WatchEvent> rowEvent(std::string_view text);
    bool readEventObject(json::object object, ItemReader &reader, WatchEvent &event,
                         bool wantTable);
    static void readBookmarkRow(json::object row, const ItemReader &reader, ListMeta &meta);
    static void readListMeta(json::object object, const ItemReader &reader, ListMeta &meta);

    json::parser parser;
    std::string joined;
    ItemParts parts;
    std::vector<std::string> annotations;
};

ItemDecoder::ItemDecoder()
    : d(std::make_unique<Private>())
{
}

ItemDecoder::~ItemDecoder() = default;

void ItemDecoder::setAnnotations(const QStringList &keys)
{
    d->annotations.clear();
    for (const auto &key : keys)
        d->annotations.push_back(key.toStdString());
}

std::optional<PackedItem> ItemDecoder::row(const ObjectText &row)
{
    d->parts.clear();
    const auto read = [](json::object object, ItemReader reader) { reader.readRow(object); };
    if (!d->overWithout(row.text, row.managedFields, read))
        return {};
    return PackedItem(d->parts);
}

std::optional<PackedItem> ItemDecoder::object(std::string_view text)
{
    ObjectOutline outline(ObjectOutline::Holder::Itself, JsonSplitter::DepthLimit);
    if (outline.scan(text) != ObjectOutline::Progress::Complete)
        return {};
    return object(outline.object(text));
}

std::optional<PackedItem> ItemDecoder::object(const ObjectText &object)
{
    if (!d->readObject(object))
        return {};
    return PackedItem(d->parts);
}

std::optional<PackedItem> ItemDecoder::nameRow(const ObjectText &object)
{
    if (!d->readObject(object))
        return {};
    d->makeRow();
    return PackedItem(d->parts);
}

/// Fills `parts`. Only the metadata are parsed, without their managedFields: the rest is kept as it
/// is, for whoever opens the object.
bool ItemDecoder::Private::readObject(const ObjectText &object)
{
    parts.clear();
    if (object.text.empty() || !simdjson::validate_utf8(object.text))
        return false;
    const auto read = [](json::object metadata, ItemReader reader) { reader.readMeta(metadata); };
    const auto readAll = [](json::object whole, ItemReader reader) {
        for (json::field field : whole) {
            const auto key = field.escaped_key();
            json::value value = field.value();
            if (key == "metadata")
                reader.readMeta(value.get_object());
        }
    };
    const bool good = object.metadata.empty()
        ? over(object.text, readAll) // none, or told in an unusual way
        : overWithout(object.metadata, object.managedFields, read);
    parts.json = without(object.text, object.managedFields);
    return good;
}

void ItemDecoder::Private::readListMeta(json::object object, const ItemReader &reader,
                                        ListMeta &meta)
{
    for (json::field field : object) {
        const auto key = field.escaped_key();
        json::value value = field.value();
        if (ItemReader::isNull(value))
            continue;
        if (key == "resourceVersion") {
            meta.resourceVersion = reader.textIn(value);
        } else if (key == "continue") {
            meta.continueToken = reader.textIn(value);
        } else if (key == "annotations") {
            for (json::field annotation : value.get_object()) {
                json::value told = annotation.value();
                if (annotation.escaped_key() == "k8s.io/initial-events-end")
                    meta.initialEventsEnd = reader.textIn(told) == "true";
            }
        }
    }
}

/// A bookmark among Tables is a Table itself: what it says stands in its row's object.
void ItemDecoder::Private::readBookmarkRow(json::object row, const ItemReader &reader,
                                           ListMeta &meta)
{
    for (json::field field : row) {
        json::value value = field.value();
        if (field.escaped_key() != "object" || ItemReader::isNull(value))
            continue;
        for (json::field part : value.get_object()) {
            json::value partValue = part.value();
            if (part.escaped_key() == "metadata" && !ItemReader::isNull(partValue))
                readListMeta(partValue.get_object(), reader, meta);
        }
    }
}

/// Returns whether the object is a Table.
bool ItemDecoder::Private::readEventObject(json::object object, ItemReader &reader,
                                           WatchEvent &event, bool wantTable)
{
    ListMeta meta;
    std::string_view kind;
    const bool isFailure = event.type == WatchEvent::Type::Failure;
    for (json::field field : object) {
        const auto key = field.escaped_key();
        json::value value = field.value();
        if (ItemReader::isNull(value))
            continue;
        if (key == "kind") {
            kind = reader.textIn(value);
        } else if (key == "metadata") {
            readListMeta(value.get_object(), reader, meta);
        } else if (wantTable && key == "columnDefinitions") {
            event.columns = columnsFrom(value.get_array());
        } else if (wantTable && key == "rows") {
            for (json::value row : value.get_array()) {
                if (event.type == WatchEvent::Type::Bookmark) {
                    readBookmarkRow(row.get_object(), reader, meta);
                    continue;
                }
                parts.clear();
                reader.readRow(row.get_object());
                meta.resourceVersion = parts.resourceVersion;
                event.items.emplace_back(parts);
            }
        } else if (key == "code" && isFailure) {
            event.error.code = int(value.get_int64());
        } else if (key == "reason" && isFailure) {
            event.error.reason = stringOf(value);
        } else if (key == "message" && isFailure) {
            event.error.message = stringOf(value);
        }
    }
    event.resourceVersion = textOf(meta.resourceVersion);
    event.initialEventsEnd = meta.initialEventsEnd;
    if (isFailure || kind == "Status")
        event.error.kind = Error::kindFor(event.error.code);
    return kind == "Table";
}

std::optional<WatchEvent> ItemDecoder::watchEvent(std::string_view text, bool wantTable)
{
    return wantTable ? d->rowEvent(text) : d->objectEvent(text, false);
}

std::optional<WatchEvent> ItemDecoder::Private::rowEvent(std::string_view text)
{
    WatchEvent event;
    bool isTable = false;
    std::optional<WatchEvent::Type> type;
    std::string_view managedFields;
    if (text.size() > WorthCutting) {
        ObjectOutline outline(ObjectOutline::Holder::EventRow, JsonSplitter::DepthLimit);
        if (outline.scan(text) != ObjectOutline::Progress::Complete)
            return {};
        managedFields = outline.object(text).managedFields;
    }
    const bool good = overWithout(text, managedFields, [&](json::object root, ItemReader reader) {
        type = eventTypeOf(root.find_field_unordered("type").get_string());
        event.type = type.value_or(WatchEvent::Type::Bookmark);
        isTable =
            readEventObject(root.find_field_unordered("object").get_object(), reader, event, true);
    });
    if (!good || !type)
        return {};
    if (isItem(event.type) && !isTable)
        return objectEvent(text, true); // a server that knows no Tables
    return event;
}

/// An event with a whole object, which becomes a row named after it if so wished.
std::optional<WatchEvent> ItemDecoder::Private::objectEvent(std::string_view text, bool asRow)
{
    ObjectOutline outline(ObjectOutline::Holder::Member, JsonSplitter::DepthLimit);
    if (outline.scan(text) != ObjectOutline::Progress::Complete)
        return {};
    const auto object = outline.object(text);
    if (object.text.empty())
        return {};
    const auto at = size_t(object.text.data() - text.data());
    const auto behind = at + object.text.size();
    std::optional<WatchEvent::Type> type;
    const auto readType = [&type](json::object root, const ItemReader &) {
        type = eventTypeOf(root.find_field_unordered("type").get_string());
    };
    if (!overJoined({text.substr(0, at), "null", text.substr(behind, outline.size() - behind)},
                    readType)
        || !type)
        return {};
    WatchEvent event{.type = *type};
    if (!isItem(*type)) {
        const auto read = [&](json::object root, ItemReader reader) {
            readEventObject(root, reader, event, false);
        };
        return over(object.text, read) ? std::optional(event) : std::nullopt;
    }
    if (!readObject(object))
        return {};
    if (asRow)
        makeRow();
    event.resourceVersion = textOf(parts.resourceVersion);
    event.items.emplace_back(parts);
    return event;
}

std::optional<ListSummary> ItemDecoder::summary(std::string_view text)
{
    ListSummary summary;
    const bool good = d->over(text, [&summary](json::object root, const ItemReader &reader) {
        ListMeta meta;
        for (json::field field : root) {
            const auto key = field.escaped_key();
            json::value value = field.value();
            if (ItemReader::isNull(value))
                continue;
            if (key == "metadata")
                Private::readListMeta(value.get_object(), reader, meta);
            else if (key == "columnDefinitions")
                summary.columns = columnsFrom(value.get_array());
            else if (key == "kind")
                summary.isTable = reader.textIn(value) == "Table";
        }
        summary.resourceVersion = textOf(meta.resourceVersion);
        summary.continueToken = textOf(meta.continueToken);
    });
    if (!good)
        return {};
    return summary;
}

} // namespace kube
