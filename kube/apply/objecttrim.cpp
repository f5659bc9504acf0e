// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apply/objecttrim.h"

using namespace Qt::StringLiterals;

namespace kube {

QJsonObject withoutServerMetadata(const QJsonObject &object)
{
    auto result = object;
    auto meta = result["metadata"_L1].toObject();
    for (const auto key : {"managedFields"_L1, "resourceVersion"_L1, "uid"_L1, "selfLink"_L1,
                           "generation"_L1, "creationTimestamp"_L1})
        meta.remove(key);
    if (result.contains("metadata"_L1))
        result["metadata"_L1] = meta;
    return result;
}

QJsonObject withoutServerFields(const QJsonObject &object)
{
    auto result = withoutServerMetadata(object);
    result.remove("status"_L1);
    return result;
}

} // namespace kube
