// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/streams/logstream.h"
#include "workspace/logs/logfeed.h"

#include <QSaveFile>
#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace workspace {

/// Writes a whole log to a file, from its beginning: not only what a window has read. Streams are
/// read from the server again, several of them merged in the order of their stamps and prefixed as
/// `kubectl logs --prefix` does; lines of a feed without a server come from its store.
///
/// What cannot be read from the server, or not to its end, is a Lack, and a line with "#" in its
/// place in the file; lines that the window has of such a stream stand for it when nothing came.
///
/// The file is for its owner alone, and there only once it is complete. Memory is bounded: streams
/// that are ahead wait. Ends exactly once with finished(). GUI thread.
class LogSaver final : public QObject
{
    Q_OBJECT

public:
    /// A stream that is not in the file as a whole.
    struct Lack
    {
        QString name = {}; ///< "pod/container"
        QString why = {}; ///< a sentence for people

        bool operator==(const Lack &) const = default;
    };

    /// `feed` is borrowed and must outlive the saver; its streams are those of this moment.
    LogSaver(LogFeed &feed, const QString &path, QObject *parent = nullptr);
    ~LogSaver() override;

    void start();
    void cancel();

    qint64 bytes() const { return m_bytes; } ///< written so far
    const QString &path() const { return m_path; }
    const std::vector<Lack> &lacks() const { return m_lacks; }
    int leftOut() const { return m_leftOut; } ///< containers besides, that the feed does not follow

Q_SIGNALS:
    void progressed();
    /// `problem` is a sentence for people; empty: the file is there. Canceled: a sentence, too.
    void finished(const QString &problem);

private:
    struct Source
    {
        std::unique_ptr<kube::LogStream> stream = {}; ///< none: lines from the store
        QString name = {}; ///< "pod/container"
        QByteArray prefix = {};
        QByteArray note = {}; ///< what is said where it ends
        QByteArray waiting = {}; ///< bytes that are not written
        qsizetype at = 0; ///< of the next line in them
        qint64 time = logstore::NoTime; ///< of the next line, or else the one before
        bool hasAnswered = false;
        bool isEnded = false;

        bool hasLine() const;
        void readTime(); ///< of its next line
    };

    void open(const LogFeed::Stream &stream, bool isOneOfMany);
    void take(Source &source, const QByteArray &bytes);
    void endSource(Source &source, const kube::Error &error);
    void goOn(Source &source);
    void merge();
    bool mergeLine();
    void writeLine(Source &source);
    void takeStored(Source &source);
    void writeStored();
    bool put(QByteArrayView bytes);
    void end(const QString &problem);

    LogFeed &m_feed;
    QString m_path;
    QSaveFile m_file;
    std::vector<std::unique_ptr<Source>> m_sources;
    std::map<logstore::SourceId, QByteArray> m_stored; ///< whose lines come from the store, and
                                                       ///< their prefixes
    QTimer m_turn; ///< of lines that are there already
    qint64 m_next = 0; ///< of those in the store
    qint64 m_bytes = 0;
    std::vector<Lack> m_lacks;
    int m_leftOut = 0;
    QString m_problem; ///< of a stream that could not be read
    bool m_hasLines = false;
    bool m_isOver = false;
};

} // namespace workspace
