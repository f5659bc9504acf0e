// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/history/history.h"
#include "kube/streams/logkeeper.h"
#include "workspace/mainwindow/contentrequests.h"
#include "workspace/mainwindow/manifestmaker.h"
#include "workspace/mainwindow/relationbook.h"
#include "workspace/yaml/yamlhighlighting.h"

#include <memory>
#include <optional>

namespace kube {
struct ApiResource;
class Cluster;
struct LogSubject;
} // namespace kube

namespace workspace {

class DeferredContent;
class Journal;
class LogFeed;
class Look;
class ObjectWatch;
class Session;
class ShellDesk;
class TimeLink;

/// Makes the views of one object. `content` is what it fills; the cluster must outlive what it is
/// filled with.
class ObjectMaker final : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the maker.
    ObjectMaker(RelationBook &relations, Session &session, Journal &journal,
                ContentRequests &requests, TimeLink &timeLink, ShellDesk &shells, Look &look);

    void fill(DeferredContent &content, const KrateRecord &krate, View view,
              kube::Cluster &cluster);
    YamlHighlighting &highlighting() { return m_highlighting; }
    ManifestMaker &manifests() { return m_manifests; }

private:
    struct Place
    {
        DeferredContent &content;
        const QString context;
        const ObjectId object;
        View view;
        kube::Cluster &cluster;
    };

    void fillKnown(const Place &place, const kube::ApiResource &resource);
    void fillYaml(const Place &place, const kube::ApiResource &resource);
    void fillDescription(const Place &place, const kube::ApiResource &resource);
    void fillInspector(const Place &place, const kube::ApiResource &resource);
    void fillTopology(const Place &place, const kube::ApiResource &resource);
    void fillLogs(const Place &place, const kube::ApiResource &resource);
    std::unique_ptr<LogFeed> makeFeed(const Place &place, const kube::LogSubject &subject);
    std::optional<kube::LogSubject> keptSubject(const Place &place) const;
    void fillShell(const Place &place);
    void setLog(const Place &place, std::unique_ptr<LogFeed> feed);
    void fillRelease(const Place &place);
    void record(const Place &place, const ObjectWatch &watch);
    /// What to do when a content asks to open an object of its own cluster.
    auto opener(const QString &context)
    {
        return [this, context](const ObjectId &object, View view) {
            Q_EMIT m_requests.openRequested(context, object, view);
        };
    }

    RelationBook &m_relations;
    Session &m_session;
    Journal &m_journal;
    ContentRequests &m_requests;
    TimeLink &m_timeLink;
    ShellDesk &m_shells;
    Look &m_look;
    YamlHighlighting m_highlighting;
    ManifestMaker m_manifests;
    kube::History m_history; ///< of the objects that are shown
    kube::LogKeeper m_logs; ///< that were shown
};

} // namespace workspace
