// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/metrics/prometheus.h"

#include "collab/relay/metrics/httpmetrics.h"
#include "collab/relay/rooms/rooms.h"

#include <array>

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

/// How many yards have at most so many peers.
static void addPeersPerRoom(Text &out, const Rooms &rooms)
{
    static constexpr std::array<qsizetype, 11> Bounds = {1,   2,   5,   10,   20,  50,
                                                         100, 200, 500, 1000, 2000};
    std::array<quint64, Bounds.size()> counts = {};
    for (const auto *room : rooms.all()) {
        for (size_t i = 0; i < Bounds.size(); ++i)
            counts[i] += room->peerCount() <= Bounds[i] ? 1 : 0;
    }
    out.head("room_peers", "Yards in memory by how many connections are in them now.", "histogram");
    for (size_t i = 0; i < Bounds.size(); ++i)
        out.sample("room_peers_bucket", "{le=\"" + QByteArray::number(Bounds[i]) + "\"}",
                   QByteArray::number(counts[i]));
    const auto all = QByteArray::number(quint64(rooms.count()));
    out.sample("room_peers_bucket", "{le=\"+Inf\"}", all);
    out.sample("room_peers_sum", {}, QByteArray::number(quint64(rooms.peerCount())));
    out.sample("room_peers_count", {}, all);
}

static void addRecentLag(Text &out, const RecentTimes &lag)
{
    out.head("sync_lag_recent_seconds", "The same of the last 4096 changes, as quantiles.",
             "gauge");
    for (const auto part : {0.5, 0.95, 0.99})
        out.sample("sync_lag_recent_seconds", "{quantile=\"" + QByteArray::number(part) + "\"}",
                   QByteArray::number(lag.quantile(part).count(), 'g', 6));
}

static void addRequests(Text &out, const HttpMetrics &requests)
{
    const auto add = [&](QByteArrayView name, QByteArrayView help, int from) {
        out.head(name, help, "counter");
        for (const auto &[key, count] : requests.answers) {
            if (key.second >= from)
                out.sample(name,
                           "{endpoint=\"" + key.first + "\",status=\""
                               + QByteArray::number(key.second) + "\"}",
                           QByteArray::number(count));
        }
    };
    add("http_answers_total", "Answers, by endpoint and status; refused sockets are of sync.", 0);
    add("http_errors_total", "Those of them that were errors.", 400);
}

QByteArray prometheusText(const Rooms &rooms, int openConnections, const HttpMetrics *requests)
{
    const auto &metrics = rooms.metrics();
    Text out;
    out.gauge("connections", "Open connections of any kind.", quint64(openConnections));
    out.gauge("rooms", "Yards in memory.", quint64(rooms.count()));
    out.gauge("peers", "Connections in yards.", quint64(rooms.peerCount()));
    out.gauge("room_peers_max", "Connections in the fullest yard.",
              quint64(rooms.largestPeerCount()));
    addPeersPerRoom(out, rooms);
    out.counter("peers_joined_total", "Connections that came into yards.", metrics.joined);
    out.counter("messages_received_total", "Messages of peers.", metrics.messagesReceived);
    out.counter("bytes_received_total", "Bytes of peers' messages.", metrics.bytesReceived);
    out.counter("messages_sent_total", "Messages to peers.", metrics.messagesSent);
    out.counter("bytes_sent_total", "Bytes of messages to peers.", metrics.bytesSent);
    out.counter("updates_total", "Changes that were taken in.", metrics.updates);
    out.counter("updates_refused_total", "Changes that viewers sent, or that found a yard full.",
                metrics.refused);
    out.head("peers_closed_total", "Connections that ended, by the close code.", "counter");
    for (const auto &[code, count] : metrics.closed)
        out.sample("peers_closed_total",
                   "{code=\"" + (code == 0 ? "other" : QByteArray::number(code)) + "\"}",
                   QByteArray::number(count));
    out.head("peers_dropped_total", "The same by the reason.", "counter");
    for (const auto &[reason, count] : metrics.dropped)
        out.sample("peers_dropped_total", "{reason=\"" + reason + "\"}", QByteArray::number(count));
    out.counter("store_errors_total", "Writes that the store refused.", metrics.storeErrors);
    out.counter("broken_records_total", "Stored changes that were lost: they cannot be read.",
                metrics.broken);
    out.histogram("store_seconds", "From asking the store until it answers.", metrics.storeTime);
    out.histogram("sync_lag_seconds", "From the arrival of a change until all were told.",
                  metrics.syncLag);
    addRecentLag(out, metrics.recentLag);
    if (requests != nullptr)
        addRequests(out, *requests);
    return out.text;
}

} // namespace relay
