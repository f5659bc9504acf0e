// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/copy/tarformat.h"
#include "kube/error.h"

#include <QFile>

#include <memory>
#include <vector>

namespace kube {

/// An archive of a file or folder on the disk, made piece by piece, whose length is known before:
/// the other side has to be told it, for exec's older protocol has no way to say that it is over.
///
/// A file that grew is cut at the length that was promised; one that shrank, or cannot be read,
/// ends the copy. Symbolic links go as links.
class Packing
{
public:
    /// Looks at everything below `path`; `name` is what it is to be called.
    static Result<Packing> of(const QString &path, const QString &name);
    /// The same without an archive: the bytes of one file as they are.
    static Result<Packing> plain(const QString &path);

    qint64 length() const { return m_length; } ///< of the whole stream
    qint64 contents() const { return m_contents; } ///< bytes of the files
    int files() const { return m_files; }

    /// The next bytes, at most about so many; empty when it is over.
    Result<QByteArray> next(qsizetype atMost);
    qint64 done() const { return m_done; } ///< bytes of contents that were given out

private:
    struct Member
    {
        QString file = {};
        TarEntry entry = {};
    };

    Result<void> add(const QString &path, const QByteArray &name);
    Result<QByteArray> content(qsizetype atMost);

    std::vector<Member> m_members;
    bool m_isPlain = false;
    size_t m_at = 0;
    std::unique_ptr<QFile> m_file;
    qint64 m_left = 0; ///< of the file
    bool m_ended = false;
    qint64 m_length = 0;
    qint64 m_contents = 0;
    qint64 m_done = 0;
    int m_files = 0;
};

} // namespace kube
