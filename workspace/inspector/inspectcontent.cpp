// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/inspector/inspectcontent.h"

#include "workspace/inspector/inspectpaint.h"
#include "workspace/look/look.h"
#include "workspace/textview/linefield.h"
#include "workspace/yaml/watchstatus.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int SoonMs = 40;
static constexpr int NoticeMs = 1500;
static constexpr qreal BarWidth = 9;
static constexpr qreal WheelNotch = 75;

InspectContent::InspectContent(kube::ResourceCache &cache, kube::MetricsFeed *metrics,
                               const kube::ApiResource &resource, const ObjectId &id, Look &look,
                               QObject *parent)
    : WindowContent(parent)
    , m_id(id)
    , m_look(look)
    , m_inspection(cache, metrics, resource, id)
{
    connect(&look, &Look::changed, this, [this] {
        relayout();
        Q_EMIT updated();
    });
    connect(&m_inspection, &ObjectInspection::objectChanged, this, &WindowContent::statusChanged);
    connect(&m_inspection, &ObjectInspection::changed, this, &InspectContent::refreshSoon);
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(&m_soon, &QTimer::timeout, this, &InspectContent::refresh);
    connect(&m_ticker, &SeenTicker::due, this, &InspectContent::refresh);
    m_notice.setSingleShot(true);
    m_notice.setInterval(NoticeMs);
    connect(&m_notice, &QTimer::timeout, this, &WindowContent::updated);
    m_inspection.start();
}

InspectContent::~InspectContent() = default;

/// What nobody sees is told when it is painted; but what a secret holds goes at once.
void InspectContent::refreshSoon()
{
    const bool now = m_revealing || m_ticker.noteChange();
    if (now && !m_soon.isActive())
        m_soon.start();
}

void InspectContent::refresh()
{
    if (take())
        Q_EMIT updated();
}

/// Whether it tells something else now.
bool InspectContent::take()
{
    m_ticker.caughtUp();
    auto told = m_inspection.tell(QDateTime::currentDateTimeUtc());
    if (told == m_shown && !m_shown.cards.empty())
        return false;
    m_shown = std::move(told);
    if (std::exchange(m_revealing, m_inspection.isRevealing()) && !m_revealing)
        m_glyphs.clear(); // nothing of a value that is hidden again stays
    relayout();
    return true;
}

void InspectContent::relayout()
{
    if (m_size.isEmpty())
        return;
    m_page = place(m_shown, m_size.width() - BarWidth, m_look, m_glyphs);
    m_scroll.setTrack({m_size.width() - BarWidth, 0, BarWidth, m_size.height()});
    m_scroll.setRange(m_page.height, m_size.height());
    const int hots = int(m_page.hots.size());
    m_hovered = m_hovered < hots ? m_hovered : -1;
    m_focused = m_focused < hots ? m_focused : -1;
}

void InspectContent::setSize(QSizeF size)
{
    m_size = size;
    relayout();
    Q_EMIT updated();
}

void InspectContent::scrollTo(qreal offset)
{
    if (m_scroll.setOffset(offset))
        Q_EMIT updated();
}

void InspectContent::paint(QPainter &painter, bool focused)
{
    if (m_ticker.isBehind())
        take();
    m_ticker.painted();
    if (m_shown.cards.empty()) {
        paintMessage(painter, QRectF({}, m_size), m_look, messageOf(watch(), m_id));
        return;
    }
    painter.save();
    painter.setClipRect(QRectF({}, m_size), Qt::IntersectClip);
    painter.save();
    painter.translate(0, -m_scroll.offset());
    paintInspection(painter, m_page, QRectF(QPointF(0, m_scroll.offset()), m_size), m_look,
                    m_glyphs, m_hovered, focused ? m_focused : -1);
    painter.restore();
    m_scroll.paint(painter, m_look.theme());
    if (m_notice.isActive())
        paintNotice(painter);
    painter.restore();
}

void InspectContent::paintNotice(QPainter &painter)
{
    const auto &theme = m_look.theme();
    const auto text = tr("Copied");
    const auto font = m_look.sans(12, QFont::Medium);
    const qreal width = m_glyphs.widthOf(text, font) + 28;
    const QRectF box((m_size.width() - width) / 2, m_size.height() - 40, width, 28);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.borderStrong, 1));
    painter.setBrush(blended(theme.raised, theme.hover));
    painter.drawRoundedRect(box, 14, 14);
    painter.setPen(theme.text);
    m_glyphs.draw(painter, {box.left() + 14, box.center().y() + 4.3}, text, font, width);
}

int InspectContent::hotAt(QPointF position) const
{
    const auto at = position + QPointF(0, m_scroll.offset());
    for (int i = int(m_page.hots.size()) - 1; i >= 0; --i) {
        if (m_page.hots[size_t(i)].box.contains(at))
            return i;
    }
    return -1;
}

void InspectContent::act(const InspectAction &action)
{
    switch (action.kind) {
    case InspectAction::Kind::None: return;
    case InspectAction::Kind::Open: Q_EMIT openRequested(action.object, View::Inspect); return;
    case InspectAction::Kind::Copy:
        QGuiApplication::clipboard()->setText(action.text);
        m_notice.start();
        Q_EMIT updated();
        return;
    case InspectAction::Kind::Reveal: m_inspection.reveal(action.object.name, action.key); return;
    case InspectAction::Kind::ListKeys: m_inspection.listKeys(action.object.name); return;
    }
}

bool InspectContent::handleInput(QEvent &event)
{
    if (m_shown.cards.empty())
        return false;
    switch (event.type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick: return press(static_cast<const QMouseEvent &>(event));
    case QEvent::MouseMove:
        return move(*pointerOf(event), static_cast<const QMouseEvent &>(event).buttons());
    case QEvent::HoverMove:
    case QEvent::HoverEnter: return move(*pointerOf(event), Qt::NoButton);
    case QEvent::HoverLeave:
    case QEvent::Leave: return move({-1, -1}, Qt::NoButton);
    case QEvent::MouseButtonRelease: return release(static_cast<const QMouseEvent &>(event));
    case QEvent::Wheel: return wheel(static_cast<const QWheelEvent &>(event));
    case QEvent::KeyPress: return key(static_cast<const QKeyEvent &>(event));
    default: return false;
    }
}

bool InspectContent::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    const int hot = m_scroll.press(event.position()) ? -1 : hotAt(event.position());
    m_pressed = hot < 0 ? InspectAction() : m_page.hots[size_t(hot)].action;
    m_focused = -1;
    Q_EMIT updated();
    return true;
}

bool InspectContent::move(QPointF position, Qt::MouseButtons buttons)
{
    if (buttons & Qt::LeftButton) {
        if (m_scroll.drag(position))
            Q_EMIT updated();
        return true;
    }
    const bool bar = m_scroll.hover(position);
    const bool other = std::exchange(m_hovered, hotAt(position)) != m_hovered;
    if (bar || other)
        Q_EMIT updated();
    return true;
}

bool InspectContent::release(const QMouseEvent &event)
{
    m_scroll.release();
    // The page may have been laid out anew since: what counts is that both are on the same thing.
    const auto pressed = std::exchange(m_pressed, {});
    const int hot = hotAt(event.position());
    if (hot >= 0 && m_page.hots[size_t(hot)].action == pressed)
        act(pressed);
    return true;
}

bool InspectContent::wheel(const QWheelEvent &event)
{
    if (event.modifiers() & Qt::ControlModifier || m_scroll.maximum() <= 0)
        return false;
    const qreal distance = event.pixelDelta().isNull() ? event.angleDelta().y() / 120.0 * WheelNotch
                                                       : event.pixelDelta().y();
    if (m_scroll.scrollBy(-distance)) {
        m_hovered = hotAt(event.position());
        Q_EMIT updated();
    }
    return true;
}

bool InspectContent::key(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const qreal page = m_size.height() - 40;
    switch (event.key()) {
    case Qt::Key_Up: m_scroll.scrollBy(-40); break;
    case Qt::Key_Down: m_scroll.scrollBy(40); break;
    case Qt::Key_PageUp: m_scroll.scrollBy(-page); break;
    case Qt::Key_PageDown: m_scroll.scrollBy(page); break;
    case Qt::Key_Home: m_scroll.setOffset(0); break;
    case Qt::Key_End: m_scroll.setOffset(m_scroll.maximum()); break;
    case Qt::Key_Tab: focusNext(1); break;
    case Qt::Key_Backtab: focusNext(-1); break;
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        if (m_focused < 0)
            return false;
        const auto action = m_page.hots[size_t(m_focused)].action;
        act(action);
        return true;
    }
    default: return false;
    }
    Q_EMIT updated();
    return true;
}

void InspectContent::focusNext(int step)
{
    const int count = int(m_page.hots.size());
    if (count == 0)
        return;
    m_focused = m_focused < 0 ? (step > 0 ? 0 : count - 1) : (m_focused + step + count) % count;
    const auto &box = m_page.hots[size_t(m_focused)].box;
    m_scroll.reveal(box.top() - 12, box.bottom() + 12);
}

Qt::CursorShape InspectContent::cursorAt(QPointF position) const
{
    return hotAt(position) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor;
}

QString InspectContent::toolTipAt(QPointF position) const
{
    const int hot = hotAt(position);
    if (hot < 0)
        return {};
    const auto &action = m_page.hots[size_t(hot)].action;
    switch (action.kind) {
    case InspectAction::Kind::None: return {};
    case InspectAction::Kind::Open:
        return tr("Inspect %1 %2").arg(action.object.kind, action.object.name);
    case InspectAction::Kind::Copy: return tr("Click to copy: %1").arg(action.text.left(400));
    case InspectAction::Kind::Reveal: return tr("Click to show or hide the value");
    case InspectAction::Kind::ListKeys: return tr("Click to read the names of the keys");
    }
    Q_UNREACHABLE_RETURN({});
}

WindowContent::Freshness InspectContent::freshness() const
{
    return freshnessOf(watch());
}

QDateTime InspectContent::lastHeard() const
{
    return watch().lastHeard();
}

QString InspectContent::statusText() const
{
    return statusOf(watch());
}

QRectF InspectContent::rowRect(int row) const
{
    const auto &text = m_page.texts[size_t(row)];
    const QRectF box(text.baseline - QPointF(0, 13 + m_scroll.offset()), QSizeF(text.width, 17));
    return box.intersected(QRectF(QPointF(), m_size));
}

void InspectContent::openRow(int row)
{
    goToRow(row);
    if (const int hot = m_page.texts[size_t(row)].hot; hot >= 0)
        act(InspectAction(m_page.hots[size_t(hot)].action)); // a copy: it may change the page
}

QString InspectContent::accessibleText() const
{
    return tr("Inspector of %1 %2").arg(m_id.kind, m_id.name);
}

} // namespace workspace
