// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/linebar.h"

#include "workspace/editor/editorlook.h"
#include "workspace/look/look.h"

#include <QAccessible>
#include <QAccessibleAnnouncementEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace workspace {

LineBar::LineBar(Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_label(new QLabel(this))
    , m_field(new QLineEdit(this))
{
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_label);
    row->addWidget(m_field);
    row->addStretch();
    m_field->installEventFilter(this);
    setZoom(1);
    hide();
}

void LineBar::open(int line, int lines)
{
    m_label->setText(tr("Go to line (1 to %1)").arg(lines));
    m_field->setAccessibleName(m_label->text());
    m_field->setText(QString::number(line + 1));
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void LineBar::setZoom(qreal zoom)
{
    m_label->setFont(m_look.sans(12 * zoom));
    auto colors = m_label->palette();
    colors.setColor(QPalette::WindowText, m_look.theme().textDim);
    m_label->setPalette(colors);
    m_field->setStyleSheet(fieldStyle(m_look, zoom));
    m_field->setFixedSize(qRound(90 * zoom), qRound(24 * zoom));
    const int margin = qRound(5 * zoom);
    layout()->setContentsMargins(margin + qRound(3 * zoom), margin, margin, margin);
    update();
}

std::optional<EditorPosition> LineBar::position() const
{
    const auto parts = m_field->text().trimmed().split(u':');
    bool good = false;
    const int line = parts.first().toInt(&good);
    if (!good || line < 1)
        return {};
    const int column = parts.size() > 1 ? parts[1].toInt() : 1;
    return EditorPosition{line - 1, qMax(0, column - 1)};
}

bool LineBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<const QKeyEvent &>(*event).key();
        if (key == Qt::Key_Escape) {
            Q_EMIT closed();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (const auto where = position())
                Q_EMIT chosen(*where);
            else
                m_field->setStyleSheet(fieldStyle(m_look, m_field->height() / 24.0, true));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LineBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.fillRect(rect(), m_look.theme().raised);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_look.theme().border);
}

NoticeLine::NoticeLine(Look &look, QWidget *parent)
    : QLabel(parent)
    , m_look(look)
{
    static constexpr int seconds = 7;
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAutoFillBackground(true);
    m_gone.setSingleShot(true);
    m_gone.setInterval(seconds * 1000);
    connect(&m_gone, &QTimer::timeout, this, [this] {
        hide();
        Q_EMIT shownOrHidden();
    });
    setZoom(1);
    hide();
}

void NoticeLine::say(const QString &text)
{
    setText(text);
    setVisible(!text.isEmpty());
    m_gone.start();
    if (!text.isEmpty()) {
        QAccessibleAnnouncementEvent announcement(this, text);
        QAccessible::updateAccessibility(&announcement);
    }
    Q_EMIT shownOrHidden();
}

void NoticeLine::setZoom(qreal zoom)
{
    setFont(m_look.sans(11.5 * zoom));
    auto colors = palette();
    colors.setColor(QPalette::Window, m_look.theme().raised);
    colors.setColor(QPalette::WindowText, m_look.theme().textDim);
    setPalette(colors);
    setMargin(qRound(5 * zoom));
}

} // namespace workspace
