// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/health/healthtext.h"
#include "workspace/window/windowcontent.h"
#include "workspace/yard/records.h"

#include <memory>

namespace workspace {

/// What a krate's header, card and tabs show about its object.
struct KrateStatus
{
    Health health = Health::Unknown;
    QString word = {}; ///< one or two words: "Running", "CrashLoopBackOff", "3 failing"
    QString kind = {}; ///< picks the glyph: "Pod"; unknown kinds get that of custom resources
    QString abbreviation = {}; ///< "po", "deploy"; may be empty
    std::vector<View> views = {}; ///< what the tabs of its windows offer; empty: no tabs
    QString sentence = {}; ///< why its health is so; may be empty
    int comments = 0; ///< that people wrote to it
    bool hasUnread = false; ///< one of them this person has not read
    bool isLocked = false; ///< its person may not read it, which `sentence` explains
    bool isProduction = false; ///< of a context that its person wants to be careful with

    bool operator==(const KrateStatus &) const = default;
};

/// Where the canvas gets what its windows show. Implemented by the shell, which knows the clusters.
///
/// Lives on the GUI thread; answers at once (contents fetch in their own time and say updated()).
class ContentFactory : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// A content for this window, owned by the caller. Never null: a window whose cluster is gone
    /// gets a content that says so. Asked for when the window is first seen close enough to read.
    virtual std::unique_ptr<WindowContent> make(const KrateRecord &krate,
                                                const WindowRecord &window) = 0;
    /// What is known about a krate now. Asked for when a krate appears and after statusChanged().
    virtual KrateStatus status(const KrateRecord &krate) const = 0;

Q_SIGNALS:
    void statusChanged(const QString &krateId);
};

} // namespace workspace
