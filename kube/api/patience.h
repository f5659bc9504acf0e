// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>

#include <chrono>
#include <utility>

namespace kube {

/// Calls something once when `time` is over, unless `owner` or `context` has gone before. Both live
/// on this thread. What the call holds goes with `owner`: that of QTimer::singleShot() (Qt 6.8)
/// stays until the time is up, also when its context has long gone.
template<typename Call>
void callAfter(std::chrono::milliseconds time, QObject *owner, const QObject *context, Call call)
{
    auto *timer = new QTimer(owner);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, context, std::move(call));
    timer->start(time);
}

} // namespace kube
