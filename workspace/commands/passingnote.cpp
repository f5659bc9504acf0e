// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/commands/passingnote.h"

#include "workspace/look/look.h"

#include <QAccessible>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace workspace {

PassingNote::PassingNote(Look &look, QWidget *parent)
    : QLabel(parent)
    , m_look(look)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setTextFormat(Qt::PlainText); // an object's name is no markup
    m_goes.setSingleShot(true);
    connect(&m_goes, &QTimer::timeout, this, &QWidget::hide);
    connect(&m_look, &Look::changed, this, &PassingNote::applyLook);
    parent->installEventFilter(this);
    applyLook();
    hide();
}

void PassingNote::applyLook()
{
    const auto &theme = m_look.theme();
    setFont(m_look.sans(13, QFont::Medium));
    setStyleSheet(u"QLabel { color: %1; background: %2; border: 1px solid %3; border-radius: 16px;"
                  u" padding: 7px 16px; }"_s.arg(theme.text.name(),
                                                 blended(theme.raised, theme.hover).name(),
                                                 blended(theme.raised, theme.borderStrong).name()));
}

void PassingNote::say(const QString &text)
{
    setText(text);
    place();
    show();
    raise();
    m_goes.start(ShownMs);
    QAccessibleAnnouncementEvent heard(this, text);
    QAccessible::updateAccessibility(&heard);
}

void PassingNote::place()
{
    const auto *over = parentWidget();
    const QSize size = sizeHint().boundedTo({over->width() - 24, over->height()});
    setGeometry(
        {QPoint((over->width() - size.width()) / 2, over->height() - size.height() - 64), size});
}

bool PassingNote::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return QLabel::eventFilter(watched, event);
}

} // namespace workspace
