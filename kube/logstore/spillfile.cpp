// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/spillfile.h"

#include <QDir>
#include <QFile>

#include <lz4.h>

using namespace Qt::StringLiterals;

namespace logstore {

SpillFile::SpillFile(const QString &folder)
    : m_file(folder + "/log-XXXXXX"_L1)
{
}

bool SpillFile::open()
{
    if (m_file.isOpen())
        return true;
    QDir().mkpath(QFileInfo(m_file.fileTemplate()).path());
    if (!m_file.open()) // with rights for its owner alone
        return false;
#ifdef Q_OS_UNIX
    QFile::remove(m_file.fileName());
#endif
    return true;
}

std::expected<SpillFile::Place, QString> SpillFile::write(QByteArrayView block)
{
    QByteArray packed(LZ4_compressBound(int(block.size())), Qt::Uninitialized);
    const int length =
        LZ4_compress_default(block.data(), packed.data(), int(block.size()), int(packed.size()));
    const QMutexLocker locker(&m_mutex);
    if (!open())
        return std::unexpected(m_file.errorString());
    const Place place{.offset = reserve(length), .stored = length, .size = int(block.size())};
    if (!m_file.seek(place.offset) || m_file.write(packed.constData(), length) != length
        || !m_file.flush()) {
        const auto error = m_file.errorString();
        release(place.offset, length);
        return std::unexpected(error);
    }
    m_used += length;
    return place;
}

QByteArray SpillFile::read(const Place &place) const
{
    QByteArray packed(place.stored, Qt::Uninitialized);
    {
        const QMutexLocker locker(&m_mutex);
        if (!m_file.seek(place.offset) || m_file.read(packed.data(), place.stored) != place.stored)
            return {};
    }
    QByteArray block(place.size, Qt::Uninitialized);
    const int size =
        LZ4_decompress_safe(packed.constData(), block.data(), place.stored, place.size);
    return size == place.size ? block : QByteArray();
}

void SpillFile::free(const Place &place)
{
    const QMutexLocker locker(&m_mutex);
    m_used -= place.stored;
    release(place.offset, place.stored);
}

qint64 SpillFile::used() const
{
    const QMutexLocker locker(&m_mutex);
    return m_used;
}

/// The first gap that is long enough, else the end.
qint64 SpillFile::reserve(int length)
{
    for (auto gap = m_gaps.begin(); gap != m_gaps.end(); ++gap) {
        const auto [offset, room] = *gap;
        if (room < length)
            continue;
        m_gaps.erase(gap);
        if (room > length)
            m_gaps.emplace(offset + length, room - length);
        return offset;
    }
    m_end += length;
    return m_end - length;
}

void SpillFile::release(qint64 offset, qint64 length)
{
    auto gap = m_gaps.emplace(offset, length).first;
    if (const auto next = std::next(gap);
        next != m_gaps.end() && gap->first + gap->second == next->first) {
        gap->second += next->second;
        m_gaps.erase(next);
    }
    if (gap == m_gaps.begin())
        return;
    const auto before = std::prev(gap);
    if (before->first + before->second == gap->first) {
        before->second += gap->second;
        m_gaps.erase(gap);
    }
}

} // namespace logstore
