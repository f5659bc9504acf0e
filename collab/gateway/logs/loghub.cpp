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
    }
    kept.end = QDeadlineTimer(m_setting.linger);
    return kept.log;
}

void LogHub::sweep()
{
    std::erase_if(m_logs, [this](auto &entry) {
        auto &kept = entry.second;
        if (kept.log.use_count() > 1)
            kept.end = QDeadlineTimer(m_setting.linger);
        return kept.end.hasExpired();
    });
}

} // namespace gateway
