// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/hosting/hostdesk.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/hosting/hostpanel.h"
#include "workspace/hosting/yardhost.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/people/sharingdesk.h"
#include "workspace/sharing/yardconnection.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/yard/yarddocument.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

using State = YardHost::State;

HostDesk::HostDesk(MainWindow &window, YardDocument &document, YardHost &host, SharingDesk &sharing,
                   Look &look)
    : m_window(window)
    , m_document(document)
    , m_host(host)
    , m_sharing(sharing)
    , m_connection(sharing.connection())
    , m_look(look)
{
    connect(&host, &YardHost::started, this, &HostDesk::join);
    connect(&host, &YardHost::stopped, this, [this] {
        const auto token = std::exchange(m_token, {});
        if (!token.isEmpty() && m_connection.address().token == token)
            m_sharing.leave(); // there is nothing to come back to
    });
    // The person left, opened another yard or joined one.
    connect(&m_connection, &YardConnection::addressChanged, this, [this] {
        const bool isOurs = m_connection.address().token == m_host.yard().ownerToken;
        if (m_host.state() == State::Running && !isOurs)
            end(tr("Sharing from this computer has ended, for you left the yard."));
    });
    m_window.setCloseGuard([this] { return mayClose(); });
    m_window.commands().add(
        {.id = u"share.host"_s,
         .name = tr("Share this yard from my desktop"),
         .group = tr("Yards"),
         .aliases = {tr("invite"), tr("host"), tr("QR code")},
         .run = [this] { open(); },
         .isEnabled =
             [this] { return m_host.state() != State::Stopped || !m_connection.isJoined(); }});
}

HostDesk::~HostDesk()
{
    m_window.setCloseGuard({});
    delete m_panel;
}

void HostDesk::ready()
{
    if (m_panel)
        return;
    m_panel = new HostPanel(m_host, m_connection.people(), m_look, &m_window.canvas());
    connect(m_panel, &HostPanel::leavingChosen, this, [this] {
        m_leaving = true;
        m_window.close();
    });
}

/// Names of yards are in links, which people read aloud.
QString HostDesk::yardName() const
{
    QString name;
    const auto called = m_document.name().toLower();
    for (const QChar sign : called) {
        const bool isPlain = sign.unicode() < 128 && sign.isLetterOrNumber();
        if (isPlain)
            name += sign;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    while (name.endsWith(u'-'))
        name.chop(1);
    return name.isEmpty() ? u"yard"_s : name.left(40);
}

void HostDesk::open()
{
    ready();
    m_panel->ask(yardName());
}

void HostDesk::join()
{
    const auto &yard = m_host.yard();
    m_token = yard.ownerToken;
    m_sharing.shareForNow({.relay = QUrl(yard.relay), .yard = yard.yard, .token = yard.ownerToken});
}

void HostDesk::end(const QString &why)
{
    m_host.stop();
    m_window.notices().say(why);
}

/// Whether the window may close: a question first when others are connected.
bool HostDesk::mayClose()
{
    const bool isShared = m_host.state() == State::Running;
    if (!isShared || m_leaving || m_connection.people().others() == 0)
        return true;
    ready();
    m_panel->askLeaving();
    return false;
}

} // namespace workspace
