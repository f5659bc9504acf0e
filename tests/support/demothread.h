// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/demo/apiserver.h"

#include <QThread>

#include <memory>

namespace support {

/// A demo API server on a thread of its own, so that what the test's thread does is the client's
/// work alone.
class DemoThread
{
public:
    /// Calls `work(demo::ApiServer &)` on the server's thread and waits for its result.
    template<typename Work>
    auto run(Work work)
    {
        using Answer = std::invoke_result_t<Work, demo::ApiServer &>;
        if constexpr (std::is_void_v<Answer>) {
            QMetaObject::invokeMethod(
                &m_context, [&] { work(*m_server); }, Qt::BlockingQueuedConnection);
        } else {
            Answer answer{};
            QMetaObject::invokeMethod(
                &m_context, [&] { answer = work(*m_server); }, Qt::BlockingQueuedConnection);
            return answer;
        }
    }

    explicit DemoThread(const demo::ApiServerOptions &options = {})
    {
        m_context.moveToThread(&m_thread);
        m_thread.start();
        const auto begin = [this, options] {
            m_server = std::make_unique<demo::ApiServer>(options);
            m_server->listen();
        };
        QMetaObject::invokeMethod(&m_context, begin, Qt::BlockingQueuedConnection);
    }
    ~DemoThread()
    {
        run([&](auto &) { m_server.reset(); });
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(DemoThread)

    QString url()
    {
        return run([](demo::ApiServer &server) { return server.url().toString(); });
    }

private:
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<demo::ApiServer> m_server; ///< lives on m_thread
};

} // namespace support
