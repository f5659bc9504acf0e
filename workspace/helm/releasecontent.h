// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/helm/helmrollback.h"
#include "kube/helm/helmwatch.h"
#include "workspace/editor/diffpane.h"
#include "workspace/helm/releasetext.h"
#include "workspace/helm/rollbacktext.h"
#include "workspace/textview/messagepaint.h"
#include "workspace/textview/textpane.h"
#include "workspace/window/windowcontent.h"
#include "workspace/yaml/yamlhighlighting.h"

#include <QTimer>

namespace kube {
class Cluster;
}

namespace workspace {

class Look;

/// One Helm release: its values, manifest, notes, or its history with comparisons and rollback.
///
/// Keys: `[` and `]` an older and a newer revision (in the history: the older side of the
/// comparison), `v` values or manifest, given or computed; those of DiffPane in the history; Enter
/// and Escape answer a question.
class ReleaseContent final : public WindowContent
{
    Q_OBJECT

public:
    /// `cluster`, `highlighting` and `look` are borrowed and must outlive the content. `view` is
    /// Values, Manifest, History or Notes.
    ReleaseContent(kube::Cluster &cluster, const QString &context, const ObjectId &id, View view,
                   YamlHighlighting &highlighting, Look &look, QObject *parent = nullptr);
    ~ReleaseContent() override;

    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) override;
    bool handleInput(QEvent &event) override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    Freshness freshness() const override;
    QString statusText() const override;
    QString accessibleText() const override;
    ContentRows *contentRows() override { return &m_pane; }

    TextPane &pane() { return m_pane; }
    const DiffPane &diff() const { return m_diff; }
    const ReleaseState &state() const { return m_state; }
    /// Asks whether to go back to this revision; nothing is done before the person says so. A
    /// client that is read-only refuses.
    void askRollback(int revision);
    bool isAsking() const { return m_asked.has_value(); }

Q_SIGNALS:
    /// A rollback has ended; `command` does the same in a shell, `failures` objects failed.
    void rolledBack(const QString &command, int failures);

private:
    void take();
    void readNeeded();
    void read(const kube::HelmRevision &revision);
    void refresh();
    TextDocument document() const;
    Message message() const;
    bool hasText() const;

    void act(const QString &action);
    void moveShown(int step);
    void compare(int from, int to);
    bool key(int key);
    bool showsDiff() const; ///< below the table of revisions
    qreal diffTop() const;
    void relayout();
    void refreshDiff();

    void takePrepared(const std::optional<kube::Error> &problem);
    void takeEnded(const std::optional<kube::Error> &problem);
    void closeQuestion();

    kube::Cluster &m_cluster;
    QString m_context;
    ObjectId m_id;
    View m_view;
    YamlHighlighting &m_highlighting;
    Look &m_look;
    kube::HelmWatch m_watch;
    kube::HelmStore m_store;
    TextPane m_pane;
    DiffPane m_diff;
    std::pair<QString, QString> m_compared; ///< what m_diff shows
    QTimer m_ticker; ///< ages of the history
    QSizeF m_size;
    ReleaseState m_state;
    std::map<int, QString> m_versions; ///< of what was read: resourceVersion by revision
    std::optional<kube::Error> m_readError; ///< of the last payload
    bool m_follows = true; ///< shows the newest, whatever comes
    bool m_chose = false; ///< the person chose what to compare
    std::optional<RollbackState> m_asked;
    std::unique_ptr<kube::HelmRollback> m_rollback;
};

} // namespace workspace
