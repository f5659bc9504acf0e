// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/copy/containercopy.h"
#include "workspace/tools/toolpanel.h"
#include "workspace/yard/records.h"

#include <QElapsedTimer>

class QComboBox;
class QLineEdit;
class QProgressBar;

namespace kube {
class Cluster;
}

namespace workspace {

class Journal;

/// Copies a file or folder between this computer and a container of a pod or workload: asks for
/// both places, then shows how far it is and how fast. Escape cancels a copy under way.
class CopyPanel final : public ToolPanel
{
    Q_OBJECT

public:
    /// Both are borrowed and must outlive the panel.
    CopyPanel(Journal &journal, Look &look, QWidget *parent);
    ~CopyPanel() override;

    /// `cluster` is borrowed; who destroys it calls dismiss() first. The object has pods.
    void ask(const QString &context, const ObjectId &object, kube::CopySpec::Way way,
             kube::Cluster &cluster);

    void setPaths(const QString &local, const QString &remote); ///< as if typed
    const kube::ContainerCopy *copy() const { return m_copy.get(); }
    bool isReady() const; ///< whether the pod is known

protected:
    void act() override;
    void back() override;
    void dismissed() override;

private:
    void refresh();
    void choose();
    void measure();
    void ended(const std::optional<kube::Error> &error);

    Journal &m_journal;
    QString m_context;
    kube::CopySpec m_spec;
    kube::Cluster *m_cluster = nullptr; ///< only while open
    int m_asked = 0; ///< counts questions: answers to an older one mean nothing
    std::unique_ptr<kube::ContainerCopy> m_copy;
    QElapsedTimer m_since;
    QComboBox *m_container;
    QLineEdit *m_local;
    QLineEdit *m_remote;
    QProgressBar *m_progress;
};

} // namespace workspace
