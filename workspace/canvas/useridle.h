// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <chrono>

namespace workspace {

/// Whether the person leaves this application alone: no key, pointer or touch event of the window
/// system reached any of its windows for a while. What changes by itself may then be shown less
/// often.
///
/// Watches the events of the whole application; lives on the thread of the widgets.
class UserIdle final : public QObject
{
    Q_OBJECT

public:
    explicit UserIdle(std::chrono::milliseconds after, QObject *parent = nullptr);

    void setAfter(std::chrono::milliseconds after) { m_after = after; }
    bool isIdle() const { return m_since.hasExpired(m_after.count()); }

Q_SIGNALS:
    void returned(); ///< the first event after a while

protected:
    bool eventFilter(QObject *receiver, QEvent *event) override;

private:
    std::chrono::milliseconds m_after;
    QElapsedTimer m_since; ///< the last event, or the beginning
};

} // namespace workspace
