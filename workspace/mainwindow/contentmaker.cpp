// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/mainwindow/contentmaker.h"

#include "kube/cluster.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/errortext.h"
#include "workspace/safety/contextmarks.h"
#include "workspace/window/deferredcontent.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yarddocument.h"
#include "workspace/yarddoc/clusternames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

using Freshness = WindowContent::Freshness;

ContentMaker::ContentMaker(ClusterSet &clusters, const ContextMarks &marks,
                           const YardDocument &document, Session &session, Journal &journal,
                           ForwardBook &forwards, Preferences &preferences, Look &look,
                           QObject *parent)
    : ContentFactory(parent)
    , m_clusters(clusters)
    , m_marks(marks)
    , m_look(look)
    , m_board(clusters)
    , m_shells(marks, preferences)
    , m_objects(m_relations, session, journal, m_requests, m_timeLink, m_shells, look)
    , m_lists({m_relations, session, journal, forwards, m_objects.manifests(), m_board, m_requests,
               m_timeLink, look})
{
    // Queued: by then the cluster knows of it.
    connect(&marks, &ContextMarks::changed, this, &ContentMaker::takeMark, Qt::QueuedConnection);
    connect(&m_board, &StatusBoard::changed, this, &ContentFactory::statusChanged);
    connect(&m_board, &StatusBoard::changed, this, &ContentMaker::followLock);
    connect(&clusters, &ClusterSet::clusterClosing, this, [this](const QString &context) {
        for (const auto &slot : m_slots) {
            if (slot.content && slot.krate.cluster == context)
                slot.content->setMessage(Freshness::Loading, tr("Connecting to %1…").arg(context));
        }
        m_relations.forget(context);
        m_objects.manifests().forget(context);
    });
    connect(&m_requests, &ContentRequests::openRequested, this, &ContentMaker::openRequested);
    connect(&m_requests, &ContentRequests::namespacesRequested, this,
            &ContentMaker::namespacesRequested);
    connect(&m_requests, &ContentRequests::deletionRequested, this,
            &ContentMaker::deletionRequested);
    connect(&m_requests, &ContentRequests::menuRequested, this, &ContentMaker::menuRequested);
    connect(&m_requests, &ContentRequests::fillRequested, this, &ContentMaker::fillAgain);
    connect(&clusters, &ClusterSet::contextsChanged, this, [this] {
        const auto slots = m_slots; // filling may make more
        for (const auto &slot : slots) {
            if (slot.content && slot.content->isLocked())
                fill(slot); // its context may be there now
            Q_EMIT statusChanged(slot.krate.id);
        }
    });
    connect(&clusters, &ClusterSet::clusterReplaced, this, &ContentMaker::refill);
    connect(&clusters, &ClusterSet::clusterChanged, this, &ContentMaker::refill);
    connect(&document, &YardDocument::changed, this, [this, &document](const YardChange &change) {
        for (const auto &id : change.removed)
            m_board.forget(id);
        for (const auto &id : change.added + change.updated) {
            const auto *krate = document.krate(id);
            if (krate && krate->object)
                m_board.watch(*krate);
            else if (krate)
                takeScope(*krate);
        }
    });
}

ContentMaker::~ContentMaker() = default;

std::unique_ptr<WindowContent> ContentMaker::make(const KrateRecord &krate,
                                                  const WindowRecord &window)
{
    std::erase_if(m_slots, [](const Slot &slot) { return !slot.content; });
    auto content = std::make_unique<DeferredContent>(m_look);
    const Slot slot{krate, window.view, content.get()};
    m_slots.push_back(slot);
    connect(content.get(), &DeferredContent::retryRequested, this,
            [this, made = content.get()] { retry(made); });
    if (krate.object)
        m_board.watch(krate);
    fill(slot);
    return content;
}

void ContentMaker::retry(const DeferredContent *content)
{
    const auto found = std::ranges::find(m_slots, content, &Slot::content);
    if (found == m_slots.end())
        return;
    if (auto *cluster = m_clusters.cluster(found->krate.cluster))
        cluster->retry();
    if (content->isLocked())
        return m_board.askAgain(found->krate.id);
    fillAgain(content);
}

void ContentMaker::fillAgain(const DeferredContent *content)
{
    const auto found = std::ranges::find(m_slots, content, &Slot::content);
    if (found == m_slots.end())
        return;
    Slot slot;
    slot = *found; // filling may make more
    fill(slot);
}

/// A collection that is to show something else now is made anew.
void ContentMaker::takeScope(const KrateRecord &krate)
{
    std::vector<Slot> outdated;
    for (auto &slot : m_slots) {
        if (!slot.content || slot.krate.id != krate.id || slot.krate.collection == krate.collection)
            continue;
        slot.krate = krate;
        outdated.push_back(slot);
    }
    for (const auto &slot : outdated)
        fill(slot);
}

KrateStatus ContentMaker::status(const KrateRecord &krate) const
{
    const auto known = m_board.status(krate.id);
    KrateStatus status{.health = known.health, .word = known.word, .kind = kindOf(krate)};
    if (auto *cluster = m_clusters.opened(krate.cluster)) {
        if (const auto *resource = cluster->resources().find(status.kind);
            resource && !resource->shortNames.isEmpty())
            status.abbreviation = resource->shortNames.first();
    }
    if (krate.object)
        status.views = viewsOf(*krate.object);
    status.sentence = known.sentence;
    status.isLocked = known.isLocked;
    if (!m_clusters.context(krate.cluster) && !m_clusters.contexts().empty()) {
        status.isLocked = true;
        status.word = tr("No context");
        status.sentence = whyNot(krate.cluster);
    }
    if (m_tally) {
        const auto tally = m_tally(krate.id);
        status.comments = tally.comments;
        status.hasUnread = tally.hasUnread;
    }
    status.isProduction = m_marks.of(krate.cluster).production;
    return status;
}

QString ContentMaker::whyNot(const QString &context) const
{
    const auto *entry = m_clusters.context(context);
    if (!entry && isClusterId(context))
        return tr("You have no context for this cluster. Ask who works with it for access, and add "
                  "the context to your kubeconfig, open another kubeconfig with the command “Open "
                  "a kubeconfig”, or use one of your team's relays with the command “Add clusters "
                  "through a relay…”: then this opens by itself.");
    if (!entry)
        return tr("You have no context “%1”. Add it, for example with kubectl config set-context, "
                  "open another kubeconfig with the command “Open a kubeconfig”, or use one of "
                  "your team's relays with the command “Add clusters through a relay…”: then this "
                  "opens by itself.")
            .arg(context);
    return entry->problem ? errorText(*entry->problem) : QString();
}

void ContentMaker::fill(const Slot &slot)
{
    auto *content = slot.content.data();
    auto *cluster = m_clusters.cluster(slot.krate.cluster);
    if (!cluster)
        return m_clusters.context(slot.krate.cluster)
            ? content->setMessage(Freshness::Failed, whyNot(slot.krate.cluster))
            : content->setLocked(whyNot(slot.krate.cluster));
    if (!cluster->hasResources()) {
        const bool waiting = cluster->state() == kube::Cluster::State::Connecting
            || cluster->state() == kube::Cluster::State::Ready || !cluster->lastError();
        if (waiting)
            return content->setMessage(Freshness::Loading,
                                       tr("Connecting to %1…").arg(slot.krate.cluster));
        return content->setMessage(Freshness::Failed, errorText(*cluster->lastError()));
    }
    if (const auto known = m_board.status(slot.krate.id); known.isLocked)
        return content->setLocked(known.sentence);
    if (slot.view == View::Collection)
        m_lists.fill(*content, slot.krate, *cluster);
    else
        m_objects.fill(*content, slot.krate, slot.view, *cluster);
}

/// What may not be read is not asked for by its windows: the board alone asks, now and then.
void ContentMaker::followLock(const QString &krateId)
{
    const bool isLocked = m_board.status(krateId).isLocked;
    const auto slots = m_slots; // filling may make more
    for (const auto &slot : slots) {
        if (slot.content && slot.krate.id == krateId && slot.content->isLocked() != isLocked)
            fill(slot);
    }
}

/// Krates show the mark, and shells come or go with the right to change something.
void ContentMaker::takeMark(const QString &context)
{
    const auto slots = m_slots; // filling may make more
    for (const auto &slot : slots) {
        if (slot.krate.cluster != context)
            continue;
        Q_EMIT statusChanged(slot.krate.id);
        if (slot.content && slot.view == View::Shell)
            fill(slot);
    }
}

void ContentMaker::refill(const QString &context)
{
    const auto slots = m_slots; // filling may make more
    for (const auto &slot : slots) {
        if (slot.content && slot.krate.cluster == context && !slot.content->content())
            fill(slot);
    }
}

} // namespace workspace
