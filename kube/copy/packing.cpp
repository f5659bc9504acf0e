// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/copy/packing.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr size_t MostMembers = 200'000; // some 200 bytes each

std::unexpected<Error> refuse(const QString &reason, const QString &message)
{
    return std::unexpected(Error{.reason = reason, .message = message});
}

int modeOf(QFile::Permissions permissions)
{
    const std::pair<QFile::Permission, int> bits[] = {
        {QFile::ReadOwner, 0400}, {QFile::WriteOwner, 0200}, {QFile::ExeOwner, 0100},
        {QFile::ReadGroup, 0040}, {QFile::WriteGroup, 0020}, {QFile::ExeGroup, 0010},
        {QFile::ReadOther, 0004}, {QFile::WriteOther, 0002}, {QFile::ExeOther, 0001},
    };
    int mode = 0;
    for (const auto &[permission, bit] : bits)
        mode |= permissions & permission ? bit : 0;
    return mode;
}

} // namespace

Result<Packing> Packing::of(const QString &path, const QString &name)
{
    Packing packing;
    if (auto added = packing.add(path, name.toUtf8()); !added)
        return std::unexpected(added.error());
    packing.m_length += tarEnd().size();
    return packing;
}

Result<Packing> Packing::plain(const QString &path)
{
    auto packing = of(path, QFileInfo(path).fileName());
    if (!packing)
        return packing;
    packing->m_isPlain = true;
    packing->m_length = packing->m_contents;
    return packing;
}

Result<void> Packing::add(const QString &path, const QByteArray &name)
{
    if (m_members.size() >= MostMembers)
        return refuse(u"TooMany"_s, QString::number(MostMembers));
    const QFileInfo info(path);
    TarEntry entry{.path = name,
                   .mode = modeOf(info.permissions()),
                   .modified = info.lastModified().toSecsSinceEpoch()};
    if (info.isSymLink()) {
        entry.type = TarEntry::Type::SymLink;
        entry.link = info.readSymLink().toUtf8();
    } else if (info.isDir()) {
        entry.type = TarEntry::Type::Folder;
    } else if (info.isFile() && info.isReadable()) {
        entry.size = info.size();
    } else {
        return refuse(u"LocalFile"_s, path);
    }
    m_length += tarHead(entry).size() + entry.size + tarPadding(entry.size).size();
    m_contents += entry.size;
    m_files += entry.type == TarEntry::Type::File ? 1 : 0;
    m_members.push_back({path, entry});
    if (entry.type != TarEntry::Type::Folder)
        return {};
    const QDir folder(path);
    const auto names = folder.entryList(
        QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    for (const auto &one : names) {
        const QFileInfo inside(folder.filePath(one));
        if (!inside.isSymLink() && !inside.isDir() && !inside.isFile())
            continue; // sockets and pipes have nothing to copy
        if (auto added = add(inside.filePath(), name + '/' + one.toUtf8()); !added)
            return added;
    }
    return {};
}

Result<QByteArray> Packing::content(qsizetype atMost)
{
    const auto &member = m_members[m_at];
    auto bytes = m_file->read(std::min<qint64>(atMost, m_left));
    if (bytes.isEmpty())
        return refuse(u"Changed"_s, member.file);
    m_left -= bytes.size();
    m_done += bytes.size();
    if (m_left > 0)
        return bytes;
    m_file.reset();
    ++m_at;
    if (!m_isPlain)
        bytes += tarPadding(member.entry.size);
    return bytes;
}

Result<QByteArray> Packing::next(qsizetype atMost)
{
    if (m_file)
        return content(atMost);
    if (m_at < m_members.size()) {
        const auto &member = m_members[m_at];
        const auto head = m_isPlain ? QByteArray() : tarHead(member.entry);
        if (member.entry.size == 0) {
            ++m_at;
            return head.isEmpty() ? next(atMost) : head;
        }
        m_file = std::make_unique<QFile>(member.file);
        if (!m_file->open(QIODevice::ReadOnly))
            return refuse(u"LocalFile"_s, member.file + u": "_s + m_file->errorString());
        m_left = member.entry.size;
        return head.isEmpty() ? content(atMost) : head;
    }
    return std::exchange(m_ended, true) || m_isPlain ? QByteArray() : tarEnd();
}

} // namespace kube
