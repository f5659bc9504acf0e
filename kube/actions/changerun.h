// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/actions/change.h"

#include <QObject>

#include <vector>

namespace kube {

/// What became of one change.
struct ChangeResult
{
    enum class State {
        Waiting,
        Running,
        Done, ///< the server took it
        Failed, ///< see `error`
        Cancelled, ///< was never sent
    };

    State state = State::Waiting;
    std::optional<Error> error = {};
    QByteArray warning = {}; ///< the server's `Warning` header, if any
};

/// Sends a list of changes, a few at a time, in their order, and tells what became of each.
///
/// One that fails does not stop the others. A cancelled run lets what is on its way come to its
/// end, for nobody can call it back, and sends no more. Ends once, with `finished`. Lives and
/// answers on its client's thread; destroying it aborts what is under way.
class ChangeRun : public QObject
{
    Q_OBJECT

public:
    static constexpr int AtATime = 8;

    /// `client` is borrowed and must outlive the run.
    ChangeRun(ApiClient &client, std::vector<Change> changes, QObject *parent = nullptr);

    void start();
    void cancel();

    const std::vector<Change> &changes() const { return m_changes; }
    const std::vector<ChangeResult> &results() const { return m_results; }
    int count(ChangeResult::State state) const;
    bool isFinished() const { return m_finished; }
    bool isCancelled() const { return m_cancelled; }

Q_SIGNALS:
    void changed(int index); ///< results()[index]
    void finished();

private:
    void pump();
    void settle(size_t index, const Result<ApiAnswer> &answer);

    ApiClient &m_client;
    std::vector<Change> m_changes;
    std::vector<ChangeResult> m_results;
    size_t m_next = 0;
    int m_running = 0;
    bool m_cancelled = false;
    bool m_finished = false;
};

} // namespace kube
