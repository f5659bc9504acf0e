// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/look/overlaypanel.h"
#include "workspace/safety/refusal.h"

class QFormLayout;
class QLabel;
class QPushButton;

namespace workspace {

/// An overlay over the canvas that asks something and does it: a title, fields, a sentence, two
/// buttons. Escape and the left button go back, Enter and the right one act. GUI thread only.
class ToolPanel : public OverlayPanel
{
    Q_OBJECT

public:
    /// Closes it; what it is doing ends.
    void dismiss();

protected:
    enum class Tone { Quiet, Error };

    /// `look` is borrowed and must outlive the panel.
    ToolPanel(Look &look, const QString &actText, QWidget *parent);

    void open(const QString &heading, QWidget &first);
    void say(const QString &text, Tone tone = Tone::Quiet);
    /// Asks whether the person may do it. If not, says so instead of anything quiet, and nothing
    /// can be done until the next open() or review().
    void review(kube::AccessReview &access, const std::vector<AnyRight> &needs);
    /// Whether there is something to do; who may not do it cannot.
    void setReady(bool ready);
    QFormLayout &form() { return *m_form; } ///< in column() after the title; then the sentence
    QPushButton &backButton() { return *m_back; }
    QPushButton &actButton() { return *m_act; }

    virtual void act() = 0;
    void back() override { dismiss(); }
    virtual void dismissed() { }

    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_refusal; ///< a sentence; empty: may be done
    int m_reviews = 0; ///< an older one's answer means nothing
    bool m_ready = true;
    QFormLayout *m_form;
    QLabel *m_note;
    QPushButton *m_back;
    QPushButton *m_act;
};

} // namespace workspace
