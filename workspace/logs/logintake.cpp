// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logintake.h"

#include <QTimeZone>

namespace workspace {

LogIntake::LogIntake(logstore::LogStore &store, const QString &source)
    : m_store(store)
    , m_source(store.source(source))
{
}

void LogIntake::receive(QByteArrayView bytes)
{
    m_bytes += bytes.size();
    if (m_seam.isActive())
        m_store.append(m_source, m_seam.take(bytes));
    else
        m_store.append(m_source, bytes);
}

void LogIntake::finish()
{
    m_store.finish(m_source);
}

QDateTime LogIntake::sinceTime() const
{
    const auto time = LogSeam::since(m_store);
    if (time == logstore::NoTime)
        return {};
    return QDateTime::fromMSecsSinceEpoch(time / 1'000'000, QTimeZone::UTC);
}

void LogIntake::beginSeam()
{
    m_store.dropUnfinished(m_source); // it comes again, whole
    m_seam.begin(m_store);
}

void LogIntake::clear()
{
    m_seam.clear();
    m_store.clear();
}

} // namespace workspace
