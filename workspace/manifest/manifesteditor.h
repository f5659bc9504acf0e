// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/discovery.h"
#include "kube/openapi/openapi.h"
#include "workspace/manifest/applysession.h"
#include "workspace/manifest/edittext.h"
#include "workspace/manifest/manifestbar.h"
#include "workspace/manifest/manifestcheck.h"
#include "workspace/manifest/schemaassist.h"
#include "workspace/secret/secretclipboard.h"

#include <QUrl>
#include <QWidget>

class QStackedWidget;

namespace workspace {

class CodeEditor;
class Journal;
class MergeView;
class ReviewPanel;
class YamlHighlighting;

/// Where manifests go. All are borrowed.
struct ManifestTarget
{
    kube::ApiClient &client;
    const kube::ApiResources &resources;
    kube::OpenApi &api;
    QString context; ///< the cluster's name, for people
    QString nameSpace; ///< for documents that name none
    Journal *journal = nullptr; ///< what was applied is noted there
    kube::AccessReview *access = nullptr; ///< asked whether the object may be changed
};

/// What was typed and not applied; may hold a Secret's values.
struct ManifestDraft
{
    QString text = {};
    std::optional<QJsonObject> base = {}; ///< of an edited object
    bool isMasked = false; ///< values in it are not to be shown unasked
};

/// An editor of manifests with all that it takes to apply them: hints, problems at their lines,
/// Ctrl+S for a check by the server, the review of what it will change, and the result. Nothing is
/// sent but by the button of the review, which names cluster, objects and count.
///
/// Edits one object, whose changes in the cluster it is told of by setUnderneath(), or a file of
/// many. A live widget; GUI thread. Secrets it holds in memory only.
class ManifestEditor final : public QWidget
{
    Q_OBJECT

public:
    /// `highlighting` and `look` are borrowed and must outlive the editor.
    ManifestEditor(const ManifestTarget &target, YamlHighlighting &highlighting, Look &look,
                   QWidget *parent = nullptr);
    ~ManifestEditor() override;

    /// Edits this object as it is now.
    void editObject(const QJsonObject &object);
    /// Edits a text of documents.
    void editText(const QString &text);
    /// The object is like this now: says so and offers a choice, unless nothing was typed yet.
    void setUnderneath(const QJsonObject &object);

    ManifestDraft draft() const;
    /// Goes on with what was typed elsewhere.
    void restore(const ManifestDraft &draft);

    bool isModified() const;
    /// Asks when something was typed; then closeRequested().
    void leave();

    CodeEditor &editor() { return *m_editor; }
    ReviewPanel &review() { return *m_review; }
    MergeView &merge() { return *m_merge; }
    ApplySession &session() { return m_session; }
    ManifestBar &bar() { return *m_bar; }
    ManifestBar &strip() { return *m_strip; }
    qreal zoom() const { return m_zoom; }
    void setZoom(qreal zoom);

public Q_SLOTS:
    /// Has the server check the text.
    void submit();

Q_SIGNALS:
    void closeRequested();
    /// Everything that was to be applied is.
    void applied();
    void filesDropped(const QList<QUrl> &files);
    void statusChanged();
    void hidden(); ///< the picture is out of date

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void wire();
    void askRights(const QJsonObject &object);
    void act(const QString &id);
    QString fullText() const;
    void showText(const EditText &text, bool keepUndo);
    void takeSession();
    void showResult();
    void updateBar();
    void showProgress();
    void showReview();
    void updateStrip();
    void mergeSecret();
    void showProblems();
    std::vector<EditorProblem> serverProblems() const;
    void startMerge();
    void takeMerge();
    void takeTheirs();
    void backToText();
    void goToLine(int line);

    ManifestTarget m_target;
    Look &m_look;
    SchemaAssist m_assist;
    ManifestCheck m_check;
    ApplySession m_session;
    ManifestBar *m_strip;
    QStackedWidget *m_stack;
    CodeEditor *m_editor;
    ReviewPanel *m_review;
    MergeView *m_merge;
    ManifestBar *m_bar;
    std::optional<QJsonObject> m_base; ///< what the edited object was when the edit began
    std::optional<QJsonObject> m_underneath; ///< what it is now, if not that
    QString m_refusal; ///< why the edited object may not be changed; a sentence
    EditText m_text; ///< the masked values of the text
    SecretClipboard m_clipboard;
    std::vector<EditorProblem> m_refusals; ///< of the last check, until the text changes
    qreal m_zoom = 1;
    bool m_asking = false; ///< whether to give up what was typed
};

} // namespace workspace

Q_DECLARE_METATYPE(workspace::ManifestDraft)
