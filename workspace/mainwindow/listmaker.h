// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/collection/columnchoice.h"
#include "workspace/mainwindow/contentrequests.h"
#include "workspace/mainwindow/relationbook.h"

#include <memory>

namespace kube {
struct ApiResource;
class Cluster;
} // namespace kube

namespace workspace {

class DeferredContent;
class ForwardBook;
class Journal;
class ListContent;
class Look;
class ManifestMaker;
class Session;
class StatusBoard;
class TimeLink;
class TreeContent;
struct TreeShape;

/// Makes what the windows of collections show: a list or a tree of a kind, everything in a
/// namespace, and the collections that are our own. `content` is what it fills; the cluster must
/// outlive what it is filled with.
class ListMaker final : public QObject
{
    Q_OBJECT

public:
    /// What lists need of the shell. All is borrowed and must outlive the maker.
    struct Parts
    {
        RelationBook &relations;
        Session &session;
        Journal &journal;
        ForwardBook &forwards;
        ManifestMaker &manifests;
        StatusBoard &board;
        ContentRequests &requests;
        TimeLink &timeLink;
        Look &look;
    };

    explicit ListMaker(const Parts &parts);

    void fill(DeferredContent &content, const KrateRecord &krate, kube::Cluster &cluster);

private:
    struct Place
    {
        DeferredContent &content;
        const KrateRecord krate;
        kube::Cluster &cluster;
    };

    void fillKind(const Place &place, const kube::ApiResource &resource);
    void fillList(const Place &place, const kube::ApiResource &resource);
    std::unique_ptr<TreeContent> makeTree(const Place &place, TreeShape shape, bool isNamespaced);
    void fillTree(const Place &place, const kube::ApiResource &resource);
    void fillEverything(const Place &place);
    void fillEvents(const Place &place);
    void fillOwn(const Place &place);
    void fillReleases(const Place &place);
    void fillAccess(const Place &place);
    void setList(const Place &place, std::unique_ptr<ListContent> list);
    void toggleTree(const QString &kind, DeferredContent &content);

    Parts m_parts;
    ColumnMemory m_columns;
};

} // namespace workspace
