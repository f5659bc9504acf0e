// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/manifest/fieldplace.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

/// The text between the brackets that `path` begins with; quotes protect what is in them.
QStringView bracketed(QStringView path)
{
    bool quoted = false;
    for (qsizetype i = 1; i < path.size(); ++i) {
        if (path[i] == u'\\' && quoted)
            ++i;
        else if (path[i] == u'"')
            quoted = !quoted;
        else if (path[i] == u']' && !quoted)
            return path.sliced(1, i - 1);
    }
    return path.sliced(1);
}

QString unquoted(QStringView text)
{
    if (!text.startsWith(u'"'))
        return text.toString();
    const QByteArray list = "[" + text.toUtf8() + "]";
    const auto document = QJsonDocument::fromJson(list);
    return document.isArray() ? document.array().at(0).toString()
                              : text.sliced(1).chopped(1).toString();
}

/// "name="web",port=80" as pairs; an empty key stands for the element itself.
std::vector<std::pair<QString, QString>> conditionsOf(QStringView text)
{
    std::vector<std::pair<QString, QString>> conditions;
    while (!text.isEmpty()) {
        const auto equals = text.indexOf(u'=');
        if (equals < 0)
            return {};
        const auto key = text.first(equals).toString();
        text = text.sliced(equals + 1);
        bool quoted = false;
        qsizetype end = 0;
        for (; end < text.size() && (quoted || text[end] != u','); ++end) {
            if (text[end] == u'\\' && quoted)
                ++end;
            else if (text[end] == u'"')
                quoted = !quoted;
        }
        end = qMin(end, text.size());
        conditions.emplace_back(key, unquoted(text.first(end)));
        text = text.sliced(qMin(end + 1, text.size()));
    }
    return conditions;
}

QString scalarText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.isDouble() ? value.toVariant().toString() : QString();
}

/// Whether a path is at its end or goes on with another step.
bool isBoundary(QStringView path)
{
    return path.isEmpty() || path.front() == u'.' || path.front() == u'[';
}

/// The longest of the map's keys that `path` begins with, and what follows; -1 when there is none.
template<typename KeyAt>
qsizetype keyAtStart(QStringView path, qsizetype count, KeyAt keyAt, QStringView &rest)
{
    if (path.startsWith(u'.'))
        path = path.sliced(1);
    qsizetype best = -1;
    qsizetype length = -1;
    const auto inside = path.startsWith(u'[') ? unquoted(bracketed(path)) : QString();
    for (qsizetype i = 0; i < count; ++i) {
        const QStringView key = keyAt(i);
        if (!inside.isEmpty() && key == inside) {
            rest = path.sliced(qMin(bracketed(path).size() + 2, path.size()));
            return i;
        }
        if (key.size() > length && path.startsWith(key) && isBoundary(path.sliced(key.size()))) {
            best = i;
            length = key.size();
        }
    }
    if (best >= 0)
        rest = path.sliced(length);
    return best;
}

/// Which element of a list the brackets mean; -1 when there is none.
template<typename Matches>
qsizetype elementAtStart(QStringView path, qsizetype count, Matches matches, QStringView &rest)
{
    if (!path.startsWith(u'['))
        return -1;
    const auto inside = bracketed(path);
    rest = path.sliced(qMin(inside.size() + 2, path.size()));
    bool isNumber = false;
    const auto index = inside.toLongLong(&isNumber);
    if (isNumber)
        return index >= 0 && index < count ? index : -1;
    const auto conditions = conditionsOf(inside);
    for (qsizetype i = 0; i < count && !conditions.empty(); ++i) {
        const bool all = std::ranges::all_of(conditions, [&](const auto &condition) {
            return matches(i, condition.first, condition.second);
        });
        if (all)
            return i;
    }
    return -1;
}

QJsonValue without(const QJsonValue &value, QStringView path)
{
    QStringView rest;
    if (value.isObject()) {
        auto object = value.toObject();
        const auto keys = object.keys();
        const auto at = keyAtStart(
            path, keys.size(), [&](qsizetype i) -> QStringView { return keys[i]; }, rest);
        if (at >= 0 && rest.isEmpty())
            object.remove(keys[at]);
        else if (at >= 0)
            object[keys[at]] = without(object[keys[at]], rest);
        return object;
    }
    if (!value.isArray())
        return value;
    auto list = value.toArray();
    const auto matches = [&](qsizetype i, const QString &key, const QString &text) {
        return scalarText(key.isEmpty() ? list.at(i) : list.at(i)[key]) == text;
    };
    const auto at = elementAtStart(path, list.size(), matches, rest);
    if (at >= 0 && rest.isEmpty())
        list.removeAt(at);
    else if (at >= 0)
        list[at] = without(list.at(at), rest);
    return list;
}

} // namespace

FieldPlace placeOf(const YamlNode &tree, QStringView path)
{
    FieldPlace place{tree.line, tree.column, path.isEmpty()};
    const auto *node = &tree;
    for (QStringView rest; !path.isEmpty(); path = rest) {
        if (node->kind == YamlNode::Kind::Map) {
            const auto &fields = node->fields;
            const auto at = keyAtStart(
                path, qsizetype(fields.size()),
                [&](qsizetype i) -> QStringView { return fields[size_t(i)].key; }, rest);
            if (at < 0)
                return place;
            const auto &field = fields[size_t(at)];
            place = {field.line, field.column, rest.isEmpty()};
            node = field.value.get();
        } else {
            const auto &items = node->items;
            const auto matches = [&](qsizetype i, const QString &key, const QString &text) {
                const auto *item = items[size_t(i)].get();
                const auto *value = key.isEmpty() ? item : item->find(key);
                return value && value->text == text;
            };
            const auto at = elementAtStart(path, qsizetype(items.size()), matches, rest);
            if (at < 0)
                return place;
            node = items[size_t(at)].get();
            place = {node->line, node->column, rest.isEmpty()};
        }
    }
    return place;
}

QJsonObject withoutField(const QJsonObject &object, QStringView path)
{
    return without(object, path).toObject();
}

} // namespace kube
