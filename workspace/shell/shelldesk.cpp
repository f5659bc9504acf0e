// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/shell/shelldesk.h"

#include "workspace/safety/contextmarks.h"
#include "workspace/shell/shellcontent.h"

#include <QDesktopServices>

#include <algorithm>

namespace workspace {

ShellDesk::ShellDesk(const ContextMarks &marks, Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_marks(marks)
    , m_preferences(preferences)
{
    connect(&marks, &ContextMarks::changed, this, &ShellDesk::changed);
    connect(&preferences, &Preferences::changed, this, &ShellDesk::changed);
}

void ShellDesk::setTerminalFont(int pixels)
{
    auto values = m_preferences.values();
    values.terminalFont = qBound(PreferenceValues::SmallestTerminalFont, pixels,
                                 PreferenceValues::LargestTerminalFont);
    m_preferences.set(values);
}

bool ShellDesk::isProduction(const QString &context) const
{
    return m_marks.of(context).production;
}

void ShellDesk::openLink(const QUrl &link)
{
    QDesktopServices::openUrl(link);
}

void ShellDesk::enter(ShellContent &shell)
{
    m_shells.push_back(&shell);
    Q_EMIT shellsChanged();
}

void ShellDesk::leave(ShellContent &shell)
{
    leaveBroadcast(shell);
    std::erase(m_shells, &shell);
    Q_EMIT shellsChanged();
}

void ShellDesk::startBroadcast(const std::vector<ShellContent *> &shells)
{
    m_members.clear();
    std::ranges::copy_if(shells, std::back_inserter(m_members), [](const ShellContent *shell) {
        return shell->state() == ShellContent::State::Open;
    });
    if (m_members.size() < 2)
        m_members.clear();
    Q_EMIT broadcastChanged();
}

void ShellDesk::endBroadcast()
{
    if (m_members.empty())
        return;
    m_members.clear();
    Q_EMIT broadcastChanged();
}

void ShellDesk::leaveBroadcast(const ShellContent &shell)
{
    if (!isMember(shell))
        return;
    std::erase(m_members, &shell);
    if (m_members.size() < 2)
        m_members.clear();
    Q_EMIT broadcastChanged();
}

bool ShellDesk::isMember(const ShellContent &shell) const
{
    return std::ranges::contains(m_members, &shell);
}

bool ShellDesk::reachesProduction() const
{
    return std::ranges::any_of(m_members, [this](const ShellContent *shell) {
        return isProduction(shell->place().context);
    });
}

void ShellDesk::type(const ShellContent &from, const QByteArray &bytes)
{
    if (!isMember(from))
        return;
    const auto members = m_members; // a write may end one
    for (auto *member : members) {
        if (member != &from && isMember(*member))
            member->send(bytes);
    }
}

} // namespace workspace
