// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/copy/tarformat.h"
#include "kube/error.h"

#include <QFile>
#include <QStringList>

#include <memory>
#include <optional>

namespace kube {

/// Writes an archive that a container sends to the disk, however hostile the container is.
///
/// Everything ends up below `folder`, under `name` in place of the archive's first path segment: a
/// path that would leave it ends the copy. No link is ever followed on the way; symbolic links are
/// made last, and only such as stay inside. What is no file, folder or link is left out and named.
class Unpacking
{
public:
    /// An existing folder, and what the member that was asked for is to be called there.
    Unpacking(const QString &folder, const QString &name);
    ~Unpacking();

    Result<void> take(QByteArrayView bytes);
    /// When the stream has ended: makes the links, and fails when the archive was cut off.
    Result<void> finish();
    /// Takes away the file that is half written.
    void abandon();

    qint64 bytes() const { return m_bytes; } ///< of contents
    int files() const { return m_files; }
    const QStringList &skipped() const { return m_skipped; } ///< at most 100

private:
    Result<void> begin(const TarEntry &entry);
    Result<void> beginFile(const TarEntry &entry, const QString &path);
    Result<QString> pathFor(const QByteArray &path) const;
    Result<void> makeFolder(const QString &path);
    bool staysInside(const QString &linkPath, const QByteArray &target) const;
    void skip(const TarEntry &entry);

    struct Link
    {
        QString path = {};
        QByteArray target = {};
    };

    QString m_root; ///< canonical
    QString m_name;
    TarReader m_reader;
    std::unique_ptr<QFile> m_file;
    TarEntry m_entry; ///< of m_file
    std::vector<Link> m_links;
    QStringList m_skipped;
    qint64 m_bytes = 0;
    int m_files = 0;
};

} // namespace kube
