// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/view/logpanes.h"

#include "workspace/logs/view/sourcenames.h"
#include "workspace/look/look.h"
#include "workspace/textview/linefield.h"

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace workspace {

static constexpr qreal NameHeight = 20; ///< of the names of two that are compared

LogPanes::LogPanes(const logstore::LogStore &store, Look &look, QObject *parent)
    : QObject(parent)
    , m_look(look)
    , m_left(store, look)
{
    watch(m_left);
}

LogPanes::~LogPanes() = default;

void LogPanes::watch(Side &side)
{
    connect(&side.model, &LogModel::changed, this, &LogPanes::changed);
    connect(&side.pane, &LogPane::updated, this, &LogPanes::updated);
    connect(&side.pane, &LogPane::scrolled, this,
            [this, pane = &side.pane] { Q_EMIT scrolled(pane); });
}

void LogPanes::openRight()
{
    m_right = std::make_unique<Side>(store(), m_look);
    const auto &left = m_left.pane;
    auto &pane = m_right->pane;
    pane.setWrapped(left.isWrapped());
    pane.setStampsShown(left.areStampsShown());
    pane.setDensity(left.density());
    pane.setColumns(left.style().columns);
    pane.setNotes(m_noteOf);
    m_right->model.takeChoices(m_left.model);
    watch(*m_right);
}

void LogPanes::setNotes(const LogPane::NoteOf &notes)
{
    m_noteOf = notes;
    changePanes([&notes](LogPane &pane) { pane.setNotes(notes); });
}

void LogPanes::compare(logstore::SourceId left, logstore::SourceId right)
{
    if (!m_right)
        openRight();
    const auto showOnly = [this](LogModel &model, logstore::SourceId one) {
        std::vector<bool> hidden(size_t(store().sources().size()), true);
        if (one < hidden.size())
            hidden[one] = false;
        model.setHiddenSources(std::move(hidden));
    };
    showOnly(m_left.model, left);
    showOnly(m_right->model, right);
}

void LogPanes::endComparing()
{
    m_right.reset();
    m_held = nullptr;
    m_left.model.setHiddenSources({});
}

void LogPanes::place(const QRectF &area)
{
    if (!m_right)
        return m_left.pane.setArea(area);
    const qreal top = area.top() + NameHeight;
    const qreal half = std::floor(area.width() / 2);
    m_left.pane.setArea(QRectF(0, top, half - 1, area.bottom() - top));
    m_right->pane.setArea(QRectF(half, top, area.width() - half, area.bottom() - top));
}

void LogPanes::paint(QPainter &painter, bool focused)
{
    changePanes([&](LogPane &pane) { pane.paint(painter, focused); });
    if (!m_right)
        return;
    paintNames(painter, m_left);
    paintNames(painter, *m_right);
    const auto &area = m_left.pane.area();
    painter.fillRect(QRectF(m_right->pane.area().left() - 1, area.top() - NameHeight, 1,
                            area.height() + NameHeight),
                     m_look.theme().borderStrong);
}

/// Which stream is on this side.
void LogPanes::paintNames(QPainter &painter, const Side &side)
{
    const auto &theme = m_look.theme();
    const auto &area = side.pane.area();
    const QRectF strip(area.left(), area.top() - NameHeight, area.width(), NameHeight);
    painter.fillRect(strip, theme.raised);
    const auto &sources = store().sources();
    for (const auto source : namedSources(sources)) {
        if (!side.model.isSourceShown(source))
            continue;
        painter.setPen(theme.text);
        m_glyphs.draw(painter, {strip.left() + 10, strip.bottom() - 6}, sources[source],
                      m_look.sans(11, QFont::DemiBold), strip.width() - 20, Qt::ElideMiddle);
    }
}

void LogPanes::nameSources()
{
    const auto &sources = store().sources();
    if (namedSources(sources).size() < 2 || isComparing())
        return changePanes([](LogPane &pane) { pane.setSources({}, {}); });
    std::vector<QColor> colors;
    QStringList pods;
    for (const auto &source : sources) {
        const auto pod = source.section(u'/', 0, 0);
        if (!pods.contains(pod))
            pods.append(pod);
        colors.push_back(podColor(int(pods.indexOf(pod)), m_look.theme()));
    }
    m_left.pane.setSources(shortSourceNames(sources), colors);
}

LogPane &LogPanes::paneOf(const QEvent &event)
{
    const auto at = pointerOf(event);
    if (!at || !m_right)
        return m_left.pane;
    auto &under = at->x() >= m_right->pane.area().left() ? m_right->pane : m_left.pane;
    if (event.type() == QEvent::MouseButtonPress)
        m_held = &under;
    auto &pane = m_held ? *m_held : under;
    if (event.type() == QEvent::MouseButtonRelease)
        m_held = nullptr;
    return pane;
}

bool LogPanes::isOverText(QPointF position) const
{
    return m_left.pane.isOverText(position) || (m_right && m_right->pane.isOverText(position));
}

const LogPane &LogPanes::selected() const
{
    return m_left.pane.hasSelection() || !m_right ? m_left.pane : m_right->pane;
}

void LogPanes::showBeside(const LogPane *pane, qint64 time)
{
    if (m_right)
        (pane == &m_left.pane ? m_right->pane : m_left.pane).showTime(time);
}

} // namespace workspace
