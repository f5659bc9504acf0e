// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yards/yardlibrary.h"

#include "workspace/yard/yarddocument.h"
#include "workspace/yarddoc/yardmigration.h"
#include "workspace/yarddoc/yardsql.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int DaysKept = 30;

static std::unique_ptr<QLockFile> lockFor(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(QString(path + u".lock"_s));
    lock->setStaleLockTime(0); // only of a program that is gone
    return lock;
}

static YardLibrary::Answer<void> answerOf(const YardSql::Result<void> &done)
{
    if (done)
        return {};
    return std::unexpected(YardLibrary::tr("The yard could not be saved: %1. Make room or make its "
                                           "folder writable.")
                               .arg(done.error().text));
}

YardLibrary::YardLibrary(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
{
}

YardLibrary::~YardLibrary() = default;

QString YardLibrary::path(const QString &id) const
{
    return QDir(m_folder).filePath(id + YardSql::Suffix);
}

QString YardLibrary::removedPath(const QString &id) const
{
    return QDir(m_folder).filePath(id + u".deleted"_s);
}

QStringList YardLibrary::load(const QString &before, const QString &name)
{
    QDir().mkpath(m_folder);
    clearOld();
    QStringList problems;
    QString taken;
    if (QFileInfo::exists(before)) {
        taken = YardDocument::makeId();
        if (!QFile::rename(before, oldPath(taken)))
            problems.append(tr("The yard in %1 could not be taken over.")
                                .arg(QDir::toNativeSeparators(before)));
    }
    problems += takeOver(taken, name);
    return problems + read();
}

QString YardLibrary::oldPath(const QString &id) const
{
    return QDir(m_folder).filePath(id + u".json"_s);
}

/// Reads the files of a version that wrote JSON, and keeps them as "….old". `unnamed` is the yard
/// that gets this name.
QStringList YardLibrary::takeOver(const QString &unnamed, const QString &name)
{
    QStringList problems;
    const auto files = QDir(m_folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const auto &file : files) {
        const auto id = file.completeBaseName();
        const auto lock = lockFor(file.filePath());
        if (!lock->tryLock(0))
            continue; // that version has it open
        problems += migrated(file.filePath(), path(id), id == unnamed ? name : QString()).problems;
    }
    return problems;
}

QStringList YardLibrary::read()
{
    m_yards.clear();
    QStringList problems;
    const auto files =
        QDir(m_folder).entryInfoList({u'*' + YardSql::Suffix}, QDir::Files, QDir::Name);
    for (const auto &file : files) {
        // One that is damaged is explained when it is opened.
        auto name = YardSql(file.filePath()).name().value_or(QString()).left(LongestName);
        if (name.isEmpty())
            name = tr("Yard");
        insert({file.completeBaseName(), freeName(name)});
    }
    return problems;
}

/// What was deleted long ago goes.
void YardLibrary::clearOld() const
{
    const auto limit = QDateTime::currentDateTime().addDays(-DaysKept);
    const auto files = QDir(m_folder).entryInfoList({u"*.deleted"_s}, QDir::Files);
    for (const auto &file : files) {
        if (file.lastModified() < limit)
            QFile::remove(file.filePath());
    }
}

const YardEntry *YardLibrary::find(const QString &id) const
{
    const auto found = std::ranges::find(m_yards, id, &YardEntry::id);
    return found == m_yards.end() ? nullptr : &*found;
}

void YardLibrary::insert(const YardEntry &entry)
{
    m_yards.push_back(entry);
    std::ranges::stable_sort(m_yards, [](const YardEntry &a, const YardEntry &b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
}

YardLibrary::Answer<QString> YardLibrary::checked(const QString &name, const QString &except) const
{
    const auto wanted = name.simplified();
    if (wanted.isEmpty())
        return std::unexpected(tr("A yard needs a name."));
    if (wanted.size() > LongestName)
        return std::unexpected(
            tr("A yard's name has at most %n characters.", nullptr, int(LongestName)));
    const bool used = std::ranges::any_of(m_yards, [&](const YardEntry &yard) {
        return yard.id != except && yard.name.compare(wanted, Qt::CaseInsensitive) == 0;
    });
    if (used)
        return std::unexpected(
            tr("There is a yard “%1” already. Choose another name.").arg(wanted));
    return wanted;
}

QString YardLibrary::freeName(const QString &name) const
{
    const auto base = name.simplified().left(LongestName - 5);
    if (checked(base))
        return base;
    for (int n = 2;; ++n) {
        const QString numbered = base + u' ' + QString::number(n);
        if (checked(numbered))
            return numbered;
    }
}

YardLibrary::Answer<QString> YardLibrary::create(const QString &name)
{
    const auto wanted = checked(name);
    if (!wanted)
        return wanted;
    QDir().mkpath(m_folder);
    const auto id = YardDocument::makeId();
    const auto done = answerOf(YardSql(path(id)).write({.name = *wanted}, YardSql::Write::Append));
    if (!done)
        return std::unexpected(done.error());
    insert({id, *wanted});
    Q_EMIT changed();
    return id;
}

YardLibrary::Answer<QString> YardLibrary::duplicate(const QString &id, const QString &name)
{
    const auto wanted = checked(name);
    if (!wanted)
        return wanted;
    auto content = YardSql(path(id)).read();
    if (!content)
        return std::unexpected(tr("The yard's file %1 cannot be read: %2.")
                                   .arg(QDir::toNativeSeparators(path(id)), content.error().text));
    const auto copy = YardDocument::makeId();
    auto copied = withNewIds(*content);
    copied.name = *wanted;
    const auto done = answerOf(YardSql(path(copy)).write(copied, YardSql::Write::Append));
    if (!done)
        return std::unexpected(done.error());
    insert({copy, *wanted});
    Q_EMIT changed();
    return copy;
}

YardLibrary::Answer<void> YardLibrary::rename(const QString &id, const QString &name)
{
    const auto wanted = checked(name, id);
    const auto found = std::ranges::find(m_yards, id, &YardEntry::id);
    if (!wanted)
        return std::unexpected(wanted.error());
    if (found == m_yards.end())
        return std::unexpected(tr("There is no such yard any more."));
    if (!isFree(id))
        return std::unexpected(
            tr("The yard “%1” is open in another Krateyard. Rename it there.").arg(found->name));
    const auto done = answerOf(YardSql(path(id)).write({.name = *wanted}, YardSql::Write::Append));
    if (!done)
        return done;
    m_yards.erase(found);
    insert({id, *wanted});
    Q_EMIT changed();
    return {};
}

YardLibrary::Answer<void> YardLibrary::remove(const QString &id)
{
    const auto found = std::ranges::find(m_yards, id, &YardEntry::id);
    if (found == m_yards.end())
        return std::unexpected(tr("There is no such yard any more."));
    if (!isFree(id))
        return std::unexpected(
            tr("The yard “%1” is open in another Krateyard. Close it there first.")
                .arg(found->name));
    QFile::remove(removedPath(id));
    // A log that a crash left behind goes into the file: it is then one again.
    static_cast<void>(YardSql(path(id)).name());
    if (!YardSql::move(path(id), removedPath(id)))
        return std::unexpected(tr("The yard “%1” could not be deleted: its folder may not be "
                                  "writable.")
                                   .arg(found->name));
    if (QFile touched(removedPath(id)); touched.open(QIODevice::ReadWrite))
        touched.setFileTime(QDateTime::currentDateTime(), QFileDevice::FileModificationTime);
    m_yards.erase(found);
    Q_EMIT changed();
    return {};
}

YardLibrary::Answer<void> YardLibrary::restore(const QString &id)
{
    if (find(id) || !QFileInfo::exists(removedPath(id))
        || !YardSql::move(removedPath(id), path(id)))
        return std::unexpected(tr("The yard could not be brought back: its file is gone or its "
                                  "folder may not be writable."));
    const auto name = YardSql(path(id)).name().value_or(QString()).left(LongestName);
    insert({id, freeName(name.isEmpty() ? tr("Yard") : name)});
    Q_EMIT changed();
    return {};
}

bool YardLibrary::isFree(const QString &id) const
{
    return id == m_taken || lockFor(path(id))->tryLock(0);
}

bool YardLibrary::take(const QString &id)
{
    if (id == m_taken)
        return true;
    auto lock = lockFor(path(id));
    if (!lock->tryLock(0))
        return false;
    m_lock = std::move(lock); // the one before is let go
    m_taken = id;
    return true;
}

} // namespace workspace
