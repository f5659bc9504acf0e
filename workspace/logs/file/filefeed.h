// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/file/linedecoder.h"
#include "workspace/logs/file/tailedfile.h"
#include "workspace/logs/logfeed.h"

namespace workspace {

/// A log file or pipe of the person's own machine, followed as it grows. Its path stays here: it
/// goes neither into the shared document nor into a link.
class FileFeed final : public LogFeed
{
    Q_OBJECT

public:
    /// `path`: "-" is standard input.
    explicit FileFeed(const QString &path, QObject *parent = nullptr);
    ~FileFeed() override;

    void read(const Request &request) override;
    const Request &request() const override { return m_request; }
    Choices choices() const override { return {}; }
    void reconnect() override;
    void setPaused(bool paused) override;

    State state() const override { return m_state; }
    int attempt() const override { return 0; }
    const kube::Error &error() const override { return m_error; }
    std::vector<Stream> streams() const override { return {}; }
    Stats stats() const override { return m_stats; }
    /// Nothing is on its way: all that is there was read, or nothing can be.
    bool isCaughtUp() const;

private:
    void take(const QByteArray &bytes);
    void begunAgain(TailedFile::Again how);
    void ended(const QString &problem);
    void setState(State state);

    QString m_path;
    std::unique_ptr<TailedFile> m_file;
    LineDecoder m_decoder;
    const LineDecoder::Sink m_sink = [this](const QString &source, QByteArrayView lines) {
        store().append(store().source(source), lines);
    };
    Request m_request;
    Stats m_stats;
    kube::Error m_error;
    State m_state = State::Idle;
    bool m_isPaused = false;
};

} // namespace workspace
