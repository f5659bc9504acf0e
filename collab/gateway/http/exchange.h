// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/caller.h"
#include "collab/gateway/policy/access.h"
#include "collab/relay/api/apianswer.h"

#include <QHash>
#include <QHttpHeaders>
#include <QPointer>
#include <QTcpSocket>
#include <QUrlQuery>

#include <memory>

namespace gateway {

/// A request whose sender is known and let in.
struct Request
{
    QByteArray method = {};
    QString path = {}; ///< decoded, for logs
    QHash<QString, QString> parts = {}; ///< of the address, by the names that the route gives them
    QUrlQuery query = {};
    QHttpHeaders headers = {};
    QByteArray body = {};
    Caller caller = {};

    QString part(const QString &name) const { return parts.value(name); }
    /// A parameter of the query, decoded; empty without it.
    QString parameter(const QString &name) const
    {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    }
};

class ResponseStream;

/// What a request is answered through, once: by send() or by stream(). Dropped without either it
/// answers 500. It may outlive the connection and the server, and then does nothing. Audited and
/// counted with the status that was sent.
class Exchange
{
public:
    virtual ~Exchange() = default;

    /// What is asked for, as the audit log is to have it; without it that is the method and the
    /// path. Before it is answered.
    virtual void isAbout(const Access &access, const QString &cluster = {}) = 0;
    /// The answer will not be read whole before it is given: others may have its turn (Turns).
    virtual void goesOn() = 0;
    virtual void send(relay::ApiAnswer answer) = 0;
    /// Begins an answer that goes on: 200, chunked, not to be cached.
    virtual std::unique_ptr<ResponseStream> stream(const QByteArray &contentType) = 0;
};

/// A body that goes on until its object goes. Bounded: who reads slowly is told so by write().
class ResponseStream : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Takes all of it, whatever waits. Nothing happens once it is closed.
    virtual void write(const QByteArray &bytes) = 0;
    /// Bytes that wait for the reader, in this process.
    virtual qint64 waiting() const = 0;
    virtual bool isOpen() const = 0;

Q_SIGNALS:
    /// There is less that waits than before.
    void drained();
    /// The reader went. Once; never from within write().
    void closed();
};

} // namespace gateway
