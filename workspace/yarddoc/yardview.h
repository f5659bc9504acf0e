// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/yardchange.h"
#include "workspace/yarddoc/yardclusters.h"
#include "workspace/yarddoc/yardschema.h"

#include <QHash>
#include <QSet>

namespace workspace {

/// The krates that a yard's document says and that can be shown, as records with this person's
/// context names. Reads single krates anew when it is told that they have changed.
class YardView
{
public:
    explicit YardView(const YardClusters &clusters);

    /// Borrowed; what was read from another stays until it is read anew.
    void setDoc(crdt::Doc &doc) { m_doc = &doc; }

    const Krates &krates() const { return m_krates; }
    /// For an edit, which changes them in place and puts them back as they were.
    Krates &krates() { return m_krates; }
    /// Whether the document has an entry of that id which is not shown.
    bool isHidden(const QString &id) const { return m_hidden.contains(id); }

    /// Reads these krates anew and notes in `change` what is different. One that is about
    /// something else than before is gone for now, and waits in takeReborn() to be read once more:
    /// who follows a krate need not expect that its object changes.
    void read(const QStringList &ids, YardChange &change);
    /// The same with all that there are and were.
    void readAll(YardChange &change);
    QStringList takeReborn() { return std::exchange(m_reborn, {}); }
    /// What was met since this was asked last.
    schema::Problems takeProblems() { return std::exchange(m_problems, {}); }

private:
    std::optional<KrateRecord> readOne(const crdt::YMap &krates, const QString &id);
    void hide(const QString &id, schema::Problem problem);
    void keepApart(KrateRecord &krate);
    void letWindowsGo(const QString &id);
    void take(const crdt::YMap &krates, const QString &id, YardChange &change);

    const YardClusters &m_clusters;
    crdt::Doc *m_doc = nullptr;
    Krates m_krates;
    QSet<QString> m_hidden;
    QHash<QString, QString> m_windows; ///< the krate of each window: no two share an id
    QSet<QString> m_wanting; ///< krates with a window that another one has
    QHash<QString, int> m_wrongWindows; ///< how many were told of a krate
    QStringList m_reborn;
    schema::Problems m_problems;
};

} // namespace workspace
