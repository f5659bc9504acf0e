// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/kubelens/eventstream.h"

#include <QJsonDocument>

namespace gateway {

EventStream::EventStream(std::unique_ptr<ResponseStream> stream, qint64 backlogBytes)
    : m_stream(std::move(stream))
    , m_most(std::min(MostWaiting, backlogBytes))
{
    connect(m_stream.get(), &ResponseStream::drained, this, &EventStream::drained);
    connect(m_stream.get(), &ResponseStream::closed, this, &EventStream::closed);
}

bool EventStream::hasRoom() const
{
    return m_stream->isOpen() && m_stream->waiting() < m_most;
}

/// A carriage return ends a line, too: data that may hold one is sent as JSON, or as lines.
QByteArray EventStream::event(QByteArrayView name, QByteArrayView data, QByteArrayView id)
{
    QByteArray event;
    event.reserve(name.size() + data.size() + id.size() + 32);
    if (!name.isEmpty())
        event.append("event: ").append(name).append('\n');
    if (!id.isEmpty())
        event.append("id: ").append(id).append('\n');
    event.append("data: ");
    for (const auto c : data) {
        if (c == '\n' || c == '\r')
            event.append("\ndata: ");
        else
            event.append(c);
    }
    return event.append("\n\n");
}

QByteArray EventStream::event(QByteArrayView name, const QJsonObject &data)
{
    return event(name, QJsonDocument(data).toJson(QJsonDocument::Compact));
}

void EventStream::write(const QByteArray &events)
{
    m_stream->write(events);
}

} // namespace gateway
