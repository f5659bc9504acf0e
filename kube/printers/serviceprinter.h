// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace kube {

/// What `kubectl get services` prints of one service, with -o wide or without.
struct ServiceRow
{
    enum class Width { Narrow, Wide };

    QString name = {};
    QString type = {};
    QString clusterIP = {};
    QString externalIP = {}; ///< load balancer addresses are clipped to 16 characters when narrow
    QString ports = {}; ///< "80/TCP,443:30443/TCP"
    QString age = {};
    QString selector = {};

    bool operator==(const ServiceRow &) const = default;
};

/// `service` is a v1 Service. What it lacks counts as empty.
ServiceRow serviceRow(const QJsonObject &service, const QDateTime &now,
                      ServiceRow::Width width = ServiceRow::Width::Wide);

} // namespace kube
