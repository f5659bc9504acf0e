// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/file/gunzip.h"

#include <QDate>
#include <QFile>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>

namespace workspace {

/// The bytes of a file or pipe of the person's machine, and those that are written to it later, as
/// `tail -F` reads: a file that shrinks is read from its beginning, one that is replaced (rotated)
/// to its end and then the new one. A packed file (gzip) and a pipe have an end.
///
/// Reads a mebibyte at a time; while paused a pipe holds its writer back. GUI thread.
class TailedFile final : public QObject
{
    Q_OBJECT

public:
    enum class Again {
        Truncated, ///< it is shorter than what was read
        Replaced, ///< another file has its name now
    };
    Q_ENUM(Again)

    /// `path`: "-" is standard input.
    explicit TailedFile(const QString &path, QObject *parent = nullptr);
    ~TailedFile() override;

    /// Why it cannot be read, in the system's words; empty: it is read from its beginning.
    QString start();
    void setPaused(bool paused);
    /// When it was written last; today for a pipe.
    QDate lastWritten() const;
    /// All that is there was read: of a pipe, something was and nothing waits.
    bool isCaughtUp() const;

Q_SIGNALS:
    void received(const QByteArray &bytes);
    void begunAgain(workspace::TailedFile::Again how);
    /// Nothing more will come. `problem`: the system's words; empty: all is well.
    void ended(const QString &problem);

private:
    struct Identity
    {
        quint64 device = 0;
        quint64 inode = 0;
        bool operator==(const Identity &) const = default;
    };
    static Identity identityOf(int descriptor);
    Identity identityOfPath() const;

    void readMore();
    void readPipe();
    void lookAgain();
    bool open();
    void hand(const QByteArray &bytes);
    void end(const QString &problem);

    QString m_path;
    QFile m_file;
    std::unique_ptr<Gunzip> m_gunzip;
    std::unique_ptr<QSocketNotifier> m_notifier; ///< of a pipe
    QTimer m_next; ///< more of what is there
    QTimer m_look; ///< whether more has come
    bool m_isPipe = false;
    bool m_isBegin = true;
    bool m_isPaused = false;
    bool m_isOver = false;
};

} // namespace workspace
