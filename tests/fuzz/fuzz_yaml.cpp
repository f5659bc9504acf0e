// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"
#include "fuzz/fuzzjson.h"

#include "kube/manifest/fieldplace.h"
#include "kube/manifest/manifest.h"
#include "kube/manifest/manifestcursor.h"
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

/// Every document of a file has its place in it, and whatever a server says of fields is found or
/// is not.
void readAsManifest(const QByteArray &text)
{
    const auto lines = int(text.count('\n')) + 1;
    for (const auto &document : kube::readManifest(text)) {
        fuzz::require(document.line >= 1 && document.line <= lines, "a document has its line");
        fuzz::require(document.tree || document.problem, "what is not read has a reason");
        if (!document.tree)
            continue;
        const auto path = QString::fromUtf8(text.first(qMin(text.size(), qsizetype(80))));
        const auto place = kube::placeOf(*document.tree, path);
        fuzz::require(place.line <= lines, "a place is in the text");
        kube::withoutField(document.object, path);
    }
    const auto whole = QString::fromUtf8(text);
    const auto cursor = kube::cursorAt(whole, whole.size() / 2);
    fuzz::require(cursor.wordStart <= whole.size(), "a cursor's word is in the text");
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
    readAsManifest(text);
    if (const auto object = fuzz::objectIn(text))
        writeAndRead(*object);
    return 0;
}
