// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/debug/debugbook.h"
#include "workspace/tools/toolpanel.h"
#include "workspace/yard/records.h"

#include <QPointer>

class QComboBox;
class QLineEdit;

namespace kube {
class Cluster;
}

namespace workspace {

class Journal;

/// Asks how to look into a pod or node, makes what that takes, and says when a shell can be opened.
/// Also asks whether to take it away again, see askCleanUp().
class DebugPanel final : public ToolPanel
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the panel.
    DebugPanel(DebugBook &book, Journal &journal, Look &look, QWidget *parent);

    /// `cluster` is borrowed; who destroys it calls dismiss() first. The object is a Pod or a Node.
    void ask(const QString &context, const ObjectId &object, kube::Cluster &cluster);
    /// Names what remains and offers to take it away; `closed` follows either way.
    void askCleanUp();
    /// The same with what earlier runs left in a cluster; says so when there is nothing.
    void askRemains(const QString &context);

    void setFields(kube::DebugSpec::Kind kind, const QString &image); ///< as if chosen
    bool isReady() const { return m_ready; } ///< whether what is asked is known

Q_SIGNALS:
    /// A shell can be opened in this pod.
    void ready(const QString &context, const workspace::ObjectId &pod);

protected:
    void act() override;
    void dismissed() override;

private:
    void offer(const QJsonObject &pod, bool ephemeral);
    void refresh();
    void askRights();
    void note();
    kube::DebugSpec::Kind kind() const;
    void follow();

    DebugBook &m_book;
    Journal &m_journal;
    QString m_context;
    ObjectId m_object;
    kube::Cluster *m_cluster = nullptr; ///< only while open
    int m_asked = 0; ///< counts questions: answers to an older one mean nothing
    bool m_ready = false;
    bool m_noted = false; ///< in the journal: what m_session made
    bool m_cleaning = false; ///< the question is what to take away
    bool m_ephemeral = false;
    QPointer<kube::DebugSession> m_session;
    QComboBox *m_kind;
    QComboBox *m_container;
    QLineEdit *m_image;
    QLineEdit *m_command;
    QLineEdit *m_nameSpace;
};

} // namespace workspace
