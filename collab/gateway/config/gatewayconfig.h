// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/config/relayconfig.h"

#include <QStringList>

#include <chrono>
#include <vector>

namespace gateway {

/// What members of a group may do with objects, besides what everybody may.
struct GroupRule
{
    QString group = {}; ///< empty: everybody who is let in
    QStringList namespaces =
        {}; ///< names, in which `*` stands for anything; empty: all allowed ones
    QStringList kinds = {}; ///< plural resource names ("pods"), or `*`
    QStringList verbs = {}; ///< get, list, watch, create, update, patch, delete, exec, logs; or `*`

    bool operator==(const GroupRule &) const = default;
};

/// A key for tools. The key itself is kept nowhere.
struct ApiKey
{
    QString name = {};
    QByteArray sha256 = {}; ///< 32 bytes
    QStringList groups = {};
    QDateTime expires = {}; ///< invalid: never

    bool operator==(const ApiKey &) const = default;
};

/// The part `gateway` of the configuration: docs/gateway.md has every key with its default.
struct GatewayConfig
{
    struct Auth
    {
        relay::OidcConfig oidc = {}; ///< without an issuer nobody signs in
        QString clientId = {}; ///< of the browser's and the desktop's sign-in; empty: the audience
        QString clientSecretFile = {}; ///< of the browser's sign-in; empty: a public client
        QStringList allowedGroups = {}; ///< one of these lets in; empty: everybody who signs in
        QStringList adminGroups = {}; ///< may read the audit log
        /// May see secrets when they ask; the default is KubeLens's.
        QStringList secretGroups = {QStringLiteral("k8s-admin-access")};
        std::vector<ApiKey> apiKeys = {};
        std::chrono::seconds leeway{60};
        std::chrono::seconds sessionTtl = std::chrono::hours(8); ///< of a browser's cookie

        bool operator==(const Auth &) const = default;
    };
    struct Filters
    {
        QStringList include = {}; ///< regular expressions (PCRE2) over names; empty: all
        QStringList exclude = {};
        QStringList excludeLabels = {}; ///< label selectors; what one fits is not there

        bool operator==(const Filters &) const = default;
    };
    struct Logs
    {
        int tailLines = 10'000; ///< without another wish
        int maxTailLines = 10'000;
        int maxLineLength = 10'000; ///< characters; the rest becomes "...[truncated]"
        qint64 bufferBytes = 8 * 1024 * 1024; ///< of each container's ring
        qint64 totalBytes = 512 * 1024 * 1024; ///< of all containers' together
        std::chrono::minutes terminatedTtl{60};
        std::chrono::seconds heartbeat{15};

        bool operator==(const Logs &) const = default;
    };
    struct Limits
    {
        int shellsPerUser = 5; ///< in one namespace
        int logsPerUser = 20; ///< likewise
        int watchesPerUser = 20;
        int forwardsPerUser = 20; ///< through `/k8s/`, in one namespace
        int apiWatchesPerUser = 200; ///< through `/k8s/`: a desktop has one for each kind
        int streams = 5'000; ///< of all together
        double requestsPerSecond = 50; ///< of one caller
        int requestBurst = 200;
        int requestsAtOnce = 4; ///< of one caller, that a cluster is answering
        int clusterRequestsAtOnce = 12; ///< likewise, of all
        double qps = 50; ///< towards a cluster
        int burst = 100;
        qint64 backlogBytes = 1024 * 1024; ///< that may wait for one reader
        qint64 sessionBytes = 256 * 1024; ///< a saved session
        std::chrono::hours sessionTtl{24 * 30};

        bool operator==(const Limits &) const = default;
    };

    struct Audit
    {
        std::chrono::days retention{90};
        int queue = 10'000; ///< entries that may wait to be written; more are counted and dropped
        bool isOfReads = false; ///< reading answers that were given are written down, too

        bool operator==(const Audit &) const = default;
    };

    bool isEnabled = false; ///< there is a part `gateway`
    Auth auth = {};
    QStringList namespaces = {}; ///< allowed ones, in which `*` stands for anything; empty: all
    std::vector<GroupRule> rules = {}; ///< empty: everybody may get, list, watch and read logs
    Filters pods = {};
    Filters apps = {};
    bool isImpersonating = false; ///< the cluster's own RBAC decides, too
    Logs logs = {};
    Limits limits = {};
    Audit audit = {};
    QString kubeconfig = {}; ///< empty: the service account of the pod, else the usual files
    QStringList contexts = {}; ///< of it; empty: the current one
    QStringList corsOrigins = {}; ///< whose pages may ask with a bearer token

    bool operator==(const GatewayConfig &) const = default;
};

} // namespace gateway
