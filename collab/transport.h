// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>
#include <utility>

namespace collab {

/// Carries sync messages between one replica and one peer, in order, until it closes.
///
/// The same interface serves a relay across the network, a relay in this process and a test.
class Transport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void send(const QByteArray &message) = 0;
    virtual void close() = 0;

Q_SIGNALS:
    void received(const QByteArray &message);
    void closed();
};

/// Two ends of a transport that stays inside the process.
std::pair<std::unique_ptr<Transport>, std::unique_ptr<Transport>> makeLoopback();

} // namespace collab
