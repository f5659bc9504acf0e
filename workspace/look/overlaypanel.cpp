// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/look/overlaypanel.h"

#include "workspace/look/comesforward.h"
#include "workspace/look/formstyle.h"
#include "workspace/look/look.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace workspace {

static constexpr int Margin = 12; ///< between the panel and its parent's edge, at the least

OverlayPanel::OverlayPanel(Look &look, int width, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_width(width)
    , m_column(new QVBoxLayout(this))
    , m_title(new QLabel(this))
{
    m_column->setContentsMargins(24, 20, 24, 20);
    m_column->setSpacing(12);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText); // names in it are what somebody typed
    parent->installEventFilter(this);
    new ComesForward(*this);
    connect(&m_look, &Look::changed, this, &OverlayPanel::applyLook);
    applyLook();
    hide();
}

void OverlayPanel::applyLook()
{
    setFont(m_look.sans(13));
    setStyleSheet(formStyle(m_look));
    m_title->setFont(m_look.sans(17, QFont::DemiBold));
    update();
}

void OverlayPanel::place()
{
    const auto *over = parentWidget();
    const int width = qMin(m_width, int(over->width() * 0.93));
    const int wanted = m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width)
                                                     : m_column->totalSizeHint().height();
    const int height = qMin(wanted, over->height() - 2 * Margin);
    const int top = qMin(int(over->height() * 0.12), over->height() - height - Margin);
    setGeometry((over->width() - width) / 2, qMax(Margin, top), width, height);
}

void OverlayPanel::leave()
{
    hide();
    parentWidget()->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

bool OverlayPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && !isHidden())
        place();
    return QWidget::eventFilter(watched, event);
}

void OverlayPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return back();
    event->accept(); // nothing falls through to the canvas
}

QPen OverlayPanel::frame() const
{
    return m_look.theme().borderStrong;
}

void OverlayPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(frame());
    painter.setBrush(m_look.theme().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Look::RadiusLarge,
                            Look::RadiusLarge);
}

} // namespace workspace
