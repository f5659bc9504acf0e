// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/http/exchange.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>

namespace gateway {

/// One answer of server-sent events.
/// https://html.spec.whatwg.org/multipage/server-sent-events.html
class EventStream final : public QObject
{
    Q_OBJECT

public:
    static constexpr QByteArrayView ContentType{"text/event-stream"};
    /// What may wait for the reader before no more is given to it.
    static constexpr qint64 MostWaiting = 16 * 1024;

    explicit EventStream(std::unique_ptr<ResponseStream> stream, qint64 backlogBytes);

    /// Whether it takes more now; else drained() says when.
    bool hasRoom() const;
    bool isOpen() const { return m_stream->isOpen(); }
    /// An event without a name is a "message"; without an id the last one still holds.
    static QByteArray event(QByteArrayView name, QByteArrayView data, QByteArrayView id = {});
    static QByteArray event(QByteArrayView name, const QJsonObject &data);
    void write(const QByteArray &events);

Q_SIGNALS:
    void drained();
    void closed();

private:
    std::unique_ptr<ResponseStream> m_stream;
    const qint64 m_most;
};

} // namespace gateway
