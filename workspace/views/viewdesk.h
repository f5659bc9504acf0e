// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/views/savedviews.h"

#include <QObject>

namespace workspace {

class AskPanel;
class ClusterSet;
class Look;
class MainWindow;

/// The commands that save, recall and delete views.
class ViewDesk final : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the desk.
    ViewDesk(MainWindow &window, ClusterSet &clusters, YardDocument &document,
             Preferences &preferences, Session &session, Look &look);

private:
    void addCommands();
    void askSave();
    QString save(const QString &name);
    void show(const QString &name);
    void remove(const QString &name);

    MainWindow &m_window;
    ClusterSet &m_clusters;
    YardDocument &m_document;
    Preferences &m_preferences;
    SavedViews m_views;
    AskPanel *m_panel;
    QStringList m_added; ///< commands about one view
};

} // namespace workspace
