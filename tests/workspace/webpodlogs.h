// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/democlient.h"
#include "support/pods.h"
#include "workspace/logs/appfeed.h"
#include "workspace/logs/logcontent.h"
#include "workspace/look/look.h"

#include <memory>

/// A server with the pod "shop/web" of the containers "app" and "proxy", and windows on its logs:
/// what a test of those inherits.
class WebPodLogs : protected support::DemoClient
{
protected:
    /// Starts anew; false when there is no port.
    bool serveWeb()
    {
        using namespace Qt::StringLiterals;
        if (!serve())
            return false;
        m_server->store().put(support::podOf(
            u"web"_s, {support::containerOf(u"app"_s), support::containerOf(u"proxy"_s)}));
        m_look = std::make_unique<workspace::Look>(workspace::Theme::darkTheme());
        return true;
    }
    std::unique_ptr<workspace::LogContent> make(const QStringList &containers,
                                                const QString &pod = QStringLiteral("web"))
    {
        const kube::LogSubject subject{
            .nameSpace = QStringLiteral("shop"), .pod = pod, .containers = containers};
        return std::make_unique<workspace::LogContent>(
            std::make_unique<workspace::AppFeed>(*m_cache, subject), pod, *m_look);
    }

    const demo::LogKey m_app{QStringLiteral("shop"), QStringLiteral("web"), QStringLiteral("app")};
    std::unique_ptr<workspace::Look> m_look;
};
