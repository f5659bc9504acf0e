// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace kube {

/// A kind that must be listed to know an object's relations.
struct RelatedKind
{
    QString group = {};
    QString kind = {};

    bool operator==(const RelatedKind &) const = default;
};

/// Which kinds to list so that what lies below an object of this kind, and what refers to it, is
/// known. Empty where the object itself says everything. A kind that this project knows nothing of
/// may own objects of the common kinds.
std::vector<RelatedKind> kindsRelatedTo(const QString &group, const QString &kind);

/// Whether only the metadata of this kind may be held: what it contains is secret, or large and
/// without relations.
bool isMetadataOnly(const QString &group, const QString &kind);

} // namespace kube
