// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/tools/askpanel.h"

#include "workspace/look/formstyle.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int LongestName = 80;

AskPanel::AskPanel(Look &look, QWidget *parent)
    : ToolPanel(look, tr("Create"), parent)
    , m_name(new QLineEdit)
{
    form().addRow(tr("Name"), m_name);
    m_name->setMaxLength(LongestName);
    m_name->setAccessibleName(tr("Name"));
    connect(m_name, &QLineEdit::textEdited, this, [this] { say({}); });
}

void AskPanel::askName(const QString &heading, const QString &act, const QString &name,
                       const std::function<QString(const QString &)> &take)
{
    dismiss();
    m_take = take;
    form().setRowVisible(m_name, true);
    m_name->setText(name);
    m_name->selectAll();
    actButton().setText(act);
    setRole(&actButton(), u"primary"_s);
    say({});
    open(heading, *m_name);
}

void AskPanel::askWhether(const QString &heading, const QString &explanation, const QString &act,
                          Weight weight, const std::function<QString()> &take)
{
    dismiss();
    m_take = [take](const QString &) { return take(); };
    form().setRowVisible(m_name, false);
    actButton().setText(act);
    setRole(&actButton(), weight == Weight::Destructive ? u"danger"_s : u"primary"_s);
    say(explanation);
    open(heading, backButton());
}

void AskPanel::act()
{
    const auto problem = m_take(m_name->text());
    if (problem.isEmpty())
        dismiss();
    else
        say(problem, Tone::Error);
}

} // namespace workspace
