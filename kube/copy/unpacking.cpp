// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/copy/unpacking.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr qsizetype MostSkipped = 100;
constexpr size_t MostLinks = 100'000;

std::unexpected<Error> refuse(const QString &reason, const QString &message)
{
    return std::unexpected(Error{.reason = reason, .message = message});
}

QFile::Permissions permissionsOf(int mode)
{
    QFile::Permissions result = QFile::ReadOwner | QFile::WriteOwner;
    const std::pair<int, QFile::Permission> bits[] = {
        {0100, QFile::ExeOwner},  {0040, QFile::ReadGroup}, {0010, QFile::ExeGroup},
        {0004, QFile::ReadOther}, {0001, QFile::ExeOther},
    };
    for (const auto &[bit, permission] : bits)
        result.setFlag(permission, mode & bit);
    return result;
}

} // namespace

Unpacking::Unpacking(const QString &folder, const QString &name)
    : m_root(QFileInfo(folder).canonicalFilePath())
    , m_name(name)
{
}

Unpacking::~Unpacking()
{
    abandon();
}

void Unpacking::abandon()
{
    if (const auto file = std::exchange(m_file, nullptr))
        file->remove();
}

void Unpacking::skip(const TarEntry &entry)
{
    if (m_skipped.size() < MostSkipped)
        m_skipped.append(QString::fromUtf8(entry.path));
}

/// Where a member of the archive belongs: below the root, without a way up.
Result<QString> Unpacking::pathFor(const QByteArray &path) const
{
    auto parts = QString::fromUtf8(path).split(u'/', Qt::SkipEmptyParts);
    parts.removeAll(u"."_s);
    if (path.startsWith('/') || path.contains('\0') || parts.contains(u".."_s))
        return refuse(u"OutsidePath"_s, QString::fromUtf8(path.left(200)));
    if (parts.isEmpty())
        return QString(m_root + u'/' + m_name);
    parts.front() = m_name;
    return QString(m_root + u'/' + parts.join(u'/'));
}

/// Makes a folder and those above it, unless a link is in the way.
Result<void> Unpacking::makeFolder(const QString &path)
{
    auto at = m_root;
    const auto parts = path.mid(m_root.size()).split(u'/', Qt::SkipEmptyParts);
    for (const auto &part : parts) {
        at += u'/' + part;
        const QFileInfo info(at);
        if (info.isSymLink())
            return refuse(u"OutsidePath"_s, at);
        if (!info.isDir() && !QDir().mkdir(at))
            return refuse(u"LocalFile"_s, at);
    }
    return {};
}

Result<void> Unpacking::take(QByteArrayView bytes)
{
    std::vector<TarReader::Part> parts;
    const bool isGood = m_reader.read(bytes, parts);
    for (const auto &part : parts) {
        switch (part.what) {
        case TarReader::Part::What::Begin:
            if (auto begun = begin(part.entry); !begun)
                return begun;
            break;
        case TarReader::Part::What::Data:
            m_bytes += part.data.size();
            if (m_file && m_file->write(part.data) != part.data.size())
                return refuse(u"LocalFile"_s, m_file->fileName() + u": "_s + m_file->errorString());
            break;
        case TarReader::Part::What::End:
            if (const auto file = std::exchange(m_file, nullptr)) {
                if (!file->flush())
                    return refuse(u"LocalFile"_s, file->fileName() + u": "_s + file->errorString());
                file->setPermissions(permissionsOf(m_entry.mode));
                file->setFileTime(QDateTime::fromSecsSinceEpoch(m_entry.modified, QTimeZone::UTC),
                                  QFileDevice::FileModificationTime);
                ++m_files;
            }
            break;
        }
    }
    if (!isGood)
        return refuse(u"BadArchive"_s, m_reader.problem());
    return {};
}

Result<void> Unpacking::begin(const TarEntry &entry)
{
    const auto path = pathFor(entry.path);
    if (!path)
        return std::unexpected(path.error());
    switch (entry.type) {
    case TarEntry::Type::Folder: return makeFolder(*path);
    case TarEntry::Type::File: return beginFile(entry, *path);
    case TarEntry::Type::SymLink:
        if (m_links.size() < MostLinks && staysInside(*path, entry.link))
            m_links.push_back({*path, entry.link});
        else
            skip(entry);
        return {};
    case TarEntry::Type::HardLink: {
        const auto first = pathFor(entry.link);
        if (!first)
            return std::unexpected(first.error());
        // The file it shares came before it: copied, which is the same to a reader.
        const QFileInfo info(*first);
        if (info.isSymLink() || !info.isFile())
            skip(entry);
        else if (QFile::remove(*path); !QFile::copy(*first, *path))
            return refuse(u"LocalFile"_s, *path);
        return {};
    }
    case TarEntry::Type::Other: skip(entry); return {};
    }
    return {};
}

Result<void> Unpacking::beginFile(const TarEntry &entry, const QString &path)
{
    if (auto made = makeFolder(QFileInfo(path).path()); !made)
        return made;
    if (QFileInfo(path).isSymLink())
        QFile::remove(path); // the link itself, not what it leads to
    m_file = std::make_unique<QFile>(path);
    m_entry = entry;
    if (m_file->open(QIODevice::WriteOnly | QIODevice::Truncate))
        return {};
    const QString why = path + u": "_s + m_file->errorString();
    m_file.reset();
    return refuse(u"LocalFile"_s, why);
}

/// Whether what a link leads to is below the copied folder, as far as names tell.
bool Unpacking::staysInside(const QString &linkPath, const QByteArray &target) const
{
    if (target.isEmpty() || target.startsWith('/') || target.contains('\0'))
        return false;
    const auto from = QFileInfo(linkPath).path();
    const auto to = QDir::cleanPath(from + u'/' + QString::fromUtf8(target));
    const QString top = m_root + u'/' + m_name;
    return to == top || to.startsWith(top + u'/');
}

Result<void> Unpacking::finish()
{
    if (m_file || !m_reader.isOver()) {
        abandon();
        return refuse(u"Truncated"_s, {});
    }
    for (const auto &[path, target] : m_links) {
        if (auto made = makeFolder(QFileInfo(path).path()); !made) {
            skip({.path = path.toUtf8()}); // its folder is a link by now
            continue;
        }
        if (QFileInfo(path).isSymLink())
            QFile::remove(path);
        if (!QFile::link(QString::fromUtf8(target), path))
            skip({.path = path.toUtf8()});
    }
    return {};
}

} // namespace kube
