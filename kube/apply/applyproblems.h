// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/apply/fieldowners.h"
#include "kube/error.h"
#include "kube/manifest/manifestproblem.h"
#include "kube/yaml/yamltree.h"

#include <QStringList>

namespace kube {

/// The conflicts of a refused apply: the causes "FieldManagerConflict" with their text
/// `conflict with "manager" using apps/v1 at …`.
/// https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts
std::vector<FieldConflict> conflictsIn(const Error &error);

/// The fields that a refusal names, in its causes or, where it has none, in its sentences
/// (`.spec.foo: field not declared in schema`, `unknown field "spec.foo"`, `cannot unmarshal … into
/// Go struct field DeploymentSpec.spec.replicas`), with their places in `tree`. At least one: the
/// message itself, at the document's first line.
std::vector<ManifestProblem> problemsIn(const Error &error, const YamlNode &tree);

/// The texts of a `Warning` header: `299 - "text", 299 - "text"`.
/// https://www.rfc-editor.org/rfc/rfc7234#section-5.5
QStringList warningsIn(const QByteArray &header);

} // namespace kube
