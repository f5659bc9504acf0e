// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "kube/yaml/yamltree.h"
#include "workspace/yaml/yamltext.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace {

bool isWithin(const kube::YamlNode &node, const kube::YamlLimits &limits)
{
    return node.weight <= limits.weight + 1 && node.height <= limits.depth + 1;
}

/// What we write is read as what it was.
void writeAndRead(const QJsonObject &object)
{
    const auto yaml = workspace::toYaml(object, {.managedFields = true, .maskSecrets = false});
    const auto text = yaml.text();
    const auto again = kube::parseYaml(text.toUtf8());
    if (!again) {
        const bool isLarge = again.error().text.contains(QLatin1StringView("too"));
        fuzz::require(isLarge, "our own YAML can be read");
        return;
    }
    const auto read = (*again)->toJson().toObject();
    fuzz::require(read == object, "our own YAML means what it was made of");
}

} // namespace

/// A document in YAML: bounded, refused with a reason, and stable from there on.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto text = fuzz::viewOf(data, size).toByteArray();
    const auto node = kube::parseYaml(text);
    if (!node) {
        fuzz::require(!node.error().text.isEmpty(), "a refusal has a reason");
    } else {
        fuzz::require(isWithin(**node, {}), "the tree is bounded");
        (*node)->toJson();
    }
    if (const auto json = QJsonDocument::fromJson(text); json.isObject())
        writeAndRead(json.object());
    return 0;
}
