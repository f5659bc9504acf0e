// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <map>
#include <utility>

namespace relay {

/// How requests were answered: by the endpoint, which is one of a few words, and the status.
struct HttpMetrics
{
    std::map<std::pair<QByteArray, int>, quint64> answers = {};

    void count(const QByteArray &endpoint, int status) { ++answers[{endpoint, status}]; }
};

} // namespace relay
