// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/actions/actionrows.h"
#include "workspace/look/overlaypanel.h"
#include "workspace/safety/contextmarks.h"

#include <memory>

class QLabel;
class QLineEdit;
class QListView;
class QProgressBar;
class QPushButton;

namespace workspace {

class ActionForm;
class Journal;
class YamlHighlighting;

/// Asks about an action, then shows how it goes: an overlay over the canvas.
///
/// First it reads the objects and the rights. Then it names cluster, objects and count, lets the
/// person choose, and shows the kubectl line that does the same. In a production context what
/// destroys needs the object's name, or the count, to be typed. While it runs it shows each
/// object's progress and can be cancelled; afterwards it tells what became of each, and takes back
/// what can be taken back. Escape closes it, and stops what has not been sent. GUI thread only.
class ActionPanel final : public OverlayPanel
{
    Q_OBJECT

public:
    /// What to do, where.
    struct Question
    {
        Action action = Action::Delete;
        QString context = {};
        ContextMark mark = {};
        std::vector<ObjectId> objects = {};
    };

    /// All are borrowed and must outlive the panel.
    ActionPanel(YamlHighlighting &highlighting, Look &look, Journal &journal, QWidget *parent);
    ~ActionPanel() override;

    /// `cluster` is borrowed; who destroys it calls dismiss() first.
    void ask(const Question &question, kube::Cluster &cluster);
    void dismiss();

    /// What it is at; for tests and screen readers.
    enum class Phase { Hidden, Preparing, Asking, Running, Done };
    Phase phase() const { return m_phase; }
    const ActionPlan *plan() const { return m_plan.get(); }
    const ActionRun *actionRun() const { return m_run.get(); }

protected:
    void back() override;
    QPen frame() const override;

private:
    void build();
    void applyLook();
    void setPhase(Phase phase);
    void refresh();
    void makeForm();
    void act();
    void showAsking();
    void showRunning();
    QString confirmation() const;
    QString kubectlText() const;
    QString reportText() const;

    YamlHighlighting &m_highlighting;
    Journal &m_journal;
    Question m_question;
    Phase m_phase = Phase::Hidden;
    std::unique_ptr<ActionPlan> m_plan;
    std::unique_ptr<ActionRun> m_run;
    ActionRows m_rows;
    QLabel *m_band;
    ActionForm *m_form = nullptr;
    QListView *m_list;
    QLabel *m_note;
    QLabel *m_kubectl;
    QLabel *m_confirmLabel;
    QLineEdit *m_confirm;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_undo;
    QPushButton *m_act;
};

} // namespace workspace
