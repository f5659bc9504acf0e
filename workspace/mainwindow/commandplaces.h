// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/actions/actioncenter.h"
#include "workspace/commands/commandplace.h"
#include "workspace/commands/windowkeys.h"

namespace workspace {

class ClusterSet;
class DetachedWindows;
class YardCanvas;
class YardDocument;

/// What commands are about, and what stands there: where the keys are, or where they were when
/// Spotlight opened, while what was chosen in it runs. GUI thread only.
class CommandPlaces final
{
public:
    /// All are borrowed and must outlive it.
    CommandPlaces(const YardCanvas &canvas, const YardDocument &document,
                  const DetachedWindows &detached, const ClusterSet &clusters);

    /// Remembers where the keys are, for Spotlight takes them.
    void remember();
    const CommandPlace &remembered() const { return m_remembered; }
    /// As long as it lives, commands are about the remembered place.
    class Remembered
    {
    public:
        explicit Remembered(CommandPlaces &places);
        ~Remembered();
        Q_DISABLE_COPY_MOVE(Remembered)

    private:
        CommandPlaces &m_places;
        const bool m_before;
    };

    CommandPlace place() const;
    const KrateRecord *krate() const; ///< that of the place; null: none
    FocusedWindow window() const; ///< likewise
    QString context() const; ///< its krate's, else the current one
    ActionSubject subject() const { return subjectAt(place()); }

    /// The objects that are picked in a window, or else the krate's own.
    ActionSubject subjectAt(const CommandPlace &place) const;
    /// What shows in a terminal what this window shows; without a window, the krate's first view.
    QString kubectlAt(const CommandPlace &place) const;

private:
    const YardCanvas &m_canvas;
    const YardDocument &m_document;
    const DetachedWindows &m_detached;
    const ClusterSet &m_clusters;
    CommandPlace m_remembered;
    bool m_isRemembered = false; ///< commands are about that one
};

} // namespace workspace
