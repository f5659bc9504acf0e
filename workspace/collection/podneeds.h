// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/metrics/usage.h"
#include "kube/watch/reflector.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <memory>

namespace workspace {

/// What a pod asks for and may take at most: CPU in billionths of a core, memory in bytes; 0 where
/// nothing is said.
struct PodNeeds
{
    kube::Usage requests = {};
    kube::Usage limits = {};

    bool operator==(const PodNeeds &) const = default;
    PodNeeds &operator+=(const PodNeeds &other);
};

/// The needs of the pods of some namespaces, which no Table tells: the pods are watched whole, read
/// on a worker thread, and nothing but these figures is kept. Lives on the GUI thread.
class PodNeedsFeed final : public QObject
{
    Q_OBJECT

public:
    /// More pods than this are too much to read whole for a footer.
    static constexpr int MostPods = 5000;

    /// `client` is borrowed and must outlive the feed. No namespaces: all.
    PodNeedsFeed(kube::ApiClient &client, const kube::ApiResource &pods,
                 const QStringList &nameSpaces, QObject *parent = nullptr);
    ~PodNeedsFeed() override;

    std::optional<PodNeeds> of(const kube::PackedItem &pod) const;

Q_SIGNALS:
    void changed();

private:
    void push(std::vector<kube::PackedEvent> events);
    void next();

    std::vector<std::unique_ptr<kube::Reflector>> m_pods; ///< one for each namespace
    std::deque<std::vector<kube::PackedEvent>> m_waiting;
    bool m_running = false;
    QHash<QByteArray, PodNeeds> m_needs; ///< by kube::podKey()
};

} // namespace workspace
