// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMutex>
#include <QString>
#include <QTemporaryFile>

#include <expected>
#include <map>

namespace logstore {

/// Blocks of bytes that do not fit into memory, compressed (LZ4) in a temporary file that only its
/// owner may read and that goes with this object; on Unix it has no name, so that a crash leaves
/// nothing either. All functions are safe from any thread.
class SpillFile
{
public:
    /// Where a block lies; empty when it lies nowhere.
    struct Place
    {
        qint64 offset = 0;
        int stored = 0; ///< bytes in the file
        int size = 0; ///< bytes of the block

        bool isEmpty() const { return stored == 0; }
    };

    /// The file is made in `folder` with the first block.
    explicit SpillFile(const QString &folder);
    Q_DISABLE_COPY_MOVE(SpillFile)

    /// The error is one sentence of the system: no room, no right.
    std::expected<Place, QString> write(QByteArrayView block);
    /// Null when the file cannot be read.
    QByteArray read(const Place &place) const;
    /// What lies there is not wanted any more.
    void free(const Place &place);

    /// Bytes in the file that are in use.
    qint64 used() const;

private:
    bool open();
    qint64 reserve(int length);
    void release(qint64 offset, qint64 length);

    mutable QMutex m_mutex;
    mutable QTemporaryFile m_file;
    std::map<qint64, qint64> m_gaps; ///< offset and length of what was freed
    qint64 m_end = 0;
    qint64 m_used = 0;
};

} // namespace logstore
