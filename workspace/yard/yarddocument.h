// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/records.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <map>

namespace workspace {

/// The krates of a yard, by id. Sorted by id: the order is the same on every machine.
using Krates = std::map<QString, KrateRecord>;

/// What one transaction changed. No id appears twice.
struct YardChange
{
    enum class Origin { Edit, Undo, Load, Remote };

    Origin origin = Origin::Edit;
    QStringList added = {};
    QStringList updated = {};
    QStringList removed = {};

    bool isEmpty() const { return added.isEmpty() && updated.isEmpty() && removed.isEmpty(); }
};

/// The hand that changes records; exists only while YardDocument::transact() runs.
class YardTransaction
{
public:
    explicit YardTransaction(const Krates &base);

    const Krates &krates() const { return m_krates; }
    /// The record to change in place; nullptr when there is none.
    KrateRecord *edit(const QString &id);
    /// Adds a krate or replaces the one with its id.
    void put(const KrateRecord &krate);
    void remove(const QString &id);
    /// A number above every krate's `seq`: who gets it is nearest to the viewer.
    quint64 nextSeq() const;

private:
    Krates m_krates;
};

/// The shared document of a yard: which krates and windows exist and where they stand.
///
/// Views never change records themselves: they make a transaction and follow changed(), which also
/// carries undo, loading and (with a shared document) other people's edits. Values only, no cluster
/// content. Lives on the GUI thread.
class YardDocument : public QObject
{
    Q_OBJECT

public:
    using Edit = std::function<void(YardTransaction &)>;

    explicit YardDocument(QObject *parent = nullptr);

    const Krates &krates() const { return m_krates; }
    /// nullptr when there is none; valid until the next transaction.
    const KrateRecord *krate(const QString &id) const;

    /// Runs `edit` and makes all it did one change and one undo step. `label` is for people
    /// ("Move krate"). An edit that changes nothing leaves no trace. Not to be called from within
    /// an edit.
    void transact(const QString &label, const Edit &edit);

    bool canUndo() const { return !m_undo.empty(); }
    bool canRedo() const { return !m_redo.empty(); }
    QString undoLabel() const; ///< empty when there is nothing to undo
    QString redoLabel() const;
    void undo();
    void redo();

    /// Replaces everything, as one change that cannot be undone.
    void reset(const Krates &krates);

    /// An id that no other krate or window has, on any machine.
    static QString makeId();

Q_SIGNALS:
    void changed(const workspace::YardChange &change);
    void undoChanged(); ///< what can be undone or redone

private:
    /// One krate before and after a step; no record: it did not exist.
    struct Delta
    {
        QString id = {};
        std::optional<KrateRecord> before = {};
        std::optional<KrateRecord> after = {};
    };
    struct Step
    {
        QString label = {};
        std::vector<Delta> deltas = {};
    };

    static std::vector<Delta> difference(const Krates &before, const Krates &after);
    enum class Direction { Forth, Back };
    void apply(const std::vector<Delta> &deltas, Direction direction, YardChange::Origin origin);

    Krates m_krates;
    std::vector<Step> m_undo;
    std::vector<Step> m_redo;
};

} // namespace workspace

Q_DECLARE_METATYPE(workspace::YardChange)
