// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describecontent.h"

#include "workspace/describe/describehealth.h"
#include "workspace/look/look.h"
#include "workspace/yaml/watchstatus.h"

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int soonMilliseconds = 40;

DescribeContent::DescribeContent(kube::ResourceCache &cache, const DescribedObject &described,
                                 Look &look, QObject *parent)
    : WindowContent(parent)
    , m_id(described.id)
    , m_look(look)
    , m_description(cache, described)
    , m_pane(look)
    , m_health(cache, kube::HealthWatch::Detail::LastLine)
{
    connect(&m_description, &ObjectDescription::objectChanged, this, [this] {
        m_ticker.fallBehind(); // all that comes with it is told at once, when it is painted
        Q_EMIT updated();
        Q_EMIT statusChanged();
    });
    connect(&m_description, &ObjectDescription::changed, this, &DescribeContent::refreshSoon);
    connect(&m_pane, &TextPane::updated, this, &WindowContent::updated);
    connect(&m_pane, &TextPane::linkActivated, this,
            [this](const ObjectId &object) { Q_EMIT openRequested(object, View::Describe); });
    connect(&m_health, &kube::HealthWatch::changed, this, &DescribeContent::refreshSoon);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &DescribeContent::refresh);
    connect(&m_ticker, &SeenTicker::due, this, &DescribeContent::refresh);
    m_description.start();
}

DescribeContent::~DescribeContent() = default;

/// What nobody sees is told when it is painted.
void DescribeContent::refreshSoon()
{
    if (m_ticker.noteChange() && !m_soon.isActive())
        m_soon.start();
}

void DescribeContent::refresh()
{
    m_ticker.caughtUp();
    if (m_description.watch().object().isEmpty())
        return;
    m_health.setEvents(m_description.events());
    m_health.setObject(m_description.watch().object());
    auto told = m_description.tell(QDateTime::currentDateTimeUtc());
    if (auto health =
            describeHealth(m_health.diagnosis(), m_health.lastLine(), m_pane.columnsInView()))
        told.sections.insert(told.sections.begin(), std::move(*health));
    m_pane.setDocument(toText(told));
}

void DescribeContent::setSize(QSizeF size)
{
    m_size = size;
    m_pane.setSize(size);
    refresh(); // the health is wrapped
}

void DescribeContent::paint(QPainter &painter, bool focused)
{
    if (m_ticker.isBehind()) {
        const QSignalBlocker quiet(m_pane); // it is painted right now
        refresh();
    }
    m_ticker.painted();
    if (m_description.watch().object().isEmpty())
        paintMessage(painter, QRectF({}, m_size), m_look, messageOf(m_description.watch(), m_id));
    else
        m_pane.paint(painter, focused);
}

bool DescribeContent::handleInput(QEvent &event)
{
    return !m_description.watch().object().isEmpty() && m_pane.handleInput(event);
}

Qt::CursorShape DescribeContent::cursorAt(QPointF position) const
{
    return m_description.watch().object().isEmpty() ? Qt::ArrowCursor : m_pane.cursorAt(position);
}

WindowContent::Freshness DescribeContent::freshness() const
{
    return freshnessOf(m_description.watch());
}

QDateTime DescribeContent::lastHeard() const
{
    return m_description.watch().lastHeard();
}

QString DescribeContent::statusText() const
{
    return statusOf(m_description.watch());
}

QString DescribeContent::accessibleText() const
{
    return tr("Description of %1 %2").arg(m_id.kind, m_id.name);
}

} // namespace workspace
