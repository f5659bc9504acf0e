// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <vector>

namespace kube {

/// A field that two people changed to different values.
struct MergeConflict
{
    QString path = {}; ///< ".spec.template.spec.containers[name=\"web\"].image"
    QJsonValue base = QJsonValue(QJsonValue::Undefined); ///< undefined: there was none
    QJsonValue mine = QJsonValue(QJsonValue::Undefined); ///< undefined: I removed it
    QJsonValue theirs = QJsonValue(QJsonValue::Undefined);

    bool operator==(const MergeConflict &) const = default;
};

struct MergedObject
{
    QJsonObject object = {}; ///< with mine where there is a conflict
    std::vector<MergeConflict> conflicts = {};
};

/// Brings what I changed since `base` and what others changed since then into one object. Elements
/// of lists are matched by the keys that the managedFields of `theirs` tell, else by their names,
/// else a list is one value. Two sides that made the same change agree. What I changed at one of
/// the paths `leave` is taken back.
MergedObject mergeThree(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &theirs,
                        const QStringList &leave = {});

/// One field that differs between two states of an object.
struct FieldEdit
{
    QString path = {};
    QJsonValue before = QJsonValue(QJsonValue::Undefined); ///< undefined: it is new
    QJsonValue after = QJsonValue(QJsonValue::Undefined); ///< undefined: it was removed

    bool operator==(const FieldEdit &) const = default;
};

/// What leads from one state to the other, matched as in mergeThree() by the managedFields of
/// `before`; server fields are looked at like all others.
std::vector<FieldEdit> fieldEdits(const QJsonObject &before, const QJsonObject &after);

} // namespace kube
