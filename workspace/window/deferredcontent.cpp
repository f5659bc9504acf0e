// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/window/deferredcontent.h"

#include "workspace/look/glyphs.h"
#include "workspace/look/look.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace workspace {

DeferredContent::DeferredContent(Look &look, QObject *parent)
    : WindowContent(parent)
    , m_look(look)
{
    connect(&look, &Look::changed, this, &WindowContent::updated);
}

DeferredContent::~DeferredContent() = default;

void DeferredContent::setMessage(Freshness freshness, const QString &text)
{
    if (m_content)
        m_draft = m_content->draft();
    m_content.reset();
    m_freshness = freshness;
    m_text = text;
    m_isLocked = false;
    Q_EMIT statusChanged();
    Q_EMIT updated();
}

void DeferredContent::setLocked(const QString &text)
{
    if (isLocked() && m_text == text)
        return;
    setMessage(Freshness::Ended, text);
    m_isLocked = true;
    Q_EMIT statusChanged();
    Q_EMIT updated();
}

void DeferredContent::setContent(std::unique_ptr<WindowContent> content)
{
    m_content = std::move(content);
    connect(m_content.get(), &WindowContent::updated, this, &WindowContent::updated);
    connect(m_content.get(), &WindowContent::partUpdated, this, &WindowContent::partUpdated);
    connect(m_content.get(), &WindowContent::statusChanged, this, &WindowContent::statusChanged);
    connect(m_content.get(), &WindowContent::draggedOut, this, &WindowContent::draggedOut);
    if (!m_size.isEmpty())
        m_content->setSize(m_size);
    if (m_draft.isValid())
        m_content->setDraft(std::exchange(m_draft, {}));
    if (const auto options = std::exchange(m_options, std::nullopt))
        m_content->setOptions(*options);
    Q_EMIT statusChanged();
    Q_EMIT updated();
}

void DeferredContent::setSize(QSizeF size)
{
    m_size = size;
    if (m_content)
        m_content->setSize(size);
}

void DeferredContent::paint(QPainter &painter, bool focused)
{
    if (m_content)
        return m_content->paint(painter, focused);
    const auto &theme = m_look.theme();
    const QRectF area(QPointF(), m_size);
    painter.fillRect(area, theme.panel);
    if (m_isLocked)
        return paintLocked(painter, area);
    painter.setFont(m_look.sans(13));
    painter.setPen(m_freshness == Freshness::Failed ? theme.text : theme.textDim);
    painter.drawText(area.adjusted(28, 20, -28, -20), Qt::AlignCenter | Qt::TextWordWrap, m_text);
}

void DeferredContent::paintLocked(QPainter &painter, const QRectF &area) const
{
    static constexpr qreal Sign = 28;
    const auto &theme = m_look.theme();
    const auto font = m_look.sans(13);
    const QRectF column = area.adjusted(28, 20, -28, -20);
    const QFontMetricsF metrics(font);
    const qreal text =
        metrics.boundingRect(column, Qt::AlignHCenter | Qt::TextWordWrap, m_text).height();
    const qreal top = std::max(column.top(), column.center().y() - (Sign + 16 + text) / 2);
    paintGlyph(painter, Glyph::Lock, {column.center().x() - Sign / 2, top, Sign, Sign},
               theme.textDim);
    painter.setFont(font);
    painter.setPen(theme.text);
    painter.drawText(QRectF(column.left(), top + Sign + 16, column.width(),
                            std::max(0.0, column.bottom() - top - Sign - 16)),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_text);
}

bool DeferredContent::handleInput(QEvent &event)
{
    if (m_content)
        return m_content->handleInput(event);
    if (m_freshness != Freshness::Failed && !m_isLocked)
        return false;
    const bool pressed = event.type() == QEvent::MouseButtonPress;
    const bool entered =
        event.type() == QEvent::KeyPress && static_cast<QKeyEvent &>(event).key() == Qt::Key_Return;
    if (pressed || entered)
        Q_EMIT retryRequested();
    return pressed || entered;
}

Qt::CursorShape DeferredContent::cursorAt(QPointF position) const
{
    return m_content ? m_content->cursorAt(position) : Qt::ArrowCursor;
}

QString DeferredContent::toolTipAt(QPointF position) const
{
    return m_content ? m_content->toolTipAt(position) : QString();
}

WindowContent::Freshness DeferredContent::freshness() const
{
    return m_content ? m_content->freshness() : m_freshness;
}

QString DeferredContent::statusText() const
{
    if (m_content)
        return m_content->statusText();
    return m_isLocked ? tr("Locked") : m_text;
}

QDateTime DeferredContent::lastHeard() const
{
    return m_content ? m_content->lastHeard() : QDateTime();
}

QString DeferredContent::accessibleText() const
{
    return m_content ? m_content->accessibleText() : m_text;
}

ContentRows *DeferredContent::contentRows()
{
    return m_content ? m_content->contentRows() : nullptr;
}

std::vector<ObjectId> DeferredContent::selectedObjects() const
{
    return m_content ? m_content->selectedObjects() : std::vector<ObjectId>();
}

ViewOptions DeferredContent::options() const
{
    return m_content ? m_content->options() : ViewOptions();
}

void DeferredContent::setOptions(const ViewOptions &options)
{
    if (m_content)
        m_content->setOptions(options);
    else
        m_options = options;
}

QVariant DeferredContent::draft() const
{
    return m_content ? m_content->draft() : m_draft;
}

void DeferredContent::setDraft(const QVariant &draft)
{
    if (m_content)
        m_content->setDraft(draft);
    else
        m_draft = draft;
}

std::vector<MenuEntry> DeferredContent::ownMenu()
{
    return m_content ? m_content->ownMenu() : std::vector<MenuEntry>();
}

QString DeferredContent::dragText() const
{
    return m_content ? m_content->dragText() : QString();
}

void DeferredContent::cancelDrag()
{
    if (m_content)
        m_content->cancelDrag();
}

QWidget *DeferredContent::liveWidget()
{
    return m_content ? m_content->liveWidget() : nullptr;
}

void DeferredContent::setLiveZoom(qreal zoom)
{
    if (m_content)
        m_content->setLiveZoom(zoom);
}

bool DeferredContent::takesAllKeys() const
{
    return m_content && m_content->takesAllKeys();
}

} // namespace workspace
