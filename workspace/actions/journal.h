// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>

#include <deque>

namespace workspace {

/// One thing that was done to one object, and the kubectl command that would have done it.
struct JournalEntry
{
    QDateTime at = {}; ///< UTC
    QString context = {};
    QString action = {}; ///< "Scale": translated, as it was shown
    QString object = {}; ///< "deployment/web"
    QString nameSpace = {};
    QString apiVersion = {}; ///< with `kind` and `name` it leads back to the object
    QString kind = {};
    QString name = {};
    QString kubectl = {};
    QString problem = {}; ///< why it was not done; empty when it was

    bool operator==(const JournalEntry &) const = default;
};

/// What this person did to their clusters, oldest first and at most 10,000, kept in a file that
/// only they can read: a line of JSON each. Holds commands and names, never the content of objects.
/// GUI thread only.
class Journal : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype Most = 10'000;

    using QObject::QObject;

    /// Reads what is kept in `path` and keeps what is added there. A line that cannot be read is
    /// left out. Without a file nothing is kept. Returns a sentence when the file cannot be used.
    QString keepIn(const QString &path);

    void add(const JournalEntry &entry);
    const std::deque<JournalEntry> &entries() const { return m_entries; }

Q_SIGNALS:
    void added(); ///< the last of entries(); older ones may be gone
    void saveFailed(const QString &why);

private:
    void rewrite();
    QString append(const JournalEntry &entry);

    QString m_path;
    std::deque<JournalEntry> m_entries;
};

} // namespace workspace
