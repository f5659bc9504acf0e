// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"

#include <QFuture>
#include <QString>

namespace kube {

class ApiClient;

/// Names one container of a pod.
struct ContainerRef
{
    QString nameSpace = {};
    QString pod = {};
    QString container = {};

    bool operator==(const ContainerRef &) const = default;
};

/// Reads the last line that a container wrote before it last ended: the log API with
/// `previous=true&tailLines=1`, or, where the server keeps no previous log, of the present one.
/// Control characters and colours are taken out; at most 400 characters; empty when nothing was
/// written.
[[nodiscard]] QFuture<Result<QString>> lastLogLine(ApiClient &client,
                                                   const ContainerRef &container);

/// What is shown of a block of log text: its last line that is not blank, made harmless.
QString lastLineOf(const QByteArray &log);

} // namespace kube
