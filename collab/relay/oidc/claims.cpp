// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/oidc/claims.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace relay {

static constexpr qsizetype LongestName = 100;

/// The whole path is a name, or a beginning of it is that of an object with the rest.
static QJsonValue valueAt(const QJsonObject &object, QStringView path)
{
    if (const auto found = object.constFind(path); found != object.constEnd())
        return *found;
    for (auto dot = path.indexOf(u'.'); dot >= 0; dot = path.indexOf(u'.', dot + 1)) {
        const auto outer = object.value(path.first(dot));
        if (!outer.isObject())
            continue;
        if (auto inner = valueAt(outer.toObject(), path.sliced(dot + 1)); !inner.isUndefined())
            return inner;
    }
    return QJsonValue::Undefined;
}

QStringList textsIn(const QJsonObject &claims, const QString &claim)
{
    const auto value = valueAt(claims, claim);
    if (value.isString())
        return {value.toString()};
    QStringList texts;
    for (const auto &each : value.toArray()) {
        if (each.isString())
            texts.append(each.toString());
    }
    return texts;
}

QStringList groupsIn(const QJsonObject &claims, const QString &groupsClaim)
{
    QStringList groups;
    for (const auto &claim : groupsClaim.split(u',', Qt::SkipEmptyParts)) {
        for (const auto &group : textsIn(claims, claim.trimmed())) {
            groups.append(group);
            if (group.startsWith(u'/') && group.size() > 1)
                groups.append(group.sliced(1));
        }
    }
    groups.removeDuplicates();
    return groups;
}

QString nameIn(const QJsonObject &claims, const QString &nameClaim)
{
    for (const auto &claim : {nameClaim, u"preferred_username"_s, u"sub"_s}) {
        const auto texts = textsIn(claims, claim);
        if (!texts.isEmpty() && !texts.first().isEmpty())
            return texts.first().left(LongestName);
    }
    return {};
}

} // namespace relay
