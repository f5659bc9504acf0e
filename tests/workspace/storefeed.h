// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/logfeed.h"

/// Lines that a test writes, from as many streams as it names.
class StoreFeed : public workspace::LogFeed
{
public:
    void read(const Request &request) override { m_request = request; }
    const Request &request() const override { return m_request; }
    Choices choices() const override { return m_choices; }
    void reconnect() override { }
    void setPaused(bool paused) override
    {
        m_state = paused ? State::Paused : State::Live;
        Q_EMIT stateChanged();
    }
    State state() const override { return m_state; }
    int attempt() const override { return 0; }
    const kube::Error &error() const override { return m_error; }
    std::vector<Stream> streams() const override
    {
        std::vector<Stream> streams;
        for (const auto &source : store().sources())
            streams.push_back({.source = source, .state = m_state});
        return streams;
    }
    Reach reach() const override { return m_reach; }
    Stats stats() const override { return m_stats; }

    void setChoices(const Choices &choices) { m_choices = choices; }
    void setReach(const Reach &reach)
    {
        m_reach = reach;
        Q_EMIT stateChanged();
    }
    void setStats(const Stats &stats) { m_stats = stats; }
    /// Whole lines, with stamps where a test wants times.
    void log(const QString &source, QByteArrayView lines)
    {
        store().append(store().source(source), lines);
    }
    void log(QByteArrayView lines) { log(QString(), lines); }

private:
    Request m_request;
    Choices m_choices;
    Reach m_reach;
    Stats m_stats;
    kube::Error m_error;
    State m_state = State::Live;
};
