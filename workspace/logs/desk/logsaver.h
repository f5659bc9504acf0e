// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/streams/logstream.h"
#include "workspace/logs/logfeed.h"

#include <QSaveFile>
#include <QTimer>

#include <memory>
#include <vector>

namespace workspace {

/// Writes a whole log to a file, from its beginning: not only what a window has read. Streams are
/// read from the server again, several of them merged in the order of their stamps and prefixed as
/// `kubectl logs --prefix` does; lines of a feed without a server come from its store.
///
/// The file is for its owner alone, and there only once it is complete. Memory is bounded: streams
/// that are ahead wait. Ends exactly once with finished(). GUI thread.
class LogSaver final : public QObject
{
    Q_OBJECT

public:
    /// `feed` is borrowed and must outlive the saver; its streams are those of this moment.
    LogSaver(LogFeed &feed, const QString &path, QObject *parent = nullptr);
    ~LogSaver() override;

    void start();
    void cancel();

    qint64 bytes() const { return m_bytes; } ///< written so far
    const QString &path() const { return m_path; }

Q_SIGNALS:
    void progressed();
    /// `problem` is a sentence for people; empty: the file is there. Canceled: a sentence, too.
    void finished(const QString &problem);

private:
    struct Source
    {
        std::unique_ptr<kube::LogStream> stream = {};
        QByteArray prefix = {};
        QByteArray waiting = {}; ///< bytes that are not written
        qsizetype at = 0; ///< of the next line in them
        qint64 time = logstore::NoTime; ///< of the next line, or else the one before
        bool isEnded = false;

        bool hasLine() const;
    };

    void open(const LogFeed::Stream &stream, bool isOneOfMany);
    void take(Source &source, const QByteArray &bytes);
    void merge();
    void writeLine(Source &source);
    void writeStored();
    bool put(QByteArrayView bytes);
    void end(const QString &problem);

    LogFeed &m_feed;
    QString m_path;
    QSaveFile m_file;
    std::vector<std::unique_ptr<Source>> m_sources;
    QTimer m_turn; ///< of lines from the store
    qint64 m_next = 0; ///< of those
    qint64 m_bytes = 0;
    QString m_problem; ///< of a stream that could not be read
    bool m_isOver = false;
};

} // namespace workspace
