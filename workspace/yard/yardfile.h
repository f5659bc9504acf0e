// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/delayedfile.h"
#include "workspace/yard/yarddocument.h"
#include "workspace/yard/yardstorage.h"

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

/// Keeps a document's krates in a file of JSON, which people can read and edit: a yard that belongs
/// to no library.
class YardFile final : public YardStorage
{
    Q_OBJECT

public:
    /// `document` is borrowed and must outlive the file.
    YardFile(YardDocument &document, const QString &path, QObject *parent = nullptr);
    ~YardFile() override; ///< writes what is pending

    QString path() const override { return m_file.path(); }
    QString name() const override { return m_name; }
    void setName(const QString &name) override;
    QStringList load() override;
    void flush() override;
    void setDelay(std::chrono::milliseconds delay) override { m_file.setDelay(delay); }

private:
    YardDocument &m_document;
    DelayedFile m_file;
    QString m_name;
    bool m_unreadable = false;
};

} // namespace workspace
