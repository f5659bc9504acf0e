// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/portforward/portforward.h"

#include <QObject>

#include <memory>
#include <vector>

namespace workspace {

class ClusterSet;

/// A port forward as it is remembered.
struct ForwardRecord
{
    QString context = {}; ///< the kubeconfig context's name
    kube::ForwardSpec spec = {}; ///< its localPort is the one that was used last

    bool operator==(const ForwardRecord &) const = default;
};

/// The port forwards of a person: those that run, and those that did and can be started again.
/// Theirs alone: never in the shared document. Kept by app, which hands them in and saves them on
/// recordsChanged(); what is handed in is stopped, and nothing here starts unasked. GUI thread
/// only.
class ForwardBook : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t Most = 200;

    struct Entry
    {
        int id = 0; ///< for as long as the book lives
        ForwardRecord record = {};
        std::unique_ptr<kube::PortForward> forward = {}; ///< nullptr: not started, or stopped
        bool waitsForCluster = false; ///< runs again when its context has a cluster again
    };

    /// `clusters` is borrowed and must outlive the book.
    explicit ForwardBook(ClusterSet &clusters, QObject *parent = nullptr);
    ~ForwardBook() override;

    void restore(const std::vector<ForwardRecord> &records);
    std::vector<ForwardRecord> records() const;

    const std::vector<Entry> &entries() const { return m_entries; }
    const Entry *entry(int id) const;
    /// Adds one and starts it; one that is the same is started instead. Gives its id.
    int add(const ForwardRecord &record);
    void start(int id);
    void stop(int id);
    void remove(int id);
    /// Another local port; starts anew when it was started.
    void setLocalPort(int id, quint16 port);
    int running() const; ///< how many listen

Q_SIGNALS:
    void changed(); ///< entries or states
    void trafficChanged();
    void recordsChanged();

private:
    Entry *find(int id);
    void launch(Entry &entry);
    void closing(const QString &context);
    void replaced(const QString &context);

    ClusterSet &m_clusters;
    std::vector<Entry> m_entries; ///< newest last
    int m_lastId = 0;
};

} // namespace workspace
