// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/history/history.h"
#include "kube/relations/relationfeed.h"
#include "workspace/clusters/statusboard.h"
#include "workspace/mainwindow/manifestmaker.h"
#include "workspace/window/contentfactory.h"
#include "workspace/yaml/yamlhighlighting.h"

#include <QPointer>

#include <map>

namespace kube {
struct ApiResource;
class Cluster;
} // namespace kube

namespace workspace {

class ClusterSet;
class ContextMarks;
class DeferredContent;
class ForwardBook;
class Journal;
class ListContent;
class ObjectWatch;
class Look;
class Session;
class YardDocument;

/// Makes what the windows of a yard show, out of the clusters of a kubeconfig.
///
/// Every content is made through a DeferredContent, so a window can wait for its cluster, for
/// discovery or for a pod, and is made anew when its cluster's entry in the kubeconfig changes.
class ContentMaker final : public ContentFactory
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the maker.
    ContentMaker(ClusterSet &clusters, const ContextMarks &marks, const YardDocument &document,
                 Session &session, Journal &journal, ForwardBook &forwards, Look &look,
                 QObject *parent = nullptr);
    ~ContentMaker() override;

    std::unique_ptr<WindowContent> make(const KrateRecord &krate,
                                        const WindowRecord &window) override;
    KrateStatus status(const KrateRecord &krate) const override;
    const StatusBoard &board() const { return m_board; }
    YamlHighlighting &highlighting() { return m_highlighting; }
    ManifestMaker &manifests() { return m_manifests; }

Q_SIGNALS:
    /// A row, a link: the person wants to see this object, in the cluster of that krate.
    void openRequested(const QString &cluster, const workspace::ObjectId &object,
                       workspace::View view);
    /// The person wants to see other namespaces in this collection.
    void namespacesRequested(const QString &krateId);
    /// The person wants to delete these.
    void deletionRequested(const QString &cluster, const std::vector<workspace::ObjectId> &objects);

private:
    struct Slot
    {
        KrateRecord krate = {};
        View view = View::Yaml;
        QPointer<DeferredContent> content = {};
    };

    void fill(const Slot &slot);
    void retry(const DeferredContent *content);
    void takeScope(const KrateRecord &krate);
    void fillObject(const Slot &slot, kube::Cluster &cluster, const kube::ApiResource &resource);
    void fillInspector(const Slot &slot, kube::Cluster &cluster, const kube::ApiResource &resource);
    void fillPod(const Slot &slot, kube::Cluster &cluster);
    void fillCollection(const Slot &slot, kube::Cluster &cluster);
    void fillOwn(const Slot &slot, kube::Cluster &cluster);
    void fillOwnObject(const Slot &slot, kube::Cluster &cluster);
    void fillReleases(const Slot &slot, kube::Cluster &cluster);
    void fillTopology(const Slot &slot, kube::Cluster &cluster, const kube::ApiResource &resource);
    void fillAccess(const Slot &slot, kube::Cluster &cluster);
    kube::RelationFeeds &relationsOf(const QString &context, kube::Cluster &cluster);
    void fillEvents(const Slot &slot, kube::Cluster &cluster);
    void setList(const Slot &slot, std::unique_ptr<ListContent> list);
    void record(const Slot &slot, const ObjectWatch &watch);
    void refill(const QString &context);
    void takeMark(const QString &context);
    QString whyNot(const QString &context) const;

    ClusterSet &m_clusters;
    const ContextMarks &m_marks;
    Session &m_session;
    Journal &m_journal;
    ForwardBook &m_forwards;
    Look &m_look;
    YamlHighlighting m_highlighting;
    ManifestMaker m_manifests;
    StatusBoard m_board;
    std::map<QString, std::unique_ptr<kube::RelationFeeds>> m_relations; ///< by context
    kube::History m_history; ///< of the objects that are shown
    std::vector<Slot> m_slots;
};

} // namespace workspace
