// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/discoverycache.h"

#include "kube/config/clientconfig.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr quint32 Magic = 0x4b444953; // "KDIS"
constexpr quint32 Version = 1; // of the layout below
constexpr qint64 MostBytes = 16 * 1024 * 1024;
constexpr quint32 MostResources = 50'000;
constexpr int MostFiles = 100;
constexpr auto OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

void write(QDataStream &stream, const ApiResource &resource)
{
    stream << resource.group << resource.version << resource.resource << resource.singular
           << resource.kind << resource.namespaced << resource.shortNames << resource.categories
           << resource.verbs;
}

ApiResource read(QDataStream &stream)
{
    ApiResource resource;
    stream >> resource.group >> resource.version >> resource.resource >> resource.singular
        >> resource.kind >> resource.namespaced >> resource.shortNames >> resource.categories
        >> resource.verbs;
    return resource;
}

} // namespace

DiscoveryCache::DiscoveryCache(const QString &folder, const ClientConfig &config)
    : m_folder(folder)
{
    if (folder.isEmpty())
        return;
    const QStringList who{config.server, config.userName, config.impersonate.user,
                          config.impersonate.groups.join(u',')};
    const auto hash =
        QCryptographicHash::hash(who.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex();
    m_file = folder + u'/' + QString::fromLatin1(hash);
}

std::optional<ApiResources> DiscoveryCache::load() const
{
    QFile file(m_file);
    if (m_file.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > MostBytes)
        return {};
    QDataStream stream(&file);
    stream.setVersion(QDataStream::Qt_6_8);
    quint32 magic = 0;
    quint32 version = 0;
    quint32 count = 0;
    stream >> magic >> version >> count;
    if (magic != Magic || version != Version || count > MostResources)
        return {};
    ApiResources found;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i)
        found.resources.push_back(read(stream));
    if (stream.status() != QDataStream::Ok || found.resources.empty() || !stream.atEnd())
        return {};
    return found;
}

bool DiscoveryCache::store(const ApiResources &resources) const
{
    if (m_file.isEmpty() || !resources.failedGroups.empty())
        return false;
    if (!QDir().exists(m_folder)) {
        if (!QDir().mkpath(m_folder))
            return false;
        QFile::setPermissions(m_folder, OwnerOnly | QFile::ExeOwner);
    }
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(OwnerOnly))
        return false;
    QDataStream stream(&file);
    stream.setVersion(QDataStream::Qt_6_8);
    stream << Magic << Version << quint32(resources.resources.size());
    for (const auto &resource : resources.resources)
        write(stream, resource);
    if (stream.status() != QDataStream::Ok || file.pos() > MostBytes || !file.commit())
        return false;
    prune();
    return true;
}

void DiscoveryCache::prune() const
{
    const auto files = QDir(m_folder).entryInfoList(QDir::Files, QDir::Time); // the newest first
    for (qsizetype i = MostFiles; i < files.size(); ++i)
        QFile::remove(files[i].absoluteFilePath());
}

} // namespace kube
