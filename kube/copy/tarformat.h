// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace kube {

/// One member of a tar archive.
struct TarEntry
{
    enum class Type { File, Folder, SymLink, HardLink, Other };

    Type type = Type::File;
    QByteArray path = {}; ///< as in the archive: hostile until it was looked at
    QByteArray link = {}; ///< what a link leads to
    qint64 size = 0; ///< bytes of content that follow
    int mode = 0644; ///< permission bits
    qint64 modified = 0; ///< seconds since the epoch

    bool operator==(const TarEntry &) const = default;
};

/// Takes an archive apart as it arrives: ustar, with the long names of GNU and of pax, and sizes
/// past 8 GiB. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html (ustar, pax),
/// https://www.gnu.org/software/tar/manual/html_node/Standard.html (GNU)
///
/// Bounds: names and pax records of at most 64 KiB; contents are told in parts and never kept.
class TarReader
{
public:
    /// Something that was read, in order.
    struct Part
    {
        enum class What { Begin, Data, End };

        What what = What::Begin;
        TarEntry entry = {}; ///< of Begin
        QByteArray data = {};
    };

    /// Appends what was read. False after a violation, see problem(); nothing more is read then.
    bool read(QByteArrayView bytes, std::vector<Part> &parts);
    /// Whether the end-of-archive marker was seen: without it the archive is cut off.
    bool isOver() const { return m_over; }
    QString problem() const { return m_problem; }

private:
    enum class Stage { Head, Long, Content, Padding };

    bool takeHead(std::vector<Part> &parts);
    bool takeLong();
    bool readPax(QByteArrayView records);
    bool fail(const QString &problem);

    Stage m_stage = Stage::Head;
    QByteArray m_block;
    QByteArray m_long;
    char m_longType = 0;
    qint64 m_left = 0; ///< bytes of the stage
    qint64 m_padding = 0;
    int m_emptyBlocks = 0;
    QByteArray m_nextPath; ///< from a long name
    QByteArray m_nextLink;
    std::optional<qint64> m_nextSize;
    bool m_over = false;
    QString m_problem;
};

/// The head of a member as bytes; with GNU's long names where ustar's 100 bytes do not do. The
/// content follows, then tarPadding().
QByteArray tarHead(const TarEntry &entry);
/// Zeros that fill the last block after so many bytes.
QByteArray tarPadding(qint64 size);
/// The end-of-archive marker.
QByteArray tarEnd();

} // namespace kube
