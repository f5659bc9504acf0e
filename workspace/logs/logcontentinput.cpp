// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logcontent.h"
#include "workspace/look/look.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMouseEvent>

// The half of LogContent that takes input.

namespace workspace {

bool LogContent::handleInput(QEvent &event)
{
    if (m_typing && fieldKey(event))
        return true;
    switch (event.type()) {
    case QEvent::MouseButtonPress:
        if (press(static_cast<QMouseEvent &>(event)))
            return true;
        break;
    case QEvent::HoverMove:
    case QEvent::HoverEnter:
    case QEvent::MouseMove:
        if (const auto at = pointerOf(event)) {
            const bool over = jumpChip().contains(*at);
            if (m_bar.hover(*at) || std::exchange(m_jumpHovered, over) != over)
                Q_EMIT updated();
        }
        break;
    case QEvent::HoverLeave:
    case QEvent::Leave:
        m_bar.hover({-1, -1});
        m_jumpHovered = false;
        Q_EMIT updated();
        return false;
    case QEvent::KeyPress:
        if (key(static_cast<QKeyEvent &>(event)))
            return true;
        break;
    default: break;
    }
    return m_pane.handleInput(event);
}

bool LogContent::press(const QMouseEvent &event)
{
    const auto at = event.position();
    if (event.button() != Qt::LeftButton)
        return false;
    if (jumpChip().contains(at)) {
        m_pane.setFollowing(true);
        return true;
    }
    if (reconnectButton().contains(at)) {
        m_feed->reconnect();
        return true;
    }
    if (at.y() < LogBar::Height) {
        pressBar(m_bar.buttonAt(at), event.globalPosition());
        return true;
    }
    m_typing = m_open != Field::Closed && at.y() < LogBar::Height + FieldHeight;
    if (m_typing) {
        m_field.press(at, fieldRect(), m_look);
        Q_EMIT updated();
    }
    return m_typing;
}

void LogContent::pressBar(LogBar::Button button, QPointF global)
{
    switch (button) {
    case LogBar::Container: chooseContainer(global); break;
    case LogBar::Error:
    case LogBar::Warn:
    case LogBar::Info:
    case LogBar::Debug: {
        const auto level = LogBar::levelOf(button);
        m_model.setLevelShown(level, !m_model.isLevelShown(level));
        break;
    }
    case LogBar::Filter:
        if (m_open == Field::Closed)
            openField(Field::Filter);
        else
            closeField();
        break;
    case LogBar::Wrap: m_pane.setWrapped(!m_pane.isWrapped()); break;
    case LogBar::Stamps: m_pane.setStampsShown(!m_pane.areStampsShown()); break;
    case LogBar::Previous: {
        auto request = m_feed->request();
        request.previous = !request.previous;
        m_feed->read(request);
        break;
    }
    case LogBar::Pause: m_feed->setPaused(m_feed->state() != LogFeed::State::Paused); break;
    case LogBar::None: return;
    }
    refresh();
}

bool LogContent::key(QKeyEvent &event)
{
    if (event.matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    if (event.matches(QKeySequence::SelectAll)) {
        m_pane.selectAll();
        return true;
    }
    if (event.matches(QKeySequence::Find)) {
        openField(Field::Find);
        return true;
    }
    if (event.key() == Qt::Key_Escape && m_open != Field::Closed) {
        closeField();
        return true;
    }
    if (event.key() == Qt::Key_Escape && m_pane.hasSelection()) {
        m_pane.clearSelection();
        Q_EMIT updated();
        return true;
    }
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    return letter(event);
}

bool LogContent::letter(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Slash: openField(Field::Filter); return true;
    case Qt::Key_N: findNext(!(event.modifiers() & Qt::ShiftModifier)); return true;
    case Qt::Key_W: pressBar(LogBar::Wrap, {}); return true;
    case Qt::Key_T: pressBar(LogBar::Stamps, {}); return true;
    case Qt::Key_P: pressBar(LogBar::Pause, {}); return true;
    case Qt::Key_O: pressBar(LogBar::Previous, {}); return true;
    case Qt::Key_R: m_feed->reconnect(); return true;
    case Qt::Key_C:
        if (const auto names = m_feed->choices().containers; !names.isEmpty())
            showContainer(names[(names.indexOf(m_feed->request().container) + 1) % names.size()]);
        return true;
    default: return false;
    }
}

bool LogContent::fieldKey(QEvent &event)
{
    if (event.type() != QEvent::KeyPress && event.type() != QEvent::InputMethod)
        return false;
    if (event.type() == QEvent::KeyPress) {
        const auto &press = static_cast<QKeyEvent &>(event);
        switch (press.key()) {
        case Qt::Key_Escape: closeField(); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_open == Field::Find)
                findNext(!(press.modifiers() & Qt::ShiftModifier));
            else
                m_typing = false; // letters are keys of the log again
            Q_EMIT updated();
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: return false;
        default: break;
        }
    }
    if (!m_field.handleInput(event))
        return false;
    fieldChanged();
    Q_EMIT updated();
    return true;
}

void LogContent::openField(Field field)
{
    m_open = field;
    m_typing = true;
    m_field.setText(field == Field::Find ? m_model.find().text() : m_model.filter().text());
    refresh();
}

void LogContent::closeField()
{
    m_field.setText({});
    fieldChanged();
    m_open = Field::Closed;
    m_typing = false;
    refresh();
}

void LogContent::fieldChanged()
{
    if (m_open == Field::Filter) {
        m_model.setFilter(m_field.text());
    } else {
        m_model.setFind(m_field.text());
        if (m_model.foundCount() > 0)
            m_pane.reveal(
                *m_model.findFrom(m_model.rowCount() > 0 ? m_pane.topLine() - 1 : 0, true));
    }
    m_pane.relayout();
}

void LogContent::findNext(bool forward)
{
    const auto from = m_pane.currentLine() >= 0 ? m_pane.currentLine() : m_pane.topLine() - 1;
    if (m_model.find().isEmpty()) {
        openField(Field::Find);
    } else if (const auto found = m_model.findFrom(from, forward)) {
        m_pane.reveal(*found);
    }
}

void LogContent::showContainer(const QString &container)
{
    m_pane.clearSelection();
    m_pane.setFollowing(true);
    auto request = m_feed->request();
    request.container = container;
    m_feed->read(request);
    refresh();
}

void LogContent::chooseContainer(QPointF global)
{
    auto *menu = new QMenu;
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto names = m_feed->choices().containers;
    for (const auto &container : names) {
        auto *action = menu->addAction(container);
        action->setCheckable(true);
        action->setChecked(container == m_feed->request().container);
        connect(action, &QAction::triggered, this, [this, container] { showContainer(container); });
    }
    connect(this, &QObject::destroyed, menu, &QWidget::close);
    menu->popup(global.toPoint());
}

void LogContent::copy() const
{
    if (m_pane.hasSelection())
        QGuiApplication::clipboard()->setText(m_pane.selectedText());
}

Qt::CursorShape LogContent::cursorAt(QPointF position) const
{
    if (jumpChip().contains(position) || reconnectButton().contains(position)
        || m_bar.buttonAt(position) != LogBar::None)
        return Qt::PointingHandCursor;
    if (m_open != Field::Closed && fieldRect().contains(position))
        return Qt::IBeamCursor;
    return m_pane.isOverText(position) ? Qt::IBeamCursor : Qt::ArrowCursor;
}

} // namespace workspace
