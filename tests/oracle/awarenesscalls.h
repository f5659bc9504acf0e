// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/lib0/any.h"

#include <map>
#include <memory>

namespace oracle {

/// The commands of the Yjs oracle about who is there: one awareness for each client.
class AwarenessCalls
{
public:
    lib0::Any answer(const QString &command, const lib0::Any &request);

private:
    struct Peer;
    std::map<quint64, std::shared_ptr<Peer>> m_peers; // shared: Peer is known in the source only
};

} // namespace oracle
