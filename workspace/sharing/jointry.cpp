// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/sharing/jointry.h"

#include "workspace/sharing/sharetext.h"
#include "workspace/yard/yarddocument.h"
#include "workspace/yarddoc/yardschema.h"

namespace workspace {

JoinTry::JoinTry(const ShareAddress &address, const YardConnection::Options &adjust,
                 QObject *parent)
    : QObject(parent)
    , m_address(address)
    , m_doc(YardDocument::makeDoc())
    , m_awareness(std::make_unique<collab::Awareness>(m_doc->clientId()))
{
    collab::ProviderOptions options{
        .server = address.relay, .room = address.yard, .token = address.token};
    if (adjust)
        adjust(options);
    m_provider = std::make_unique<collab::Provider>(*m_doc, *m_awareness, std::move(options));
    connect(m_provider.get(), &collab::Provider::statusChanged, this, &JoinTry::follow,
            Qt::QueuedConnection);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        finish();
        Q_EMIT failed(tr("%1 does not answer. Check the address, your network, or whether you need "
                         "a VPN.")
                          .arg(m_address.relay.host()));
    });
    m_patience.start(Patience);
    m_provider->start();
}

JoinTry::~JoinTry()
{
    finish();
}

void JoinTry::follow()
{
    if (!m_provider)
        return;
    const auto status = m_provider->status();
    if (status.phase == collab::Provider::Phase::Synced) {
        const auto name = schema::textIn(m_doc->map(schema::Yard).any(u"name"));
        const bool isViewer = m_provider->isReadOnly();
        finish();
        Q_EMIT entered(name.value_or(QString()).simplified(), isViewer);
    } else if (status.phase == collab::Provider::Phase::Offline
               || status.phase == collab::Provider::Phase::Refused) {
        finish();
        Q_EMIT failed(connectionProblem(status.reason, m_address));
    }
}

void JoinTry::finish()
{
    m_patience.stop();
    if (!m_provider)
        return;
    m_provider->disconnect(this);
    m_provider->stop();
    m_provider.reset();
}

} // namespace workspace
