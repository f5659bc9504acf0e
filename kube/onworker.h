// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QMetaObject>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace kube {

/// Does `work` on a thread of the global pool, and `promise` gets what it returns.
template<typename Work, typename Result>
void keepOnPool(const std::shared_ptr<QPromise<Result>> &promise, Work work)
{
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
}

/// Does `work` on a thread of the global pool; the future is that of what it returns.
template<typename Work>
auto onPool(Work work) -> QFuture<std::invoke_result_t<Work>>
{
    auto promise = std::make_shared<QPromise<std::invoke_result_t<Work>>>(); // of the job below
    promise->start();
    auto future = promise->future();
    keepOnPool(promise, std::move(work));
    return future;
}

enum class Effort { Little, Much };

/// Does `work` on a thread of the global pool and gives what it returns to `then` on the receiver's
/// thread, unless the receiver has gone by then; never before this returns.
///
/// What is little effort, up to some ten microseconds, is done on the receiver's thread instead, in
/// a later turn of its event loop: on a machine at rest waking a thread and being woken by it costs
/// more.
template<typename Work, typename Then>
void onWorker(QObject *receiver, Work work, Then then, Effort effort = Effort::Much)
{
    if (effort == Effort::Little) {
        QMetaObject::invokeMethod(
            receiver, [work = std::move(work), then = std::move(then)]() mutable { then(work()); },
            Qt::QueuedConnection);
        return;
    }
    auto promise = std::make_shared<QPromise<std::invoke_result_t<Work>>>(); // of the job below
    promise->start();
    // First: on a future that is finished already, `then` would run here and now.
    promise->future().then(receiver, std::move(then));
    keepOnPool(promise, std::move(work));
}

} // namespace kube
