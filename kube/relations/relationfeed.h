// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/discovery.h"
#include "kube/relations/relationgraph.h"
#include "kube/relations/relationneeds.h"
#include "kube/relations/relationreader.h"
#include "kube/watch/reflector.h"

#include <QTimer>

#include <deque>
#include <map>
#include <memory>

namespace kube {

class ApiClient;

/// Keeps a RelationGraph current for one namespace, or for all, with a watch for each kind that
/// somebody needs and none besides.
///
/// Objects are read on a worker thread and taken into the graph in slices of a few milliseconds.
/// Of secrets and config maps only metadata is asked for. A kind that the user may not list is a
/// missing part, and is not asked for again. Lives on one thread.
class RelationFeed : public QObject
{
    Q_OBJECT

public:
    /// A kind whose objects are not known, and why.
    struct MissingPart
    {
        RelatedKind kind = {};
        Error error = {};
    };

    /// `client` is borrowed and must outlive the feed. An empty `nameSpace` means all.
    RelationFeed(ApiClient &client, const ApiResources &resources, QString nameSpace,
                 QObject *parent = nullptr, ReflectorPace pace = {});
    ~RelationFeed() override;

    /// Watches these kinds too, from now on. Kinds that the server does not have are no news.
    void need(const std::vector<RelatedKind> &kinds);
    /// Takes in one object that somebody else watches.
    void take(const QJsonObject &object);

    const RelationGraph &graph() const { return m_graph; }
    RelationGraph &graph() { return m_graph; }
    const QString &nameSpace() const { return m_nameSpace; }
    /// Whether everything that can be known of what is needed is in the graph.
    bool isComplete() const;
    std::vector<MissingPart> missing() const;

Q_SIGNALS:
    /// Another answer of isComplete() or missing().
    void partsChanged();

private:
    struct Part
    {
        ApiResource resource = {};
        std::unique_ptr<Reflector> reflector = {};
        bool listed = false; ///< its list is in the graph
        std::optional<Error> refused = {};
    };

    void start(Part &part);
    void takeState(Part &part);
    void takeRead(const RelationOutput &output);
    void applySome();
    void finishList(const RelationOutput &output);

    ApiClient &m_client;
    ApiResources m_resources;
    QString m_nameSpace;
    ReflectorPace m_pace;
    ScopeRule m_clusterScoped;
    RelationGraph m_graph;
    RelationReader m_reader;
    std::map<QString, Part> m_parts; ///< by group and kind
    std::deque<RelationOutput> m_waiting;
    size_t m_taken = 0; ///< of the first that waits
    QTimer m_slice;
};

/// The feeds of one cluster, each shared by those who look at the same namespace and gone with the
/// last of them.
class RelationFeeds
{
public:
    /// `client` is borrowed and must outlive the feeds.
    RelationFeeds(ApiClient &client, ApiResources resources);

    /// The kinds that feeds made from now on know.
    void setResources(const ApiResources &resources) { m_resources = resources; }
    /// Owned by all who hold it.
    std::shared_ptr<RelationFeed> feedFor(const QString &nameSpace);

private:
    ApiClient &m_client;
    ApiResources m_resources;
    std::map<QString, std::weak_ptr<RelationFeed>> m_feeds;
};

} // namespace kube
