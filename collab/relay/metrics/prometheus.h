// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace relay {

class Rooms;
struct HttpMetrics;

/// The rooms' figures, and those of requests if there are any, in Prometheus' text format, version
/// 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/). Names nobody and no yard.
QByteArray prometheusText(const Rooms &rooms, int openConnections,
                          const HttpMetrics *requests = nullptr);

} // namespace relay
