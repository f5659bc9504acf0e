// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/clusters/statusboard.h"
#include "workspace/comments/commentinbox.h"
#include "workspace/logs/desk/timelink.h"
#include "workspace/mainwindow/listmaker.h"
#include "workspace/mainwindow/objectmaker.h"
#include "workspace/shell/shelldesk.h"
#include "workspace/window/contentfactory.h"

#include <QPointer>

#include <functional>

namespace workspace {

class ClusterSet;
class ContextMarks;
class DeferredContent;
class ForwardBook;
class Journal;
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
                 Session &session, Journal &journal, ForwardBook &forwards,
                 Preferences &preferences, Look &look, QObject *parent = nullptr);
    ~ContentMaker() override;

    std::unique_ptr<WindowContent> make(const KrateRecord &krate,
                                        const WindowRecord &window) override;
    KrateStatus status(const KrateRecord &krate) const override;
    /// Who knows how many comments a krate has; statusChanged() is theirs to say, too.
    void setCommentTally(std::function<CommentTally(const QString &krateId)> tally)
    {
        m_tally = std::move(tally);
    }
    const StatusBoard &board() const { return m_board; }
    YamlHighlighting &highlighting() { return m_objects.highlighting(); }
    ManifestMaker &manifests() { return m_objects.manifests(); }

Q_SIGNALS:
    /// A row, a link: the person wants to see this object, in the cluster of that krate.
    void openRequested(const QString &cluster, const workspace::ObjectId &object,
                       workspace::View view);
    /// The person wants to see other namespaces in this collection.
    void namespacesRequested(const QString &krateId);
    /// The person wants to delete these.
    void deletionRequested(const QString &cluster, const std::vector<workspace::ObjectId> &objects);
    /// A list offers this menu, by its key.
    void menuRequested(const std::vector<workspace::MenuEntry> &entries);

private:
    struct Slot
    {
        KrateRecord krate = {};
        View view = View::Yaml;
        QPointer<DeferredContent> content = {};
    };

    void fill(const Slot &slot);
    void retry(const DeferredContent *content);
    void fillAgain(const DeferredContent *content);
    void takeScope(const KrateRecord &krate);
    void refill(const QString &context);
    void followLock(const QString &krateId);
    void takeMark(const QString &context);
    QString whyNot(const QString &context) const;

    ClusterSet &m_clusters;
    const ContextMarks &m_marks;
    Look &m_look;
    RelationBook m_relations;
    ContentRequests m_requests;
    TimeLink m_timeLink;
    StatusBoard m_board;
    ShellDesk m_shells;
    ObjectMaker m_objects;
    ListMaker m_lists;
    std::function<CommentTally(const QString &)> m_tally;
    std::vector<Slot> m_slots;
};

} // namespace workspace
