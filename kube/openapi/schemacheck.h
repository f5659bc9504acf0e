// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/openapi/schema.h"
#include "kube/yaml/yamltree.h"

namespace kube {

/// Where a document is not what its kind asks for.
struct SchemaFault
{
    enum class Kind {
        UnknownField, ///< `expected`: a known one that resembles it, or empty
        WrongType, ///< `expected`: the type
        MissingField, ///< `field` is not there
        NotAllowed, ///< `expected`: what is allowed, with commas
    };

    Kind kind = Kind::UnknownField;
    int line = 0; ///< counted from 1
    int column = 0; ///< counted from 1
    QString path = {}; ///< "spec.containers[0].image"
    QString field = {}; ///< the last part of it
    QString expected = {};

    bool operator==(const SchemaFault &) const = default;
};

/// Looks through a document; at most 200 faults. What is null counts as not there, and `status` is
/// left alone: it is the server's. Any thread.
std::vector<SchemaFault> faultsOf(const Schema &schema, const SchemaNode &root,
                                  const YamlNode &tree);

} // namespace kube
