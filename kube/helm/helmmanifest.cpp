// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/helm/helmmanifest.h"

#include "kube/yaml/yamltree.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kube {

static constexpr size_t MostDocuments = 5'000;
static constexpr QLatin1StringView SourceMark("# Source: ");

QString HelmDocument::apiVersion() const
{
    return object["apiVersion"_L1].toString();
}

QString HelmDocument::kind() const
{
    return object["kind"_L1].toString();
}

QString HelmDocument::name() const
{
    return object["metadata"_L1]["name"_L1].toString();
}

QString HelmDocument::nameSpace() const
{
    return object["metadata"_L1]["namespace"_L1].toString();
}

/// A document begins after "---" at the start of a line, with nothing or a space behind it.
/// https://yaml.org/spec/1.1/#c-document-start
static bool isSeparator(QStringView line)
{
    return line.startsWith("---"_L1) && (line.size() == 3 || line[3].isSpace());
}

static void take(std::vector<HelmDocument> &documents, const QStringList &lines, int first)
{
    // With the end of its last line: a block scalar there would lose its own.
    HelmDocument document{.text = lines.join(u'\n') + u'\n', .line = first};
    for (const auto &line : lines) {
        if (document.source.isEmpty() && line.startsWith(SourceMark))
            document.source = line.mid(SourceMark.size()).trimmed();
    }
    const auto node = parseYaml(document.text.toUtf8());
    if (!node)
        document.problem = node.error().text;
    else if ((*node)->kind == YamlNode::Kind::Null)
        return;
    else if ((*node)->kind != YamlNode::Kind::Map)
        document.problem = u"it is no object"_s;
    else
        document.object = (*node)->toJson().toObject();
    const auto items = document.object.value("items"_L1);
    if (!document.kind().endsWith("List"_L1) || !items.isArray()) {
        documents.push_back(std::move(document));
        return;
    }
    for (const auto &item : items.toArray()) {
        auto one = document;
        one.object = item.toObject();
        one.isMember = true;
        documents.push_back(std::move(one));
    }
}

std::vector<HelmDocument> readHelmManifest(const QString &manifest)
{
    std::vector<HelmDocument> documents;
    QStringList lines;
    int first = 1;
    int number = 0;
    const auto all = QStringView(manifest).split(u'\n');
    for (const auto &line : all) {
        ++number;
        if (documents.size() >= MostDocuments)
            return documents;
        if (!isSeparator(line)) {
            lines.append(line.toString());
            continue;
        }
        take(documents, lines, first);
        lines.clear();
        first = number + 1;
    }
    take(documents, lines, first);
    return documents;
}

} // namespace kube
