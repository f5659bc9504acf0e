// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of ManifestEditor that a person talks to: its bars, and what it asks.

#include "workspace/manifest/manifesteditor.h"

#include "workspace/editor/codeeditor.h"
#include "workspace/editor/diffview.h"
#include "workspace/manifest/applytext.h"
#include "workspace/manifest/reviewpanel.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace workspace {

using State = ApplySession::State;
using Tone = ManifestBar::Tone;

void ManifestEditor::act(const QString &id)
{
    if (id == "submit"_L1)
        submit();
    else if (id == "apply"_L1)
        m_session.apply();
    else if (id == "cancel"_L1)
        m_session.cancel();
    else if (id == "back"_L1 && m_stack->currentWidget() == m_merge)
        backToText();
    else if (id == "back"_L1)
        goToLine(m_editor->cursorPosition().line + 1);
    else if (id == "close"_L1)
        leave();
    else if (id == "give-up"_L1)
        Q_EMIT closeRequested();
    else if (id == "keep"_L1) {
        m_asking = false;
        updateBar();
    } else if (id == "merge"_L1)
        startMerge();
    else if (id == "take-merge"_L1)
        takeMerge();
    else if (id == "mine"_L1 && m_underneath) {
        m_base = std::exchange(m_underneath, {});
        updateStrip();
    } else if (id == "theirs"_L1)
        takeTheirs();
}

void ManifestEditor::updateBar()
{
    if (m_asking)
        return m_bar->show(tr("Give up what you typed?"), Tone::Warning,
                           {{u"keep"_s, tr("Keep editing"), true}, {u"give-up"_s, tr("Give up")}});
    if (m_stack->currentWidget() == m_merge) {
        const int open = m_merge->pane().merge().openConflicts();
        return m_bar->show(
            open > 0 ? tr("%n conflict(s) without a choice keep your lines.", nullptr, open)
                     : tr("Everything is decided."),
            Tone::Plain, {{u"back"_s, tr("Back")}, {u"take-merge"_s, tr("Use this text"), true}});
    }
    switch (m_session.state()) {
    case State::Reading:
    case State::Checking:
    case State::Applying: return showProgress();
    case State::Review:
        if (m_stack->currentWidget() == m_review)
            return showReview();
        break;
    case State::Done:
        return m_bar->show(resultText(m_session),
                           m_session.refused() + m_session.undecided() > 0 ? Tone::Error
                                                                           : Tone::Plain,
                           {{u"back"_s, tr("Back to the text")}, {u"close"_s, tr("Close")}});
    case State::Idle: break;
    }
    if (!m_refusal.isEmpty())
        return m_bar->show(m_refusal, Tone::Warning, {{u"close"_s, tr("Close")}});
    const auto problems = int(m_check.problems().size() + m_refusals.size());
    QString text = tr("%1 · %n object(s)", nullptr, m_check.documents()).arg(m_target.context);
    if (problems > 0)
        text += u" · "_s + tr("%n problem(s)", nullptr, problems);
    m_bar->show(text, problems > 0 ? Tone::Warning : Tone::Plain,
                {{u"close"_s, tr("Close")}, {u"submit"_s, tr("Check and apply…"), true}});
}

void ManifestEditor::showProgress()
{
    const auto total = m_session.entries().size();
    QString text = tr("Reading…");
    if (m_session.state() == State::Checking)
        text = tr("The cluster checks %1 of %2…").arg(m_session.done()).arg(total);
    else if (m_session.state() == State::Applying)
        text = tr("Applying to %1: %2 done…").arg(m_target.context).arg(m_session.done());
    m_bar->show(text, Tone::Plain, {{u"cancel"_s, tr("Stop")}});
}

void ManifestEditor::showReview()
{
    QString text = questionText(m_session, m_target.context);
    if (const int refused = m_session.refused(); refused > 0)
        text += u' ' + tr("%n refused and left out.", nullptr, refused);
    if (const int open = m_session.undecided(); open > 0)
        text += u' ' + tr("%n in conflict: decide first.", nullptr, open);
    const int changes = m_session.changes();
    m_bar->show(text, m_session.undecided() > 0 ? Tone::Warning : Tone::Plain,
                {{u"back"_s, tr("Back to the text")},
                 {u"apply"_s, tr("Apply %n change(s)", nullptr, changes), true, changes > 0}});
}

void ManifestEditor::updateStrip()
{
    const bool quiet = !m_underneath || m_session.state() == State::Applying;
    if (quiet)
        return m_strip->hide();
    m_strip->show(tr("The object has changed in the cluster since you began. What you typed is "
                     "kept."),
                  Tone::Warning,
                  {{u"merge"_s, tr("Merge"), true},
                   {u"mine"_s, tr("Keep mine")},
                   {u"theirs"_s, tr("Take theirs")}});
}

/// The values of a Secret are not for a merge view: mine stay where both changed one.
void ManifestEditor::mergeSecret()
{
    const auto documents = kube::readManifest(fullText().toUtf8());
    if (documents.size() != 1 || documents.front().problem) {
        m_editor->notify(tr("The text must be right before it can be merged."));
        return;
    }
    const auto merged = kube::mergeThree(*m_base, documents.front().object, *m_underneath);
    m_base = std::exchange(m_underneath, {});
    showText(editTextOf(merged.object), true);
    m_editor->setModified(true);
    updateStrip();
    m_editor->notify(merged.conflicts.empty()
                         ? tr("Merged.")
                         : tr("Merged; at %n place(s) that both changed, yours stays.", nullptr,
                              int(merged.conflicts.size())));
}

void ManifestEditor::startMerge()
{
    if (!m_base || !m_underneath)
        return;
    if (!m_text.masks.empty())
        return mergeSecret();
    m_merge->pane().setMerge(
        Merge(editTextOf(*m_base).text, m_editor->text(), editTextOf(*m_underneath).text));
    m_session.reset();
    m_stack->setCurrentWidget(m_merge);
    m_merge->setFocus();
    updateBar();
}

void ManifestEditor::takeMerge()
{
    const auto text = m_merge->pane().merge().result();
    m_base = std::exchange(m_underneath, {});
    showText({.text = text}, true);
    m_editor->setModified(true);
    updateStrip();
}

void ManifestEditor::takeTheirs()
{
    if (!m_underneath)
        return;
    const auto theirs = *m_underneath;
    editObject(theirs);
    updateStrip();
}

void ManifestEditor::leave()
{
    const bool working = m_session.state() == State::Applying;
    if (working)
        return m_editor->notify(tr("It is being applied: stop it first."));
    if (!isModified()) {
        Q_EMIT closeRequested();
        return;
    }
    m_session.reset();
    backToText();
    m_asking = true;
    updateBar();
}

void ManifestEditor::setZoom(qreal zoom)
{
    m_zoom = zoom;
    m_editor->setZoom(zoom);
    m_review->setZoom(zoom);
    m_bar->setZoom(zoom);
    m_strip->setZoom(zoom);
}

void ManifestEditor::keyPressEvent(QKeyEvent *event)
{
    const bool submits = event->modifiers() & Qt::ControlModifier
        && (event->key() == Qt::Key_S || event->key() == Qt::Key_Return);
    if (event->key() == Qt::Key_Escape) {
        const bool inText = m_stack->currentWidget() == m_editor;
        act(m_asking ? u"keep"_s : inText ? u"close"_s : u"back"_s);
    } else if (submits && m_stack->currentWidget() == m_editor) {
        submit();
    } else if (submits && m_session.state() == State::Review) {
        m_bar->button(u"apply"_s)->setFocus(); // a second Ctrl+S is not yet a yes
    }
    event->accept(); // the canvas has its own use for keys
}

void ManifestEditor::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    Q_EMIT hidden();
}

} // namespace workspace
