// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/shell/shellfindbar.h"

#include "workspace/look/formstyle.h"
#include "workspace/look/look.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int AgainMilliseconds = 250;

ShellFindBar::ShellFindBar(Look &look, QTermWidget &terminal, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_search(terminal)
    , m_field(new QLineEdit(this))
    , m_count(new QLabel(this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(6, 5, 6, 5);
    line->setSpacing(4);
    line->addWidget(m_field, 1);
    line->addWidget(m_count);
    auto *older = addButton(tr("Older hit"), Qt::UpArrow);
    auto *newer = addButton(tr("Newer hit"), Qt::DownArrow);
    auto *away = addButton(tr("Close"), Qt::NoArrow);
    away->setText(u"×"_s);
    m_field->setPlaceholderText(tr("Find in the terminal"));
    m_field->setAccessibleName(tr("Find in the terminal"));
    m_field->setMaxLength(1000);
    m_field->installEventFilter(this);
    m_again.setSingleShot(true);
    m_again.setInterval(AgainMilliseconds);
    connect(&m_again, &QTimer::timeout, this, [this] {
        m_search.refresh();
        tell();
    });
    connect(m_field, &QLineEdit::textChanged, this, &ShellFindBar::look);
    connect(older, &QToolButton::clicked, this, [this] {
        m_search.previous();
        tell();
    });
    connect(newer, &QToolButton::clicked, this, [this] {
        m_search.next();
        tell();
    });
    connect(away, &QToolButton::clicked, this, &ShellFindBar::close);
    connect(&m_look, &Look::changed, this, &ShellFindBar::applyLook);
    setFocusProxy(m_field);
    applyLook();
    hide();
}

QToolButton *ShellFindBar::addButton(const QString &name, Qt::ArrowType arrow)
{
    auto *button = new QToolButton(this);
    button->setArrowType(arrow);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::NoFocus); // the field keeps the keys
    button->setAutoRaise(true);
    layout()->addWidget(button);
    return button;
}

void ShellFindBar::applyLook()
{
    const auto font = m_look.sans(12 * m_zoom);
    setFont(font);
    setStyleSheet(
        formStyle(m_look)
        + u"QLineEdit { padding: %1px %2px; border-radius: %2px; font-size: %3px; }"
          u"QLabel { font-size: %3px; } QToolButton { color: %4; font-size: %3px; border: none; }"_s
              .arg(qRound(2 * m_zoom))
              .arg(qRound(5 * m_zoom))
              .arg(qRound(12 * m_zoom))
              .arg(m_look.theme().text.name()));
    setRole(m_count, u"dim"_s);
    place(m_over);
    update();
}

void ShellFindBar::setZoom(qreal zoom)
{
    m_zoom = zoom;
    applyLook();
}

void ShellFindBar::place(const QRect &over)
{
    m_over = over;
    const int margin = qRound(6 * m_zoom);
    const int width = qMin(qRound(330 * m_zoom), over.width() - 2 * margin);
    setGeometry(over.right() - width - margin, over.top() + margin, width,
                qMax(qRound(34 * m_zoom), sizeHint().height()));
}

void ShellFindBar::open()
{
    show();
    raise();
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
    look();
}

void ShellFindBar::close()
{
    if (isHidden())
        return;
    hide();
    m_again.stop();
    Q_EMIT closed();
}

void ShellFindBar::outputCame()
{
    if (!isHidden() && !m_again.isActive())
        m_again.start();
}

void ShellFindBar::look()
{
    m_search.setText(m_field->text());
    tell();
}

void ShellFindBar::tell()
{
    if (m_field->text().isEmpty())
        m_count->clear();
    else if (m_search.count() == 0)
        m_count->setText(tr("Not found"));
    else
        m_count->setText(tr("%L1 of %L2").arg(m_search.current() + 1).arg(m_search.count()));
    setRole(m_count, m_search.count() == 0 ? u"warn"_s : u"dim"_s);
}

bool ShellFindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // keys of the yard are no business of a field
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &key = static_cast<const QKeyEvent &>(*event);
    const bool shift = key.modifiers() & Qt::ShiftModifier;
    switch (key.key()) {
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3:
        if (shift)
            m_search.next();
        else
            m_search.previous();
        tell();
        return true;
    case Qt::Key_Up: m_search.previous(); break;
    case Qt::Key_Down: m_search.next(); break;
    default: return QWidget::eventFilter(watched, event);
    }
    tell();
    return true;
}

void ShellFindBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_look.theme().borderStrong, 1));
    painter.setBrush(m_look.theme().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5),
                            Look::RadiusMedium * m_zoom, Look::RadiusMedium * m_zoom);
}

} // namespace workspace
