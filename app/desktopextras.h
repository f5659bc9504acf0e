// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktoprelay.h"
#include "workspace/comments/commentdesk.h"
#include "workspace/export/exportdesk.h"
#include "workspace/hosting/hostdesk.h"
#include "workspace/links/linkdesk.h"
#include "workspace/notify/notifier.h"
#include "workspace/people/peopledesk.h"
#include "workspace/versions/versiondesk.h"
#include "workspace/views/viewdesk.h"

namespace app {

/// What stands beside the yard: links, notifications, pictures, saved views. Each registers its own
/// commands. All arguments are borrowed and must outlive it.
struct DesktopExtras
{
    DesktopExtras(workspace::MainWindow &window, workspace::ClusterSet &clusters,
                  workspace::YardDocument &document, const workspace::ClusterNames &names,
                  workspace::Preferences &preferences, workspace::Session &session,
                  workspace::Look &look, const workspace::SharingDesk::Parts &shared)
        : links(window, clusters, document, look)
        , watched(clusters, session)
        , notifier(watched, window, document, preferences)
        , exports(window, document, look)
        , comments(window, document, session, look)
        , views(window, clusters, document, preferences, session, look)
        , sharing(shared)
        , people(sharing, window, look)
        , versions(window, document, names, sharing.connection(), look)
        , hosting(window, document, relay, sharing, look)
    {
    }

    workspace::LinkDesk links;
    workspace::WatchList watched;
    workspace::Notifier notifier;
    workspace::ExportDesk exports;
    workspace::CommentDesk comments;
    workspace::ViewDesk views;
    workspace::SharingDesk sharing;
    workspace::PeopleDesk people;
    workspace::VersionDesk versions;
    DesktopRelay relay;
    workspace::HostDesk hosting;
};

} // namespace app
