// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/versions/versionsource.h"
#include "workspace/yard/yardchange.h"

namespace workspace {

class ClusterNames;
class YardDocument;

/// Those of a yard that is shared with nobody: a folder with a file each, for this person's eyes
/// alone. Bringing one back is a step of undo; comments stay as they are.
class LocalVersions final : public VersionSource
{
    Q_OBJECT

public:
    static constexpr size_t MostVersions = 200; ///< the oldest automatic one gives way

    /// `document` and `names` are borrowed and must outlive it; `names` may be null. The folder is
    /// made when the first version is kept.
    LocalVersions(YardDocument &document, const ClusterNames *names, const QString &folder,
                  QObject *parent = nullptr);

    Answer<std::vector<YardVersion>> list() override;
    Answer<YardVersion> keep(const QString &name) override;
    Answer<QByteArray> state(const QString &id) override;
    Answer<YardVersion> restore(const QString &id) override;

private:
    std::vector<YardVersion> read() const;
    std::expected<YardVersion, QString> write(const QString &name, bool isAutomatic);
    std::expected<QByteArray, QString> load(const QString &id) const;
    QString pathOf(const QString &id) const;

    YardDocument &m_document;
    const ClusterNames *m_names;
    QString m_folder;
};

/// Makes the yard's krates those, in one step of undo.
void bringBack(YardDocument &document, const Krates &krates);

} // namespace workspace
