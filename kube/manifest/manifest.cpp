// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/manifest/manifest.h"

#include <QByteArrayView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

/// The text between two document markers.
struct Chunk
{
    qsizetype begin = 0;
    qsizetype end = 0;
    int line = 1;
    int lastLine = 1;
    bool marked = false; ///< begins with `---`
    bool hasContent = false;
};

bool isMarker(QByteArrayView line, const char *marker)
{
    return line.startsWith(marker) && (line.size() == 3 || line[3] == ' ' || line[3] == '\t');
}

/// Cuts a stream at `---` and `...`, which YAML allows nowhere else at the start of a line.
class Splitter
{
public:
    explicit Splitter(const QByteArray &text)
        : m_text(text)
    {
    }

    std::vector<Chunk> split()
    {
        qsizetype begin = m_text.startsWith("\xef\xbb\xbf") ? 3 : 0;
        m_chunk = {.begin = begin, .end = begin};
        for (int line = 1; begin < m_text.size(); ++line) {
            const auto feed = m_text.indexOf('\n', begin);
            const auto end = feed < 0 ? m_text.size() : feed + 1;
            take(QByteArrayView(m_text).sliced(begin, end - begin).trimmed().isEmpty()
                     ? QByteArrayView()
                     : withoutEnd(QByteArrayView(m_text).sliced(begin, end - begin)),
                 begin, end, line);
            begin = end;
        }
        close();
        return std::move(m_chunks);
    }

private:
    static QByteArrayView withoutEnd(QByteArrayView line)
    {
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        return line;
    }

    void take(QByteArrayView text, qsizetype begin, qsizetype end, int line)
    {
        if (isMarker(text, "...")) {
            close();
            m_chunk = {.begin = end, .end = end, .line = line + 1, .lastLine = line + 1};
            return;
        }
        if (isMarker(text, "---")) {
            if (m_chunk.marked || m_chunk.hasContent) {
                close();
                m_chunk = {.begin = begin, .line = line};
            }
            m_chunk.marked = true;
            text = text.sliced(3).trimmed();
        } else if (text.startsWith('%') && !m_chunk.marked && !m_chunk.hasContent) {
            text = {}; // a directive for the document that follows
        }
        const auto written = text.trimmed();
        if (!written.isEmpty() && !written.startsWith('#')) {
            m_chunk.hasContent = true;
            m_chunk.lastLine = line;
        }
        m_chunk.end = end;
    }

    void close()
    {
        if (m_chunk.hasContent)
            m_chunks.push_back(m_chunk);
    }

    const QByteArray &m_text;
    Chunk m_chunk;
    std::vector<Chunk> m_chunks;
};

/// What must be there before anything can be asked about an object; nothing when all is.
std::optional<YamlProblem> whatIsMissing(const YamlNode &tree)
{
    if (tree.kind != YamlNode::Kind::Map)
        return YamlProblem{tree.line,
                           u"this is no object: it must begin with keys such as "
                           "“apiVersion:” and “kind:”"_s};
    for (const auto key : {u"apiVersion", u"kind"}) {
        const auto *value = tree.find(key);
        if (!value || value->text.isEmpty())
            return YamlProblem{
                tree.line,
                u"“%1” is missing: it tells what kind of object this is"_s.arg(QStringView(key))};
        if (value->kind != YamlNode::Kind::Text)
            return YamlProblem{value->line, u"“%1” must be a text"_s.arg(QStringView(key))};
    }
    const auto *meta = tree.find(u"metadata");
    if (!meta || meta->kind != YamlNode::Kind::Map)
        return YamlProblem{meta ? meta->line : tree.line,
                           u"“metadata” is missing: give the object a name there"_s};
    const auto *name = meta->find(u"name");
    if (!name)
        name = meta->find(u"generateName");
    if (!name)
        return YamlProblem{meta->line, u"“metadata.name” is missing"_s};
    if (name->kind != YamlNode::Kind::Text || name->text.isEmpty())
        return YamlProblem{name->line, u"“metadata.name” must be a text: put it into quotes"_s};
    return {};
}

/// The items of a list of objects; nullptr when `tree` is none.
const YamlNode *itemsOf(const YamlNode &tree)
{
    const auto *kind = tree.kind == YamlNode::Kind::Map ? tree.find(u"kind") : nullptr;
    if (!kind || !kind->text.endsWith("List"_L1))
        return nullptr;
    const auto *items = tree.find(u"items");
    return items && items->kind == YamlNode::Kind::List ? items : nullptr;
}

void addDocument(const YamlNode::Ptr &tree, const ManifestDocument &place,
                 std::vector<ManifestDocument> &documents)
{
    auto document = place;
    document.tree = tree;
    document.object = tree->toJson().toObject();
    document.problem = whatIsMissing(*tree);
    documents.push_back(std::move(document));
}

/// Items of a typed list may leave out what the list says for all of them.
YamlNode::Ptr withKind(const YamlNode::Ptr &item, const YamlNode &list)
{
    const auto kind = list.find(u"kind")->text.chopped(4);
    if (item->kind != YamlNode::Kind::Map || item->find(u"kind") || kind.isEmpty())
        return item;
    const auto *apiVersion = list.find(u"apiVersion");
    auto completed = std::make_shared<YamlNode>(*item);
    const auto add = [&](const QString &key, const QString &text) {
        auto value = std::make_shared<YamlNode>();
        value->kind = YamlNode::Kind::Text;
        value->line = item->line;
        value->column = item->column;
        value->text = text;
        completed->fields.push_back({key, std::move(value), item->line, item->column});
    };
    if (!item->find(u"apiVersion") && apiVersion)
        add(u"apiVersion"_s, apiVersion->text);
    add(u"kind"_s, kind);
    return completed;
}

int lastLineOf(const YamlNode &node)
{
    int line = node.line;
    if (!node.fields.empty())
        line = std::max(line, lastLineOf(*node.fields.back().value));
    if (!node.items.empty())
        line = std::max(line, lastLineOf(*node.items.back()));
    return line;
}

} // namespace

QString ManifestDocument::apiVersion() const
{
    return object["apiVersion"_L1].toString();
}

QString ManifestDocument::kind() const
{
    return object["kind"_L1].toString();
}

QString ManifestDocument::name() const
{
    return object["metadata"_L1]["name"_L1].toString();
}

QString ManifestDocument::nameSpace() const
{
    return object["metadata"_L1]["namespace"_L1].toString();
}

std::vector<ManifestDocument> readManifest(const QByteArray &text)
{
    if (text.size() > ManifestFileLimit)
        return {{.problem = YamlProblem{0, u"the file is larger than 64 MiB: split it"_s}}};
    std::vector<ManifestDocument> documents;
    const auto chunks = Splitter(text).split();
    for (const auto &chunk : chunks) {
        const ManifestDocument place{.line = chunk.line, .lastLine = chunk.lastLine};
        const auto tree = parseYaml(text.mid(chunk.begin, chunk.end - chunk.begin), ManifestLimits,
                                    YamlStrictness::Strict, chunk.line);
        if (!tree) {
            documents.push_back(place);
            documents.back().problem = tree.error();
            if (tree.error().line == 0)
                documents.back().problem->line = chunk.line;
        } else if (const auto *items = itemsOf(**tree)) {
            for (const auto &item : items->items)
                addDocument(withKind(item, **tree),
                            {.line = item->line, .lastLine = lastLineOf(*item)}, documents);
        } else if ((*tree)->kind != YamlNode::Kind::Null) {
            addDocument(*tree, place, documents);
        }
    }
    return documents;
}

} // namespace kube
