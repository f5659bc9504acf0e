// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yard/kinds.h"
#include "workspace/yard/layout.h"
#include "workspace/yarddoc/yardschema.h"

#include <algorithm>
#include <cmath>
#include <tuple>

using namespace Qt::StringLiterals;

namespace workspace::schema {
namespace {

constexpr double HighestSeq = 9e15; // exact in a double

/// Reads the fields of one map. One that is there and makes no sense makes the whole wrong.
class Fields
{
public:
    explicit Fields(const crdt::YMap &map)
        : m_map(map)
    {
    }

    bool isWrong() const { return m_wrong; }
    bool has(QStringView key) const { return m_map.contains(key); }

    QString text(QStringView key) { return read(key, QString(), textOf); }
    bool flag(QStringView key) { return read(key, false, flagOf); }
    double number(QStringView key, double usual, double low, double high)
    {
        return read(key, usual, [=](const lib0::Any &any) { return numberIn(any, low, high); });
    }

    /// As many coordinates as asked for; they must be there.
    template<size_t Count>
    std::array<double, Count> coordinates(QStringView key)
    {
        std::array<double, Count> numbers{};
        const auto any = m_map.any(key);
        const auto *list = any.array();
        if (!list || list->size() != Count) {
            m_wrong = true;
            return numbers;
        }
        for (size_t i = 0; i < Count; ++i) {
            const auto number = numberIn((*list)[i], -FarthestOut, FarthestOut);
            m_wrong |= !number;
            numbers[i] = number.value_or(0);
        }
        return numbers;
    }

private:
    static std::optional<QString> textOf(const lib0::Any &any) { return textIn(any); }
    static std::optional<bool> flagOf(const lib0::Any &any)
    {
        return any.boolean() ? std::optional(*any.boolean()) : std::nullopt;
    }

    template<typename T, typename Read>
    T read(QStringView key, T usual, Read as)
    {
        const auto value = m_map.get(key);
        if (!value)
            return usual;
        const auto *any = std::get_if<lib0::Any>(&*value);
        const auto found = any ? as(*any) : std::nullopt;
        m_wrong |= !found;
        return found.value_or(usual);
    }

    const crdt::YMap &m_map;
    bool m_wrong = false;
};

/// A text of a plain object: nothing when it is no text, empty when it is missing.
std::optional<QString> entryIn(const lib0::Any::Object &object, QLatin1StringView key)
{
    const auto found = std::ranges::find(object, key, &lib0::Any::Object::value_type::first);
    return found == object.end() ? QString() : textIn(found->second);
}

std::optional<ObjectId> objectIn(const lib0::Any &any)
{
    const auto *object = any.object();
    if (!object)
        return {};
    const auto apiVersion = entryIn(*object, "apiVersion"_L1);
    const auto kind = entryIn(*object, "kind"_L1);
    const auto nameSpace = entryIn(*object, "namespace"_L1);
    const auto name = entryIn(*object, "name"_L1);
    if (!apiVersion || !kind || !nameSpace || !name || kind->isEmpty() || name->isEmpty())
        return {};
    return ObjectId{*apiVersion, *kind, *nameSpace, *name};
}

std::optional<CollectionScope> collectionIn(const lib0::Any &any, const lib0::Any &nameSpaces)
{
    const auto *object = any.object();
    if (!object)
        return {};
    const auto apiVersion = entryIn(*object, "apiVersion"_L1);
    const auto kind = entryIn(*object, "kind"_L1);
    if (!apiVersion || !kind || kind->isEmpty())
        return {};
    CollectionScope scope{*apiVersion, *kind};
    if (nameSpaces.isUndefined())
        return scope;
    const auto *list = nameSpaces.array();
    if (!list || list->size() > MostNamespaces)
        return {};
    for (const auto &each : *list) {
        const auto name = textIn(each);
        if (!name || name->isEmpty())
            return {};
        scope.nameSpaces.append(*name);
    }
    return scope;
}

struct PlacedWindow
{
    double order = 0;
    WindowRecord window = {};
};

std::optional<PlacedWindow> windowIn(const crdt::YMap &windows, const QString &id)
{
    const auto map = windows.map(id);
    if (map.isNull() || id.isEmpty() || id.size() > LongestText)
        return {};
    Fields fields(map);
    const auto view = viewNamed(fields.text(u"view"));
    const auto [x, y, width, height] = fields.coordinates<4>(u"r");
    const double order = fields.number(u"o", 0, -HighestSeq, HighestSeq);
    if (!view || fields.isWrong())
        return {};
    return PlacedWindow{order, {id, *view, QRectF(x, y, width, height)}};
}

/// Two people may have opened a window each in one place, and a size may be nobody's.
std::vector<WindowRecord> putRight(std::vector<WindowRecord> windows)
{
    bool isRight = true;
    for (size_t i = 0; i < windows.size(); ++i) {
        auto &rect = windows[i].rect;
        const auto size = rect.size().expandedTo(layout::MinimumSize);
        const auto fitting = size.boundedTo(layout::MaximumSize);
        isRight &= fitting == rect.size();
        rect.setSize(fitting);
        for (size_t j = 0; j < i && isRight; ++j)
            isRight = !rect.intersects(windows[j].rect);
    }
    return isRight ? windows : layout::tidied(std::move(windows));
}

std::vector<WindowRecord> windowsIn(const crdt::YMap &windows, int &wrong)
{
    std::vector<PlacedWindow> found;
    const auto ids = windows.keys();
    for (const auto &id : ids) {
        if (auto window = windowIn(windows, id))
            found.push_back(std::move(*window));
        else
            ++wrong;
    }
    std::ranges::sort(found, [](const PlacedWindow &a, const PlacedWindow &b) {
        return std::tie(a.order, a.window.id) < std::tie(b.order, b.window.id);
    });
    if (found.size() > MostWindows) {
        wrong += int(found.size() - MostWindows);
        found.resize(MostWindows);
    }
    std::vector<WindowRecord> records;
    records.reserve(found.size());
    for (auto &each : found)
        records.push_back(std::move(each.window));
    return putRight(std::move(records));
}

} // namespace

std::optional<double> numberIn(const lib0::Any &value, double low, double high)
{
    const auto *number = value.number();
    // Written so that NaN is refused.
    return number && *number >= low && *number <= high ? std::optional(*number) : std::nullopt;
}

std::optional<QString> textIn(const lib0::Any &value, qsizetype longest)
{
    const auto *text = value.text();
    return text && text->size() <= longest ? std::optional(*text) : std::nullopt;
}

ReadKrate readKrate(const crdt::YMap &krates, const QString &id)
{
    ReadKrate read;
    const auto map = krates.map(id);
    if (map.isNull() || id.isEmpty() || id.size() > LongestText)
        return read;
    Fields fields(map);
    if (fields.number(u"v", 1, 1, HighestSeq) > Version) {
        read.problem = Problem::NewerKrate;
        return read;
    }
    KrateRecord krate{.id = id};
    krate.cluster = fields.text(u"cluster");
    krate.label = fields.text(u"label");
    const auto [x, y] = fields.coordinates<2>(u"p");
    krate.position = {x, y};
    krate.minimized = fields.flag(u"min");
    krate.pinned = fields.flag(u"pin");
    krate.seq = quint64(fields.number(u"z", 0, 0, HighestSeq));
    krate.object = objectIn(map.any(u"object"));
    krate.collection = collectionIn(map.any(u"collection"), map.any(u"ns"));
    const bool isOne = fields.has(u"object") != fields.has(u"collection")
        && krate.object.has_value() != krate.collection.has_value();
    const auto windows = map.map(u"windows");
    if (fields.isWrong() || !isOne || (windows.isNull() && fields.has(u"windows")))
        return read;
    if (!windows.isNull())
        krate.windows = windowsIn(windows, read.wrongWindows);
    read.record = std::move(krate);
    return read;
}

} // namespace workspace::schema
