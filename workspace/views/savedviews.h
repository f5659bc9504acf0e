// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/camera.h"
#include "workspace/settings/preferences.h"
#include "workspace/yard/yarddocument.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <expected>

namespace workspace {

class Session;

/// What a person had before them, under a name: which objects and collections (with their
/// namespaces) stood where, which were pinned, where the camera was, the context, the theme, and
/// what other features keep in the session, such as the filters of lists and the options of logs.
struct SavedView
{
    QString name = {};
    Krates krates = {}; ///< the active resources; `pinned` is theirs
    CameraView camera = {};
    QString context = {};
    PreferenceValues::ThemeChoice theme = PreferenceValues::ThemeChoice::Dark;
    QJsonObject sections = {}; ///< of the session, by name
};

/// The saved views of one person, in the session's section "views". GUI thread only.
class SavedViews
{
public:
    static constexpr qsizetype Most = 40;
    static constexpr qsizetype LongestName = 80;
    static constexpr qsizetype MostBytes = 128 * 1024; ///< of one view

    /// `session` is borrowed.
    explicit SavedViews(Session &session)
        : m_session(session)
    {
    }

    QStringList names() const; ///< sorted
    /// Saves it, in place of the one of that name; or says why not. What its
    /// `sections` lack is taken from the session as it is.
    std::expected<void, QString> save(SavedView view);
    std::expected<SavedView, QString> load(const QString &name) const;
    void remove(const QString &name);
    /// Puts what others keep in the session back as it was.
    void restoreSections(const SavedView &view);

private:
    Session &m_session;
};

/// Makes the yard show the view's krates as they stood then, as one step that can be undone. Others
/// stay.
void recall(YardDocument &document, const SavedView &view);

} // namespace workspace
