// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/topology/topologycontent.h"

#include "kube/api/apiclient.h"
#include "kube/watch/resourcecache.h"
#include "workspace/errortext.h"
#include "workspace/look/look.h"
#include "workspace/topology/topologytext.h"
#include "workspace/yaml/watchstatus.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal FieldHeight = 30;
static constexpr qreal RowHeight = 58;
static constexpr qreal BoxHeight = 44;
static constexpr qreal Margin = 12;
static constexpr qreal PictureShare = 0.55; ///< of the window, at most

static QMap<QString, QString> labelsIn(const QJsonObject &object)
{
    QMap<QString, QString> labels;
    const auto json = object["metadata"_L1]["labels"_L1].toObject();
    for (auto label = json.begin(); label != json.end(); ++label)
        labels.insert(label.key(), label->toString());
    return labels;
}

TopologyContent::TopologyContent(kube::ResourceCache &cache, const kube::ApiResources &kinds,
                                 const kube::ApiResource &resource, const ObjectId &id, Look &look,
                                 QObject *parent)
    : WindowContent(parent)
    , m_id(id)
    , m_client(cache.client())
    , m_look(look)
    , m_watch(cache, kinds, resource, id)
    , m_pane(look)
{
    connect(&m_watch, &TopologyWatch::changed, this, &TopologyContent::take);
    connect(&m_pane, &TextPane::updated, this, &WindowContent::updated);
    connect(&m_pane, &TextPane::linkActivated, this,
            [this](const ObjectId &object) { Q_EMIT openRequested(object, View::Describe); });
    m_client.get({{{}, u"v1"_s, u"namespaces"_s}, {}, id.nameSpace})
        .then(this, [this](const kube::Result<QJsonObject> &nameSpace) {
            if (nameSpace)
                m_nameSpaceLabels = labelsIn(*nameSpace);
        });
    m_watch.start();
}

void TopologyContent::take()
{
    relayout();
    refresh();
}

bool TopologyContent::hasPicture() const
{
    return !m_watch.object().object().isEmpty() && m_watch.isComplete();
}

void TopologyContent::refresh()
{
    TextBuilder text;
    text.put(tr("What is broken"), TextTone::Heading, true).endLine();
    writeTopology(text, m_watch.topology());
    if (!m_watch.missing().isEmpty())
        text.put(u"  "_s
                     + tr("You may not list %1 here: something may be missing.")
                           .arg(m_watch.missing().join(u", "_s)),
                 TextTone::Warn)
            .endLine();
    if (m_watch.hasPods()) {
        text.blank().put(tr("Network policies"), TextTone::Heading, true).endLine();
        writePolicies(text, m_watch.policies(), m_id.nameSpace, m_watch.podLabels());
        if (m_asked && m_isAnswered) {
            auto all = m_watch.policies();
            all.insert(all.end(), m_peerPolicies.begin(), m_peerPolicies.end());
            const auto me = self();
            const auto other = m_asked->address.isEmpty() ? m_asked->pod : m_asked->address;
            text.blank();
            writeReach(text,
                       kube::mayReach(all,
                                      {.from = m_asked->isFrom ? m_peer : me,
                                       .to = m_asked->isFrom ? me : m_peer,
                                       .protocol = m_asked->protocol,
                                       .port = m_asked->port}),
                       m_asked->isFrom ? other : m_id.name, m_asked->isFrom ? m_id.name : other,
                       *m_asked);
        }
        if (!m_problem.isEmpty())
            text.blank().put(u"  "_s + m_problem, TextTone::Warn).endLine();
    }
    m_pane.setDocument(text.take());
    Q_EMIT updated();
    Q_EMIT statusChanged();
}

void TopologyContent::setSize(QSizeF size)
{
    m_size = size;
    relayout();
}

/// Boxes of a column stand below each other; the columns that there are share the width.
void TopologyContent::relayout()
{
    const auto &boxes = m_watch.topology().boxes;
    std::array<int, 3> rows{};
    for (const auto &box : boxes)
        ++rows[size_t(box.column)];
    const auto used = 3 - std::ranges::count(rows, 0);
    const qreal gap = qBound(18.0, m_size.width() * 0.05, 60.0);
    const qreal width =
        (m_size.width() - 2 * Margin + gap - 6) / qreal(qMax(qsizetype(1), qsizetype(used)));
    std::array<qreal, 3> lefts{};
    qreal left = Margin;
    for (size_t column = 0; column < rows.size(); ++column) {
        lefts[column] = left;
        left += rows[column] > 0 ? width : 0;
    }
    rows = {};
    m_boxes.clear();
    for (const auto &box : boxes) {
        const auto column = size_t(box.column);
        m_boxes.emplace_back(lefts[column], Margin + rows[column] * RowHeight, width - gap,
                             BoxHeight);
        ++rows[column];
    }
    const qreal most = *std::ranges::max_element(rows) * RowHeight;
    for (size_t i = 0; i < boxes.size(); ++i) { // short columns stand in the middle
        const auto count = rows[size_t(boxes[i].column)];
        m_boxes[i].translate(0, (most - count * RowHeight) / 2);
    }
    const auto picture = pictureRect();
    m_scroll.setTrack({picture.right() - 9, picture.top(), 9, picture.height()});
    qreal bottom = 0;
    for (const auto &box : m_boxes)
        bottom = qMax(bottom, box.bottom());
    m_scroll.setRange(bottom + Margin, picture.height());
    const auto field = fieldRect();
    const qreal end = field.isEmpty() ? m_size.height() : field.top() - 6;
    m_pane.setSize({m_size.width(), qMax(0.0, end - picture.bottom())});
    m_chosen = qBound(0, m_chosen, qMax(0, int(boxes.size()) - 1));
}

QRectF TopologyContent::pictureRect() const
{
    qreal bottom = 0;
    for (const auto &box : m_boxes)
        bottom = qMax(bottom, box.bottom());
    return {0, 0, m_size.width(), qMin(bottom + Margin, m_size.height() * PictureShare)};
}

QRectF TopologyContent::fieldRect() const
{
    if (!m_watch.hasPods())
        return {};
    return {8, m_size.height() - FieldHeight - 8, m_size.width() - 16, FieldHeight};
}

QRectF TopologyContent::boxRect(int box) const
{
    return m_boxes[size_t(box)].translated(0, -m_scroll.offset());
}

void TopologyContent::open(int box)
{
    if (box < 0 || box >= int(m_boxes.size()))
        return;
    const auto &object = m_watch.topology().boxes[size_t(box)].object;
    if (!object.kind.isEmpty())
        Q_EMIT openRequested(objectIdOf(object), View::Describe);
}

void TopologyContent::ask(const QString &question)
{
    m_question.setText(question);
    m_isAnswered = false;
    m_problem.clear();
    m_asked = ReachAsked::parse(question);
    if (!m_asked)
        m_problem = tr("Write a pod or an address, and a port: shop/web-1 8080, 192.0.2.1 53/udp, "
                       "to bank/db-0 5432.");
    else if (!m_asked->address.isEmpty())
        answer({.address = m_asked->address});
    else
        askPeer(*m_asked);
    refresh();
}

static kube::PolicyEndpoint endpointOf(const QJsonObject &pod, const QString &nameSpace)
{
    kube::PolicyEndpoint end{.nameSpace = nameSpace,
                             .labels = labelsIn(pod),
                             .nameSpaceLabels = {{u"kubernetes.io/metadata.name"_s, nameSpace}},
                             .address = pod["status"_L1]["podIP"_L1].toString(),
                             .isHostNetwork = pod["spec"_L1]["hostNetwork"_L1].toBool()};
    for (const auto &container : pod["spec"_L1]["containers"_L1].toArray()) {
        for (const auto &port : container["ports"_L1].toArray())
            end.namedPorts.insert(port["protocol"_L1].toString(u"TCP"_s) + u'/'
                                      + port["name"_L1].toString(),
                                  port["containerPort"_L1].toInt());
    }
    return end;
}

/// The pod, the labels of its namespace and the policies there are read for this question only.
void TopologyContent::askPeer(const ReachAsked &asked)
{
    const auto nameSpace = asked.nameSpace.isEmpty() ? m_id.nameSpace : asked.nameSpace;
    const kube::ObjectRef pod{{{}, u"v1"_s, u"pods"_s}, nameSpace, asked.pod};
    const kube::ObjectRef space{{{}, u"v1"_s, u"namespaces"_s}, {}, nameSpace};
    const kube::ObjectRef rules{
        {u"networking.k8s.io"_s, u"v1"_s, u"networkpolicies"_s}, nameSpace, {}};
    using Object = kube::Result<QJsonObject>;
    m_client.get(pod).then(this, [=, this](const Object &found) {
        if (m_asked != asked)
            return;
        if (!found) {
            m_problem = found.error().kind == kube::Error::Kind::NotFound
                ? tr("There is no pod %1 in %2.").arg(asked.pod, nameSpace)
                : errorText(found.error());
            return refresh();
        }
        auto peer = endpointOf(*found, nameSpace);
        m_client.get(space).then(this, [=, this](const Object &place) mutable {
            if (place)
                peer.nameSpaceLabels = labelsIn(*place);
            m_client.get(rules).then(this, [=, this](const Object &policies) {
                if (m_asked != asked)
                    return;
                m_peerPolicies.clear();
                if (policies && nameSpace != m_id.nameSpace) {
                    for (const auto &policy : policies->value("items"_L1).toArray())
                        m_peerPolicies.push_back(kube::networkPolicyFrom(policy.toObject()));
                } else if (!policies) {
                    m_problem = tr("The policies of %1 are not known: %2")
                                    .arg(nameSpace, errorText(policies.error()));
                }
                answer(peer);
                refresh();
            });
        });
    });
}

kube::PolicyEndpoint TopologyContent::self() const
{
    const auto &object = m_watch.object().object();
    auto end =
        endpointOf(m_id.kind == "Pod"_L1 ? object : object["spec"_L1]["template"_L1].toObject(),
                   m_id.nameSpace);
    if (!m_nameSpaceLabels.isEmpty())
        end.nameSpaceLabels = m_nameSpaceLabels;
    return end;
}

void TopologyContent::answer(const kube::PolicyEndpoint &peer)
{
    m_peer = peer;
    m_isAnswered = true;
}

Message TopologyContent::message() const
{
    if (m_watch.object().object().isEmpty())
        return messageOf(m_watch.object(), m_id);
    return {.title = tr("Looking at what leads to %1…").arg(m_id.name)};
}

WindowContent::Freshness TopologyContent::freshness() const
{
    const auto known = freshnessOf(m_watch.object());
    return known == Freshness::Live && !m_watch.isComplete() ? Freshness::Loading : known;
}

QDateTime TopologyContent::lastHeard() const
{
    return m_watch.object().lastHeard();
}

QString TopologyContent::statusText() const
{
    return statusOf(m_watch.object());
}

QString TopologyContent::accessibleText() const
{
    QStringList lines{tr("Topology of %1 %2").arg(m_id.kind, m_id.name)};
    for (const auto &line : m_pane.document().lines)
        lines.append(line.text);
    return lines.join(u'\n').trimmed();
}

QString TopologyContent::toolTipAt(QPointF position) const
{
    const int at = boxAt(position);
    if (at < 0)
        return {};
    const auto &box = m_watch.topology().boxes[size_t(at)];
    const auto problem = topologyProblemText(box.problem, box.title, box.lacking);
    return problem.isEmpty() ? QString(box.title + u'\n' + box.detail).trimmed() : problem;
}

} // namespace workspace
