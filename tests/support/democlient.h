// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/demo/apiserver.h"
#include "kube/watch/resourcecache.h"

#include <memory>

namespace support {

/// An empty demo API server and a client of it: what a test of anything that talks to a server
/// inherits.
class DemoClient
{
protected:
    /// Starts both anew; false when there is no port.
    bool serve(const demo::ApiServerOptions &options = {})
    {
        stop();
        m_server = std::make_unique<demo::ApiServer>(options);
        if (!m_server->listen())
            return false;
        m_identity = std::make_unique<kube::Identity>(
            kube::ClientConfig{.server = m_server->url().toString()});
        m_client = std::make_unique<kube::ApiClient>(*m_identity);
        m_cache = std::make_unique<kube::ResourceCache>(*m_client);
        return true;
    }

    void stop()
    {
        m_cache.reset();
        m_client.reset();
        m_identity.reset();
        m_server.reset();
    }

    std::unique_ptr<demo::ApiServer> m_server;
    std::unique_ptr<kube::Identity> m_identity;
    std::unique_ptr<kube::ApiClient> m_client;
    std::unique_ptr<kube::ResourceCache> m_cache;
};

} // namespace support
