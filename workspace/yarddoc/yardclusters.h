// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/doc.h"
#include "workspace/yarddoc/clusternames.h"

#include <QHash>
#include <QPointer>

#include <map>

namespace workspace {

/// Between a yard's document, which names clusters by ids, and a person, who knows contexts.
///
/// Where several contexts lead to a cluster, or none does any more, the context that this person
/// opened the krate with is taken: it is remembered by the krate, and is nobody else's business.
/// Ids that belong to one cluster are noted in the document, so that they find each other whose
/// rights or addresses differ.
class YardClusters
{
public:
    /// Borrowed; null: nothing is known of any context.
    void setNames(const ClusterNames *names);
    /// Borrowed, until there is another.
    void setDoc(crdt::Doc &doc);
    /// What was found out may no longer be true.
    void forget() const { m_contexts.clear(); }

    /// What is written for a context, or for an id that stands for an unknown one.
    QString idOf(const QString &cluster) const;
    /// The context that a krate is shown with; the id itself when there is none.
    QString contextOf(const QString &id, const QString &krate) const;

    /// The contexts that krates were opened with, by the krate's id.
    const std::map<QString, QString> &chosen() const { return m_chosen; }
    void setChosen(std::map<QString, QString> chosen) { m_chosen = std::move(chosen); }
    /// Whether that is news.
    bool choose(const QString &krate, const QString &context);

    /// Writes down that the ids of this context are of one cluster. Within a transaction.
    void note(const QString &context);

private:
    QStringList contextsFor(const QString &id) const;
    QStringList sameAs(const QString &id) const;

    QPointer<const ClusterNames> m_names;
    crdt::Doc *m_doc = nullptr;
    std::map<QString, QString> m_chosen;
    mutable QHash<QString, QStringList> m_contexts; ///< by id
};

} // namespace workspace
