// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/streams/logsession.h"

#include "kube/demo/httpconnection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

static constexpr qint64 maxWaiting = 1024 * 1024;
static constexpr qsizetype blockSize = 256 * 1024;

LogSession::LogSession(HttpConnection &connection, const LogSource &source, LogRequest request)
    : QObject(&connection)
    , m_connection(connection)
    , m_source(source)
    , m_request(std::move(request))
{
    connect(&connection, &HttpConnection::closed, this, [this] { m_ended = true; });
}

const LogSource::Log *LogSession::log() const
{
    return m_request.previous ? m_source.previous(m_request.key) : m_source.log(m_request.key);
}

void LogSession::start()
{
    m_connection.beginStream(200, "text/plain");
    if (const auto *current = log()) {
        const auto &lines = current->lines;
        auto first = qint64(0);
        const auto size = qint64(lines.size());
        if (m_request.tailLines)
            first = std::max<qint64>(0, size - *m_request.tailLines);
        if (m_request.since.isValid())
            while (first < size && lines[size_t(first)].time < m_request.since)
                ++first;
        m_next = current->dropped + first;
    }
    connect(&m_connection, &HttpConnection::drained, this, &LogSession::pump);
    connect(&m_source, &LogSource::appended, this, [this](const LogKey &key) {
        if (key == m_request.key)
            pump();
    });
    connect(&m_source, &LogSource::ended, this, [this](const LogKey &key) {
        if (key == m_request.key)
            pump();
    });
    connect(&m_source, &LogSource::answersEnded, this, [this](const LogKey &key) {
        if (key == m_request.key)
            end();
    });
    pump();
}

QByteArray LogSession::nextBlock(const LogSource::Log &log)
{
    QByteArray block;
    m_next = std::max(m_next, log.dropped);
    const auto end = log.dropped + qint64(log.lines.size());
    for (; m_next < end && block.size() < blockSize; ++m_next) {
        const auto &line = log.lines[size_t(m_next - log.dropped)];
        if (m_request.timestamps) // RFC3339NanoFixed
            block +=
                line.time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s).toLatin1() + "000000Z ";
        block += line.text + '\n';
    }
    if (m_request.limitBytes) // cuts anywhere, also inside a line
        block.truncate(std::max<qint64>(0, *m_request.limitBytes - m_sent));
    m_sent += block.size();
    return block;
}

void LogSession::pump()
{
    const auto *current = log();
    while (!m_ended && current && m_connection.bytesWaiting() < maxWaiting) {
        const auto block = nextBlock(*current);
        if (block.isEmpty())
            break;
        m_connection.writeStream(block);
    }
    const bool atEnd = !current || m_next >= current->dropped + qint64(current->lines.size());
    const bool more = m_request.follow && !m_request.previous && (!current || !current->ended);
    const bool full = m_request.limitBytes && m_sent >= *m_request.limitBytes;
    if ((atEnd && !more) || full)
        end();
}

void LogSession::end()
{
    if (m_ended)
        return;
    m_ended = true;
    m_connection.endStream();
    deleteLater();
}

} // namespace demo
