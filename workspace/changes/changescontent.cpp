// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/changes/changescontent.h"

#include "workspace/changes/changestext.h"
#include "workspace/look/look.h"
#include "workspace/yaml/watchstatus.h"

using namespace Qt::StringLiterals;

namespace workspace {

static kube::TimelineKey keyOf(const QString &cluster, const ObjectWatch &watch)
{
    return {cluster, watch.object()["metadata"_L1]["uid"_L1].toString()};
}

void observe(kube::History &history, const QString &cluster, const ObjectWatch &watch)
{
    if (watch.object().isEmpty())
        return;
    const auto key = keyOf(cluster, watch);
    const auto now = QDateTime::currentDateTimeUtc();
    history.observe(key, watch.object(), now);
    if (watch.state() == ObjectWatch::State::Deleted)
        history.observeDeletion(key, now);
}

ChangesContent::ChangesContent(kube::ResourceCache &cache, const kube::ApiResource &resource,
                               const ObjectId &id, const QString &cluster, kube::History &history,
                               Look &look, QObject *parent)
    : WindowContent(parent)
    , m_id(id)
    , m_cluster(cluster)
    , m_history(history)
    , m_look(look)
    , m_watch(cache, resource, id.nameSpace, id.name)
    , m_pane(look)
{
    connect(&m_watch, &ObjectWatch::changed, this, [this] {
        observe(m_history, m_cluster, m_watch);
        refresh();
    });
    connect(&m_pane, &TextPane::updated, this, &WindowContent::updated);
    m_watch.start();
}

const kube::Timeline *ChangesContent::timeline() const
{
    return m_history.timeline(keyOf(m_cluster, m_watch));
}

bool ChangesContent::hasChanges() const
{
    const auto *changes = timeline();
    return changes && !changes->entries.empty();
}

void ChangesContent::refresh()
{
    if (hasChanges())
        m_pane.setDocument(changesText(*timeline(), QDateTime::currentDateTimeUtc()));
    Q_EMIT updated();
    Q_EMIT statusChanged();
}

void ChangesContent::setSize(QSizeF size)
{
    m_size = size;
    m_pane.setSize(size);
}

Message ChangesContent::message() const
{
    const auto *known = timeline();
    if (!known)
        return messageOf(m_watch, m_id);
    const auto since = momentText(known->since, QDateTime::currentDateTimeUtc(), false);
    return {.title = tr("No change since %1").arg(since),
            .text = tr("That is when this window was opened. What changes from now on appears here "
                       "by itself, field by field.")};
}

void ChangesContent::paint(QPainter &painter, bool focused)
{
    if (hasChanges())
        m_pane.paint(painter, focused);
    else
        paintMessage(painter, QRectF({}, m_size), m_look, message());
}

bool ChangesContent::handleInput(QEvent &event)
{
    return hasChanges() && m_pane.handleInput(event);
}

Qt::CursorShape ChangesContent::cursorAt(QPointF position) const
{
    return hasChanges() ? m_pane.cursorAt(position) : Qt::ArrowCursor;
}

WindowContent::Freshness ChangesContent::freshness() const
{
    return freshnessOf(m_watch);
}

QDateTime ChangesContent::lastHeard() const
{
    return m_watch.lastHeard();
}

QString ChangesContent::statusText() const
{
    return statusOf(m_watch);
}

QString ChangesContent::accessibleText() const
{
    const auto *known = timeline();
    return known
        ? tr("%n change(s) of %1 %2", nullptr, int(known->entries.size())).arg(m_id.kind, m_id.name)
        : tr("Changes of %1 %2").arg(m_id.kind, m_id.name);
}

} // namespace workspace
