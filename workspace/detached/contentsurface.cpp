// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/detached/contentsurface.h"

#include "workspace/detached/surfaceaccess.h"
#include "workspace/look/look.h"
#include "workspace/textview/linefield.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

ContentSurface::ContentSurface(Look &look, KeyFilter keys, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_keys(std::move(keys))
{
    QAccessible::installFactory(accessibleSurface); // once, however often it is asked
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_InputMethodEnabled);
    connect(&m_look, &Look::changed, this, qOverload<>(&QWidget::update));
}

ContentSurface::~ContentSurface()
{
    releaseLive(); // it is the content's
}

void ContentSurface::setContent(WindowContent *content)
{
    if (m_content == content)
        return followLive();
    releaseLive();
    if (m_content)
        m_content->disconnect(this);
    m_content = content;
    if (content) {
        connect(content, &WindowContent::partUpdated, this,
                [this](const QRectF &part) { update(part.toAlignedRect()); });
        connect(content, &WindowContent::updated, this, [this] {
            setAccessibleName(m_content->accessibleText());
            update();
            // Not now: it is in the middle of changing, and this may ask it for a widget.
            QMetaObject::invokeMethod(this, &ContentSurface::followLive, Qt::QueuedConnection);
        });
        connect(content, &WindowContent::draggedOut, this,
                [this](const std::vector<ObjectId> &objects, QPointF at) {
                    Q_EMIT draggedOut(objects, mapToGlobal(at).toPoint());
                });
        content->setSize(size());
        setAccessibleName(content->accessibleText());
    }
    followLive();
    update();
}

/// Shows the live widget that the content has now, if any.
void ContentSurface::followLive()
{
    auto *live = m_content ? m_content->liveWidget() : nullptr;
    if (live == m_live && (!live || live->parentWidget() == this))
        return;
    const bool hadFocus = window()->focusWidget() == this
        || (m_live && m_live->isAncestorOf(window()->focusWidget()))
        || m_live == window()->focusWidget();
    releaseLive();
    m_live = live;
    if (!live) {
        if (hadFocus)
            setFocus(Qt::OtherFocusReason);
        return;
    }
    live->setParent(this);
    if (live->accessibleName().isEmpty())
        live->setAccessibleName(m_content->accessibleText());
    live->installEventFilter(this);
    for (auto *child : live->findChildren<QWidget *>())
        child->installEventFilter(this);
    m_content->setLiveZoom(1);
    live->setGeometry(rect());
    live->show();
    if (hadFocus)
        live->setFocus(Qt::OtherFocusReason);
}

void ContentSurface::releaseLive()
{
    if (m_live && m_live->parentWidget() == this) {
        m_live->removeEventFilter(this);
        for (auto *child : m_live->findChildren<QWidget *>())
            child->removeEventFilter(this);
        m_live->hide();
        m_live->setParent(nullptr);
    }
    m_live = nullptr;
}

bool ContentSurface::eventFilter(QObject * /*watched*/, QEvent *event)
{
    return event->type() == QEvent::KeyPress && m_keys(static_cast<QKeyEvent &>(*event));
}

bool ContentSurface::hand(QEvent &event)
{
    if (!m_content)
        return false;
    const bool used = m_content->handleInput(event);
    if (const auto point = pointerOf(event); point && m_content)
        setCursor(m_content->cursorAt(*point));
    tellDrag(event);
    return used;
}

/// After the event, which may have moved what is dragged, or let it go.
void ContentSurface::tellDrag(const QEvent &event)
{
    if (event.isSinglePointEvent())
        m_draggedTo = static_cast<const QSinglePointEvent &>(event).globalPosition().toPoint();
    const auto text = m_content ? m_content->dragText() : QString();
    if (std::exchange(m_isDragged, !text.isEmpty()) || m_isDragged)
        Q_EMIT dragged(text, m_draggedTo);
    if (m_isDragged)
        setCursor(Qt::DragCopyCursor);
}

/// Whether there was something to think better of.
bool ContentSurface::cancelDrag()
{
    if (!m_isDragged)
        return false;
    m_content->cancelDrag();
    m_isDragged = false;
    setCursor(Qt::ArrowCursor);
    Q_EMIT dragged({}, m_draggedTo);
    return true;
}

bool ContentSurface::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (static_cast<QKeyEvent &>(*event).key() == Qt::Key_Escape && cancelDrag())
            return true;
        if (m_keys(static_cast<QKeyEvent &>(*event)) || hand(*event))
            return true;
        return QWidget::event(event);
    case QEvent::InputMethod:
    case QEvent::KeyRelease:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseMove:
    case QEvent::HoverMove:
    case QEvent::HoverLeave:
    case QEvent::Wheel: {
        const bool used = hand(*event);
        event->setAccepted(used);
        return used || QWidget::event(event);
    }
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        setFocus(Qt::MouseFocusReason);
        hand(*event);
        return true;
    case QEvent::ToolTip: {
        const auto &help = static_cast<const QHelpEvent &>(*event);
        const QString text = m_content ? m_content->toolTipAt(help.pos()) : QString();
        // As rich text it is wrapped; what a cluster says is no markup.
        QToolTip::showText(
            help.globalPos(),
            text.isEmpty() ? text
                           : u"<qt>%1</qt>"_s.arg(text.toHtmlEscaped().replace(u'\n', "<br>"_L1)),
            this);
        return true;
    }
    default: return QWidget::event(event);
    }
}

void ContentSurface::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.fillRect(rect(), m_look.theme().panel);
    if (m_content && !m_live)
        m_content->paint(painter, hasFocus());
}

void ContentSurface::resizeEvent(QResizeEvent *)
{
    if (m_content)
        m_content->setSize(size());
    if (m_live)
        m_live->setGeometry(rect());
}

void ContentSurface::focusInEvent(QFocusEvent *event)
{
    if (m_live)
        m_live->setFocus(event->reason());
    update();
}

void ContentSurface::focusOutEvent(QFocusEvent *)
{
    update();
}

void ContentSurface::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuRequested(event->globalPos());
}

bool ContentSurface::focusNextPrevChild(bool next)
{
    // Where a content has no use for Tab, it goes on to the buttons of the window.
    QKeyEvent tab(QEvent::KeyPress, next ? Qt::Key_Tab : Qt::Key_Backtab,
                  next ? Qt::NoModifier : Qt::ShiftModifier);
    return (m_content && m_content->handleInput(tab)) || QWidget::focusNextPrevChild(next);
}

} // namespace workspace
