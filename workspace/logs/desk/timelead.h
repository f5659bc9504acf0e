// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>

#include <optional>

namespace workspace {

class LogPane;
class LogPanes;
class TimeLink;

/// Keeps what stands beside a log's pane at the time that it shows: the pane that it is compared
/// with, and, over a yard's TimeLink, other windows. GUI thread only.
class TimeLead final : public QObject
{
    Q_OBJECT

public:
    /// `panes` is borrowed and must outlive this.
    explicit TimeLead(LogPanes &panes, QObject *parent = nullptr);

    /// Follows other windows in time and leads them. Borrowed, and may vanish first.
    void setLink(TimeLink *link);
    bool hasLink() const;
    bool isLinked() const; ///< and it is on
    void setLinked(bool linked);

    /// This pane was scrolled.
    void lead(LogPane *pane);
    /// Goes to a time once there are lines of it.
    void want(qint64 time) { m_wanted = time; }
    void forgetWanted() { m_wanted.reset(); }
    /// Lines have come.
    void goToWanted();

Q_SIGNALS:
    void toggled(); ///< the link was turned on or off, here or elsewhere

private:
    void follow(qint64 time);

    LogPanes &m_panes;
    QPointer<TimeLink> m_link;
    std::optional<qint64> m_wanted; ///< while there are no lines of that time
    bool m_isFollowing = false;
};

} // namespace workspace
