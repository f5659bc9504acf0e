// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/streams/podports.h"

#include "kube/portforward/forwardtarget.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

static QString keyOf(const QString &nameSpace, const QString &pod, quint16 port)
{
    return u"%1/%2:%3"_s.arg(nameSpace, pod, QString::number(port));
}

void PodPorts::lead(const QString &nameSpace, const QString &pod, quint16 port, quint16 localPort)
{
    m_led.insert(keyOf(nameSpace, pod, port), localPort);
}

std::optional<quint16> PodPorts::ledTo(const QString &nameSpace, const QString &pod,
                                       quint16 port) const
{
    const auto found = m_led.constFind(keyOf(nameSpace, pod, port));
    return found == m_led.constEnd() ? std::nullopt : std::optional(*found);
}

bool PodPorts::isDeclared(const QJsonObject &pod, quint16 port)
{
    return std::ranges::any_of(kube::forwardablePorts(pod),
                               [port](const kube::ForwardablePort &declared) {
                                   return declared.isTcp && declared.number == port;
                               });
}

QByteArray PodPorts::page(const QJsonObject &pod, quint16 port)
{
    const auto meta = pod["metadata"_L1];
    const auto body =
        u"<!doctype html><title>%1</title><h1>%1</h1><p>Port %2 of a pod in the "
        "namespace %3 of the demo cluster.</p>\n"_s
            .arg(meta["name"_L1].toString(), QString::number(port), meta["namespace"_L1].toString())
            .toUtf8();
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace demo
