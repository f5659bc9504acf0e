// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/actions/change.h"
#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/demo/apiserver.h"

#include <QTest>

/// A demo server and a client to it, for tests of what changes objects.
struct ActionFixture
{
    ActionFixture()
        : identity(kube::ClientConfig{.server = (server.listen(), server.url().toString())})
        , client(identity)
    {
    }

    kube::ObjectTarget target(const QString &apiVersion, const QString &kind,
                              const QString &nameSpace, const QString &name)
    {
        const auto *resource = server.store().resourceOfKind(apiVersion, kind);
        return {resource ? *resource : kube::ApiResource(), nameSpace, name};
    }

    template<typename T>
    static kube::Result<T> wait(const QFuture<kube::Result<T>> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }) || future.isCanceled())
            return std::unexpected(kube::Error{.message = QStringLiteral("no answer to the test")});
        return future.result();
    }

    demo::ApiServer server;
    kube::Identity identity;
    kube::ApiClient client;
};
