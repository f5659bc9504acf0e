// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace demo {

/// What listens inside the pods of the demo cluster.
///
/// Every TCP port that a container of a pod declares answers HTTP with a page about the pod. A test
/// leads one to a server of its own.
class PodPorts
{
public:
    /// Leads a port of a pod to one on loopback.
    void lead(const QString &nameSpace, const QString &pod, quint16 port, quint16 localPort);
    std::optional<quint16> ledTo(const QString &nameSpace, const QString &pod, quint16 port) const;
    /// Whether a container declares the port.
    static bool isDeclared(const QJsonObject &pod, quint16 port);
    /// A whole HTTP answer.
    static QByteArray page(const QJsonObject &pod, quint16 port);

private:
    QHash<QString, quint16> m_led;
};

} // namespace demo
