// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/undomanager.h"
#include "workspace/yard/yardtransaction.h"
#include "workspace/yarddoc/yardview.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <set>

namespace workspace {

/// The shared document of a yard: which krates and windows exist and where they stand.
///
/// Views never change records themselves: they make a transaction and follow changed(), which also
/// carries undo, loading and other people's edits. The truth is a crdt::Doc (yardschema.h): an edit
/// writes into it the fields that are different, and the records follow from what the document then
/// says, whoever has written it. Values only, no cluster content. Lives on the GUI thread.
class YardDocument : public QObject
{
    Q_OBJECT

public:
    using Edit = std::function<void(YardTransaction &)>;

    explicit YardDocument(QObject *parent = nullptr);
    ~YardDocument() override;

    /// Which clusters contexts lead to; borrowed. Without it nothing is known of them.
    void setClusterNames(const ClusterNames &names);

    const Krates &krates() const { return std::as_const(m_view).krates(); }
    /// nullptr when there is none; valid until the next transaction.
    const KrateRecord *krate(const QString &id) const;

    /// Runs `edit` and makes all it did one change and one undo step. `label` is for people
    /// ("Move krate"). An edit that changes nothing leaves no trace. Not to be called from within
    /// an edit.
    void transact(const QString &label, const Edit &edit);
    /// The same for what is no krate: `edit` changes the document itself.
    void write(const QString &label, const std::function<void()> &edit);

    /// Holds the document as it is: a person may only look. Edits, undo and upkeep do nothing, and
    /// editRefused() says so; what others write and loading go on. Views ask before they begin.
    void setReadOnly(bool readOnly);
    bool isReadOnly() const { return m_isReadOnly; }
    /// For a view: whether an edit may begin. Says so when it may not.
    bool mayEdit();

    bool canUndo() const;
    bool canRedo() const;
    QString undoLabel() const; ///< empty when there is nothing to undo
    QString redoLabel() const;
    void undo();
    void redo();

    /// Replaces everything, as one change that cannot be undone: in a document that begins anew.
    void reset(const Krates &krates);
    /// The same with a document that has been read, and the contexts that its krates were opened
    /// with. Returns the problems, for people.
    QStringList load(std::unique_ptr<crdt::Doc> doc, std::map<QString, QString> contexts);

    /// What is synced and kept. It is another one after docReplaced().
    crdt::Doc &doc() const { return *m_doc; }
    /// Which context this person opened a krate with: it is theirs and in no document.
    const std::map<QString, QString> &contexts() const { return m_clusters.chosen(); }

    /// How people call the yard, as far as the document says.
    QString name() const;
    void setName(const QString &name);
    /// Where everybody looks: {x, y, zoom}, when somebody has set it.
    std::optional<std::array<double, 3>> sharedCamera() const;
    void setSharedCamera(const std::array<double, 3> &camera);

    /// An id that no other krate or window has, on any machine.
    static QString makeId();
    /// A document as every session begins one: under a client id that nobody had before.
    static std::unique_ptr<crdt::Doc> makeDoc();

Q_SIGNALS:
    void changed(const workspace::YardChange &change);
    void undoChanged(); ///< what can be undone or redone
    void docGoing(); ///< doc() is about to be replaced: the last moment to let go of it
    void docReplaced();
    void readOnlyChanged();
    void editRefused(); ///< since it is read-only
    void contextChosen(const QString &krate, const QString &context);
    /// Something that others wrote is not shown; told once for each kind of it.
    void problemFound(const QString &sentence);

private:
    using Delta = YardTransaction::Delta;
    void adopt(std::unique_ptr<crdt::Doc> doc, std::map<QString, QString> contexts);
    void observe();
    void follow(const std::vector<crdt::Event> &events);
    void perform(YardChange::Origin origin, const std::function<void()> &what);
    void tell(const YardChange &change);
    void writeDelta(const Delta &delta);
    void resolveAgain();
    void lookAfter();
    void noteVersion();
    QStringList newProblems();

    std::unique_ptr<crdt::Doc> m_doc;
    YardClusters m_clusters;
    YardView m_view{m_clusters};
    std::unique_ptr<crdt::UndoManager> m_undo;
    std::optional<YardChange::Origin> m_doing; ///< none: what happens is a peer's
    bool m_isReadOnly = false;
    YardChange m_seen; ///< of what is being done, until it is over
    std::set<schema::Problem> m_told;
};

} // namespace workspace
