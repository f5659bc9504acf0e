// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/metrics/metricsfeed.h"

#include "kube/api/apiclient.h"
#include "kube/onworker.h"
#include "kube/watch/resourcecache.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr qint64 MetricsLimit = 64LL * 1024 * 1024;
constexpr qint64 SummaryLimit = 16LL * 1024 * 1024;
const auto MetricsGroup = "metrics.k8s.io"_L1;

/// Whether the API is there but of no use now, so that another road is worth a try. A refusal is an
/// answer.
bool isOutOfOrder(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Server
        || error.kind == Error::Kind::Timeout || error.kind == Error::Kind::Malformed;
}

} // namespace

MetricsFeed::MetricsFeed(ResourceCache &cache, QObject *parent, MetricsPace pace)
    : QObject(parent)
    , m_cache(cache)
    , m_pace(pace)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &MetricsFeed::begin);
}

MetricsFeed::~MetricsFeed() = default;

void MetricsFeed::setResources(const ApiResources &resources)
{
    m_known = true;
    const auto *pods = resources.findKind(u"metrics.k8s.io/v1beta1", u"PodMetrics");
    const bool offered = pods && pods->version == "v1beta1"_L1;
    if (!offered)
        m_apiError.reset();
    for (const auto &[group, why] : resources.failedGroups) {
        if (group.startsWith(MetricsGroup) && !offered)
            m_apiError = why;
    }
    if (const auto *nodes = resources.findKind(u"v1", u"Node"))
        m_nodeKind = *nodes;
    if (std::exchange(m_apiOffered, offered) != offered || m_rounds == 0)
        look();
}

std::unique_ptr<UsageSubscription> MetricsFeed::subscribe(const UsageScope &scope)
{
    return std::unique_ptr<UsageSubscription>(new UsageSubscription(*this, scope));
}

MetricsRoad MetricsFeed::road() const
{
    return m_apiOffered && m_apiPause.hasExpired() ? MetricsRoad::Api : MetricsRoad::Summaries;
}

void MetricsFeed::attach(UsageSubscription &viewer)
{
    m_viewers.push_back(&viewer);
    look();
}

void MetricsFeed::detach(UsageSubscription &viewer)
{
    std::erase(m_viewers, &viewer);
    if (!m_viewers.empty())
        return;
    m_next.stop();
    m_nodes.reset();
    m_nodeNames.clear();
}

void MetricsFeed::look()
{
    if (m_viewers.empty() || !m_known)
        return;
    if (m_running)
        m_again = true;
    else
        m_next.start(0);
}

std::vector<UsageScope> MetricsFeed::scopes() const
{
    std::vector<UsageScope> scopes;
    scopes.reserve(m_viewers.size());
    for (const auto *viewer : m_viewers)
        scopes.push_back(viewer->scope());
    return scopes;
}

int MetricsFeed::period() const
{
    if (road() == MetricsRoad::Summaries)
        return m_pace.summaries;
    const auto window = m_table ? int(std::min<qint64>(m_table->window, m_pace.longest)) : 0;
    return std::clamp(window, m_pace.shortest, m_pace.longest);
}

qint64 MetricsFeed::freshFor() const
{
    return 2LL * period() + std::max<qint64>(m_table ? m_table->window : 0, m_pace.summaries);
}

void MetricsFeed::watchNodes()
{
    if (m_nodes || !m_nodeKind)
        return;
    m_nodes = m_cache.subscribe({.resource = *m_nodeKind});
    auto *nodes = m_nodes.get();
    const auto put = [this](const PackedItem &item) {
        m_nodeNames[item.uid()] =
            QString::fromUtf8(item.name().data(), qsizetype(item.name().size()));
    };
    connect(nodes, &Subscription::pageListed, this,
            [put](const std::vector<PackedItem> &items) { std::ranges::for_each(items, put); });
    connect(nodes, &Subscription::changed, this,
            [this, put](const std::vector<PackedEvent> &events) {
                for (const auto &event : events) {
                    if (event.type == ItemEvent::Type::Deleted)
                        m_nodeNames.erase(event.item.uid());
                    else
                        put(event.item);
                }
            });
    connect(nodes, &Subscription::listed, this, &MetricsFeed::look);
    connect(nodes, &Subscription::stateChanged, this, [this, nodes] {
        if (nodes->state() == Subscription::State::Refused)
            look();
    });
    nodes->start();
}

bool MetricsFeed::knowsNodes()
{
    watchNodes();
    return !m_nodes || m_nodes->isListed() || m_nodes->state() == Subscription::State::Refused;
}

bool MetricsFeed::plan()
{
    const auto wanted = scopes();
    if (road() == MetricsRoad::Api) {
        m_jobs = apiJobs(wanted);
        return true;
    }
    if (needsAllNodes(wanted) && !knowsNodes())
        return false;
    QStringList names;
    for (const auto &[uid, name] : m_nodeNames)
        names.append(name);
    m_jobs = summaryJobs(wanted, names);
    return true;
}

void MetricsFeed::begin()
{
    if (m_running || m_viewers.empty() || !m_known || !plan())
        return;
    m_running = true;
    m_planned = scopes();
    m_again = false;
    m_turning = false;
    m_asked = 0;
    m_began.start();
    const auto isPlanned = [this](const auto &entry) {
        return std::ranges::contains(m_jobs, entry.first, &MetricsJob::path);
    };
    std::erase_if(m_parts, std::not_fn(isPlanned));
    std::erase_if(m_errors, std::not_fn(isPlanned));
    std::erase_if(m_memory, [this](const auto &entry) {
        return !std::ranges::contains(m_jobs, entry.first, &MetricsJob::node);
    });
    askSome();
}

void MetricsFeed::askSome()
{
    while (m_asked < m_jobs.size() && m_open < m_pace.atOnce) {
        ++m_open;
        ask(m_jobs[m_asked++]);
    }
    if (m_open == 0)
        mergeParts();
}

void MetricsFeed::ask(const MetricsJob &job)
{
    const bool summary = job.form == MetricsJob::Form::Summary;
    ApiRequest request{.path = job.path, .bodyLimit = summary ? SummaryLimit : MetricsLimit};
    if (summary)
        request.query.addQueryItem(u"only_cpu_and_memory"_s, u"true"_s);
    m_cache.client().send(request).then(
        this, [this, job](const Result<ApiAnswer> &answer) { takeAnswer(job, answer); });
}

void MetricsFeed::takeAnswer(const MetricsJob &job, const Result<ApiAnswer> &answer)
{
    if (!answer)
        return jobDone(job, answer.error());
    read(job, answer->body);
}

void MetricsFeed::read(const MetricsJob &job, const QByteArray &body)
{
    struct Read
    {
        Part part;
        std::shared_ptr<const NodeSummary> summary;
    };
    const auto before = m_memory[job.node];
    onWorker(
        this,
        [form = job.form, body, before] {
            Read result;
            if (form == MetricsJob::Form::Summary) {
                if (auto summary = summaryIn(body)) {
                    result.summary = std::make_shared<const NodeSummary>(std::move(*summary));
                    result.part =
                        std::make_shared<const UsageTable>(usageIn(*result.summary, before.get()));
                }
            } else if (auto table = form == MetricsJob::Form::PodMetrics ? podMetricsIn(body)
                                                                         : nodeMetricsIn(body)) {
                result.part = std::make_shared<const UsageTable>(std::move(*table));
            }
            return result;
        },
        [this, job](const Read &result) {
            if (!result.part)
                return jobDone(job,
                               Error{.kind = Error::Kind::Malformed,
                                     .code = 200,
                                     .message = u"the answer holds no metrics"_s});
            m_parts[job.path] = result.part;
            if (result.summary)
                m_memory[job.node] = result.summary;
            jobDone(job, {});
        });
}

void MetricsFeed::jobDone(const MetricsJob &job, const std::optional<Error> &error)
{
    --m_open;
    if (error) {
        m_errors.insert_or_assign(job.path, *error);
        // What may not be seen any more, or is gone, is not shown; a silence keeps the last
        // figures.
        if (error->kind == Error::Kind::Forbidden || error->kind == Error::Kind::NotFound)
            m_parts.erase(job.path);
    } else {
        m_errors.erase(job.path);
    }
    if (job.form != MetricsJob::Form::Summary) {
        if (!error) {
            m_apiError.reset();
        } else if (isOutOfOrder(*error)) {
            m_apiError = *error;
            m_apiPause.setRemainingTime(m_pace.apiAgain);
            m_turning = true;
        }
    }
    askSome();
}

/// The parts become one table, off this thread.
void MetricsFeed::mergeParts()
{
    std::vector<Part> parts;
    parts.reserve(m_parts.size());
    for (const auto &[path, part] : m_parts)
        parts.push_back(part);
    onWorker(
        this,
        [parts]() -> Part {
            if (parts.empty())
                return nullptr;
            if (parts.size() == 1)
                return parts.front();
            UsageTable merged;
            for (const auto &part : parts)
                merged.take(*part);
            merged.sumUp();
            return std::make_shared<const UsageTable>(std::move(merged));
        },
        [this](const Part &table) {
            // On the way from one road to the other the old figures stay.
            if (table || !m_turning)
                m_table = table;
            finishRound();
        });
}

void MetricsFeed::finishRound()
{
    m_running = false;
    ++m_rounds;
    if (m_viewers.empty())
        return;
    const bool failed = !m_jobs.empty() && m_errors.size() == m_jobs.size();
    int wait = period();
    if (failed) {
        const auto &error = m_errors.begin()->second;
        wait = std::max(wait,
                        error.kind == Error::Kind::Forbidden ? m_pace.forbidden : m_backoff.next());
        wait = std::max(wait, error.retryAfterSeconds * 1000);
    } else {
        m_backoff.reset();
    }
    if (std::exchange(m_again, false) || m_turning)
        wait = 0;
    else
        wait = int(std::max<qint64>(0, wait - m_began.elapsed()));
    m_next.start(wait);
    if (!m_turning) {
        m_absences.clear();
        for (const auto &scope : m_planned)
            m_absences.emplace_back(scope, judge(scope));
    }
    const auto viewers = m_viewers; // a slot may come or go
    for (auto *viewer : viewers) {
        if (std::ranges::contains(m_viewers, viewer))
            Q_EMIT viewer->changed();
    }
}

std::optional<MetricsAbsence> MetricsFeed::absence(const UsageScope &scope) const
{
    const auto told =
        std::ranges::find(m_absences, scope, [](const auto &one) { return one.first; });
    return told == m_absences.end() ? std::nullopt : told->second;
}

std::optional<MetricsAbsence> MetricsFeed::judge(const UsageScope &scope) const
{
    MetricsAbsence absence{.road = road(), .apiError = m_apiError};
    const auto reasonOf = [](const Error &error) {
        return error.kind == Error::Kind::Forbidden ? MetricsAbsence::Reason::Forbidden
                                                    : MetricsAbsence::Reason::NotAnswering;
    };
    int asked = 0;
    for (const auto &job : m_jobs) {
        if (!isAbout(job, scope))
            continue;
        ++asked;
        const auto error = m_errors.find(job.path);
        if (error == m_errors.end())
            return {}; // at least this part is told
        absence.error = error->second;
    }
    if (asked > 0) {
        absence.reason = reasonOf(absence.error);
        return absence;
    }
    if (road() == MetricsRoad::Summaries && m_nodes
        && m_nodes->state() == Subscription::State::Refused) {
        absence.error = m_nodes->lastError().value_or(Error());
        absence.reason = reasonOf(absence.error);
        return absence;
    }
    absence.reason =
        m_apiError ? MetricsAbsence::Reason::NotAnswering : MetricsAbsence::Reason::NotInstalled;
    if (m_apiError)
        absence.error = *m_apiError;
    return absence;
}

} // namespace kube
