// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/links/deeplink.h"

#include <QObject>

namespace workspace {

class AskPanel;
class ClusterSet;
class Look;
class MainWindow;
class YardDocument;

/// Opens what links ask for, and makes links to what is shown. A link into a context that is not in
/// use is opened only after its person has agreed.
class LinkDesk final : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the desk.
    LinkDesk(MainWindow &window, ClusterSet &clusters, YardDocument &document, Look &look);

    void open(const QString &link);
    /// The link to the window that a command is about; empty when there is none.
    QString link() const;

private:
    void show(const DeepLink &link);

    MainWindow &m_window;
    ClusterSet &m_clusters;
    YardDocument &m_document;
    AskPanel *m_panel;
};

} // namespace workspace
