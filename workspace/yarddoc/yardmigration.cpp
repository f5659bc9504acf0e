// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yarddoc/yardmigration.h"

#include "workspace/yard/yarddocument.h"
#include "workspace/yard/yardfile.h"
#include "workspace/yarddoc/yardcomments.h"
#include "workspace/yarddoc/yardstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::YardLibrary)
};

constexpr qint64 LargestFile = 64 * 1024 * 1024;

YardSql::Content contentOf(const YardDocument &document, const QString &name)
{
    return {.name = name,
            .updates = {YardStore::stateOf(document.doc())},
            .contexts = document.contexts()};
}

/// Those of a krate that is gone get one id, too, which nothing else has: they stay together.
void copyComments(crdt::Doc &from, crdt::Doc &to, std::map<QString, QString> newIds)
{
    int wrong = 0;
    const auto comments = commentsIn(from, wrong);
    to.transact([&] {
        for (auto comment : comments) {
            comment.id = YardDocument::makeId();
            auto &krate = newIds[comment.krate];
            if (krate.isEmpty())
                krate = YardDocument::makeId();
            comment.krate = krate;
            writeComment(to, comment);
        }
    });
}

bool putAside(const QString &file, const QString &suffix)
{
    QString aside = file + suffix;
    for (int n = 2; QFileInfo::exists(aside); ++n)
        aside = file + suffix + QString::number(n);
    return QFile::rename(file, aside);
}

} // namespace

Migration migrated(const QString &json, const QString &path, const QString &name)
{
    const auto shown = QDir::toNativeSeparators(json);
    // The last try came as far as this.
    if (QFileInfo::exists(path))
        return {putAside(json, u".old"_s)};
    QFile file(json);
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestFile)
        return {false, {Tr::tr("The yard's file %1 cannot be read.").arg(shown)}};
    const auto loaded = yardFromJson(file.readAll());
    file.close();
    Migration migration{.problems = loaded.problems};
    if (!loaded.problems.isEmpty())
        migration.problems.append(Tr::tr("The file as it was is kept as %1.")
                                      .arg(QDir::toNativeSeparators(json + u".old"_s)));
    YardDocument document;
    document.reset(loaded.krates);
    const QString unfinished = path + u".new"_s;
    QFile::remove(unfinished);
    {
        YardSql made(unfinished);
        const auto content = contentOf(document, loaded.name.isEmpty() ? name : loaded.name);
        if (const auto done = made.write(content, YardSql::Write::Replace); !done)
            return {false, {Tr::tr("The yard in %1 could not be taken over.").arg(shown)}};
    }
    if (!YardSql::move(unfinished, path))
        return {false, {Tr::tr("The yard in %1 could not be taken over.").arg(shown)}};
    migration.done = putAside(json, u".old"_s);
    return migration;
}

YardSql::Content withNewIds(const YardSql::Content &content)
{
    int broken = 0;
    // Without contexts the krates say the ids of their clusters, which is what the copy gets.
    YardDocument before;
    before.load(YardStore::docOf(content, broken), {});
    Krates krates;
    std::map<QString, QString> contexts;
    std::map<QString, QString> newIds;
    for (auto [id, krate] : before.krates()) {
        krate.id = YardDocument::makeId();
        newIds.emplace(id, krate.id);
        for (auto &window : krate.windows)
            window.id = YardDocument::makeId();
        if (const auto known = content.contexts.find(id); known != content.contexts.end())
            contexts.emplace(krate.id, known->second);
        krates.emplace(krate.id, krate);
    }
    YardDocument copy;
    copy.reset(krates);
    copyComments(before.doc(), copy.doc(), newIds);
    auto made = contentOf(copy, {});
    made.contexts = std::move(contexts);
    return made;
}

} // namespace workspace
