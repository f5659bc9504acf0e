// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/config/accesstokens.h"
#include "features/gatewayworld.h"
#include "kube/demo/story/story.h"
#include "support/yardwindow.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/relays/relayclusters.h"
#include "workspace/relays/relaytry.h"
#include "workspace/sharing/tokenkeeper.h"

#include <QTemporaryDir>

namespace support {

/// The main window without a kubeconfig: its one cluster, the demo, comes through the real gateway
/// of a relay, which asks for an API key.
class RelayYard : protected YardWindow
{
protected:
    static constexpr auto Key = "kyk_abcdefghijklmnopqrstuvwxyz0123456789";

    /// Starts cluster, gateway and relay; once. Members of "dev" may do everything; they see
    /// secrets when `seesSecrets`.
    bool serve(bool seesSecrets = true)
    {
        gateway::GatewayConfig config{.isEnabled = true};
        config.auth.apiKeys.push_back({.name = QStringLiteral("jane"),
                                       .sha256 = relay::hashOf(QByteArray(Key)),
                                       .groups = {QStringLiteral("dev")}});
        config.auth.secretGroups = {seesSecrets ? QStringLiteral("dev") : QStringLiteral("other")};
        config.rules = {{.group = QStringLiteral("dev"),
                         .kinds = {QStringLiteral("*")},
                         .verbs = {QStringLiteral("*")}}};
        config.limits.watchesPerUser = 200;
        m_world = std::make_unique<GatewayWorld>(config);
        m_story = std::make_unique<demo::Story>(m_world->api);
        const auto *cluster = m_world->gateway->parts().clusters.find({});
        return QTest::qWaitFor([cluster] { return cluster->hasResources(); }, 20'000);
    }
    void stop()
    {
        m_story.reset();
        m_world.reset();
    }

    QUrl relay() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_world->port)); }
    QString context() const { return QStringLiteral("demo (127.0.0.1:%1)").arg(m_world->port); }

    /// Opens the window on an empty yard, signs in, and waits until the kinds are known.
    bool openConnectedYard()
    {
        if (!openWindow({{m_folder.filePath(QStringLiteral("none"))}, true}, {}))
            return false;
        m_relays = std::make_unique<workspace::RelayClusters>(*m_clusters, m_tokens);
        workspace::RelayTry attempt(relay(), QString::fromLatin1(Key));
        QObject::connect(
            &attempt, &workspace::RelayTry::entered, &attempt,
            [this](const auto &proof, const auto &offer) { m_relays->add(relay(), proof, offer); });
        attempt.start();
        const auto isThere = [this] { return m_clusters->context(context()) != nullptr; };
        if (!QTest::qWaitFor(isThere, 20'000))
            return false;
        m_clusters->setCurrent(context());
        return waitForKinds(context());
    }
    void closeYard()
    {
        m_relays.reset();
        closeWindow();
    }

    QTemporaryDir m_folder;
    workspace::ForgetfulTokens m_tokens;
    std::unique_ptr<GatewayWorld> m_world;
    std::unique_ptr<demo::Story> m_story;
    std::unique_ptr<workspace::RelayClusters> m_relays;
};

} // namespace support
