// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/logs/loghub.h"

#include "collab/gateway/logs/memorystorage.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

LogHub::Setting withStorage(LogHub::Setting setting)
{
    if (!setting.storage) {
        const auto &config = setting.config;
        setting.storage = std::make_unique<MemoryStorage>(
            Storage::Limits{.logTtl = config.logs.terminatedTtl,
                            .bytesOfLog = config.logs.bufferBytes,
                            .bytes = 16 * config.logs.bufferBytes,
                            .sessionTtl = config.limits.sessionTtl});
    }
    return setting;
}

} // namespace

LogHub::LogHub(Setting setting, QObject *parent)
    : QObject(parent)
    , m_setting(withStorage(std::move(setting)))
    , m_holder(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_fetches(std::make_unique<LogFetches>())
{
    m_sweep.setInterval(std::clamp(m_setting.linger / 4, std::chrono::milliseconds(20),
                                   std::chrono::milliseconds(5'000)));
    connect(&m_sweep, &QTimer::timeout, this, &LogHub::sweep);
    m_sweep.start();
}

LogHub::~LogHub() = default;

std::shared_ptr<ContainerLog> LogHub::open(const LogName &name, kube::ApiClient *client)
{
    auto &kept = m_logs[name.text()];
    const bool isOther =
        kept.log && client != nullptr && kept.log->state() == ContainerLog::State::Failed;
    if (!kept.log || isOther) {
        kept.log =
            std::make_shared<ContainerLog>(ContainerLog::Setting{.name = name,
                                                                 .client = client,
                                                                 .storage = *m_setting.storage,
                                                                 .fetches = *m_fetches,
                                                                 .limits = m_setting.config.logs,
                                                                 .holder = m_holder,
                                                                 .lease = m_setting.lease});
        share();
    }
    kept.end = QDeadlineTimer(m_setting.linger);
    return kept.log;
}

/// So many bytes for all together: the more logs there are, the less each of them has. What a ring
/// has forgotten is read anew.
void LogHub::share()
{
    static constexpr qint64 Least = 64 * 1024;
    const auto &limits = m_setting.config.logs;
    const auto each = limits.totalBytes / qint64(std::max<size_t>(m_logs.size(), 1));
    for (const auto &[name, kept] : m_logs)
        kept.log->setBufferBytes(
            std::min(limits.bufferBytes, std::max(each, std::min(Least, limits.bufferBytes))));
}

void LogHub::remember(const QString &podUid, const QMap<QString, QString> &labels)
{
    static constexpr qsizetype Most = 10'000;
    if (m_labels.size() >= Most && !m_labels.contains(podUid))
        m_labels.clear();
    m_labels.insert(podUid, labels);
}

std::optional<QMap<QString, QString>> LogHub::labelsOf(const QString &podUid) const
{
    const auto found = m_labels.constFind(podUid);
    return found == m_labels.cend() ? std::nullopt : std::optional(*found);
}

void LogHub::sweep()
{
    std::erase_if(m_logs, [this](auto &entry) {
        auto &kept = entry.second;
        if (kept.log.use_count() > 1)
            kept.end = QDeadlineTimer(m_setting.linger);
        return kept.end.hasExpired();
    });
    share();
}

} // namespace gateway
