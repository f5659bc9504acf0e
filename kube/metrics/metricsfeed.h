// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/discovery.h"
#include "kube/metrics/metricsdecoder.h"
#include "kube/metrics/usagesubscription.h"
#include "kube/watch/backoff.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTimer>

#include <map>

namespace kube {

class ResourceCache;
class Subscription;
struct ApiAnswer;

/// How often a MetricsFeed asks, in milliseconds.
struct MetricsPace
{
    int shortest = 15'000; ///< of the API: the time its samples are measured over, within these
    int longest = 60'000;
    int summaries = 10'000; ///< a kubelet measures about as often
    int forbidden = 300'000; ///< rights come and go
    int apiAgain = 60'000; ///< after the API did not answer; the summaries serve meanwhile
    int atOnce = 4; ///< kubelets that are asked at the same time
};

/// What pods and nodes of one cluster use, measured now and then while somebody looks.
///
/// Asks metrics.k8s.io where discovery offers it; else, and while that does not answer, the
/// kubelets' summaries through the API server. All viewers share the questions: nothing is asked
/// twice a round, and nothing when nobody looks. The metrics API knows no pages; answers are held
/// to 64 MiB, summaries to 16 MiB a node, and are read on worker threads. Lives on the thread of
/// its cache.
class MetricsFeed : public QObject
{
    Q_OBJECT

public:
    /// `cache` is borrowed and must outlive the feed.
    explicit MetricsFeed(ResourceCache &cache, QObject *parent = nullptr, MetricsPace pace = {});
    ~MetricsFeed() override;

    /// What the server offers; until this was called nothing is asked.
    void setResources(const ApiResources &resources);
    /// Connect to its signal, then start() it.
    [[nodiscard]] std::unique_ptr<UsageSubscription> subscribe(const UsageScope &scope);

    std::shared_ptr<const UsageTable> table() const { return m_table; }
    MetricsRoad road() const;
    int viewers() const { return int(m_viewers.size()); }
    qint64 rounds() const { return m_rounds; } ///< that came to their end

private:
    friend class UsageSubscription;
    using Part = std::shared_ptr<const UsageTable>;
    void attach(UsageSubscription &viewer);
    void detach(UsageSubscription &viewer);
    void look(); ///< begins a round soon
    std::optional<MetricsAbsence> absence(const UsageScope &scope) const;
    std::optional<MetricsAbsence> judge(const UsageScope &scope) const;
    qint64 freshFor() const;
    int period() const;

    std::vector<UsageScope> scopes() const;
    bool plan(); ///< false: it is not known yet what to ask
    bool knowsNodes();
    void watchNodes();
    void begin();
    void askSome();
    void ask(const MetricsJob &job);
    void takeAnswer(const MetricsJob &job, const Result<ApiAnswer> &answer);
    void read(const MetricsJob &job, const QByteArray &body);
    void jobDone(const MetricsJob &job, const std::optional<Error> &error);
    void mergeParts();
    void finishRound();

    ResourceCache &m_cache;
    MetricsPace m_pace;
    std::optional<ApiResource> m_nodeKind;
    bool m_known = false; ///< setResources() was called
    bool m_apiOffered = false;
    std::optional<Error> m_apiError; ///< since it answered last
    QDeadlineTimer m_apiPause;
    std::vector<UsageSubscription *> m_viewers;
    std::unique_ptr<Subscription> m_nodes; ///< only on the road of the summaries
    std::map<QString, QString> m_nodeNames; ///< by uid
    QTimer m_next;
    QElapsedTimer m_began;
    Backoff m_backoff{2'000};
    bool m_running = false;
    bool m_again = false; ///< somebody came while a round was under way
    bool m_turning = false; ///< the API failed in this round: the next one takes the other road
    std::vector<MetricsJob> m_jobs; ///< of this or the last round
    std::vector<UsageScope> m_planned; ///< for whom
    /// What the last round meant for each of them; a round under way says nothing yet.
    std::vector<std::pair<UsageScope, std::optional<MetricsAbsence>>> m_absences;
    size_t m_asked = 0; ///< how many of them
    int m_open = 0; ///< asked and not answered
    std::map<QString, Error> m_errors; ///< by the path of the job
    std::map<QString, Part> m_parts; ///< likewise
    std::map<QString, std::shared_ptr<const NodeSummary>> m_memory; ///< the last one, by node
    Part m_table;
    qint64 m_rounds = 0;
};

} // namespace kube
