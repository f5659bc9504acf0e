// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/democluster.h"
#include "app/desktop.h"
#include "app/desktopoptions.h"
#include "app/singleinstance.h"
#include "app/translations.h"
#include "workspace/report/recentlog.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace app {

/// The desktop from start to end: sees to it that there is one, opens it on the person's clusters
/// or on the demo, and opens it anew when one is left for the other.
class Program final : public QObject
{
    Q_OBJECT

public:
    explicit Program(const DesktopOptions &options);
    ~Program() override;

    /// `arguments` without the program's name. Ends the application when another has taken them.
    void start(const QStringList &arguments);

private:
    void open();
    void openUsual();
    void openDemo();
    void show(const Desktop::Setup &setup);
    void reopen(bool inDemo);
    void take(const QStringList &arguments, const QString &folder);

    workspace::RecentLog m_log;
    const DesktopOptions m_first;
    DesktopOptions m_options; ///< what is still to be opened
    std::vector<std::pair<DesktopOptions, QString>> m_waiting; ///< of other starts, with folders
    QTemporaryDir m_scratch; ///< of pictures
    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<DemoCluster> m_demo;
    std::unique_ptr<Desktop> m_desktop;
    workspace::YardCanvas::Drafts m_drafts; ///< from one desktop to the next on the same yards
};

} // namespace app
