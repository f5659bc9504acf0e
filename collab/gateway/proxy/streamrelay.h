// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/http/exchange.h"
#include "collab/gateway/identity/proof.h"
#include "collab/gateway/limits/streamlimits.h"
#include "collab/gateway/proxy/apistatus.h"
#include "kube/api/apistream.h"
#include "kube/api/rawstream.h"
#include "kube/cluster.h"

#include <functional>

namespace gateway {

/// Passes an answer of the cluster that goes on (kube::ApiStream, kube::RawStream) to who asked,
/// until either ends, or the proof of who asked does. Who reads slowly holds the cluster back.
/// Deletes itself.
template<typename Upstream>
class StreamRelay final : public QObject
{
public:
    /// A longer line ends it. An object of Kubernetes has no more than 3 MiB (etcd's limit, with
    /// room).
    static constexpr qsizetype LongestLine = 16 * 1024 * 1024;

    struct Setting
    {
        std::shared_ptr<kube::Cluster> cluster = {}; ///< kept for as long as it goes on
        std::shared_ptr<Exchange> reply = {}; ///< until the cluster answers
        StreamLimits::Place place = {};
        QByteArray type = {};
        qint64 backlog = 0; ///< bytes that may wait for the reader
        bool isImpersonating = false;
        /// What is passed on of a line, without its end; none: bytes pass as they are.
        std::function<QByteArray(const QByteArray &line)> ofLine = {};
    };
    StreamRelay(Setting setting, std::unique_ptr<Upstream> upstream, const Caller &caller,
                const Authenticator &authenticator, QObject *parent)
        : QObject(parent)
        , m_setting(std::move(setting))
        , m_proof(caller, authenticator)
        , m_upstream(std::move(upstream))
    {
        connect(&m_proof, &Proof::ended, this, [this] { end(); });
        connect(m_upstream.get(), &Upstream::opened, this, [this] { open(); });
        connect(m_upstream.get(), &Upstream::received, this,
                [this](const QByteArray &bytes) { take(bytes); });
        connect(m_upstream.get(), &Upstream::ended, this,
                [this](const std::optional<kube::Error> &error) { finish(error); });
        m_upstream->start();
    }

private:
    void open()
    {
        m_stream = std::exchange(m_setting.reply, nullptr)->stream(m_setting.type);
        connect(m_stream.get(), &ResponseStream::closed, this, [this] { end(); });
        connect(m_stream.get(), &ResponseStream::drained, this, [this] { holdBack(); });
        if (!m_stream->isOpen())
            end();
    }

    void take(const QByteArray &bytes)
    {
        if (!m_stream || m_isOver)
            return;
        if (m_setting.ofLine)
            takeLines(bytes);
        else
            m_stream->write(bytes);
        holdBack();
    }

    void takeLines(const QByteArray &bytes)
    {
        m_rest += bytes;
        QByteArray kept;
        qsizetype at = 0;
        for (auto line = m_rest.indexOf('\n'); line >= 0; line = m_rest.indexOf('\n', at)) {
            const auto passed = m_setting.ofLine(m_rest.sliced(at, line - at));
            if (!passed.isEmpty())
                kept += passed + '\n';
            at = line + 1;
        }
        m_rest.remove(0, at);
        m_stream->write(kept);
        if (m_rest.size() > LongestLine)
            end();
    }

    void holdBack()
    {
        if (!m_isOver)
            m_upstream->setPaused(m_stream->waiting() > m_setting.backlog / 2);
    }

    void finish(const std::optional<kube::Error> &error)
    {
        if (m_setting.reply && error)
            m_setting.reply->send(statusAnswer(forCaller(*error, m_setting.isImpersonating)));
        else if (m_setting.reply)
            open(); // nothing came, and that was all
        end();
    }

    /// Not at once: this may be called from within what goes.
    void end()
    {
        if (std::exchange(m_isOver, true))
            return;
        deleteLater();
    }

    Setting m_setting;
    Proof m_proof;
    std::unique_ptr<ResponseStream> m_stream; ///< once the cluster answers
    std::unique_ptr<Upstream> m_upstream;
    QByteArray m_rest; ///< of a line whose end has not come
    bool m_isOver = false;
};

} // namespace gateway
