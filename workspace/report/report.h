// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace workspace {

class ClusterSet;
class Session;
class YardDocument;
struct PreferenceValues;

/// What a report is made of. All are borrowed.
struct ReportSources
{
    const PreferenceValues &preferences;
    const Session &session;
    const YardDocument &document;
    const ClusterSet &clusters;
    QStringList log = {}; ///< redacted lines, oldest first
    QStringList screens = {}; ///< "1920x1080 at 2"
    QString platform = {}; ///< of the window system: "wayland"
};

/// One text about this program and the machine that a person can send to strangers: versions,
/// platform, preferences, how much there is of what, the state of clusters, the log's last lines.
/// No names of clusters, contexts, namespaces or objects; nothing that a cluster answered but its
/// version; of the session only how large its sections are. In English: developers read it.
QString reportText(const ReportSources &sources);

} // namespace workspace
