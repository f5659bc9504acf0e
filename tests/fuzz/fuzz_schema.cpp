// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "kube/openapi/schema.h"
#include "kube/openapi/schemacheck.h"

using namespace Qt::StringLiterals;

static constexpr int Deepest = 8; ///< circles are walked so far

static void walk(const kube::Schema &schema, const kube::SchemaNode *node, int depth, int &budget)
{
    if (depth > Deepest || --budget < 0)
        return;
    schema.typeOf(node);
    for (const auto &field : schema.fieldsOf(node))
        walk(schema, schema.at(node, {field.name}), depth + 1, budget);
    walk(schema, schema.at(node, {u"[]"_s}), depth + 1, budget);
}

/// An OpenAPI document of a server, with circles and references that lead nowhere.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto bytes = fuzz::viewOf(data, size).toByteArray();
    const auto schema = kube::Schema::read(bytes);
    if (!schema) {
        fuzz::require(schema.error().kind == kube::Error::Kind::Malformed,
                      "it is told for what it is");
        return 0;
    }
    int budget = 2'000;
    for (int i = 0; i < int((*schema)->size()); ++i)
        walk(**schema, (*schema)->node(i), 0, budget);
    const auto *widget = (*schema)->kind(u"v1"_s, u"Widget"_s);
    const auto tree = kube::parseYaml("kind: Widget\nspec: {a: [1, {b: x}]}\n");
    if (widget && tree)
        fuzz::require(kube::faultsOf(**schema, *widget, **tree).size() <= 200,
                      "faults are bounded");
    return 0;
}
