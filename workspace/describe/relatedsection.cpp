// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/relatedsection.h"

#include "kube/relations/relationtree.h"
#include "workspace/errortext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

struct RelatedTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Related)
};

using kube::Relation;

/// What the object does with the other.
static QString downWord(Relation relation)
{
    switch (relation) {
    case Relation::OwnedBy:
    case Relation::ControlledBy: return RelatedTr::tr("owns");
    case Relation::RunsOn: return RelatedTr::tr("runs on");
    case Relation::RunsAs: return RelatedTr::tr("runs as");
    case Relation::HasPriority: return RelatedTr::tr("has priority");
    case Relation::HasRuntime: return RelatedTr::tr("has runtime");
    case Relation::Mounts: return RelatedTr::tr("mounts");
    case Relation::ReadsEnvironment: return RelatedTr::tr("reads environment from");
    case Relation::PullsWith: return RelatedTr::tr("pulls images with");
    case Relation::Claims: return RelatedTr::tr("claims");
    case Relation::BoundTo: return RelatedTr::tr("is bound to");
    case Relation::ProvisionedBy: return RelatedTr::tr("is provisioned by");
    case Relation::Selects: return RelatedTr::tr("sends to");
    case Relation::EndpointsOf: return RelatedTr::tr("has the endpoints of");
    case Relation::PointsTo: return RelatedTr::tr("points to");
    case Relation::RoutesTo: return RelatedTr::tr("routes to");
    case Relation::TerminatesTlsWith: return RelatedTr::tr("has its certificate from");
    case Relation::HandledBy: return RelatedTr::tr("is handled by");
    case Relation::Restricts: return RelatedTr::tr("restricts");
    case Relation::Scales: return RelatedTr::tr("scales");
    case Relation::Protects: return RelatedTr::tr("protects");
    case Relation::Grants: return RelatedTr::tr("grants");
    case Relation::GrantsTo: return RelatedTr::tr("grants to");
    case Relation::Holds: return RelatedTr::tr("holds");
    }
    Q_UNREACHABLE_RETURN({});
}

ObjectId idOf(const kube::ObjectKey &key)
{
    return {key.group.isEmpty() ? u"v1"_s : QString(key.group + u"/v1"_s), key.kind, key.nameSpace,
            key.name};
}

namespace {

class RelatedWriter
{
public:
    RelatedWriter(const kube::RelationFeed &feed, const kube::ObjectKey &object)
        : m_feed(feed)
        , m_object(object)
    {
    }

    DescribedSection related();
    DescribedSection users();
    DescribedSection missing() const;

    QSet<kube::ObjectKey> shown; ///< whatever stands in a section

private:
    DescribedValue link(const kube::ObjectKey &key);
    void children(DescribedSection &section, const kube::RelationTree &tree, int depth);

    const kube::RelationFeed &m_feed;
    const kube::ObjectKey m_object;
    std::vector<kube::ObjectKey> m_told; ///< by what stands above
};

DescribedValue RelatedWriter::link(const kube::ObjectKey &key)
{
    shown.insert(key);
    QString text = key.kind + u'/' + key.name;
    if (!key.nameSpace.isEmpty() && key.nameSpace != m_object.nameSpace)
        text += RelatedTr::tr(" in %1").arg(key.nameSpace);
    const bool gone = m_feed.graph().presence(key) == kube::RelationGraph::Presence::Missing;
    if (gone)
        text += RelatedTr::tr(" (does not exist)");
    return {text, TextTone::Link, idOf(key)};
}

static bool isPlacement(Relation relation)
{
    return relation == Relation::RunsOn || relation == Relation::RunsAs
        || relation == Relation::HasPriority || relation == Relation::HasRuntime;
}

/// One field for each relation; below an owned object what is not said above it.
void RelatedWriter::children(DescribedSection &section, const kube::RelationTree &tree, int depth)
{
    const auto before = m_told.size();
    for (const auto &child : tree.children)
        m_told.push_back(child.object);
    QString word;
    for (const auto &child : tree.children) {
        if (std::ranges::find(m_told, child.object) - m_told.begin() < qptrdiff(before))
            continue; // a pod mounts what its workload's template says
        if (depth > 1 && isPlacement(child.relation))
            continue; // of each pod the same again
        const auto next = downWord(child.relation);
        const bool below = !child.children.empty();
        if (next != word || section.fields.back().depth != depth)
            section.fields.push_back({depth, next, {}});
        word = next;
        section.fields.back().values.push_back(link(child.object));
        if (below)
            children(section, child, depth + 1);
    }
    if (tree.left > 0)
        section.fields.push_back(
            {depth, {}, {{RelatedTr::tr("and %n more", nullptr, tree.left), TextTone::Dim}}});
    m_told.resize(before);
}

DescribedSection RelatedWriter::related()
{
    DescribedSection section{.heading = u"Related"_s};
    for (const auto &end : m_feed.graph().uses(m_object)) {
        if (end.relation == Relation::OwnedBy || end.relation == Relation::ControlledBy)
            section.fields.push_back({1, RelatedTr::tr("owned by"), {link(end.object)}});
    }
    const auto tree = treeBelow(m_feed.graph(), m_object, {.depth = 4, .children = 20});
    m_told = {m_object};
    children(section, tree, 1);
    return section;
}

DescribedSection RelatedWriter::users()
{
    static constexpr int most = 40;
    DescribedSection section{.heading = u"Used by"_s};
    int left = 0;
    for (const auto &end : usersOf(m_feed.graph(), m_object)) {
        if (int(section.rows.size()) < most)
            section.rows.push_back({link(end.object), {downWord(end.relation), TextTone::Dim}});
        else
            ++left;
    }
    if (!section.rows.empty())
        section.columns = {u"Object"_s, u"Relation"_s};
    if (left > 0)
        section.rows.push_back({{RelatedTr::tr("and %n more", nullptr, left), TextTone::Dim}, {}});
    return section;
}

DescribedSection RelatedWriter::missing() const
{
    DescribedSection section{.heading = u"Relations not known"_s};
    for (const auto &part : m_feed.missing())
        section.fields.push_back({1, part.kind.kind, {{errorText(part.error), TextTone::Warn}}});
    return section;
}

} // namespace

QSet<kube::ObjectKey> addRelated(Description &description, const kube::RelationFeed &feed,
                                 const kube::ObjectKey &object)
{
    RelatedWriter writer(feed, object);
    writer.shown.insert(object);
    auto place = description.sections.end();
    if (!description.sections.empty() && description.sections.back().heading == "Events"_L1)
        --place;
    std::vector<DescribedSection> sections;
    for (auto section : {writer.related(), writer.users(), writer.missing()}) {
        if (!section.fields.empty() || !section.rows.empty())
            sections.push_back(std::move(section));
    }
    description.sections.insert(place, std::make_move_iterator(sections.begin()),
                                std::make_move_iterator(sections.end()));
    return writer.shown;
}

} // namespace workspace
