// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

namespace relay {

/// Carries messages between the relays that share rooms, fast and without a promise: what is
/// published while it is not connected, or shortly before it breaks, is lost. What is appended
/// waits for a while for those that are cut off. What must not be lost is in the store before.
class Backplane : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void subscribe(const QString &channel) = 0;
    virtual void unsubscribe(const QString &channel) = 0;
    /// To all who subscribed to the channel, this one too.
    virtual void publish(const QString &channel, const QByteArray &message) = 0;
    /// The same, in the order of all that is appended anywhere, and also to those who are not
    /// connected just now, if they are soon.
    virtual void append(const QString &channel, const QByteArray &message) = 0;
    /// Before the end: what was published is on its way when this returns, as far as that can be.
    virtual void flush() = 0;
    virtual bool isConnected() const = 0;
    virtual QString problem() const = 0; ///< why it is not; a sentence

Q_SIGNALS:
    /// What is published on the channel from now on arrives. Comes again after each new connection.
    void subscribed(const QString &channel);
    void received(const QString &channel, const QByteArray &message);
    void connectedChanged();
};

} // namespace relay
