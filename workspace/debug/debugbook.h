// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/debug/debugsession.h"

#include <QObject>

#include <memory>
#include <vector>

namespace workspace {

class ClusterSet;

/// What was made for debugging since the program started, until it is taken away. GUI thread only.
class DebugBook : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        QString context = {};
        std::unique_ptr<kube::DebugSession> session = {};
    };

    /// `clusters` is borrowed and must outlive the book.
    explicit DebugBook(ClusterSet &clusters, QObject *parent = nullptr);
    ~DebugBook() override;

    /// Starts a session in the cluster of a context; nullptr when there is none. Valid until it has
    /// gone, failed without leaving anything, or its cluster closes: hold it in a QPointer.
    kube::DebugSession *start(const QString &context, const kube::DebugSpec &spec);
    /// Looks for what earlier runs left in a cluster, whoever made it; it remains() from then on.
    /// The answer is what went wrong, if anything.
    [[nodiscard]] QFuture<std::optional<kube::Error>> findRemains(const QString &context);
    const std::vector<Entry> &entries() const { return m_entries; }
    /// The session that made this pod, or works in it; nullptr: none.
    kube::DebugSession *sessionOf(const QString &context, const QString &nameSpace,
                                  const QString &pod) const;
    /// What is in clusters now because of us: "pod shop/web-debug-x7k2p in demo".
    QStringList remaining() const;
    void cleanUpAll();
    bool isCleaning() const; ///< something is on its way out

Q_SIGNALS:
    void changed();

private:
    void sweep();

    ClusterSet &m_clusters;
    std::vector<Entry> m_entries;
};

} // namespace workspace
