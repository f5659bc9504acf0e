// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yard/yarddocument.h"

#include <QRandomGenerator>
#include <QUuid>

#include <array>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr size_t UndoDepth = 200;

// Who makes a transaction: these addresses stand for it.
static const char person = 0; // what can be undone
static const char upkeep = 0; // what nobody asked for

YardDocument::YardDocument(QObject *parent)
    : QObject(parent)
{
    adopt(makeDoc(), {});
    observe();
}

YardDocument::~YardDocument()
{
    m_undo.reset(); // it borrows the document
}

std::unique_ptr<crdt::Doc> YardDocument::makeDoc()
{
    // As Yjs 13 does: 32 bits, which every peer can read.
    return std::make_unique<crdt::Doc>(
        crdt::Doc::Options{.clientId = QRandomGenerator::system()->generate()});
}

QString YardDocument::makeId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

const KrateRecord *YardDocument::krate(const QString &id) const
{
    const auto found = krates().find(id);
    return found == krates().end() ? nullptr : &found->second;
}

void YardDocument::setClusterNames(const ClusterNames &names)
{
    m_clusters.setNames(&names);
    connect(&names, &ClusterNames::changed, this, &YardDocument::resolveAgain);
    resolveAgain();
}

/// Works on another document from now on. observe() follows when it is filled.
void YardDocument::adopt(std::unique_ptr<crdt::Doc> doc, std::map<QString, QString> contexts)
{
    Q_EMIT docGoing();
    m_undo.reset();
    m_doc = std::move(doc);
    m_clusters.setDoc(*m_doc);
    m_clusters.setChosen(std::move(contexts));
    m_view.setDoc(*m_doc);
    m_told.clear();
    const std::vector<crdt::SharedType> scope{m_doc->map(schema::Krates),
                                              m_doc->map(schema::Comments)};
    const crdt::UndoManager::Options options{.trackedOrigins = {&person},
                                             .captureTimeout = std::chrono::milliseconds(0),
                                             .depth = UndoDepth};
    m_undo = std::make_unique<crdt::UndoManager>(*m_doc, scope, options);
    Q_EMIT docReplaced();
}

void YardDocument::observe()
{
    m_doc->observeDeep(m_doc->map(schema::Krates),
                       [this](const auto &events, crdt::Origin) { follow(events); });
    m_doc->observeDeep(m_doc->map(schema::Clusters), [this](const auto &, crdt::Origin) {
        if (!m_doing)
            resolveAgain();
        else
            m_clusters.forget();
    });
    m_doc->observeDeep(m_doc->map(schema::Yard), [this](const auto &, crdt::Origin) {
        const auto problems = newProblems();
        for (const auto &problem : problems)
            Q_EMIT problemFound(problem);
    });
}

/// The krates that a transaction touched, whoever made it.
void YardDocument::follow(const std::vector<crdt::Event> &events)
{
    QStringList ids;
    for (const auto &event : events) {
        if (event.path.empty()) {
            for (const auto &[id, change] : event.keys)
                ids.append(id);
        } else if (const auto *id = std::get_if<QString>(&event.path.front())) {
            ids.append(*id);
        }
    }
    if (m_doing)
        return m_view.read(ids, m_seen);
    YardChange change{.origin = YardChange::Origin::Remote};
    m_view.read(ids, change);
    tell(change);
}

/// Does what changes the document, and tells of it when it is over: who hears of it may make the
/// next transaction.
void YardDocument::perform(YardChange::Origin origin, const std::function<void()> &what)
{
    m_doing = origin;
    m_seen = YardChange{.origin = origin};
    what();
    m_doing.reset();
    tell(std::exchange(m_seen, {}));
}

void YardDocument::tell(const YardChange &change)
{
    if (!change.isEmpty())
        Q_EMIT changed(change);
    if (const auto reborn = m_view.takeReborn(); !reborn.isEmpty()) {
        YardChange again{.origin = change.origin};
        m_view.read(reborn, again);
        tell(again);
    }
    const auto problems = newProblems();
    for (const auto &problem : problems)
        Q_EMIT problemFound(problem);
}

QStringList YardDocument::newProblems()
{
    auto problems = m_view.takeProblems();
    const auto version = m_doc->map(schema::Yard).any(u"version");
    if (version.number() && *version.number() > schema::Version)
        problems[schema::Problem::NewerYard] = 1;
    QStringList sentences;
    for (const auto &[problem, count] : problems) {
        if (m_told.insert(problem).second)
            sentences.append(schema::problemText(problem, count));
    }
    return sentences;
}

void YardDocument::setReadOnly(bool readOnly)
{
    if (std::exchange(m_isReadOnly, readOnly) == readOnly)
        return;
    Q_EMIT readOnlyChanged();
    Q_EMIT undoChanged();
    lookAfter();
}

bool YardDocument::mayEdit()
{
    if (m_isReadOnly)
        Q_EMIT editRefused();
    return !m_isReadOnly;
}

void YardDocument::transact(const QString &label, const Edit &edit)
{
    if (!mayEdit())
        return;
    YardTransaction transaction(m_view.krates());
    edit(transaction);
    const auto deltas = transaction.finish();
    if (deltas.empty())
        return;
    write(label, [&] {
        noteVersion();
        for (const auto &delta : deltas)
            writeDelta(delta);
    });
}

void YardDocument::write(const QString &label, const std::function<void()> &edit)
{
    if (!mayEdit())
        return;
    perform(YardChange::Origin::Edit, [&] {
        const auto steps = m_undo->undoSteps();
        m_doc->transact(edit, &person);
        if (m_undo->undoSteps() != steps || steps == UndoDepth)
            m_undo->setLastNote(label);
    });
    Q_EMIT undoChanged();
}

void YardDocument::writeDelta(const Delta &delta)
{
    auto krates = m_doc->map(schema::Krates);
    if (!delta.after)
        return krates.remove(delta.id);
    if (!delta.before && m_view.isHidden(delta.id))
        return; // it is somebody's, and not understood here
    const auto &context = delta.after->cluster;
    auto after = *delta.after;
    after.cluster = m_clusters.idOf(context);
    if (!delta.before) {
        schema::writeKrate(krates, nullptr, after);
    } else {
        auto before = *delta.before;
        // A krate keeps the id that was written, whatever else its context is known by.
        before.cluster = before.cluster == context ? after.cluster : QString();
        schema::writeKrate(krates, &before, after);
    }
    m_clusters.note(context);
    const bool isChoice = !delta.before || delta.before->cluster != context;
    if (isChoice && m_clusters.choose(delta.id, context))
        Q_EMIT contextChosen(delta.id, context);
}

/// Who begins a yard says how it is written.
void YardDocument::noteVersion()
{
    auto yard = m_doc->map(schema::Yard);
    if (!yard.contains(u"version"))
        yard.set(u"version", lib0::Any(schema::Version));
}

bool YardDocument::canUndo() const
{
    return !m_isReadOnly && m_undo->canUndo();
}

bool YardDocument::canRedo() const
{
    return !m_isReadOnly && m_undo->canRedo();
}

QString YardDocument::undoLabel() const
{
    return canUndo() ? m_undo->undoNote() : QString();
}

QString YardDocument::redoLabel() const
{
    return canRedo() ? m_undo->redoNote() : QString();
}

void YardDocument::undo()
{
    if (!mayEdit())
        return;
    perform(YardChange::Origin::Undo, [this] { m_undo->undo(); });
    Q_EMIT undoChanged();
}

void YardDocument::redo()
{
    if (!mayEdit())
        return;
    perform(YardChange::Origin::Undo, [this] { m_undo->redo(); });
    Q_EMIT undoChanged();
}

void YardDocument::reset(const Krates &krates)
{
    perform(YardChange::Origin::Load, [&] {
        adopt(makeDoc(), {});
        m_doc->transact(
            [&] {
                noteVersion();
                for (const auto &[id, krate] : krates)
                    writeDelta({.id = id, .after = krate});
            },
            &upkeep);
        observe();
        m_view.readAll(m_seen);
    });
    Q_EMIT undoChanged();
}

QStringList YardDocument::load(std::unique_ptr<crdt::Doc> doc, std::map<QString, QString> contexts)
{
    QStringList problems;
    perform(YardChange::Origin::Load, [&] {
        adopt(std::move(doc), std::move(contexts));
        observe();
        m_view.readAll(m_seen);
        problems = newProblems();
    });
    lookAfter();
    Q_EMIT undoChanged();
    return problems;
}

/// What is known of contexts has changed, and so may whose krates are.
void YardDocument::resolveAgain()
{
    m_clusters.forget();
    YardChange change{.origin = YardChange::Origin::Remote};
    m_view.readAll(change);
    tell(change);
    lookAfter();
}

/// Replaces ids that only this person can understand, and notes which are of one cluster, as soon
/// as more is known. Is no step of undo.
void YardDocument::lookAfter()
{
    if (m_isReadOnly)
        return;
    std::set<QString> contexts;
    std::vector<std::pair<QString, QString>> better;
    auto map = m_doc->map(schema::Krates);
    for (const auto &[id, krate] : krates()) {
        contexts.insert(krate.cluster);
        const auto written = map.map(id).any(u"cluster");
        if (written.text() && written.text()->startsWith("ctx:"_L1)
            && m_clusters.idOf(krate.cluster) != *written.text())
            better.emplace_back(id, m_clusters.idOf(krate.cluster));
    }
    perform(YardChange::Origin::Remote, [&] {
        m_doc->transact(
            [&] {
                for (const auto &[id, cluster] : better)
                    map.map(id).set(u"cluster", lib0::Any(cluster));
                for (const auto &context : contexts)
                    m_clusters.note(context);
            },
            &upkeep);
    });
}

QString YardDocument::name() const
{
    return schema::textIn(m_doc->map(schema::Yard).any(u"name")).value_or(QString()).simplified();
}

void YardDocument::setName(const QString &name)
{
    auto yard = m_doc->map(schema::Yard);
    if (!m_isReadOnly && yard.any(u"name") != lib0::Any(name))
        m_doc->transact([&] { yard.set(u"name", lib0::Any(name)); }, &upkeep);
}

std::optional<std::array<double, 3>> YardDocument::sharedCamera() const
{
    const auto any = m_doc->map(schema::Yard).any(u"camera");
    const auto *list = any.array();
    if (!list || list->size() != 3)
        return {};
    std::array<double, 3> camera{};
    for (size_t i = 0; i < camera.size(); ++i) {
        const auto number = schema::numberIn((*list)[i], -schema::FarthestOut, schema::FarthestOut);
        if (!number)
            return {};
        camera[i] = *number;
    }
    return camera;
}

void YardDocument::setSharedCamera(const std::array<double, 3> &camera)
{
    if (!mayEdit())
        return;
    lib0::Any::Array list;
    for (const double number : camera)
        list.emplace_back(number);
    auto yard = m_doc->map(schema::Yard);
    m_doc->transact([&] { yard.set(u"camera", lib0::Any(list)); }, &upkeep);
}

} // namespace workspace
