// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/undomanager.h"

#include "collab/crdt/engine/redo.h"

#include <QElapsedTimer>
#include <QPointer>

#include <algorithm>

namespace crdt {

class UndoManager::Private
{
public:
    enum class Doing { Nothing, Undo, Redo };

    Private(UndoManager &manager, Doc &doc, std::vector<SharedType> scope, const Options &given)
        : q(manager)
        , replica(doc.replica())
        , options(given)
    {
        for (const auto &type : scope)
            types.push_back(type.index());
        watcher = replica.watch([this](const Transaction &transaction) { take(transaction); });
    }
    ~Private() { replica.unwatch(watcher); }

    std::vector<UndoStep> &stack(Doing what) { return what == Doing::Undo ? undoStack : redoStack; }

    bool changesScope(const Transaction &transaction) const
    {
        Nesting scope(replica.store(), types);
        return std::ranges::any_of(transaction.changes, [&](const Transaction::Change &change) {
            return scope.depthOf(change.type).has_value();
        });
    }

    bool isTracked(const Transaction &transaction) const
    {
        if (transaction.origin == &q)
            return true; // an undo, which a redo takes back
        return transaction.local
            && std::ranges::contains(options.trackedOrigins, transaction.origin);
    }

    void take(const Transaction &transaction)
    {
        if (!isTracked(transaction) || !changesScope(transaction))
            return;
        UndoStep step{.deletions = transaction.deleted};
        for (const auto &advance : transaction.advances)
            step.insertions.add(replica.store().client(advance.client).id,
                                {advance.before, advance.after - advance.before});
        auto &target = stack(doing == Doing::Undo ? Doing::Redo : Doing::Undo);
        if (doing == Doing::Nothing)
            forget(redoStack);
        if (joins(target)) {
            auto &last = target.back();
            last.insertions.add(step.insertions);
            last.insertions.normalise();
            last.deletions.add(step.deletions);
            last.deletions.normalise();
        } else {
            step.note = doing == Doing::Nothing ? QString() : note;
            target.push_back(std::move(step));
            forgetOldest(target);
        }
        capturing = doing == Doing::Nothing;
        if (capturing)
            sinceChange.start();
        keep(transaction.deleted, true);
        if (doing == Doing::Nothing)
            Q_EMIT q.changed();
    }

    bool joins(const std::vector<UndoStep> &target) const
    {
        return doing == Doing::Nothing && capturing && !target.empty()
            && sinceChange.durationElapsed() < options.captureTimeout;
    }

    void keep(const DeleteSet &deletions, bool keeps)
    {
        const auto set = [&] {
            Nesting scope(replica.store(), types);
            replica.forEachStruct(deletions, [&](Ref ref) {
                const auto &item = replica.store().at(ref);
                if (item.isItem() && scope.holds(item))
                    replica.keepItem(ref, keeps);
            });
        };
        replica.transact(set, &q);
    }

    void forget(std::vector<UndoStep> &steps)
    {
        for (const auto &step : steps)
            keep(step.deletions, false);
        steps.clear();
    }

    void forgetOldest(std::vector<UndoStep> &steps)
    {
        if (steps.size() <= options.depth)
            return;
        keep(steps.front().deletions, false);
        steps.erase(steps.begin());
    }

    bool pop(Doing what)
    {
        if (replica.isBusy())
            return false; // from within an edit, or an observer
        const QPointer<UndoManager> alive(&q);
        auto &steps = stack(what);
        doing = what;
        bool done = false;
        replica.transact(
            [&] {
                while (!steps.empty() && !done) {
                    const auto step = std::move(steps.back());
                    steps.pop_back();
                    note = step.note;
                    done = revert(replica, step, *this);
                }
            },
            &q);
        if (!alive)
            return done; // an observer ended it
        doing = Doing::Nothing;
        capturing = false;
        Q_EMIT q.changed();
        return done;
    }

    UndoManager &q;
    Replica &replica;
    Options options;
    std::vector<quint32> types;
    std::vector<UndoStep> undoStack;
    std::vector<UndoStep> redoStack;
    QString note; ///< of the step that is being taken back
    Doing doing = Doing::Nothing;
    bool capturing = false;
    QElapsedTimer sinceChange;
    int watcher = 0;

private:
    static bool revert(Replica &replica, const UndoStep &step, const Private &manager)
    {
        Nesting scope(replica.store(), manager.types);
        return Reverter(replica, step,
                        {.scope = scope,
                         .undoSteps = manager.undoStack,
                         .redoSteps = manager.redoStack,
                         .ignoreRemoteMapChanges = manager.options.ignoreRemoteMapChanges})
            .run();
    }
};

UndoManager::UndoManager(Doc &doc, std::vector<SharedType> scope, const Options &options)
    : d(std::make_unique<Private>(*this, doc, std::move(scope), options))
{
}

UndoManager::~UndoManager() = default;

bool UndoManager::canUndo() const
{
    return !d->undoStack.empty();
}

bool UndoManager::canRedo() const
{
    return !d->redoStack.empty();
}

size_t UndoManager::undoSteps() const
{
    return d->undoStack.size();
}

size_t UndoManager::redoSteps() const
{
    return d->redoStack.size();
}

bool UndoManager::undo()
{
    return d->pop(Private::Doing::Undo);
}

bool UndoManager::redo()
{
    return d->pop(Private::Doing::Redo);
}

void UndoManager::clear()
{
    d->forget(d->undoStack);
    d->forget(d->redoStack);
    d->capturing = false;
    Q_EMIT changed();
}

void UndoManager::stopCapturing()
{
    d->capturing = false;
}

void UndoManager::setLastNote(const QString &note)
{
    if (canUndo())
        d->undoStack.back().note = note;
}

QString UndoManager::undoNote() const
{
    return canUndo() ? d->undoStack.back().note : QString();
}

QString UndoManager::redoNote() const
{
    return canRedo() ? d->redoStack.back().note : QString();
}

} // namespace crdt
