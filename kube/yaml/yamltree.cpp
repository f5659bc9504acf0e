// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/yaml/yamltree.h"

#include "kube/yaml/yamlscalar.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <ranges>
#include <sstream>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

int lineOf(const YAML::Mark &mark, int firstLine)
{
    return mark.is_null() ? 0 : mark.line + firstLine;
}

// Builds the tree from the parser's events. Stops the parser by throwing a YamlProblem, which
// parseYaml() catches.
class TreeBuilder final : public YAML::EventHandler
{
public:
    TreeBuilder(const YamlLimits &limits, YamlStrictness how, int firstLine)
        : m_limits(limits)
        , m_how(how)
        , m_firstLine(firstLine)
    {
    }

    YamlNode::Ptr root() const { return m_root ? m_root : std::make_shared<const YamlNode>(); }

    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        add(newNode(mark), anchor);
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const auto known = m_anchors.find(anchor);
        if (known == m_anchors.end())
            throw YamlProblem{lineOf(mark, m_firstLine),
                              u"an alias names a value that contains it"_s};
        add(known->second, YAML::NullAnchor);
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        auto node = newNode(mark);
        auto text = QString::fromUtf8(value.data(), qsizetype(value.size()));
        if (value.starts_with("\xef\xbb\xbf"))
            text.prepend(QChar(QChar::ByteOrderMark)); // which Qt takes away
        const bool plain = tag == "?" || tag.empty();
        if (plain || tag.ends_with(":bool") || tag.ends_with(":int") || tag.ends_with(":float")
            || tag.ends_with(":null")) {
            resolvePlainScalar(text, *node);
        } else {
            node->kind = YamlNode::Kind::Text;
            node->text = text;
        }
        node->weight += node->text.size() / 16;
        m_plainScalar = plain;
        add(node, anchor);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(YamlNode::Kind::List, mark, anchor);
    }

    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(YamlNode::Kind::Map, mark, anchor);
    }

    void OnSequenceEnd() override { close(); }
    void OnMapEnd() override { close(); }

private:
    struct Level
    {
        std::shared_ptr<YamlNode> node; // shared with nobody until it is closed
        YAML::anchor_t anchor = YAML::NullAnchor;
        YamlNode::Field next = {}; // its key is known, its value comes
        QSet<QString> keys = {}; // only when they must not repeat
        bool hasKey = false;
        bool isMerge = false;
        decltype(YamlNode::fields) merged = {}; // weaker than the map's own fields
    };

    std::shared_ptr<YamlNode> newNode(const YAML::Mark &mark) const
    {
        auto node = std::make_shared<YamlNode>();
        node->line = lineOf(mark, m_firstLine);
        node->column = mark.is_null() ? 0 : mark.column + 1;
        return node;
    }

    void open(YamlNode::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (qsizetype(m_levels.size()) >= m_limits.depth)
            throw YamlProblem{lineOf(mark, m_firstLine), u"the values are nested too deeply"_s};
        auto node = newNode(mark);
        node->kind = kind;
        m_levels.push_back({.node = std::move(node), .anchor = anchor});
    }

    void close()
    {
        auto level = std::move(m_levels.back());
        m_levels.pop_back();
        m_plainScalar = false;
        auto &fields = level.node->fields;
        fields.insert(fields.begin(), level.merged.begin(), level.merged.end());
        add(level.node, level.anchor);
    }

    void add(const YamlNode::Ptr &node, YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            m_anchors.insert_or_assign(anchor, node);
        if (m_levels.empty()) {
            m_root = node;
            return;
        }
        auto &level = m_levels.back();
        grow(*level.node, *node);
        if (level.node->kind == YamlNode::Kind::List)
            level.node->items.push_back(node);
        else if (!level.hasKey)
            takeKey(level, *node);
        else
            takeValue(level, node);
    }

    void grow(YamlNode &parent, const YamlNode &child)
    {
        parent.weight += child.weight;
        parent.height = std::max(parent.height, child.height + 1);
        if (parent.weight > m_limits.weight)
            throw YamlProblem{child.line, u"the document holds too many values"_s};
        if (parent.height + qsizetype(m_levels.size()) - 1 > m_limits.depth)
            throw YamlProblem{child.line, u"the values are nested too deeply"_s};
    }

    void takeKey(Level &level, const YamlNode &node)
    {
        using enum YamlNode::Kind;
        if (node.kind == List || node.kind == Map)
            throw YamlProblem{node.line, u"a key must be plain text"_s};
        level.next = {.key = node.kind == Null ? u"null"_s : node.text,
                      .line = node.line,
                      .column = node.column};
        level.isMerge = m_plainScalar && node.text == "<<"_L1;
        level.hasKey = true;
        if (m_how == YamlStrictness::Lenient || level.isMerge)
            return;
        if (level.keys.contains(level.next.key))
            throw YamlProblem{node.line,
                              u"the key “%1” stands twice in this map"_s.arg(level.next.key)};
        level.keys.insert(level.next.key);
    }

    void takeValue(Level &level, const YamlNode::Ptr &node)
    {
        level.hasKey = false;
        level.next.value = node;
        if (!level.isMerge)
            level.node->fields.push_back(std::move(level.next));
        else if (node->kind == YamlNode::Kind::List)
            for (const auto &item : node->items | std::views::reverse)
                merge(level, *item); // the first of the list wins, so it comes last
        else
            merge(level, *node);
    }

    static void merge(Level &level, const YamlNode &node)
    {
        if (node.kind != YamlNode::Kind::Map)
            throw YamlProblem{node.line, u"only maps can be merged into a map"_s};
        level.merged.insert(level.merged.end(), node.fields.begin(), node.fields.end());
    }

    YamlLimits m_limits;
    YamlStrictness m_how;
    int m_firstLine;
    YamlNode::Ptr m_root;
    std::vector<Level> m_levels;
    std::unordered_map<YAML::anchor_t, YamlNode::Ptr> m_anchors;
    bool m_plainScalar = false;
};

// The parser's texts are fixed up to a colon; what follows may quote the document.
YamlProblem problemFrom(const YAML::Exception &exception, int firstLine)
{
    const auto text = QString::fromStdString(exception.msg);
    return {lineOf(exception.mark, firstLine), text.section(u':', 0, 0)};
}

} // namespace

const YamlNode *YamlNode::find(QStringView key) const
{
    const auto found = std::find_if(fields.rbegin(), fields.rend(),
                                    [&](const auto &field) { return field.key == key; });
    return found == fields.rend() ? nullptr : found->value.get();
}

QJsonValue YamlNode::toJson() const
{
    switch (kind) {
    case Kind::Null: return QJsonValue::Null;
    case Kind::Bool: return boolean;
    case Kind::Int: return integer;
    case Kind::Float: return number;
    case Kind::Text: return text;
    case Kind::List: {
        QJsonArray array;
        for (const auto &item : items)
            array.append(item->toJson());
        return array;
    }
    case Kind::Map: {
        QJsonObject object;
        for (const auto &field : fields)
            object.insert(field.key, field.value->toJson());
        return object;
    }
    }
    Q_UNREACHABLE_RETURN({});
}

std::expected<YamlNode::Ptr, YamlProblem>
parseYaml(const QByteArray &text, const YamlLimits &limits, YamlStrictness how, int firstLine)
{
    if (text.size() > limits.bytes)
        return std::unexpected(YamlProblem{0, u"it is too large"_s});
    try {
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        TreeBuilder builder(limits, how, firstLine);
        parser.HandleNextDocument(builder);
        auto root = builder.root();
        if (how == YamlStrictness::Strict && parser.HandleNextDocument(builder))
            return std::unexpected(YamlProblem{builder.root()->line,
                                               u"this does not belong to what stands before it"_s});
        return root;
    } catch (const YamlProblem &problem) {
        return std::unexpected(problem);
    } catch (const YAML::Exception &exception) {
        return std::unexpected(problemFrom(exception, firstLine));
    }
}

} // namespace kube
