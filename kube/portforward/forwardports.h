// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"

#include <QHostAddress>
#include <QStringList>

#include <vector>

namespace kube {

/// A local port and the one it leads to.
struct ForwardPorts
{
    quint16 local = 0; ///< 0: a free one
    quint16 remote = 0;

    bool operator==(const ForwardPorts &) const = default;
};

/// Reads "5000", "8888:5000" and ":5000" as kubectl port-forward does; Kind::Invalid, with a
/// sentence, for what is none, and for an empty list.
/// client-go/tools/portforward/portforward.go, parsePorts
Result<std::vector<ForwardPorts>> parseForwardPorts(const QStringList &texts);

/// Where to listen.
struct ForwardAddress
{
    /// What its failure means for the whole.
    enum class Failure {
        OfAll, ///< bad only when every address of its name fails: localhost has two
        OfAny,
    };

    QHostAddress address = {};
    Failure failure = Failure::OfAny;

    bool operator==(const ForwardAddress &) const = default;
};

/// Reads "localhost", which is 127.0.0.1 and ::1, and addresses; Kind::Invalid for the rest. Each
/// address once; one that is named itself must not fail. Sorted as they came.
Result<std::vector<ForwardAddress>> parseForwardAddresses(const QStringList &texts);

} // namespace kube
