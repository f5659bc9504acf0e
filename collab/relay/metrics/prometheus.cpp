// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/metrics/prometheus.h"

#include "collab/relay/rooms/rooms.h"

namespace relay {

namespace {

class Text
{
public:
    void gauge(QByteArrayView name, QByteArrayView help, quint64 value)
    {
        head(name, help, "gauge");
        sample(name, {}, QByteArray::number(value));
    }
    void counter(QByteArrayView name, QByteArrayView help, quint64 value)
    {
        head(name, help, "counter");
        sample(name, {}, QByteArray::number(value));
    }
    void histogram(QByteArrayView name, QByteArrayView help, const Histogram &times)
    {
        head(name, help, "histogram");
        const QByteArray bucket = name + "_bucket";
        for (size_t i = 0; i < Histogram::Bounds.size(); ++i)
            sample(bucket, "{le=\"" + QByteArray::number(Histogram::Bounds[i]) + "\"}",
                   QByteArray::number(times.atMost(i)));
        sample(bucket, "{le=\"+Inf\"}", QByteArray::number(times.count()));
        sample(QByteArray(name + "_sum"), {}, QByteArray::number(times.sum(), 'g', 12));
        sample(QByteArray(name + "_count"), {}, QByteArray::number(times.count()));
    }
    void head(QByteArrayView name, QByteArrayView help, QByteArrayView type)
    {
        text += "# HELP krateyard_relay_" + name + ' ' + help + "\n# TYPE krateyard_relay_" + name
            + ' ' + type + '\n';
    }
    void sample(QByteArrayView name, const QByteArray &labels, const QByteArray &value)
    {
        text += "krateyard_relay_" + name + labels + ' ' + value + '\n';
    }

    QByteArray text;
};

} // namespace

QByteArray prometheusText(const Rooms &rooms, int openConnections)
{
    const auto &metrics = rooms.metrics();
    Text out;
    out.gauge("connections", "Open connections of any kind.", quint64(openConnections));
    out.gauge("rooms", "Yards in memory.", quint64(rooms.count()));
    out.gauge("peers", "Connections in yards.", quint64(rooms.peerCount()));
    out.gauge("room_peers_max", "Connections in the fullest yard.",
              quint64(rooms.largestPeerCount()));
    out.counter("messages_received_total", "Messages of peers.", metrics.messagesReceived);
    out.counter("bytes_received_total", "Bytes of peers' messages.", metrics.bytesReceived);
    out.counter("messages_sent_total", "Messages to peers.", metrics.messagesSent);
    out.counter("bytes_sent_total", "Bytes of messages to peers.", metrics.bytesSent);
    out.counter("updates_total", "Changes that were taken in.", metrics.updates);
    out.counter("updates_refused_total", "Changes that viewers sent, or that found a yard full.",
                metrics.refused);
    out.head("peers_closed_total", "Connections that ended, by the close code.", "counter");
    for (const auto &[code, count] : metrics.closed)
        out.sample("peers_closed_total", "{code=\"" + QByteArray::number(code) + "\"}",
                   QByteArray::number(count));
    out.counter("store_errors_total", "Writes that the store refused.", metrics.storeErrors);
    out.counter("broken_records_total", "Stored changes that were lost: they cannot be read.",
                metrics.broken);
    out.histogram("store_seconds", "From asking the store until it answers.", metrics.storeTime);
    out.histogram("sync_lag_seconds", "From the arrival of a change until all were told.",
                  metrics.syncLag);
    return out.text;
}

} // namespace relay
