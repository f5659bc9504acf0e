// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <expected>
#include <memory>
#include <vector>

class QLockFile;

namespace workspace {

/// A yard that a person has: how its file and how people call it.
struct YardEntry
{
    QString id = {}; ///< never changes; "my-yard-3f2a…"
    QString name = {}; ///< unique, whatever its case

    bool operator==(const YardEntry &) const = default;
};

/// The yards of one person: a folder with a file each (YardSql), which holds the yard's name, too;
/// those of a version that wrote JSON are taken over. A yard that is open in another program is
/// left alone. Lives on the GUI thread; every call reads or writes small files at once.
class YardLibrary final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype LongestName = 80;
    template<typename T>
    using Answer = std::expected<T, QString>; ///< or one sentence that says why not

    explicit YardLibrary(const QString &folder, QObject *parent = nullptr);
    ~YardLibrary() override;

    /// Reads the folder. `before` is the file of a version that knew one yard only: it is moved
    /// here when there is one, and called `name`. Returns problems, for people.
    QStringList load(const QString &before, const QString &name);

    const std::vector<YardEntry> &yards() const { return m_yards; } ///< by name
    const YardEntry *find(const QString &id) const; ///< null when there is none
    QString path(const QString &id) const;
    /// `name` as it would be taken, or why it cannot be: empty, too long, or another yard's.
    Answer<QString> checked(const QString &name, const QString &except = {}) const;
    /// `name`, or with the lowest number behind it that makes it unique.
    QString freeName(const QString &name) const;

    Answer<QString> create(const QString &name); ///< the new one's id
    Answer<QString> duplicate(const QString &id, const QString &name);
    Answer<void> rename(const QString &id, const QString &name);
    /// Puts the file aside for 30 days, within which restore() brings it back.
    Answer<void> remove(const QString &id);
    Answer<void> restore(const QString &id);

    /// Keeps the yard for this program until another is taken. False: another program has it.
    bool take(const QString &id);
    QString taken() const { return m_taken; }

Q_SIGNALS:
    void changed();

private:
    void insert(const YardEntry &entry);
    bool isFree(const QString &id) const;
    QStringList takeOver(const QString &unnamed, const QString &name);
    QStringList read();
    QString oldPath(const QString &id) const;
    void clearOld() const;
    QString removedPath(const QString &id) const;

    QString m_folder;
    std::vector<YardEntry> m_yards;
    QString m_taken;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace workspace
