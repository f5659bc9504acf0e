// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/yard/jsonpatch.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

/// A part of a JSON pointer (RFC 6901).
QString escaped(QString key)
{
    return key.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

void compare(const QString &path, const QJsonValue &before, const QJsonValue &after,
             QJsonArray &patch);

void compareObjects(const QString &path, const QJsonObject &before, const QJsonObject &after,
                    QJsonArray &patch)
{
    for (auto one = before.begin(); one != before.end(); ++one) {
        if (!after.contains(one.key()))
            patch.append(QJsonObject{{u"op"_s, u"remove"_s},
                                     {u"path"_s, QString(path + u'/' + escaped(one.key()))}});
    }
    for (auto one = after.begin(); one != after.end(); ++one) {
        const QString place = path + u'/' + escaped(one.key());
        const auto known = before.constFind(one.key());
        if (known == before.constEnd())
            patch.append(
                QJsonObject{{u"op"_s, u"add"_s}, {u"path"_s, place}, {u"value"_s, one.value()}});
        else
            compare(place, known.value(), one.value(), patch);
    }
}

void compare(const QString &path, const QJsonValue &before, const QJsonValue &after,
             QJsonArray &patch)
{
    if (before == after)
        return;
    if (before.isObject() && after.isObject())
        return compareObjects(path, before.toObject(), after.toObject(), patch);
    const auto old = before.toArray();
    const auto now = after.toArray();
    if (before.isArray() && after.isArray() && old.size() == now.size()) {
        for (qsizetype i = 0; i < now.size(); ++i)
            compare(path + u'/' + QString::number(i), old.at(i), now.at(i), patch);
        return;
    }
    patch.append(QJsonObject{{u"op"_s, u"replace"_s}, {u"path"_s, path}, {u"value"_s, after}});
}

} // namespace

QJsonArray jsonPatch(const QJsonValue &before, const QJsonValue &after)
{
    QJsonArray patch;
    compare({}, before, after, patch);
    return patch;
}

} // namespace gateway
