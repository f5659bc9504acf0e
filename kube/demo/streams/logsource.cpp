// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/streams/logsource.h"

#include <utility>

namespace demo {

static constexpr size_t maxLines = 50'000;

size_t qHash(const LogKey &key, size_t seed)
{
    return qHashMulti(seed, key.nameSpace, key.pod, key.container);
}

void LogSource::append(const LogKey &key, const QByteArray &text, QDateTime time)
{
    auto &log = m_logs[key];
    log.lines.push_back({time.isValid() ? std::move(time) : QDateTime::currentDateTimeUtc(), text});
    if (log.lines.size() > maxLines) {
        log.lines.pop_front();
        ++log.dropped;
    }
    Q_EMIT appended(key);
}

void LogSource::end(const LogKey &key)
{
    m_logs[key].ended = true;
    Q_EMIT ended(key);
}

void LogSource::restart(const LogKey &key)
{
    if (!m_logs.contains(key))
        return;
    end(key);
    m_previous[key] = std::exchange(m_logs[key], {});
}

void LogSource::rotate(const LogKey &key)
{
    auto &log = m_logs[key];
    log.dropped += qint64(log.lines.size());
    log.lines.clear();
}

void LogSource::remove(const QString &nameSpace, const QString &pod)
{
    const auto ofPod = [&](const auto &entry) {
        return entry.key().pod == pod && entry.key().nameSpace == nameSpace;
    };
    QList<LogKey> keys;
    for (auto log = m_logs.constBegin(); log != m_logs.constEnd(); ++log)
        if (ofPod(log))
            keys.append(log.key());
    for (const auto &key : keys) {
        end(key);
        m_logs.remove(key);
        m_previous.remove(key);
    }
}

const LogSource::Log *LogSource::log(const LogKey &key) const
{
    const auto found = m_logs.constFind(key);
    return found == m_logs.constEnd() ? nullptr : &*found;
}

const LogSource::Log *LogSource::previous(const LogKey &key) const
{
    const auto found = m_previous.constFind(key);
    return found == m_previous.constEnd() ? nullptr : &*found;
}

} // namespace demo
