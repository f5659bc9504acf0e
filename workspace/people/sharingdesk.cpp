// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/people/sharingdesk.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/people/joinpanel.h"
#include "workspace/session/session.h"
#include "workspace/sharing/sharetext.h"
#include "workspace/tools/askpanel.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/yard/yarddocument.h"
#include "workspace/yards/yardkeeper.h"
#include "workspace/yards/yardlibrary.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

static const auto StateKey = u"sharing"_s; ///< of the standing notice

SharingDesk::SharingDesk(const Parts &parts)
    : m_window(parts.window)
    , m_library(parts.library)
    , m_keeper(parts.keeper)
    , m_document(parts.document)
    , m_session(parts.session)
    , m_tokens(parts.tokens)
    , m_shared(parts.session)
    , m_profile(OwnProfile::load(parts.session))
    , m_connection(parts.document)
    , m_panel(new JoinPanel(parts.look, &parts.window.canvas()))
    , m_ask(new AskPanel(parts.look, &parts.window.canvas()))
{
    connect(&m_session, &Session::restored, this, [this] {
        m_profile = OwnProfile::load(m_session);
        Q_EMIT profileChanged();
    });
    connect(&m_keeper, &YardKeeper::opening, this, &SharingDesk::yardChanges);
    connect(&m_keeper, &YardKeeper::opened, this, &SharingDesk::rejoin);
    connect(&m_connection, &YardConnection::statusChanged, this, &SharingDesk::remember);
    connect(&m_connection, &YardConnection::synced, this, &SharingDesk::remember);
    connect(&m_connection, &YardConnection::statusChanged, this, &SharingDesk::tellState);
    connect(&m_connection, &YardConnection::unsentChangesChanged, this, &SharingDesk::tellState);
    connect(&m_document, &YardDocument::editRefused, this, [this] {
        m_window.sayInPassing(m_connection.isReadOnly()
                                  ? tr("You are a viewer here: you can look, not change.")
                                  : tr("This yard has yet to be loaded from its relay."));
    });
    connect(m_panel, &JoinPanel::joinWanted, this, &SharingDesk::tryToJoin);
    connect(m_panel, &JoinPanel::abandoned, this, [this] {
        if (!m_try)
            return;
        m_try->disconnect(this);
        m_try.release()->deleteLater(); // it may be what closes the panel
    });
    connect(m_panel, &JoinPanel::profileChosen, this, [this](const OwnProfile &profile) {
        m_profile = profile;
        m_profile.save(m_session);
        Q_EMIT profileChanged();
    });
    addCommands();
}

SharingDesk::~SharingDesk() = default;

void SharingDesk::addCommands()
{
    auto &commands = m_window.commands();
    const auto group = tr("Yards");
    commands.add({.id = u"yard.join"_s,
                  .name = tr("Join a yard…"),
                  .group = group,
                  .aliases = {tr("relay"), tr("share"), tr("together")},
                  .run = [this] { askJoin(); }});
    commands.add({.id = u"yard.leave"_s,
                  .name = tr("Leave this shared yard"),
                  .group = group,
                  .aliases = {tr("disconnect")},
                  .run = [this] { askLeave(); },
                  .isEnabled = [this] { return m_connection.isJoined(); }});
    commands.add({.id = u"yard.me"_s,
                  .name = tr("Your name and colour"),
                  .group = group,
                  .aliases = {tr("profile")},
                  .run = [this] { askProfile(); }});
    commands.add({.id = u"yard.retry"_s,
                  .name = tr("Try to reach the relay now"),
                  .group = group,
                  .aliases = {tr("reconnect")},
                  .run = [this] { m_connection.retryNow(); },
                  .isEnabled =
                      [this] {
                          const auto phase = m_connection.status().phase;
                          return phase == YardConnection::Phase::Offline
                              || phase == YardConnection::Phase::Refused;
                      }});
}

void SharingDesk::askJoin(const QString &link)
{
    m_panel->askJoin(m_profile, link);
}

void SharingDesk::askProfile()
{
    m_panel->askProfile(m_profile);
}

void SharingDesk::tryToJoin(const ShareAddress &address, const OwnProfile &profile)
{
    m_profile = profile;
    m_profile.save(m_session);
    Q_EMIT profileChanged();
    m_panel->setTrying(address.shown());
    m_try = std::make_unique<JoinTry>(address, m_connection.options());
    connect(m_try.get(), &JoinTry::failed, m_panel, &JoinPanel::explain);
    connect(m_try.get(), &JoinTry::entered, this,
            [this, address](const QString &name, bool isViewer) {
                m_panel->dismiss();
                enter(address, name, isViewer);
            });
}

void SharingDesk::enter(const ShareAddress &address, const QString &name, bool isViewer)
{
    m_tokens.keep(address.tokenKey(), address.token);
    if (!m_keeper.hasLibrary())
        return share(address);
    auto id = m_shared.yardAt(address);
    if (!m_library.find(id)) {
        const auto made =
            m_library.create(m_library.freeName(name.isEmpty() ? address.yard : name));
        if (!made)
            return m_window.notices().say(made.error());
        id = *made;
        m_shared.set(id, {.address = address, .known = {.isViewer = isViewer}});
    }
    if (id == m_keeper.current()) {
        m_isForNow = false;
        const auto entry = m_shared.of(id);
        return m_connection.join(address, entry ? entry->known : YardConnection::Known());
    }
    if (const auto opened = m_keeper.open(id); !opened)
        m_window.notices().say(opened.error());
}

void SharingDesk::share(const ShareAddress &address)
{
    m_isForNow = false;
    m_tokens.keep(address.tokenKey(), address.token);
    m_connection.join(address, {.wasSynced = true});
    remember();
}

void SharingDesk::shareForNow(const ShareAddress &address)
{
    m_isForNow = true;
    m_connection.join(address, {.wasSynced = true});
}

QString SharingDesk::yardKey() const
{
    return m_keeper.hasLibrary() ? m_keeper.current() : QString();
}

/// Before another yard is loaded: nothing of it goes to the relay of the one before, and nothing is
/// written into one that others know more of.
void SharingDesk::yardChanges(const QString &id)
{
    m_connection.leave();
    m_isForNow = false;
    const auto entry = m_shared.of(id);
    m_document.setReadOnly(entry && (entry->known.isViewer || !entry->known.wasSynced));
}

void SharingDesk::rejoin()
{
    const auto id = yardKey();
    const auto entry = m_shared.of(id);
    if (id.isEmpty() || !entry)
        return;
    const QPointer<SharingDesk> self(this);
    m_tokens.read(entry->address.tokenKey(), [self, id, entry = *entry](const QString &token) {
        if (!self || self->yardKey() != id || self->m_connection.isJoined())
            return; // the person has gone on
        auto address = entry.address;
        address.token = token;
        self->m_connection.join(address, entry.known);
    });
}

void SharingDesk::remember()
{
    const auto id = yardKey();
    if (m_connection.isJoined() && !id.isEmpty() && !m_isForNow)
        m_shared.set(id,
                     {.address = m_connection.address(),
                      .known = {.wasSynced = m_connection.wasSynced(),
                                .isViewer = m_connection.isReadOnly()}});
}

/// The notice that stands while the yard is out of step with the others.
void SharingDesk::tellState()
{
    using Phase = YardConnection::Phase;
    auto &notices = m_window.notices();
    const auto status = m_connection.status();
    // It stays while a try is under way: another may follow.
    const bool isTrying = status.phase == Phase::Connecting || status.phase == Phase::Connected;
    m_isOut = status.phase == Phase::Offline || (m_isOut && isTrying);
    if (status.phase == Phase::Refused) {
        const auto link = m_connection.address().joinLink();
        return notices.stand(StateKey, connectionProblem(status.reason, m_connection.address()),
                             tr("Join again…"), [this, link] { askJoin(link); });
    }
    if (!m_isOut)
        return notices.lift(StateKey);
    const int unsent = m_connection.unsentChanges();
    const auto what = m_connection.isReadOnly()
        ? tr("You are offline: what the others change is not shown.")
        : unsent > 0 ? tr("You are offline: %n change(s) wait to be sent.", nullptr, unsent)
                     : tr("You are offline: what you change is sent when the relay answers again.");
    notices.stand(StateKey, what, tr("Try now"), [this] { m_connection.retryNow(); });
}

void SharingDesk::askLeave()
{
    if (!m_connection.isJoined())
        return;
    const int unsent = m_connection.unsentChanges();
    auto explanation =
        tr("What is in it stays here, as a yard of your own. The others keep theirs. "
           "You can join again with an invite.");
    if (unsent > 0)
        explanation += u' ' + tr("%n change(s) of yours will never reach them.", nullptr, unsent);
    m_ask->askWhether(tr("Leave “%1”?").arg(m_connection.address().shown()), explanation,
                      tr("Leave"), AskPanel::Weight::Ordinary, [this] {
                          leave();
                          return QString();
                      });
}

void SharingDesk::leave()
{
    const auto address = m_connection.address();
    m_connection.leave();
    if (std::exchange(m_isForNow, false))
        return;
    m_shared.remove(yardKey());
    m_tokens.keep(address.tokenKey(), {});
}

} // namespace workspace
