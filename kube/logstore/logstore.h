// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/block.h"
#include "kube/logstore/stamp.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <deque>
#include <span>

namespace logstore {

/// The lines of one log window, from one stream or from many: bytes in, lines out.
///
/// Bytes arrive once and stay bytes, in blocks of a mebibyte; 6 1/8 bytes a line say the rest. The
/// newest blocks are in memory, older ones compressed in a file, the oldest go. Every line has a
/// number that stays its own: numbers run from begin() to end().
///
/// No Gui. Lives on the thread of its owner, whose event loop must run; the file is written on
/// another thread.
class LogStore : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        qint64 lines = 10'000'000;
        qint64 memory = qint64(256) * 1024 * 1024; ///< bytes of lines that stay in memory
    };
    static constexpr int CharacterLimit = 10'000; ///< of a line; the rest is cut and marked

    /// One line. `bytes` are UTF-8 with ANSI escapes, without stamp and newline; they are good
    /// until the store changes or lines of other blocks were asked for.
    struct Line
    {
        QByteArrayView bytes = {};
        Level level = Level::None;
        SourceId source = 0;
        qint64 time = NoTime;
    };

    /// `folder` is where the file goes, made when needed.
    explicit LogStore(const QString &folder, QObject *parent = nullptr);
    LogStore(const QString &folder, const Limits &limits, QObject *parent = nullptr);
    ~LogStore() override;

    /// The id of a stream, a new one for a new name. Past SourceLimit streams the last id is
    /// shared.
    SourceId source(const QString &name);
    const QStringList &sources() const { return m_sources; }

    /// Whole lines of one stream, each with a newline.
    struct Run
    {
        SourceId source = 0;
        QByteArrayView lines = {};
    };

    /// Takes bytes of a stream, cut anywhere. Lines may begin with an RFC 3339 time stamp.
    void append(SourceId source, QByteArrayView bytes);
    /// Takes lines of several streams in the order in which they are to stand.
    void append(std::span<const Run> runs);
    /// Takes a line of Level::Mark; what `text` means is up to the caller.
    void appendMark(SourceId source, QByteArrayView text, qint64 time);
    /// The stream has come to its end: an unfinished line is finished.
    void finish(SourceId source);
    /// The stream will repeat its unfinished line, which is forgotten.
    void dropUnfinished(SourceId source);
    /// Forgets all lines. Their numbers are not used again.
    void clear();

    /// What is kept of the text of a line: all but of a very long one.
    static QByteArray shownText(QByteArrayView text);

    qint64 begin() const { return m_begin; }
    qint64 end() const { return m_blocks.empty() ? m_begin : m_blocks.back().end(); }
    qint64 count() const { return end() - begin(); }
    qint64 count(Level level) const { return m_counts[size_t(level)]; }
    /// A line from begin() to end() - 1; an empty one for any other number, as one that a reader
    /// stood on and that is gone. One whose block cannot be read any more has no bytes.
    Line line(qint64 number) const;
    /// The unfinished line of a stream, with the time of its stamp; no bytes when there is none.
    Line unfinished(SourceId source) const;
    bool hasUnfinished(SourceId source) const { return !m_unfinished[source].isEmpty(); }

    /// The first line at or after a time, end() when there is none. Lines without a time count as
    /// old as the one before; of lines out of order the first is found.
    qint64 numberAt(qint64 time) const;
    /// The time of a line, else of the nearest one before that has one, else NoTime.
    qint64 timeBefore(qint64 number) const;

    /// For searches: the blocks, oldest first; the last one still grows.
    const std::deque<Block> &blocks() const { return m_blocks; }
    /// A block's bytes from memory or the file; null when they cannot be read. Any thread for a
    /// copy of a sealed block; the store must live.
    QByteArray bytesOf(const Block &block) const;

    /// Bytes in memory, tables included, and in the file.
    qint64 memory() const;
    qint64 fileSize() const { return m_file.used(); }
    /// Lines that went because a limit was passed or the file could not be written.
    qint64 dropped() const { return m_dropped; }
    /// Why blocks that do not fit into memory are dropped instead of written; empty when they are
    /// written.
    const QString &fileError() const { return m_fileError; }

Q_SIGNALS:
    /// Lines came or went. Not within line().
    void changed();

private:
    void endUnfinished(SourceId source);
    void takeLines(SourceId source, QByteArrayView lines);
    qsizetype fill(SourceId source, QByteArrayView lines);
    void makeRoom(qsizetype bytes);
    void enter();
    void account(QByteArrayView added);
    void seal();
    void keepLimits();
    void spill(Block &block);
    void spilled(qint64 first, const std::expected<SpillFile::Place, QString> &place);
    void dropFirstBlock();
    const Block &blockOf(qint64 number) const;
    QByteArrayView cachedBytes(const Block &block) const;

    Limits m_limits;
    SpillFile m_file;
    QThreadPool m_writer;
    QStringList m_sources;
    std::vector<QByteArray> m_unfinished; ///< the end of each stream that is no line yet
    std::deque<Block> m_blocks;
    std::vector<NewLine> m_news; ///< lines that lie in the last block and in no table yet
    StampReader m_stamps;
    LevelScanner m_scanner;
    std::array<qint64, LevelCount> m_counts{};
    qint64 m_begin = 0;
    qint64 m_inMemory = 0; ///< bytes of blocks that are in memory
    qint64 m_dropped = 0;
    qint64 m_writing = -1; ///< the first line of the block that is being written; -1: none
    QString m_fileError;

    struct Cached
    {
        qint64 first = -1;
        QByteArray bytes = {};
    };
    mutable std::array<Cached, 4> m_cache; ///< blocks read from the file, the newest use first
};

} // namespace logstore
