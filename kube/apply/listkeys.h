// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace kube {

/// How the elements of a list are told apart.
struct ListKeys
{
    enum class Kind {
        Whole, ///< not at all: the list is one value
        Set, ///< by their values
        Map, ///< by some of their fields
    };
    Kind kind = Kind::Whole;
    QStringList fields = {}; ///< of a Map: "name"; "containerPort", "protocol"

    bool operator==(const ListKeys &) const = default;
};

/// What all field managers of an object own, as one tree in the form FieldsV1.
/// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/
QJsonObject ownedByAnyone(const QJsonObject &object);

/// What the tree `fields` tells about the list it stands for. Without a word from it, objects with
/// a `name` each are told apart by that.
ListKeys listKeysOf(const QJsonObject &fields, const QJsonArray &list);

/// The part of a FieldsV1 tree about a member of a map, or an element of a list.
QJsonObject fieldsOfMember(const QJsonObject &fields, const QString &key);
QJsonObject fieldsOfElement(const QJsonObject &fields, const ListKeys &keys,
                            const QJsonObject &element);

/// Which element of `list` has the same keys as `element`; -1 when none has.
qsizetype elementLike(const QJsonArray &list, const ListKeys &keys, const QJsonValue &element);
/// Whether every element has all the keys, and no two the same ones.
bool areToldApart(const QJsonArray &list, const ListKeys &keys);

/// The path of a member or an element, as server-side apply writes it: ".spec",
/// "[name=\"web\"]", "[=\"x\"]".
QString memberPath(const QString &path, const QString &key);
QString elementPath(const QString &path, const ListKeys &keys, const QJsonValue &element);

} // namespace kube
