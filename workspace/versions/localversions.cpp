// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/versions/localversions.h"

#include "workspace/versions/yarddifference.h"
#include "workspace/yard/yarddocument.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

// A file: one line of JSON that says what it is, then the state, compressed.
static const auto Suffix = u".version"_s;
static constexpr qint64 LongestHead = 4096;
static constexpr qint64 LargestFile = 256LL * 1024 * 1024;

template<typename T>
static VersionSource::Answer<T> ready(std::expected<T, QString> answer)
{
    return QtFuture::makeReadyValueFuture(std::move(answer));
}

LocalVersions::LocalVersions(YardDocument &document, const ClusterNames *names,
                             const QString &folder, QObject *parent)
    : VersionSource(parent)
    , m_document(document)
    , m_names(names)
    , m_folder(folder)
{
}

QString LocalVersions::pathOf(const QString &id) const
{
    return m_folder + u'/' + id + Suffix;
}

std::vector<YardVersion> LocalVersions::read() const
{
    std::vector<YardVersion> versions;
    const auto files = QDir(m_folder).entryInfoList({u'*' + Suffix}, QDir::Files);
    for (const auto &info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto head = QJsonDocument::fromJson(file.readLine(LongestHead)).object();
        const auto at = QDateTime::fromString(head["at"_L1].toString(), Qt::ISODateWithMs);
        if (at.isValid())
            versions.push_back({.id = info.completeBaseName(),
                                .name = head["name"_L1].toString().left(LongestName),
                                .at = at.toUTC(),
                                .bytes = head["bytes"_L1].toInteger(),
                                .isAutomatic = head["automatic"_L1].toBool()});
    }
    std::ranges::sort(versions, std::greater(), &YardVersion::at);
    return versions;
}

std::expected<YardVersion, QString> LocalVersions::write(const QString &name, bool isAutomatic)
{
    auto kept = read();
    if (kept.size() >= MostVersions) {
        const auto oldest = std::ranges::find_if(kept.rbegin(), kept.rend(),
                                                 [](const auto &v) { return v.isAutomatic; });
        if (oldest == kept.rend())
            return std::unexpected(tr("%Ln versions are kept, which is all there is room for.",
                                      nullptr, int(MostVersions)));
        QFile::remove(pathOf(oldest->id));
    }
    const auto state = m_document.doc().encodeStateAsUpdate();
    const YardVersion version{.id = YardDocument::makeId(),
                              .name = name.simplified().left(LongestName),
                              .at = QDateTime::currentDateTimeUtc(),
                              .bytes = state.size(),
                              .isAutomatic = isAutomatic};
    const QJsonObject head{{u"name"_s, version.name},
                           {u"at"_s, version.at.toString(Qt::ISODateWithMs)},
                           {u"bytes"_s, version.bytes},
                           {u"automatic"_s, isAutomatic}};
    QDir().mkpath(m_folder);
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(pathOf(version.id));
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return std::unexpected(tr("The version could not be kept: %1").arg(file.errorString()));
    file.write(QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n');
    file.write(qCompress(state));
    if (!file.commit())
        return std::unexpected(tr("The version could not be kept: %1").arg(file.errorString()));
    return version;
}

std::expected<QByteArray, QString> LocalVersions::load(const QString &id) const
{
    QFile file(pathOf(id));
    if (id.contains(u'/') || !file.open(QIODevice::ReadOnly) || file.size() > LargestFile)
        return std::unexpected(tr("This version cannot be read any more."));
    file.readLine(LongestHead);
    const auto state = qUncompress(file.readAll());
    if (state.isEmpty())
        return std::unexpected(tr("This version is damaged."));
    return state;
}

VersionSource::Answer<std::vector<YardVersion>> LocalVersions::list()
{
    return ready<std::vector<YardVersion>>(read());
}

VersionSource::Answer<YardVersion> LocalVersions::keep(const QString &name)
{
    return ready(write(name, false));
}

VersionSource::Answer<QByteArray> LocalVersions::state(const QString &id)
{
    return ready(load(id));
}

VersionSource::Answer<YardVersion> LocalVersions::restore(const QString &id)
{
    const auto state = load(id);
    if (!state)
        return ready<YardVersion>(std::unexpected(state.error()));
    const auto krates = kratesIn(*state, m_names, m_document.contexts());
    if (!krates)
        return ready<YardVersion>(std::unexpected(tr("This version is damaged.")));
    auto before = write(tr("Before an earlier version was brought back"), true);
    if (before)
        bringBack(m_document, *krates);
    return ready(std::move(before));
}

void bringBack(YardDocument &document, const Krates &krates)
{
    document.transact(LocalVersions::tr("Bring back a version"), [&](YardTransaction &edit) {
        QStringList gone;
        for (const auto &[id, krate] : edit.krates()) {
            if (!krates.contains(id))
                gone.append(id);
        }
        for (const auto &id : gone)
            edit.remove(id);
        for (const auto &[id, krate] : krates)
            edit.put(krate);
    });
}

} // namespace workspace
