// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logcontent.h"
#include "workspace/look/look.h"

#include <QMouseEvent>

#include <utility>

// The part of LogContent that takes input.

namespace workspace {

bool LogContent::handleInput(QEvent &event)
{
    const auto type = event.type();
    if (type == QEvent::Wheel || type == QEvent::KeyPress || type == QEvent::MouseButtonPress)
        m_wantedTime.reset(); // the person goes where they want now
    if (queryInput(event))
        return true;
    switch (type) {
    case QEvent::MouseButtonPress:
        if (press(static_cast<QMouseEvent &>(event)))
            return true;
        break;
    case QEvent::MouseButtonRelease: releaseStrip(); break;
    case QEvent::HoverMove:
    case QEvent::HoverEnter:
    case QEvent::MouseMove:
        if (const auto at = pointerOf(event)) {
            hover(*at);
            if (m_strip.drag(*at)) {
                Q_EMIT updated();
                return true;
            }
            return paneOf(event).handleInput(event);
        }
        break;
    case QEvent::HoverLeave:
    case QEvent::Leave:
        m_bar.hover({-1, -1});
        m_strip.hover({-1, -1});
        m_jumpHovered = false;
        Q_EMIT updated();
        return false;
    case QEvent::KeyPress:
        m_said.clear();
        m_menuPressed = false;
        if (key(static_cast<QKeyEvent &>(event)))
            return true;
        break;
    default: break;
    }
    return paneOf(event).handleInput(event);
}

void LogContent::hover(QPointF at)
{
    const bool over = jumpChip().contains(at);
    const bool strip = m_showsTimeline && m_strip.hover(at);
    if (m_bar.hover(at) || strip || std::exchange(m_jumpHovered, over) != over)
        Q_EMIT updated();
}

bool LogContent::press(const QMouseEvent &event)
{
    const auto at = event.position();
    m_menuPressed = event.button() == Qt::RightButton && at.y() >= LogBar::Height;
    if (event.button() != Qt::LeftButton)
        return false;
    m_said.clear();
    if (jumpChip().contains(at)) {
        changePanes([](LogPane &pane) { pane.setFollowing(true); });
        return true;
    }
    if (bannerButton().contains(at)) {
        if (m_saver)
            m_saver->cancel();
        else
            m_feed->reconnect();
        return true;
    }
    if (at.y() < LogBar::Height) {
        pressBar(m_bar.buttonAt(at));
        return true;
    }
    if (m_showsTimeline && m_strip.press(at)) {
        Q_EMIT updated();
        return true;
    }
    if (!m_query.press(at, m_look))
        return false;
    Q_EMIT updated();
    return true;
}

void LogContent::releaseStrip()
{
    const auto range = m_strip.release();
    if (!range)
        return;
    if (range->first == range->second) { // a click: what happened then
        m_pane.showTime(range->first);
        lead(m_pane);
    } else {
        changeModels([&](LogModel &model) { model.setRange(range->first, range->second); });
    }
    refresh();
}

void LogContent::pressBar(LogBar::Button button)
{
    switch (button) {
    case LogBar::Container: Q_EMIT menuRequested(containersMenu().children); break;
    case LogBar::Error:
    case LogBar::Warn:
    case LogBar::Info:
    case LogBar::Debug: {
        const auto level = LogBar::levelOf(button);
        const bool shown = !m_model.isLevelShown(level);
        changeModels([&](LogModel &model) { model.setLevelShown(level, shown); });
        break;
    }
    case LogBar::Timeline:
        m_showsTimeline = !m_showsTimeline;
        m_countIsOld = true;
        break;
    case LogBar::Filter:
        if (m_query.mode() == LogQueryBar::Mode::Closed)
            openQuery(LogQueryBar::Mode::Filter);
        else
            closeQuery();
        break;
    case LogBar::Wrap:
        changePanes([wrap = !m_pane.isWrapped()](LogPane &pane) { pane.setWrapped(wrap); });
        break;
    case LogBar::Stamps:
        changePanes(
            [show = !m_pane.areStampsShown()](LogPane &pane) { pane.setStampsShown(show); });
        break;
    case LogBar::Previous:
        readAgain([](LogFeed::Request &request) { request.previous = !request.previous; });
        break;
    case LogBar::Pause: m_feed->setPaused(m_feed->state() != LogFeed::State::Paused); break;
    case LogBar::More: Q_EMIT menuRequested(menu()); break;
    case LogBar::None: return;
    }
    refresh();
}

bool LogContent::key(QKeyEvent &event)
{
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    const bool control = event.modifiers() & Qt::ControlModifier;
    if (event.matches(QKeySequence::Copy)) {
        copy(CopyForm::Plain);
        return true;
    }
    if (control && shift && event.key() == Qt::Key_C) {
        copy(CopyForm::Stamps);
        return true;
    }
    if (event.matches(QKeySequence::SelectAll)) {
        m_pane.selectAll();
        return true;
    }
    if (event.matches(QKeySequence::Find)) {
        openQuery(LogQueryBar::Mode::Find);
        return true;
    }
    if (event.matches(QKeySequence::Save)) {
        askWhere();
        return true;
    }
    if (event.key() == Qt::Key_Escape && m_query.mode() != LogQueryBar::Mode::Closed) {
        closeQuery();
        return true;
    }
    if (event.key() == Qt::Key_Escape && m_pane.hasSelection()) {
        m_pane.clearSelection();
        Q_EMIT updated();
        return true;
    }
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    return letter(event) || sign(event);
}

bool LogContent::letter(const QKeyEvent &event)
{
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    switch (event.key()) {
    case Qt::Key_N: findNext(!shift); return true;
    case Qt::Key_W: pressBar(LogBar::Wrap); return true;
    case Qt::Key_T: pressBar(LogBar::Stamps); return true;
    case Qt::Key_P: pressBar(LogBar::Pause); return true;
    case Qt::Key_O:
        if (m_feed->choices().previous)
            pressBar(LogBar::Previous);
        return true;
    case Qt::Key_H: pressBar(LogBar::Timeline); return true;
    case Qt::Key_R: m_feed->reconnect(); return true;
    case Qt::Key_X: openQuery(LogQueryBar::Mode::Filter, true); return true;
    case Qt::Key_D: nextDensity(); return true;
    case Qt::Key_Z:
        changeModels([fold = !m_model.isFolded()](LogModel &model) { model.setFolded(fold); });
        return true;
    case Qt::Key_F: Q_EMIT menuRequested(columnsMenu().children); return true;
    case Qt::Key_S:
        if (auto streams = streamsMenu().children; !streams.empty()) {
            Q_EMIT menuRequested(streams);
        } else {
            m_said = tr("There is only one stream: nothing to choose from.");
            refresh();
        }
        return true;
    case Qt::Key_V: compareNext(); return true;
    case Qt::Key_U: toggleLink(); return true;
    case Qt::Key_J: m_pane.moveCurrent(1); return true;
    case Qt::Key_K: m_pane.moveCurrent(-1); return true;
    case Qt::Key_B:
        if (shift)
            nextBookmark();
        else
            toggleBookmark();
        return true;
    case Qt::Key_E: openQuery(LogQueryBar::Mode::Note); return true;
    case Qt::Key_C: nextContainer(); return true;
    default: return false;
    }
}

bool LogContent::sign(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Slash: openQuery(LogQueryBar::Mode::Filter); return true;
    case Qt::Key_BracketLeft: startRange(); return true;
    case Qt::Key_BracketRight: endRange(); return true;
    case Qt::Key_Backslash:
        changeModels(
            [](LogModel &model) { model.setRange(logstore::NoTime, LogModel::EndOfTime); });
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: setContext(m_model.context() + 1); return true;
    case Qt::Key_Minus: setContext(m_model.context() - 1); return true;
    case Qt::Key_Period: Q_EMIT menuRequested(menu()); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: m_pane.toggleOpen(m_pane.lineOfKeys()); return true;
    default: return false;
    }
}

bool LogContent::queryInput(QEvent &event)
{
    switch (m_query.handleInput(event)) {
    case LogQueryBar::Used::No: return false;
    case LogQueryBar::Used::Moved: break;
    case LogQueryBar::Used::Edited: queryChanged(); break;
    case LogQueryBar::Used::Accepted: queryAccepted(true); break;
    case LogQueryBar::Used::AcceptedBack: queryAccepted(false); break;
    case LogQueryBar::Used::Closed: closeQuery(); break;
    }
    refresh();
    return true;
}

void LogContent::openQuery(LogQueryBar::Mode mode, bool atSecond)
{
    switch (mode) {
    case LogQueryBar::Mode::Filter:
        m_query.open(mode, m_model.filter().text(), m_model.exclude().text(), atSecond);
        break;
    case LogQueryBar::Mode::Find: m_query.open(mode, m_model.find().text()); break;
    case LogQueryBar::Mode::Note: {
        m_noted = m_pane.lineOfKeys();
        const auto line = m_model.line(m_noted);
        const auto note =
            m_bookmarks->noteOf(line.time, m_feed->store().sources().value(line.source));
        m_query.open(mode, note.value_or(QString()));
        break;
    }
    case LogQueryBar::Mode::Closed: break;
    }
    refresh();
}

void LogContent::closeQuery()
{
    const auto mode = m_query.mode();
    m_query.close();
    if (mode == LogQueryBar::Mode::Filter)
        changeModels([](LogModel &model) {
            model.setFilter({});
            model.setExclude({});
        });
    else if (mode == LogQueryBar::Mode::Find)
        changeModels([](LogModel &model) { model.setFind({}); });
    changePanes([](LogPane &pane) { pane.relayout(); });
    refresh();
}

void LogContent::queryChanged()
{
    if (m_query.mode() == LogQueryBar::Mode::Filter) {
        changeModels([this](LogModel &model) {
            model.setFilter(m_query.first());
            model.setExclude(m_query.second());
        });
    } else if (m_query.mode() == LogQueryBar::Mode::Find) {
        changeModels([this](LogModel &model) { model.setFind(m_query.first()); });
        const auto from = m_model.rowCount() > 0 ? m_pane.topLine() - 1 : 0;
        if (const auto found = m_model.findFrom(from, true))
            m_pane.reveal(*found);
    }
    changePanes([](LogPane &pane) { pane.relayout(); });
}

void LogContent::queryAccepted(bool forward)
{
    if (m_query.mode() == LogQueryBar::Mode::Find)
        findNext(forward);
    else if (m_query.mode() == LogQueryBar::Mode::Note)
        takeNote();
    else
        m_query.setTyping(false); // letters are keys of the log again
}

void LogContent::findNext(bool forward)
{
    const auto from = m_pane.currentLine() >= 0 ? m_pane.currentLine() : m_pane.topLine() - 1;
    if (m_model.find().isEmpty()) {
        openQuery(LogQueryBar::Mode::Find);
    } else if (const auto found = m_model.findFrom(from, forward)) {
        m_pane.reveal(*found);
        lead(m_pane);
    }
}

Qt::CursorShape LogContent::cursorAt(QPointF position) const
{
    if (jumpChip().contains(position) || bannerButton().contains(position)
        || m_bar.buttonAt(position) != LogBar::None)
        return Qt::PointingHandCursor;
    if (m_query.isOverField(position))
        return Qt::IBeamCursor;
    if (m_showsTimeline && m_strip.area().contains(position))
        return Qt::SplitHCursor;
    const bool isText =
        m_pane.isOverText(position) || (m_other && m_other->pane.isOverText(position));
    return isText ? Qt::IBeamCursor : Qt::ArrowCursor;
}

QString LogContent::toolTipAt(QPointF position) const
{
    if (position.y() < LogBar::Height && m_bar.buttonAt(position) == LogBar::None)
        return statsText();
    return {};
}

} // namespace workspace
