// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/sharing/jointry.h"
#include "workspace/sharing/sharedyards.h"
#include "workspace/sharing/tokenkeeper.h"

#include <QPointer>

namespace workspace {

class AskPanel;
class JoinPanel;
class Look;
class MainWindow;
class YardKeeper;
class YardLibrary;

/// What a person does about sharing: joins a yard of a relay, leaves it, and is back in it when the
/// yard is opened again. Owns the connection, says in notices how it is, and registers its
/// commands.
class SharingDesk final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        MainWindow &window;
        YardLibrary &library;
        YardKeeper &keeper;
        YardDocument &document;
        Session &session;
        TokenKeeper &tokens;
        Look &look;
    };

    explicit SharingDesk(const Parts &parts); ///< all are borrowed and must outlive it
    ~SharingDesk() override;

    YardConnection &connection() { return m_connection; }
    const OwnProfile &profile() const { return m_profile; }

    void askJoin(const QString &link = {});
    /// Of the web, of a program or a command line: it is not followed before the person agrees.
    void openLink(const QString &link) { askJoin(link); }
    void askProfile();
    void askLeave();
    /// Joins without asking: opens the yard that is that one, or makes it, called `name`.
    void enter(const ShareAddress &address, const QString &name, bool isViewer);
    /// Connects the yard that is open, as it is, to one that a relay has or makes.
    void share(const ShareAddress &address);
    /// The same with a relay that is gone with this program: nothing is remembered for another
    /// time.
    void shareForNow(const ShareAddress &address);
    void leave();

Q_SIGNALS:
    void profileChanged();

private:
    void addCommands();
    void tryToJoin(const ShareAddress &address, const OwnProfile &profile);
    void yardChanges(const QString &id);
    void rejoin();
    void remember();
    void tellState();
    QString yardKey() const;

    MainWindow &m_window;
    YardLibrary &m_library;
    YardKeeper &m_keeper;
    YardDocument &m_document;
    Session &m_session;
    TokenKeeper &m_tokens;
    SharedYards m_shared;
    OwnProfile m_profile;
    YardConnection m_connection;
    JoinPanel *m_panel; ///< the canvas's
    AskPanel *m_ask; ///< the canvas's
    std::unique_ptr<JoinTry> m_try;
    bool m_isForNow = false; ///< the connection is to be forgotten
    bool m_isOut = false; ///< the relay was lost and is not there again
};

} // namespace workspace
