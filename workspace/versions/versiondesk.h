// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/versions/versionsource.h"

#include <memory>

namespace workspace {

class AskPanel;
class ClusterNames;
class Look;
class MainWindow;
class VersionPanel;
class YardConnection;
class YardDocument;
struct YardDifference;

/// The version history of the open yard: of one that is shared, the relay's; of one that is not,
/// this person's own. GUI thread only.
class VersionDesk final : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the desk.
    VersionDesk(MainWindow &window, YardDocument &document, const ClusterNames &names,
                const YardConnection &connection, Look &look);
    ~VersionDesk() override;

    /// Where versions of the yard go while it is not shared; empty: there are none.
    void setLocalFolder(const QString &folder);

    void open();
    void askName();
    VersionPanel *panel() const { return m_panel; } ///< null: it was never wanted
    VersionSource *source() const { return m_source.get(); } ///< null: there is none

private:
    void addCommands();
    void chooseSource();
    void ready();
    void askRestore(const YardVersion &version, const YardDifference &difference);
    void restore(const YardVersion &version);

    MainWindow &m_window;
    YardDocument &m_document;
    const ClusterNames &m_names;
    const YardConnection &m_connection;
    Look &m_look;
    QString m_folder;
    std::unique_ptr<VersionSource> m_source;
    VersionPanel *m_panel = nullptr; ///< the canvas's; made when first wanted
    AskPanel *m_ask = nullptr; ///< likewise
};

} // namespace workspace
