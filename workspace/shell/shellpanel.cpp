// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/shell/shellpanel.h"

#include "workspace/look/formstyle.h"
#include "workspace/look/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace workspace {

ShellPanel::ShellPanel(Look &look, int width, QWidget *parent)
    : OverlayPanel(look, width, parent)
    , m_act(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    column().setContentsMargins(16, 12, 16, 12);
    column().setSpacing(8);
    title().setFont(look.sans(14.5, QFont::DemiBold));
    column().addWidget(&title());
    connect(m_act, &QPushButton::clicked, this, &ShellPanel::act);
    connect(m_cancel, &QPushButton::clicked, this, &ShellPanel::dismiss);
}

void ShellPanel::addButtons(const QString &what)
{
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(m_cancel);
    line->addWidget(m_act);
    column().addLayout(line);
    m_act->setText(what);
    m_act->setAutoDefault(true); // Enter presses the one that has the focus
    m_cancel->setAutoDefault(true);
    setDanger(false);
}

void ShellPanel::setActing(const QString &what)
{
    m_act->setText(what);
}

void ShellPanel::setDanger(bool danger)
{
    m_danger = danger;
    setRole(m_act, danger ? u"danger"_s : u"primary"_s);
    update();
}

QPen ShellPanel::frame() const
{
    return m_danger ? QPen(look().theme().error, 2) : OverlayPanel::frame();
}

void ShellPanel::open(QWidget *focus)
{
    place();
    show();
    raise();
    (focus ? focus : m_danger ? m_cancel : m_act)->setFocus(Qt::PopupFocusReason);
}

// What a label needs is known only once it is shown.
void ShellPanel::showEvent(QShowEvent *event)
{
    OverlayPanel::showEvent(event);
    place();
}

void ShellPanel::takeKeys()
{
    if (!isHidden() && !isAncestorOf(window()->focusWidget()))
        (m_danger ? m_cancel : m_act)->setFocus(Qt::OtherFocusReason);
}

void ShellPanel::dismiss()
{
    if (!isHidden())
        leave();
}

} // namespace workspace
