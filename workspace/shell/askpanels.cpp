// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/shell/askpanels.h"

#include "workspace/look/formstyle.h"
#include "workspace/look/look.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static QLabel *addText(QVBoxLayout &column, const QString &text, const QString &role)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    setRole(label, role);
    column.addWidget(label);
    return label;
}

CommandPanel::CommandPanel(Look &look, QWidget *parent)
    : ShellPanel(look, 420, parent)
    , m_line(new QLineEdit(this))
{
    title().setText(tr("Run a command"));
    setAccessibleName(tr("Run a command"));
    addText(column(), tr("It runs in the container in place of the shell, without one."), u"dim"_s);
    m_line->setPlaceholderText(u"python3 -q"_s);
    m_line->setAccessibleName(tr("Command"));
    m_line->setMaxLength(4000);
    m_line->setFont(look.mono(12.5));
    column().addWidget(m_line);
    addButtons(tr("Run"));
    connect(m_line, &QLineEdit::textChanged, this,
            [this](const QString &text) { acting().setEnabled(!text.trimmed().isEmpty()); });
    connect(m_line, &QLineEdit::returnPressed, this, &CommandPanel::act);
}

void CommandPanel::ask(const QString &last)
{
    m_line->setText(last);
    m_line->selectAll();
    acting().setEnabled(!last.trimmed().isEmpty());
    open(m_line);
}

void CommandPanel::act()
{
    const auto command = m_line->text().trimmed();
    if (command.isEmpty())
        return;
    dismiss();
    Q_EMIT accepted(command);
}

TranscriptPanel::TranscriptPanel(Look &look, QWidget *parent)
    : ShellPanel(look, 480, parent)
    , m_path(new QLineEdit(this))
    , m_escapes(new QCheckBox(tr("Keep colours and cursor movements"), this))
    , m_problem(nullptr)
{
    title().setText(tr("Write a transcript"));
    setAccessibleName(tr("Write a transcript"));
    addText(column(),
            tr("All that the shell prints from now on goes to this file. It may then hold secrets; "
               "only you can read it."),
            u"warn"_s);
    auto *line = new QHBoxLayout;
    auto *browse = new QPushButton(tr("Browse…"), this);
    m_path->setAccessibleName(tr("File"));
    line->addWidget(m_path, 1);
    line->addWidget(browse);
    column().addLayout(line);
    column().addWidget(m_escapes);
    m_problem = addText(column(), {}, u"error"_s);
    m_problem->hide();
    addButtons(tr("Start"));
    connect(browse, &QPushButton::clicked, this, &TranscriptPanel::browse);
    connect(m_path, &QLineEdit::returnPressed, this, &TranscriptPanel::act);
    connect(m_path, &QLineEdit::textChanged, this,
            [this](const QString &text) { acting().setEnabled(!text.isEmpty()); });
}

void TranscriptPanel::ask(const QString &path)
{
    m_path->setText(path);
    m_problem->hide();
    open(m_path);
}

void TranscriptPanel::tell(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->show();
    open(m_path);
}

void TranscriptPanel::act()
{
    const auto path = m_path->text();
    if (path.isEmpty())
        return;
    dismiss();
    Q_EMIT accepted(
        path, m_escapes->isChecked() ? Transcript::Form::WithEscapes : Transcript::Form::Plain);
}

void TranscriptPanel::browse()
{
    auto *dialog = new QFileDialog(window(), tr("Write a transcript"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(m_path->text());
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

BroadcastPanel::BroadcastPanel(Look &look, QWidget *parent)
    : ShellPanel(look, 440, parent)
    , m_warning(nullptr)
    , m_scroll(new QScrollArea(this))
{
    title().setText(tr("Type into several shells at once"));
    setAccessibleName(tr("Type into several shells at once"));
    addText(column(), tr("What is typed here goes to these shells, too, until Escape is pressed."),
            u"dim"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setFocusPolicy(Qt::NoFocus); // its boxes have it
    column().addWidget(m_scroll, 1);
    m_warning = addText(column(), {}, u"error"_s);
    addButtons(tr("Start"));
}

void BroadcastPanel::ask(const std::vector<Choice> &others, bool own)
{
    m_choices = others;
    m_own = own;
    m_boxes.clear();
    auto *list = new QWidget;
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 0);
    for (const auto &[name, production] : others) {
        auto *box = new QCheckBox(production ? tr("%1 (production)").arg(name) : name, list);
        if (production)
            box->setStyleSheet(u"color: %1"_s.arg(look().theme().error.name()));
        connect(box, &QCheckBox::toggled, this, &BroadcastPanel::choiceChanged);
        box->setToolTip(box->text());
        rows->addWidget(box);
        m_boxes.push_back(box);
    }
    rows->addStretch(1);
    m_scroll->setWidget(list);
    list->setAutoFillBackground(false); // setWidget() has it filled
    m_scroll->setFixedHeight(qMin(int(m_boxes.size()) * 27 + 4, 150));
    choiceChanged();
    open(m_boxes.empty() ? nullptr : m_boxes.front());
}

std::vector<size_t> BroadcastPanel::chosen() const
{
    std::vector<size_t> places;
    for (size_t i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes[i]->isChecked())
            places.push_back(i);
    }
    return places;
}

bool BroadcastPanel::reachesProduction() const
{
    return m_own
        || std::ranges::any_of(chosen(), [this](size_t i) { return m_choices[i].production; });
}

void BroadcastPanel::choiceChanged()
{
    m_warned = false;
    m_warning->hide();
    setDanger(reachesProduction());
    setActing(tr("Start"));
    acting().setEnabled(!chosen().empty());
}

void BroadcastPanel::act()
{
    if (reachesProduction() && !std::exchange(m_warned, true)) {
        m_warning->setText(tr("What you type then reaches production. Type into it, too?"));
        m_warning->show();
        setActing(tr("Type into production"));
        place();
        return;
    }
    const auto places = chosen();
    dismiss();
    Q_EMIT accepted(places);
}

} // namespace workspace
