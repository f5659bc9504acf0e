// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/discovery.h"

#include <optional>

namespace kube {

struct ClientConfig;

/// What a server said it knows, kept on disk for the next start: one file below a folder, named
/// after a hash of the server's URL and of who asks, because others may see other kinds.
///
/// Files are of this format's version or are ignored, readable by their owner only, replaced as a
/// whole, at most 16 MiB long and 100 in number (the oldest go). What they hold is a hint: it is
/// replaced as soon as the server has answered. Neither server nor user can be read out of them.
class DiscoveryCache
{
public:
    /// An empty `folder` keeps nothing.
    DiscoveryCache(const QString &folder, const ClientConfig &config);

    std::optional<ApiResources> load() const;
    /// Only complete answers are kept: one with failed groups changes nothing. May take as long as
    /// the disk does: call it on a worker thread. False when it could not be written.
    bool store(const ApiResources &resources) const;

    QString file() const { return m_file; }

private:
    void prune() const;

    QString m_folder;
    QString m_file;
};

} // namespace kube
