// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>

#include <chrono>

namespace workspace {

class WindowContent;

/// Says when what a content tells of the time that passes may be old: at whole seconds of the
/// clock, so that all windows change in one frame.
///
/// Knows, too, whether the content is seen: what it asked to be painted is, sooner or later, or it
/// lies out of sight. While it does the ticker rests, and what is costly can wait for the painting.
class SeenTicker final : public QObject
{
    Q_OBJECT

public:
    /// A member of `content`, whose updated() and partUpdated() it watches.
    SeenTicker(WindowContent &content, std::chrono::seconds interval);

    /// The content is painted now.
    void painted();
    /// All that was asked to be painted was. False before the first time.
    bool isSeen() const { return m_isSeen; }
    /// What the content shows has changed. True: it is seen, take the change in now or soon. False:
    /// it is not, and is behind until it is painted: do it then, before painted().
    [[nodiscard]] bool noteChange();
    bool isBehind() const { return m_isBehind; }
    /// What has changed is taken in when the content is painted, once for all changes until then.
    void fallBehind() { m_isBehind = true; }
    /// Changes were taken in.
    void caughtUp() { m_isBehind = false; }

Q_SIGNALS:
    void due();

private:
    void schedule();
    void tick();

    std::chrono::milliseconds m_interval;
    QTimer m_timer;
    bool m_isSeen = false;
    bool m_isBehind = false;
};

} // namespace workspace
