// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/doc.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace crdt {

class Doc;

/// Takes back what this replica's person did, and leaves what others did.
///
/// Notes each transaction of a tracked origin that changes a type of the scope, and keeps what it
/// deleted from being forgotten. Steps are in memory only. On the document's thread.
class UndoManager : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        std::vector<Origin> trackedOrigins = {nullptr};
        /// Transactions that follow each other faster than this are one step; 0: never.
        std::chrono::milliseconds captureTimeout = std::chrono::milliseconds(500);
        /// A key goes back to its old value even when somebody else has set it since.
        bool ignoreRemoteMapChanges = false;
        size_t depth = 200; ///< older steps are forgotten
    };

    /// `doc` is borrowed and must outlive the manager. Types that lie in those of `scope` belong to
    /// it.
    UndoManager(Doc &doc, std::vector<SharedType> scope, const Options &options);
    ~UndoManager() override;

    bool canUndo() const;
    bool canRedo() const;
    size_t undoSteps() const;
    size_t redoSteps() const;

    /// Takes back the last step that still changes something. False: there was none, or a
    /// transaction is running or being told.
    bool undo();
    bool redo();
    void clear(); ///< forgets all steps
    /// The next transaction begins a step of its own.
    void stopCapturing();

    /// What belongs to a step for its user, for example a label; kept with it from undo to redo.
    void setLastNote(const QString &note); ///< of the step on top of the undo stack
    QString undoNote() const; ///< empty without a step
    QString redoNote() const;

Q_SIGNALS:
    void changed(); ///< what can be undone or redone

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace crdt
