// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yarddoc/yardstore.h"

#include "workspace/yard/yarddocument.h"

#include <QDir>
#include <QFile>

#include <numeric>

using namespace Qt::StringLiterals;

namespace workspace {

// More updates than this, or more bytes than the state they add to, become one state.
static constexpr size_t MostUpdates = 500;
static constexpr qsizetype FewBytes = 256 * 1024;

// The origin of what was read.
static const char storage = 0;

YardStore::YardStore(YardDocument &document, const QString &path, QObject *parent)
    : YardStorage(parent)
    , m_document(document)
    , m_file(path)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &YardStore::flush);
    connect(&document, &YardDocument::docReplaced, this, [this] {
        m_replaces = true;
        follow();
        touch();
    });
    connect(&document, &YardDocument::contextChosen, this,
            [this](const QString &krate, const QString &context) {
                m_pending.contexts.insert_or_assign(krate, context);
                touch();
            });
    follow();
}

YardStore::~YardStore()
{
    flush();
}

void YardStore::follow()
{
    disconnect(m_updates);
    m_pending = {};
    m_updates = connect(&m_document.doc(), &crdt::Doc::updated, this, &YardStore::take);
}

void YardStore::take(const QByteArray &update)
{
    m_pending.updates.push_back({update});
    touch();
}

/// Not put off by the next change: peers may make one after the other.
void YardStore::touch()
{
    if (!m_timer.isActive())
        m_timer.start(m_delay);
}

void YardStore::setName(const QString &name)
{
    const bool isNew = std::exchange(m_name, name) != name;
    if (isNew) {
        m_pending.name = name;
        touch();
    }
    if (isNew || m_document.name().isEmpty())
        m_document.setName(name);
}

std::unique_ptr<crdt::Doc> YardStore::docOf(const YardSql::Content &content, int &broken)
{
    broken = content.broken;
    auto doc = YardDocument::makeDoc();
    for (const auto &update : content.updates) {
        if (!doc->applyUpdate(update.data, &storage, update.encoding))
            ++broken;
    }
    // What waits for something that is not there stays in the document, should it come back.
    if (doc->hasPendingStructs() && broken == 0)
        broken = 1;
    return doc;
}

YardSql::Update YardStore::stateOf(const crdt::Doc &doc)
{
    // V2 is a tenth of it after many moves; should it ever not say the same, V1 is what counts.
    // Both are compared as tools for updates write them.
    auto plain = doc.encodeStateAsUpdate();
    auto dense = doc.encodeStateAsUpdate({}, crdt::Encoding::V2);
    const auto said = crdt::diffUpdate(plain, {});
    if (said && crdt::convertUpdate(dense, crdt::Encoding::V2, crdt::Encoding::V1) == *said)
        return {std::move(dense), crdt::Encoding::V2};
    return {std::move(plain), crdt::Encoding::V1};
}

QStringList YardStore::load()
{
    auto content = m_file.read();
    if (!content)
        return loadFrom(content.error());
    QStringList problems;
    int broken = 0;
    auto doc = docOf(*content, broken);
    if (broken > 0) {
        problems.append(tr("%n changes of the yard could not be read.", nullptr, broken));
        m_file.close(); // its log is in it then
        if (const auto aside = YardSql::copyAside(path()); !aside.isEmpty())
            problems.append(
                tr("The file as it was is kept as %1.").arg(QDir::toNativeSeparators(aside)));
    }
    const auto krates = doc->map(schema::Krates);
    std::erase_if(content->contexts,
                  [&](const auto &each) { return !krates.contains(each.first); });
    problems += m_document.load(std::move(doc), std::move(content->contexts));
    m_name = content->name.value_or(QString());
    m_count = content->updates.size();
    m_firstBytes = m_count == 0 ? 0 : content->updates.front().data.size();
    m_bytes =
        std::accumulate(content->updates.begin(), content->updates.end(), -m_firstBytes,
                        [](qsizetype sum, const auto &update) { return sum + update.data.size(); });
    // The file says the same; only what load() itself has added is news.
    m_replaces = broken > 0;
    if (m_pending.updates.empty() && !m_replaces && !hasMany())
        m_timer.stop();
    return problems;
}

/// An empty yard, for there is none in the file that can be read.
QStringList YardStore::loadFrom(const YardSql::Failure &failure)
{
    m_file.close();
    m_document.reset({});
    m_pending = {};
    m_timer.stop();
    const auto shown = QDir::toNativeSeparators(path());
    using Kind = YardSql::Failure::Kind;
    if (failure.kind != Kind::Broken) {
        m_unreadable = true;
        m_replaces = false;
        return {
            failure.kind == Kind::Newer
                ? tr("The yard's file %1 is of a newer Krateyard. It is left as it is.").arg(shown)
                : tr("The yard's file %1 cannot be read: %2.").arg(shown, failure.text)};
    }
    QStringList problems{tr("The yard's file %1 is damaged: %2.").arg(shown, failure.text)};
    const auto aside = YardSql::copyAside(path());
    if (aside.isEmpty()) {
        m_unreadable = true;
        m_replaces = false;
        return problems;
    }
    QFile::remove(path());
    QFile::remove(path() + u"-wal"_s);
    QFile::remove(path() + u"-shm"_s);
    problems.append(tr("The file as it was is kept as %1.").arg(QDir::toNativeSeparators(aside)));
    return problems;
}

bool YardStore::hasMany() const
{
    return m_count > MostUpdates || m_bytes > std::max(FewBytes, m_firstBytes);
}

YardSql::Content YardStore::whole() const
{
    YardSql::Content content{.name = m_name, .updates = {stateOf(m_document.doc())}};
    content.contexts = m_document.contexts(); // of dismissed ones, too: they may come back
    return content;
}

void YardStore::flush()
{
    const bool isWaiting = m_timer.isActive();
    m_timer.stop();
    const bool hasNews =
        !m_pending.updates.empty() || !m_pending.contexts.empty() || m_pending.name;
    if (!hasNews && !m_replaces && !(isWaiting && hasMany()))
        return;
    if (m_unreadable) {
        if (!std::exchange(m_failed, true))
            Q_EMIT saveFailed(tr("The yard is not saved, for its file %1 cannot be read. Make it "
                                 "readable and start again.")
                                  .arg(QDir::toNativeSeparators(path())));
        return;
    }
    const bool compacts = m_replaces || hasMany();
    auto content = compacts ? whole() : m_pending;
    if (!compacts && content.updates.size() > 1) {
        std::vector<QByteArray> updates;
        for (const auto &update : content.updates)
            updates.push_back(update.data);
        if (auto merged = crdt::mergeUpdates(updates))
            content.updates = {{std::move(*merged)}};
    }
    const auto done =
        m_file.write(content, compacts ? YardSql::Write::Replace : YardSql::Write::Append);
    if (!done)
        return noteFailure(done.error());
    m_pending = {};
    m_replaces = false;
    m_failed = false;
    if (compacts) {
        m_count = 0;
        m_bytes = 0;
        m_firstBytes = content.updates.front().data.size();
    }
    for (const auto &update : content.updates) {
        m_bytes += m_count == 0 ? 0 : update.data.size();
        ++m_count;
    }
    Q_EMIT saved();
}

/// Said once; tried until it works.
void YardStore::noteFailure(const YardSql::Failure &failure)
{
    m_timer.start(m_patience);
    if (!std::exchange(m_failed, true))
        Q_EMIT saveFailed(
            tr("The yard could not be saved: %1. It is tried again.")
                .arg(failure.text.isEmpty() ? tr("the disk may be full") : failure.text));
}

} // namespace workspace
