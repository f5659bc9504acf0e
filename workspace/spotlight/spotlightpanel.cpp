// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/spotlight/spotlightpanel.h"

#include "workspace/look/look.h"
#include "workspace/spotlight/spotlightscore.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int inputHeight = 56;
static constexpr int rowHeight = 44;
static constexpr int rowsShown = 8;
static constexpr int hintHeight = 32;
static constexpr size_t mostHits = 200;

SpotlightPanel::SpotlightPanel(SpotlightIndex &index, Look &look, QWidget *parent)
    : QWidget(parent)
    , m_index(index)
    , m_look(look)
    , m_input(this)
{
    setAccessibleName(tr("Spotlight"));
    setMouseTracking(true);
    setFocusProxy(&m_input);
    m_input.setFrame(false);
    m_input.setMaxLength(200);
    m_input.setAccessibleName(tr("Search"));
    m_input.installEventFilter(this);
    parent->installEventFilter(this);
    connect(&m_input, &QLineEdit::textChanged, this, [this](const QString &text) {
        refresh();
        Q_EMIT queryChanged(text);
    });
    connect(&m_look, &Look::changed, this, &SpotlightPanel::applyLook);
    connect(&m_index, &SpotlightIndex::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    applyLook();
    hide();
}

void SpotlightPanel::applyLook()
{
    const auto &theme = m_look.theme();
    m_input.setFont(m_look.sans(17));
    auto colors = m_input.palette();
    colors.setColor(QPalette::Base, Qt::transparent);
    colors.setColor(QPalette::Text, theme.text);
    colors.setColor(QPalette::PlaceholderText, theme.textFaint);
    colors.setColor(QPalette::Highlight, theme.selection);
    colors.setColor(QPalette::HighlightedText, theme.text);
    m_input.setPalette(colors);
    m_glyphs.clear();
    update();
}

void SpotlightPanel::open(const QString &text)
{
    m_kind.clear();
    m_input.setText(text);
    refresh();
    show();
    raise();
    m_input.setFocus(Qt::OtherFocusReason);
    m_input.deselect();
}

void SpotlightPanel::dismiss()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT closed();
}

void SpotlightPanel::place()
{
    const auto *over = parentWidget();
    const int width = qMin(660, int(over->width() * 0.93));
    const int top = int(over->height() * 0.15);
    const int rows = qBound(1, int(m_hits.size()), rowsShown);
    const int body = m_hits.empty() ? 132 : rows * rowHeight + 12;
    const int height = qMin(inputHeight + body + hintHeight, over->height() - top - 8);
    setGeometry((over->width() - width) / 2, top, width, height);
    const int left = 50 + int(pillWidth());
    m_input.setGeometry(left, 10, width - left - 16, inputHeight - 20);
    m_input.setPlaceholderText(m_kind.isEmpty() ? tr("Find objects, krates, namespaces, commands")
                                                : tr("Find a %1").arg(m_kind));
    const auto list = listRect();
    m_scroll.setTrack({list.right() - 9, list.top(), 9, list.height()});
    m_scroll.setRange(qreal(m_hits.size()) * rowHeight, list.height());
}

QRectF SpotlightPanel::listRect() const
{
    return {0, inputHeight + 6.0, qreal(width()), height() - inputHeight - hintHeight - 12.0};
}

qreal SpotlightPanel::pillWidth()
{
    return m_kind.isEmpty() ? 0 : m_glyphs.widthOf(m_kind, m_look.sans(13, QFont::DemiBold)) + 28;
}

void SpotlightPanel::refresh()
{
    m_hits.clear();
    if (m_input.text().isEmpty() && m_kind.isEmpty()) {
        for (const auto &entry : m_index.recent())
            m_hits.push_back({.entry = entry});
    } else {
        m_hits = m_index.search({m_kind, m_input.text()}, mostHits);
    }
    m_selected = m_hits.empty() ? -1 : 0;
    m_scroll.setOffset(0);
    place();
    update();
}

void SpotlightPanel::setKind(const QString &kind)
{
    m_kind = kind;
    if (kind.isEmpty() || !m_input.text().isEmpty())
        m_input.clear();
    refresh();
}

void SpotlightPanel::select(int row)
{
    if (m_hits.empty())
        return;
    m_selected = qBound(0, row, int(m_hits.size()) - 1);
    m_scroll.reveal(m_selected * rowHeight, (m_selected + 1) * rowHeight);
    update();
}

void SpotlightPanel::choose(View view)
{
    if (m_selected < 0)
        return;
    const auto entry = m_hits[size_t(m_selected)].entry;
    if (entry.type == SpotlightEntry::Type::Collection)
        view = View::Collection;
    m_index.noteOpened(entry);
    dismiss();
    Q_EMIT opened(entry, view);
}

bool SpotlightPanel::viewKey(int key)
{
    switch (key) {
    case Qt::Key_L: choose(View::Logs); return true;
    case Qt::Key_S: choose(View::Shell); return true;
    case Qt::Key_D: choose(View::Describe); return true;
    case Qt::Key_Y: choose(View::Yaml); return true;
    case Qt::Key_C: choose(View::Changes); return true;
    case Qt::Key_I: choose(View::Inspect); return true;
    default: return false;
    }
}

bool SpotlightPanel::key(QKeyEvent &event)
{
    if (event.modifiers() == Qt::AltModifier)
        return viewKey(event.key());
    switch (event.key()) {
    case Qt::Key_Escape: dismiss(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(View::Describe); return true;
    case Qt::Key_Up: select(m_selected - 1); return true;
    case Qt::Key_Down: select(m_selected + 1); return true;
    case Qt::Key_PageUp: select(m_selected - rowsShown); return true;
    case Qt::Key_PageDown: select(m_selected + rowsShown); return true;
    case Qt::Key_Tab:
        if (const auto kind = kindOfAlias(m_input.text()); m_kind.isEmpty() && !kind.isEmpty())
            setKind(kind);
        return true; // the panel keeps the focus
    case Qt::Key_Backtab: return true;
    case Qt::Key_Backspace:
        if (!m_input.text().isEmpty() || m_kind.isEmpty())
            return false;
        setKind({});
        return true;
    default: return false;
    }
}

bool SpotlightPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    if (watched != &m_input)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        // Alt+letter and Escape are ours here, not a menu's or the window's.
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress)
        return key(static_cast<QKeyEvent &>(*event));
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::MouseFocusReason || reason == Qt::TabFocusReason)
            dismiss();
    }
    return QWidget::eventFilter(watched, event);
}

int SpotlightPanel::rowAt(QPointF position) const
{
    const auto list = listRect();
    if (!list.contains(position))
        return -1;
    const int row = int(std::floor((position.y() - list.top() + m_scroll.offset()) / rowHeight));
    return row < int(m_hits.size()) ? row : -1;
}

void SpotlightPanel::mousePressEvent(QMouseEvent *event)
{
    if (m_scroll.press(event->position())) {
        update();
    } else if (const int row = rowAt(event->position()); row >= 0) {
        select(row);
        choose(View::Describe);
    }
    event->accept();
}

void SpotlightPanel::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton) {
        if (m_scroll.drag(event->position()))
            update();
        return;
    }
    const int row = rowAt(event->position());
    if (row >= 0 && row != m_selected) {
        m_selected = row;
        update();
    }
    if (m_scroll.hover(event->position()))
        update();
}

void SpotlightPanel::mouseReleaseEvent(QMouseEvent *event)
{
    m_scroll.release();
    event->accept();
}

void SpotlightPanel::wheelEvent(QWheelEvent *event)
{
    qreal distance = event->pixelDelta().y();
    if (distance == 0)
        distance = event->angleDelta().y() / 120.0 * rowHeight * 2;
    if (m_scroll.scrollBy(-distance))
        update();
    event->accept();
}

} // namespace workspace
