// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/kubelens/session.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

constexpr qsizetype MostResources = 500;
constexpr int MostDepth = 16;
constexpr qsizetype LongestName = 253; // of a Kubernetes object

bool isShallow(const QJsonValue &value, int depth)
{
    if (depth == 0)
        return !value.isObject() && !value.isArray();
    if (value.isArray()) {
        const auto array = value.toArray();
        return std::ranges::all_of(
            array, [depth](const QJsonValue &one) { return isShallow(one, depth - 1); });
    }
    const auto object = value.toObject();
    return std::ranges::all_of(
        object, [depth](const QJsonValue &one) { return isShallow(one, depth - 1); });
}

bool isName(const QJsonValue &value)
{
    const auto text = value.toString();
    return !text.isEmpty() && text.size() <= LongestName;
}

QString problemOfResource(const QJsonValue &resource)
{
    const auto object = resource.toObject();
    const auto kind = object["kind"_L1].toString();
    if (kind != "pod"_L1 && kind != "app"_L1)
        return u"needs a kind, \"pod\" or \"app\""_s;
    if (!isName(object["namespace"_L1]) || !isName(object["name"_L1]))
        return u"needs a namespace and a name"_s;
    return isShallow(object, 1) ? QString() : u"has values that are not plain"_s;
}

QString problemOfResources(const QString &key, const QJsonValue &value)
{
    if (!value.isArray())
        return u"%1 must be a list."_s.arg(key);
    const auto list = value.toArray();
    if (list.size() > MostResources)
        return u"%1 has more than %2 entries."_s.arg(key).arg(MostResources);
    for (const auto &resource : list) {
        if (const auto problem = problemOfResource(resource); !problem.isEmpty())
            return u"An entry of %1 %2."_s.arg(key, problem);
    }
    return {};
}

QString problemOf(const QString &key, const QJsonValue &value)
{
    if (key == "activeResources"_L1 || key == "pinnedResources"_L1)
        return problemOfResources(key, value);
    if (key == "theme"_L1) {
        static const QStringList themes{u"light"_s, u"dark"_s, u"system"_s};
        return themes.contains(value.toString()) ? QString()
                                                 : u"theme must be light, dark or system."_s;
    }
    if (key == "ui"_L1)
        return value.isObject() && isShallow(value, MostDepth)
            ? QString()
            : u"ui must be an object, and not too deep."_s;
    return u"A session has activeResources, pinnedResources, theme and ui, and nothing else."_s;
}

} // namespace

std::expected<QByteArray, QString> Session::checked(const QByteArray &body)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(body, &error);
    if (!document.isObject())
        return std::unexpected(u"The body is no JSON object."_s);
    const auto object = document.object();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (const auto problem = problemOf(entry.key(), entry.value()); !problem.isEmpty())
            return std::unexpected(problem);
    }
    auto full = empty();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        full.insert(entry.key(), entry.value());
    return QJsonDocument(full).toJson(QJsonDocument::Compact);
}

QJsonObject Session::empty()
{
    return {{u"activeResources"_s, QJsonArray()},
            {u"pinnedResources"_s, QJsonArray()},
            {u"theme"_s, u"system"_s},
            {u"ui"_s, QJsonObject()}};
}

} // namespace gateway
