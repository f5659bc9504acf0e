// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/codegutter.h"

#include "workspace/editor/codetext.h"
#include "workspace/look/glyphs.h"
#include "workspace/look/look.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolTip>

#include <cmath>

namespace workspace {

CodeGutter::CodeGutter(CodeText &text)
    : QWidget(&text)
    , m_text(text)
{
    setObjectName(QStringLiteral("gutter"));
    setCursor(Qt::ArrowCursor);
    setFocusPolicy(Qt::NoFocus);
}

qreal CodeGutter::markWidth() const
{
    return 16 * m_text.zoom();
}

qreal CodeGutter::arrowWidth() const
{
    return 16 * m_text.zoom();
}

void CodeGutter::follow()
{
    const auto digits = std::max<qsizetype>(2, QString::number(m_text.blockCount()).size());
    const qreal wide = markWidth() + qreal(digits) * m_text.charWidth() + arrowWidth();
    const int width = int(std::ceil(wide));
    if (width != this->width())
        m_text.setGutterWidth(width);
    setGeometry(0, 0, width, m_text.viewport()->height());
    update();
}

QTextBlock CodeGutter::blockAt(qreal y) const
{
    for (auto block = m_text.firstVisibleBlock(); block.isValid(); block = block.next()) {
        if (!block.isVisible())
            continue;
        const auto rect = m_text.blockRect(block);
        if (y < rect.bottom())
            return y >= rect.top() ? block : QTextBlock();
    }
    return {};
}

void CodeGutter::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = m_text.look().theme();
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.panel);
    for (auto block = m_text.firstVisibleBlock(); block.isValid(); block = block.next()) {
        if (!block.isVisible())
            continue;
        const auto rect = m_text.blockRect(block);
        if (rect.top() > height())
            break;
        const auto *layout = block.layout();
        const qreal height = layout->lineCount() > 0 ? layout->lineAt(0).height() : rect.height();
        paintLine(painter, block, QRectF(0, rect.top(), width(), height));
    }
}

static Mark markOf(EditorProblem::Severity severity)
{
    switch (severity) {
    case EditorProblem::Severity::Error: return Mark::Cross;
    case EditorProblem::Severity::Warning: return Mark::Triangle;
    case EditorProblem::Severity::Info: return Mark::Ring;
    }
    Q_UNREACHABLE_RETURN(Mark::Ring);
}

void CodeGutter::paintLine(QPainter &painter, const QTextBlock &block, const QRectF &row)
{
    const auto &theme = m_text.look().theme();
    const bool isCurrent = m_text.textCursor().block() == block;
    const qreal zoom = m_text.zoom();
    if (const auto *problem = m_text.worstIn(block)) {
        const qreal side = 11 * zoom;
        const QRectF box(3 * zoom, row.center().y() - side / 2, side, side);
        const auto color = problem->severity == EditorProblem::Severity::Error ? theme.error
            : problem->severity == EditorProblem::Severity::Warning            ? theme.warn
                                                                               : theme.info;
        paintMark(painter, markOf(problem->severity), box, color, theme.panel);
    }
    painter.setFont(m_text.look().mono(11.5 * zoom));
    painter.setPen(isCurrent ? theme.text : theme.textFaint);
    painter.drawText(QRectF(0, row.top(), width() - arrowWidth(), row.height()),
                     Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
    const auto &folds = m_text.folds();
    if (!folds.isFoldable(block))
        return;
    const QPointF center(width() - arrowWidth() / 2, row.center().y());
    const qreal side = 2.6 * zoom;
    const bool isFolded = folds.isFolded(block);
    QPolygonF arrow;
    if (isFolded)
        arrow << center + QPointF(-side / 2, -side) << center + QPointF(side / 2, 0)
              << center + QPointF(-side / 2, side);
    else
        arrow << center + QPointF(-side, -side / 2) << center + QPointF(0, side / 2)
              << center + QPointF(side, -side / 2);
    painter.setPen(QPen(isFolded ? theme.accent : theme.textFaint, 1.3 * zoom, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(arrow);
}

void CodeGutter::mousePressEvent(QMouseEvent *event)
{
    const auto block = blockAt(event->position().y());
    if (!block.isValid() || event->button() != Qt::LeftButton)
        return;
    if (event->position().x() >= width() - arrowWidth() && m_text.folds().isFoldable(block)) {
        m_text.folds().toggle(block);
        return;
    }
    const auto next = block.next();
    m_text.goToPosition(next.isValid() ? next.position() : block.position() + block.length() - 1,
                        block.position());
    m_text.setFocus(Qt::MouseFocusReason);
}

void CodeGutter::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_text.viewport(), event);
}

bool CodeGutter::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto &help = static_cast<const QHelpEvent &>(*event);
    const auto block = blockAt(help.pos().y());
    const auto *problem = block.isValid() ? m_text.worstIn(block) : nullptr;
    QToolTip::showText(help.globalPos(), problem ? problem->message.toHtmlEscaped() : QString(),
                       this);
    return true;
}

} // namespace workspace
