// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describecontent.h"

#include "kube/watch/resourcecache.h"
#include "workspace/describe/describe.h"
#include "workspace/look/look.h"
#include "workspace/yaml/watchstatus.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace workspace {

DescribeContent::DescribeContent(kube::ResourceCache &cache, const kube::ApiResource &resource,
                                 const ObjectId &id, Look &look, QObject *parent)
    : WindowContent(parent)
    , m_cache(cache)
    , m_id(id)
    , m_look(look)
    , m_watch(cache, resource, id.nameSpace, id.name)
    , m_pane(look)
{
    connect(&m_watch, &ObjectWatch::changed, this, &DescribeContent::takeObject);
    connect(&m_pane, &TextPane::updated, this, &WindowContent::updated);
    connect(&m_pane, &TextPane::linkActivated, this,
            [this](const ObjectId &object) { Q_EMIT openRequested(object, View::Describe); });
    m_ticker.setInterval(5000);
    connect(&m_ticker, &QTimer::timeout, this, &DescribeContent::refresh);
    m_ticker.start();
    m_watch.start();
}

DescribeContent::~DescribeContent() = default;

void DescribeContent::takeObject()
{
    const auto uid = m_watch.object()["metadata"_L1]["uid"_L1].toString();
    if (!uid.isEmpty() && uid != m_uid)
        watchEvents(uid);
    refresh();
    Q_EMIT updated();
    Q_EMIT statusChanged();
}

void DescribeContent::watchEvents(const QString &uid)
{
    m_uid = uid;
    m_events.clear();
    kube::Reflector::Options options;
    options.resource = {.version = u"v1"_s,
                        .resource = u"events"_s,
                        .kind = u"Event"_s,
                        .verbs = {u"list"_s, u"watch"_s}};
    options.nameSpace = m_id.nameSpace; // of what is cluster-scoped, they are in any
    options.fieldSelector = u"involvedObject.uid="_s + uid;
    options.format = kube::Reflector::Format::Object;
    m_eventWatch = m_cache.subscribe(options);
    connect(m_eventWatch.get(), &kube::Subscription::pageListed, this,
            [this](const std::vector<kube::PackedItem> &items) {
                for (const auto &item : items)
                    takeEvent(item, false);
                refresh();
            });
    connect(m_eventWatch.get(), &kube::Subscription::changed, this,
            [this](const std::vector<kube::PackedEvent> &events) {
                for (const auto &event : events)
                    takeEvent(event.item, event.type == kube::ItemEvent::Type::Deleted);
                refresh();
            });
    m_eventWatch->start();
}

void DescribeContent::takeEvent(const kube::PackedItem &item, bool deleted)
{
    static constexpr size_t most = 500;
    if (deleted)
        m_events.erase(item.uid());
    else if (m_events.size() < most || m_events.contains(item.uid()))
        m_events[item.uid()] = QJsonDocument::fromJson(item.unpacked().json).object();
}

void DescribeContent::refresh()
{
    if (m_watch.object().isEmpty())
        return;
    std::vector<QJsonObject> events;
    for (const auto &[uid, event] : m_events)
        events.push_back(event);
    m_pane.setDocument(toText(describe(m_watch.object(), events, QDateTime::currentDateTimeUtc())));
}

void DescribeContent::setSize(QSizeF size)
{
    m_size = size;
    m_pane.setSize(size);
}

void DescribeContent::paint(QPainter &painter, bool focused)
{
    if (m_watch.object().isEmpty())
        paintMessage(painter, QRectF({}, m_size), m_look, messageOf(m_watch, m_id));
    else
        m_pane.paint(painter, focused);
}

bool DescribeContent::handleInput(QEvent &event)
{
    return !m_watch.object().isEmpty() && m_pane.handleInput(event);
}

Qt::CursorShape DescribeContent::cursorAt(QPointF position) const
{
    return m_watch.object().isEmpty() ? Qt::ArrowCursor : m_pane.cursorAt(position);
}

WindowContent::Freshness DescribeContent::freshness() const
{
    return freshnessOf(m_watch);
}

QString DescribeContent::statusText() const
{
    return statusOf(m_watch);
}

QString DescribeContent::accessibleText() const
{
    return tr("Description of %1 %2").arg(m_id.kind, m_id.name);
}

} // namespace workspace
