// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/objectref.h"

#include <QJsonObject>

#include <vector>

namespace demo {

class Store;

/// Where references lead: "#/components/schemas/" in OpenAPI v3, "#/definitions/" in v2.
enum class OpenApiForm { V3, V2 };

/// The schemas of these kinds by name, with those they refer to: the fields that manifests mostly
/// have, described in a sentence; for custom resources what their definition says; for all other
/// kinds the metadata, and anything else.
QJsonObject openApiSchemas(const Store &store, const std::vector<kube::ApiResource> &kinds,
                           OpenApiForm form);

} // namespace demo
