// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/settings/preferences.h"

#include <QObject>
#include <QUrl>

#include <vector>

namespace workspace {

class ContextMarks;
class ShellContent;

/// What the shells of one main window share: how the person likes terminals, which contexts are
/// production, and a broadcast, in which what is typed into one shell goes to all its members.
///
/// A broadcast is a deed of the moment: it is in memory only, ends with endBroadcast() or when
/// fewer than two of its members have a running shell, and never takes a shell in by itself. GUI
/// thread only.
class ShellDesk final : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed and must outlive the desk.
    ShellDesk(const ContextMarks &marks, Preferences &preferences, QObject *parent = nullptr);

    const PreferenceValues &preferences() const { return m_preferences.values(); }
    /// Bounded to what the settings offer.
    void setTerminalFont(int pixels);
    bool isProduction(const QString &context) const;
    /// In the person's browser or mail program.
    void openLink(const QUrl &link);

    /// All that there are, the oldest first.
    const std::vector<ShellContent *> &shells() const { return m_shells; }
    void enter(ShellContent &shell);
    void leave(ShellContent &shell);

    /// Those of `shells` that run are its members from now on; one alone makes no broadcast.
    void startBroadcast(const std::vector<ShellContent *> &shells);
    void endBroadcast();
    /// `shell` runs no more.
    void leaveBroadcast(const ShellContent &shell);
    const std::vector<ShellContent *> &members() const { return m_members; }
    bool isMember(const ShellContent &shell) const;
    /// Whether what is typed into a member reaches a context marked production.
    bool reachesProduction() const;
    /// What was typed into one of the members, for the others.
    void type(const ShellContent &from, const QByteArray &bytes);

Q_SIGNALS:
    void changed(); ///< marks or preferences
    void broadcastChanged();
    void shellsChanged();

private:
    const ContextMarks &m_marks;
    Preferences &m_preferences;
    std::vector<ShellContent *> m_shells; ///< borrowed; each leaves before it goes
    std::vector<ShellContent *> m_members;
};

} // namespace workspace
