// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktoprelay.h"

#include "collab/relay/config/accesstokens.h"
#include "collab/relay/service/service.h"
#include "collab/relay/store/memoryroomstore.h"

#include <QHostAddress>
#include <QTimer>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace app {

using workspace::HostedYard;
using workspace::HostPlace;

// How long those who do not take the farewell keep it from ending.
static constexpr auto Patience = std::chrono::seconds(3);
static constexpr auto LastPatience = std::chrono::milliseconds(300); // when the program ends
static constexpr int Peers = 64;

/// The part on the relay's thread.
class DesktopRelay::Server final : public QObject
{
public:
    explicit Server(DesktopRelay &owner)
        : m_owner(owner)
    {
        m_limit.setSingleShot(true);
        m_limit.setInterval(Patience);
    }

    void start(const relay::RelayConfig &config)
    {
        m_service =
            std::make_unique<relay::Service>(config, std::make_unique<relay::MemoryRoomStore>());
        const auto url = m_service->listen();
        if (!url) {
            m_service.reset();
            return tell([this, why = url.error()] { m_owner.takeFailed(why); });
        }
        tell([this, host = url->host(), port = url->port()] { m_owner.takeStarted(host, port); });
    }

    void stop()
    {
        if (!m_service)
            return;
        connect(m_service.get(), &relay::Service::drained, this, &Server::end,
                Qt::QueuedConnection);
        connect(&m_limit, &QTimer::timeout, this, &Server::end);
        m_limit.start();
        m_service->drain({collab::CloseReason::GoingAway, u"the yard is no longer shared"_s});
    }

    /// The same, and the thread ends soon.
    void finish()
    {
        m_isLast = true;
        m_limit.setInterval(LastPatience);
        if (m_service)
            stop();
        else
            QThread::currentThread()->quit();
    }

private:
    void end()
    {
        m_limit.stop();
        if (m_isLast)
            QThread::currentThread()->quit();
        if (!m_service)
            return;
        m_service.reset();
        tell([this] { m_owner.takeStopped(); });
    }

    template<typename Call>
    void tell(Call call)
    {
        QMetaObject::invokeMethod(&m_owner, std::move(call), Qt::QueuedConnection);
    }

    DesktopRelay &m_owner; ///< outlives this, and is called on its own thread
    std::unique_ptr<relay::Service> m_service;
    QTimer m_limit{this};
    bool m_isLast = false;
};

DesktopRelay::DesktopRelay(QObject *parent)
    : YardHost(parent)
    , m_server(new Server(*this))
{
    m_thread.setObjectName(u"relay"_s);
    m_server->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
}

DesktopRelay::~DesktopRelay()
{
    if (!m_thread.isRunning()) {
        delete m_server;
        return;
    }
    // Everybody is told; who does not take it within a moment is cut off.
    QMetaObject::invokeMethod(m_server, &Server::finish);
    m_thread.wait();
}

static relay::AccessToken tokenFor(relay::Role role, const QString &yard, const QByteArray &token)
{
    return {.sha256 = relay::hashOf(token), .person = {.role = role}, .yards = {yard}};
}

void DesktopRelay::start(const HostPlace &place, const QString &yardName)
{
    if (m_state != State::Stopped)
        return;
    const QHostAddress address(place.address);
    if (address.isNull())
        return takeFailed(u"%1 is no address"_s.arg(place.address));
    const auto owner = relay::makeToken();
    const auto editor = relay::makeToken();
    const auto viewer = relay::makeToken();
    relay::RelayConfig config;
    const QString host = address.protocol() == QAbstractSocket::IPv6Protocol
        ? u'[' + address.toString() + u']'
        : address.toString();
    config.listen = host + u':' + QString::number(place.port);
    config.auth = relay::RelayConfig::Auth::Token;
    config.tokens = {tokenFor(relay::Role::Owner, yardName, owner),
                     tokenFor(relay::Role::Editor, yardName, editor),
                     tokenFor(relay::Role::Viewer, yardName, viewer)};
    config.rooms.peers = Peers;
    m_next = {.yard = yardName,
              .ownerToken = QString::fromLatin1(owner),
              .editorLink = QString::fromLatin1(editor),
              .viewerLink = QString::fromLatin1(viewer)};
    m_state = State::Starting;
    if (!m_thread.isRunning())
        m_thread.start();
    QMetaObject::invokeMethod(m_server, [server = m_server, config] { server->start(config); });
}

void DesktopRelay::takeStarted(const QString &host, int port)
{
    const auto url = [&](const QString &scheme, const QString &path, const QString &token = {}) {
        QUrl made;
        made.setScheme(scheme);
        made.setHost(host);
        made.setPort(port);
        made.setPath(path);
        if (!token.isEmpty())
            made.setFragment(token);
        return made.toString(QUrl::FullyEncoded);
    };
    m_yard = m_next;
    m_yard.relay = url(u"ws"_s, u"/ws/sync"_s);
    const QString join = u"/join/"_s + m_yard.yard;
    m_yard.editorLink = url(u"http"_s, join, m_next.editorLink);
    m_yard.viewerLink = url(u"http"_s, join, m_next.viewerLink);
    m_state = State::Running;
    Q_EMIT started();
}

void DesktopRelay::takeFailed(const QString &reason)
{
    m_state = State::Stopped;
    m_next = {};
    Q_EMIT failed(reason);
}

void DesktopRelay::stop()
{
    if (m_state != State::Running)
        return;
    m_state = State::Stopping;
    QMetaObject::invokeMethod(m_server, &Server::stop);
}

void DesktopRelay::takeStopped()
{
    m_state = State::Stopped;
    m_yard = {};
    m_next = {};
    Q_EMIT stopped();
}

} // namespace app
