// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/delayedfile.h"
#include "workspace/yard/yarddocument.h"

#include <QStringList>

namespace workspace {

/// A yard as it was read: what could be used, and what was kept out and why, for people.
struct LoadedYard
{
    QString name = {}; ///< empty: it has none yet
    Krates krates = {};
    QStringList problems = {};
};

/// The yard as versioned JSON: `version`, `name`, `krates`.
QByteArray toJson(const Krates &krates, const QString &name = {});
/// Reads what toJson() wrote. Entries that make no sense are kept out and named in `problems`;
/// sizes and positions out of range are put right.
LoadedYard yardFromJson(const QByteArray &json);

/// Keeps a document in a file: loads it, and writes every change a moment later.
class YardFile : public QObject
{
    Q_OBJECT

public:
    /// `document` is borrowed and must outlive the file.
    YardFile(YardDocument &document, const QString &path, QObject *parent = nullptr);
    ~YardFile() override; ///< writes what is pending

    QString path() const { return m_file.path(); }
    /// How people call the yard; is written with it.
    QString name() const { return m_name; }
    void setName(const QString &name);

    /// Fills the document from the file; a missing file is an empty yard. Returns the problems, for
    /// people; a file that cannot be used at all is put aside as "….broken", never overwritten.
    /// One that cannot even be read is left alone, and nothing is saved.
    QStringList load();
    /// Writes now if something is pending.
    void flush();
    /// How long changes are gathered before they are written; 500 ms at first.
    void setDelay(std::chrono::milliseconds delay) { m_file.setDelay(delay); }

Q_SIGNALS:
    void saved();
    void saveFailed(const QString &reason); ///< one sentence; tried again with the next change

private:
    YardDocument &m_document;
    DelayedFile m_file;
    QString m_name;
    bool m_unreadable = false;
};

} // namespace workspace
