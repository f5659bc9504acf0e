// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>

namespace kube {

class Subscription;

/// Lets subscriptions tell what they have, in turn, at most once a frame and for at most a part of
/// it: a window that is painted meanwhile stays fluent however much arrives.
class FramePump : public QObject
{
    Q_OBJECT

public:
    static constexpr int FrameMs = 16; ///< 60 a second
    static constexpr int BudgetMs = 5; ///< of each frame; the slice under way is finished

    explicit FramePump(QObject *parent = nullptr);

    /// `subscription` has something to tell.
    void wake(Subscription &subscription);

private:
    void tick();
    void schedule();

    std::deque<QPointer<Subscription>> m_waiting;
    QTimer m_next;
    QElapsedTimer m_since; ///< the last frame in which something was told
};

} // namespace kube
