// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/actions/actionpanel.h"

#include "workspace/actions/actionform.h"
#include "workspace/actions/rowdelegate.h"
#include "workspace/look/formstyle.h"
#include "workspace/look/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

constexpr int PanelWidth = 640;
constexpr int WidePanel = 1000; ///< for two texts side by side
constexpr int RowHeight = 24;
constexpr int MostRowsShown = 9;

} // namespace

ActionPanel::ActionPanel(YamlHighlighting &highlighting, Look &look, Journal &journal,
                         QWidget *parent)
    : OverlayPanel(look, PanelWidth, parent)
    , m_highlighting(highlighting)
    , m_journal(journal)
    , m_band(new QLabel)
    , m_list(new QListView)
    , m_note(new QLabel)
    , m_kubectl(new QLabel)
    , m_confirmLabel(new QLabel)
    , m_confirm(new QLineEdit)
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton)
    , m_undo(new QPushButton(tr("Take it back")))
    , m_act(new QPushButton)
{
    build();
    connect(&look, &Look::changed, this, &ActionPanel::applyLook);
    connect(m_cancel, &QPushButton::clicked, this, &ActionPanel::back);
    connect(m_act, &QPushButton::clicked, this, &ActionPanel::act);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        m_run->undo();
        setPhase(Phase::Running);
    });
    connect(m_confirm, &QLineEdit::textChanged, this, &ActionPanel::refresh);
    connect(m_confirm, &QLineEdit::returnPressed, this, [this] {
        if (m_act->isEnabled())
            act();
    });
    applyLook();
}

ActionPanel::~ActionPanel() = default;

void ActionPanel::build()
{
    m_note->setWordWrap(true);
    m_kubectl->setWordWrap(true);
    m_kubectl->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_kubectl->setAccessibleName(tr("The same with kubectl"));
    m_list->setModel(&m_rows);
    m_list->setItemDelegate(new ActionRowDelegate(look(), m_list));
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setAccessibleName(tr("Objects"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_confirm->setAccessibleName(tr("Confirmation"));
    for (auto *widget : std::initializer_list<QWidget *>{
             m_band, &title(), m_list, m_note, m_kubectl, m_progress, m_confirmLabel, m_confirm})
        column().addWidget(widget);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_undo);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_act);
    column().addLayout(buttons);
    for (auto *button : {m_undo, m_cancel, m_act})
        button->setAutoDefault(true);
}

void ActionPanel::applyLook()
{
    m_kubectl->setFont(look().mono(12));
    m_band->setFont(look().sans(12, QFont::DemiBold));
    setRole(m_kubectl, u"dim"_s);
    setRole(m_band, u"error"_s);
}

void ActionPanel::ask(const Question &question, kube::Cluster &cluster)
{
    dismiss();
    m_question = question;
    m_plan =
        std::make_unique<ActionPlan>(cluster, question.context, question.action, question.objects);
    connect(m_plan.get(), &ActionPlan::changed, this, &ActionPanel::refresh);
    connect(m_plan.get(), &ActionPlan::ready, this, [this] {
        makeForm();
        setPhase(Phase::Asking);
    });
    m_confirm->clear();
    setWishedWidth(question.action == Action::Undo ? WidePanel : PanelWidth);
    setPhase(Phase::Preparing);
    show();
    raise();
    m_cancel->setFocus(Qt::OtherFocusReason);
    m_plan->prepare();
}

void ActionPanel::dismiss()
{
    if (m_phase == Phase::Hidden)
        return;
    if (m_run)
        m_run->cancel();
    m_phase = Phase::Hidden;
    hide();
    m_rows.show({});
    delete m_form;
    m_form = nullptr;
    m_run.reset();
    m_plan.reset();
    leave();
}

void ActionPanel::makeForm()
{
    m_form = new ActionForm(*m_plan, m_highlighting, look(), this);
    column().insertWidget(2, m_form);
    connect(m_form, &ActionForm::changed, this, &ActionPanel::refresh);
}

void ActionPanel::setPhase(Phase phase)
{
    m_phase = phase;
    refresh();
    if (phase == Phase::Asking) {
        // Who only presses Enter must not destroy anything.
        QWidget *first = m_form->firstField();
        if (!first)
            first = isDestructive(m_question.action) || !m_act->isEnabled() ? m_cancel : m_act;
        if (m_confirm->isVisibleTo(this) && !m_form->firstField())
            first = m_confirm;
        first->setFocus(Qt::OtherFocusReason);
    } else if (phase == Phase::Done) {
        m_cancel->setFocus(Qt::OtherFocusReason);
    }
}

/// What has to be typed first; empty: nothing.
QString ActionPanel::confirmation() const
{
    if (!m_question.mark.production || !isDestructive(m_question.action) || !m_plan)
        return {};
    const int ready = m_plan->count(ActionObject::State::Ready);
    return m_question.objects.size() == 1 ? m_question.objects.front().name
                                          : QString::number(ready);
}

QString ActionPanel::kubectlText() const
{
    if (m_question.action == Action::Drain)
        return kube::kubectlLine(m_question.context, {},
                                 drainArguments(*m_plan, m_form->choices().drain));
    const auto changes = m_plan->changes(m_form->choices());
    if (changes.empty())
        return {};
    QString text = kube::kubectlLine(m_question.context, changes.front().change);
    if (changes.size() > 1)
        text += u'\n' + tr("… and %Ln more like it", nullptr, int(changes.size()) - 1);
    return text;
}

void ActionPanel::showAsking()
{
    const bool asking = m_phase == Phase::Asking;
    m_rows.show(rowsOf(*m_plan, asking ? m_form->choices() : ActionChoices()));
    title().setText(tr("%1?").arg(m_plan->title()));
    const auto refused = m_plan->problem();
    const auto problem = refused.isEmpty() && asking ? m_form->problem() : refused;
    m_note->setText(asking ? problem : tr("Looking at the objects and at what you may do…"));
    setRole(m_note, refused.isEmpty() ? u"dim"_s : u"error"_s);
    const bool nothing = !refused.isEmpty();
    if (m_form)
        m_form->setVisible(!nothing && !m_form->isEmpty());
    m_kubectl->setText(asking && problem.isEmpty() ? kubectlText() : QString());
    const auto typed = confirmation();
    m_confirmLabel->setText(tr("Type “%1” to go on:").arg(typed));
    const bool confirm = asking && !nothing && !typed.isEmpty();
    m_confirmLabel->setVisible(confirm);
    m_confirm->setVisible(confirm);
    m_progress->setVisible(!asking);
    m_progress->setRange(0, 0);
    m_cancel->setText(nothing ? tr("Close") : tr("Cancel"));
    m_undo->hide();
    m_act->setText(verbOf(m_question.action));
    m_act->setVisible(!nothing);
    m_act->setEnabled(asking && problem.isEmpty()
                      && (typed.isEmpty() || m_confirm->text() == typed));
    setRole(m_act, isDestructive(m_question.action) ? u"danger"_s : u"primary"_s);
}

QString ActionPanel::reportText() const
{
    const int done = m_run->count(ActionRow::State::Done);
    const int failed = m_run->count(ActionRow::State::Failed);
    const int held = m_run->count(ActionRow::State::Held);
    QStringList parts{tr("%L1 of %L2 done").arg(done).arg(m_run->total())};
    if (failed > 0)
        parts << tr("%Ln failed", nullptr, failed);
    if (held > 0)
        parts << tr("%Ln held back by a disruption budget", nullptr, held);
    if (m_run->isUndone())
        parts.prepend(tr("Taken back"));
    return parts.join(u"  ·  "_s);
}

void ActionPanel::showRunning()
{
    m_rows.show(m_run->rows());
    title().setText(m_plan->title());
    if (m_form)
        m_form->hide();
    m_note->setText(reportText());
    const bool failed = m_run->count(ActionRow::State::Failed) > 0;
    setRole(m_note, failed ? u"error"_s : u"dim"_s);
    m_kubectl->clear();
    m_confirmLabel->hide();
    m_confirm->hide();
    const bool busy = !m_run->isFinished();
    m_progress->setVisible(busy);
    m_progress->setRange(0, qMax(1, m_run->total()));
    m_progress->setValue(m_run->settled());
    m_cancel->setText(busy ? tr("Stop") : tr("Close"));
    m_act->hide();
    m_undo->setVisible(m_run->canUndo());
}

void ActionPanel::refresh()
{
    if (m_phase == Phase::Hidden)
        return;
    m_band->setText(tr("PRODUCTION  ·  %1").arg(m_question.context));
    m_band->setVisible(m_question.mark.production);
    if (m_phase == Phase::Preparing || m_phase == Phase::Asking)
        showAsking();
    else
        showRunning();
    m_note->setVisible(!m_note->text().isEmpty());
    m_kubectl->setVisible(!m_kubectl->text().isEmpty());
    const int rows = qBound(1, m_rows.rowCount(), MostRowsShown);
    m_list->setFixedHeight(rows * RowHeight + 14);
    m_list->setVisible(m_rows.rowCount() > 0);
    setAccessibleName(title().text());
    setAccessibleDescription(m_note->text());
    place();
}

void ActionPanel::act()
{
    if (m_phase != Phase::Asking || !m_act->isEnabled())
        return;
    m_run = std::make_unique<ActionRun>(*m_plan, m_form->choices(), m_journal);
    connect(m_run.get(), &ActionRun::changed, this, &ActionPanel::refresh);
    connect(m_run.get(), &ActionRun::finished, this, [this] { setPhase(Phase::Done); });
    setPhase(Phase::Running);
    m_run->start();
}

/// Cancels while it runs, else closes.
void ActionPanel::back()
{
    if (m_phase == Phase::Running)
        m_run->cancel();
    else
        dismiss();
}

QPen ActionPanel::frame() const
{
    return m_question.mark.production ? QPen(look().theme().error, 2) : OverlayPanel::frame();
}

} // namespace workspace
