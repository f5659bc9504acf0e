// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/manifest/manifesteditor.h"

#include "kube/apply/objecttrim.h"
#include "workspace/editor/codeeditor.h"
#include "workspace/editor/diffview.h"
#include "workspace/look/look.h"
#include "workspace/manifest/applyjournal.h"
#include "workspace/manifest/applytext.h"
#include "workspace/manifest/reviewpanel.h"
#include "workspace/safety/refusal.h"

#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace workspace {

using State = ApplySession::State;

ManifestEditor::ManifestEditor(const ManifestTarget &target, YamlHighlighting &highlighting,
                               Look &look, QWidget *parent)
    : QWidget(parent)
    , m_target(target)
    , m_look(look)
    , m_assist(target.api, target.resources)
    , m_check(target.api, [this] { return m_editor->text(); })
    , m_session(target.client, target.resources)
    , m_strip(new ManifestBar(look, this))
    , m_stack(new QStackedWidget(this))
    , m_editor(new CodeEditor(highlighting, look))
    , m_review(new ReviewPanel(m_session, highlighting, look))
    , m_merge(new MergeView(highlighting, look))
    , m_bar(new ManifestBar(look, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_bar);
    m_stack->addWidget(m_editor);
    m_stack->addWidget(m_review);
    m_stack->addWidget(m_merge);
    m_session.setNameSpace(target.nameSpace);
    m_strip->hide();
    m_merge->pane().setNames(tr("Yours"), tr("In the cluster"));
    setFocusProxy(m_editor);
    wire();
    updateBar();
}

// The widgets look at the session and tell of their text to the last: they go first.
ManifestEditor::~ManifestEditor()
{
    m_editor->disconnect(this);
    delete m_stack;
}

void ManifestEditor::wire()
{
    m_editor->setAssist(&m_assist);
    connect(m_editor, &CodeEditor::textChanged, this, [this] {
        m_refusals.clear();
        m_asking = false;
        m_check.noteChange();
        updateStrip();
    });
    connect(m_editor, &CodeEditor::modificationChanged, this, &ManifestEditor::statusChanged);
    connect(m_editor, &CodeEditor::submitRequested, this, &ManifestEditor::submit);
    // It is only told of values that are masked: undo may have hidden one that was shown.
    connect(m_editor, &CodeEditor::maskActivated, this,
            [this](const QString &id) { m_editor->reveal(id, m_text.values.value(id)); });
    connect(
        m_editor, &CodeEditor::secretCopied, this, [this] { m_clipboard.keepBrief(); },
        Qt::QueuedConnection); // the clipboard has it only then
    connect(m_editor, &CodeEditor::filesDropped, this, &ManifestEditor::filesDropped);
    connect(&m_check, &ManifestCheck::checked, this, [this] {
        showProblems();
        updateBar();
    });
    connect(&m_session, &ApplySession::changed, this, &ManifestEditor::takeSession);
    connect(m_review, &ReviewPanel::lineRequested, this, &ManifestEditor::goToLine);
    connect(&m_merge->pane(), &MergePane::chosen, this, &ManifestEditor::updateBar);
    connect(m_bar, &ManifestBar::activated, this, &ManifestEditor::act);
    connect(m_strip, &ManifestBar::activated, this, &ManifestEditor::act);
}

void ManifestEditor::editObject(const QJsonObject &object)
{
    m_base = kube::withoutServerFields(object);
    m_underneath.reset();
    showText(editTextOf(object), false);
    askRights(object);
}

/// Who may not change it is told before they type.
void ManifestEditor::askRights(const QJsonObject &object)
{
    const auto *resource = m_target.resources.findKind(object["apiVersion"_L1].toString(),
                                                       object["kind"_L1].toString());
    if (!m_target.access || !resource)
        return;
    const auto metadata = object["metadata"_L1];
    const kube::ObjectRef ref{resource->gvr(), metadata["namespace"_L1].toString(),
                              metadata["name"_L1].toString()};
    whyRefused(*m_target.access, {{kube::AccessQuestion::about(ref, u"patch"_s)}})
        .then(this, [this](const QString &refusal) {
            m_refusal = refusal;
            updateBar();
        });
}

void ManifestEditor::editText(const QString &text)
{
    m_base.reset();
    m_underneath.reset();
    m_refusal.clear();
    showText({.text = text}, false);
}

void ManifestEditor::showText(const EditText &text, bool keepUndo)
{
    m_text = text;
    m_refusals.clear();
    if (keepUndo)
        m_editor->replaceText(text.text, text.masks);
    else
        m_editor->setText(text.text, text.masks);
    m_check.noteChange();
    m_session.reset();
    backToText();
}

void ManifestEditor::setUnderneath(const QJsonObject &object)
{
    if (!m_base)
        return;
    const auto now = kube::withoutServerFields(object);
    if (now == *m_base)
        m_underneath.reset();
    else if (!isModified() && m_session.state() == State::Idle)
        editObject(object);
    else
        m_underneath = now;
    updateStrip();
}

ManifestDraft ManifestEditor::draft() const
{
    return {fullText(), m_base, !m_text.masks.empty()};
}

void ManifestEditor::restore(const ManifestDraft &draft)
{
    EditText text{.text = draft.text};
    if (draft.isMasked) {
        const auto documents = kube::readManifest(draft.text.toUtf8());
        if (documents.size() != 1 || documents.front().problem)
            return; // where its values stand cannot be told
        text = editTextOf(documents.front().object);
    }
    m_base = draft.base;
    m_underneath.reset();
    showText(text, false);
    m_editor->setModified(true);
}

bool ManifestEditor::isModified() const
{
    return m_editor->isModified();
}

QString ManifestEditor::fullText() const
{
    return m_editor->text([this](const QString &id) { return m_text.values.value(id); });
}

void ManifestEditor::submit()
{
    if (m_session.state() == State::Checking || m_session.state() == State::Applying)
        return;
    const auto text = fullText();
    if (text.contains(u"••••••••"_s)) // dots that were pasted: they stand for no value
        return m_editor->notify(
            tr("There are dots in this text that hide no value: write the value there."));
    m_session.check(text.toUtf8(), m_base);
}

void ManifestEditor::takeSession()
{
    const auto state = m_session.state();
    const bool single = m_session.entries().size() == 1;
    if (state == State::Review) {
        m_refusals = serverProblems();
        showProblems();
        const bool wrong = single && m_session.refused() == 1;
        if (wrong) {
            backToText();
            m_editor->notify(refusalText(m_session.entries().front()));
            if (!m_refusals.empty())
                m_editor->goTo(m_refusals.front().at);
        } else if (m_session.entries().empty()) {
            backToText();
            m_editor->notify(tr("There is no object in this text."));
        } else {
            m_stack->setCurrentWidget(m_review);
            m_review->list().setVisible(!single);
        }
    } else if (state == State::Applying) {
        m_stack->setCurrentWidget(m_review);
    } else if (state == State::Done) {
        showResult(); // which may begin anew
    }
    updateBar();
    updateStrip();
    Q_EMIT statusChanged();
}

void ManifestEditor::showResult()
{
    m_refusals = serverProblems();
    showProblems();
    if (m_target.journal)
        noteApplied(*m_target.journal, m_target.context, m_session);
    const bool all = m_session.refused() + m_session.undecided() == 0;
    if (!all)
        return;
    m_editor->setModified(false);
    if (m_base && m_session.entries().size() == 1) {
        // What the server added to it belongs to the text now, or its lack would be a change.
        const auto after = m_session.entries().front().result.after;
        const auto said = resultText(m_session);
        editObject(after);
        m_editor->notify(said);
    }
    Q_EMIT applied();
}

std::vector<EditorProblem> ManifestEditor::serverProblems() const
{
    std::vector<EditorProblem> problems;
    for (const auto &entry : m_session.entries()) {
        if (entry.result.outcome != kube::ApplyResult::Outcome::Refused)
            continue;
        for (const auto &problem : entry.result.problems)
            problems.push_back({.at = {qMax(0, problem.line - 1), qMax(0, problem.column - 1)},
                                .message = problem.field.isEmpty()
                                    ? problem.text
                                    : QString(problem.field + u": "_s + problem.text)});
    }
    return problems;
}

void ManifestEditor::showProblems()
{
    auto problems = m_check.problems();
    problems.insert(problems.end(), m_refusals.begin(), m_refusals.end());
    m_editor->setProblems(problems);
}

void ManifestEditor::backToText()
{
    m_stack->setCurrentWidget(m_editor);
    if (isVisible())
        m_editor->setFocus();
    updateBar();
}

void ManifestEditor::goToLine(int line)
{
    m_session.reset();
    backToText();
    m_editor->goTo({qMax(0, line - 1), 0});
}

} // namespace workspace
