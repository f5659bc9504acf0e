// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/actions/changerun.h"

#include <algorithm>

namespace kube {

using State = ChangeResult::State;

ChangeRun::ChangeRun(ApiClient &client, std::vector<Change> changes, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_changes(std::move(changes))
    , m_results(m_changes.size())
{
}

int ChangeRun::count(State state) const
{
    return int(std::ranges::count(m_results, state, &ChangeResult::state));
}

void ChangeRun::start()
{
    pump();
}

void ChangeRun::cancel()
{
    if (m_finished || m_cancelled)
        return;
    m_cancelled = true;
    for (; m_next < m_results.size(); ++m_next) {
        m_results[m_next].state = State::Cancelled;
        Q_EMIT changed(int(m_next));
    }
    pump();
}

void ChangeRun::pump()
{
    while (m_running < AtATime && m_next < m_changes.size()) {
        const auto index = m_next++;
        ++m_running;
        m_results[index].state = State::Running;
        m_client.send(m_changes[index].request())
            .then(this, [this, index](const Result<ApiAnswer> &answer) { settle(index, answer); });
        Q_EMIT changed(int(index));
    }
    if (m_running == 0 && m_next >= m_changes.size() && !m_finished) {
        m_finished = true;
        Q_EMIT finished();
    }
}

void ChangeRun::settle(size_t index, const Result<ApiAnswer> &answer)
{
    --m_running;
    auto &result = m_results[index];
    if (answer) {
        result.state = State::Done;
        result.warning = answer->warning;
    } else {
        result.state = State::Failed;
        result.error = answer.error();
    }
    Q_EMIT changed(int(index));
    pump();
}

} // namespace kube
