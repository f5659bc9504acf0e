// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/events/eventcontent.h"

#include "workspace/collection/sortkey.h"
#include "workspace/errortext.h"
#include "workspace/events/eventmetrics.h"
#include "workspace/look/look.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace workspace {

using State = kube::Reflector::State;

EventContent::EventContent(kube::ResourceCache &cache, const QStringList &nameSpaces, Look &look,
                           QObject *parent)
    : WindowContent(parent)
    , m_look(look)
    , m_showsAll(nameSpaces.isEmpty())
    , m_watch(cache, {.nameSpaces = nameSpaces})
{
    connect(&m_look, &Look::changed, this, &WindowContent::updated);
    connect(&m_watch, &kube::EventWatch::changed, this, &EventContent::take);
    connect(&m_watch, &kube::EventWatch::stateChanged, this, [this] {
        Q_EMIT updated();
        Q_EMIT statusChanged();
    });
    m_ticker.setInterval(1000);
    connect(&m_ticker, &QTimer::timeout, this, &EventContent::tick);
    m_ticker.start();
    m_watch.start();
}

void EventContent::take()
{
    m_model.take(m_watch.log());
    relayout();
    Q_EMIT countsChanged();
    Q_EMIT updated();
}

void EventContent::setSize(QSizeF size)
{
    m_size = size;
    relayout();
    Q_EMIT updated();
}

QRectF EventContent::filterRect() const
{
    return {8, 8, m_size.width() - 16, 30};
}

QRectF EventContent::rowsRect() const
{
    return {0, 46, m_size.width(), qMax(0.0, footerRect().top() - 46)};
}

QRectF EventContent::footerRect() const
{
    return {0, m_size.height() - EventMetrics::footer, m_size.width(), EventMetrics::footer};
}

void EventContent::relayout()
{
    const auto rows = rowsRect();
    // Whoever reads further down keeps the place while new events come in above.
    const int before = m_selectedRow;
    m_vertical.setTrack({rows.right() - 9, rows.top(), 9, rows.height()});
    m_vertical.setRange(m_model.rowCount() * EventMetrics::row + 4, rows.height());
    const int row = m_model.rowOf(m_selected);
    if (row >= 0 && before >= 0 && row != before && m_vertical.offset() > 0)
        m_vertical.scrollBy((row - before) * EventMetrics::row);
    if (row >= 0)
        m_selectedRow = row;
    else if (!m_selected.isEmpty() && m_model.rowCount() > 0)
        m_selected = m_model.group(qBound(0, m_selectedRow, m_model.rowCount() - 1)).id;
}

/// The ages that are on screen become a second older; later they change rarely, but a picture a
/// second of one window costs little, and only windows in sight are painted.
void EventContent::tick()
{
    if (m_model.rowCount() > 0)
        Q_EMIT updated();
}

void EventContent::setFilter(const QString &text)
{
    if (m_filter.text() != text)
        m_filter.setText(text);
    m_model.setFilter(text);
    m_vertical.setOffset(0);
    relayout();
    if (!text.isEmpty() && m_model.rowCount() > 0 && m_model.rowOf(m_selected) < 0)
        select(0);
    Q_EMIT updated();
}

void EventContent::select(int row)
{
    if (m_model.rowCount() == 0)
        return;
    m_selectedRow = qBound(0, row, m_model.rowCount() - 1);
    m_selected = m_model.group(m_selectedRow).id;
    const qreal top = m_selectedRow * EventMetrics::row;
    m_vertical.reveal(top, top + EventMetrics::row + 4);
    Q_EMIT updated();
}

void EventContent::open(int row, View view)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const auto &object = m_model.group(row).object;
    const auto version = object.apiVersion.isEmpty() ? u"v1"_s : object.apiVersion;
    Q_EMIT openRequested({version, object.kind, object.nameSpace, object.name}, view);
}

WindowContent::Freshness EventContent::freshness() const
{
    const bool nothing = m_model.total() == 0;
    switch (m_watch.state()) {
    case State::Idle:
    case State::Listing: return nothing ? Freshness::Loading : Freshness::Live;
    case State::Live: return Freshness::Live;
    case State::Stale:
    case State::Refused: return nothing ? Freshness::Failed : Freshness::Stale;
    }
    Q_UNREACHABLE_RETURN({});
}

QString EventContent::freshnessText() const
{
    switch (freshness()) {
    case Freshness::Loading: return tr("Loading…");
    case Freshness::Live: return tr("Live");
    case Freshness::Stale: return tr("Connection lost");
    case Freshness::Failed: return tr("Failed");
    case Freshness::Ended: return tr("Ended");
    }
    Q_UNREACHABLE_RETURN({});
}

QString EventContent::statusText() const
{
    return freshness() == Freshness::Failed ? message().text : freshnessText();
}

QString EventContent::footerText() const
{
    QStringList parts{tr("%Ln event(s)", nullptr, m_model.total())};
    if (m_model.warnings() > 0)
        parts += tr("%Ln warning(s)", nullptr, m_model.warnings());
    if (!m_filter.text().isEmpty())
        parts += tr("showing %Ln", nullptr, m_model.rowCount());
    return parts.join(u" · "_s);
}

QString EventContent::accessibleText() const
{
    return footerText();
}

Message EventContent::message() const
{
    if (freshness() == Freshness::Failed) {
        const auto error = m_watch.lastError().value_or(kube::Error{});
        if (error.kind == kube::Error::Kind::Forbidden && m_showsAll)
            return {Message::Tone::Warn, tr("You may not see the events of all namespaces"),
                    tr("Open the events of one namespace that you have access to instead.")};
        return {Message::Tone::Error, tr("The events cannot be read"), errorText(error)};
    }
    if (freshness() == Freshness::Loading)
        return {.title = tr("Reading events…")};
    if (m_model.total() == 0)
        return {.title = tr("Nothing has happened lately"),
                .text = tr("Clusters forget events, mostly after an hour. New ones appear here by "
                           "themselves.")};
    return {.title = tr("No match"),
            .text = tr("None of %Ln event(s) fits the filter. Escape clears it.", nullptr,
                       m_model.total())};
}

} // namespace workspace
