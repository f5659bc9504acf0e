// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaObject>
#include <QObject>

#include <utility>

namespace kube {

/// Calls something in the next turn of the event loop, once however often it is asked before. A
/// member of the object that is called, whose end ends the call.
class NextTurn
{
public:
    template<typename Call>
    void call(QObject *owner, Call call)
    {
        if (std::exchange(m_isAsked, true))
            return;
        QMetaObject::invokeMethod(
            owner,
            [this, call = std::move(call)] {
                m_isAsked = false;
                call();
            },
            Qt::QueuedConnection);
    }

private:
    bool m_isAsked = false;
};

} // namespace kube
