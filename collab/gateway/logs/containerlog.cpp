// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/logs/containerlog.h"

#include "kube/api/apiclient.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

using namespace std::chrono_literals;

namespace {

constexpr auto StoreEvery = 200ms;
constexpr auto StoreAgain = 1000ms; ///< after a failure
constexpr auto FollowEvery = 250ms;
constexpr auto Silence = 150ms; ///< after which what was there has come
constexpr qint64 MostSettlingMs = 2'000;
constexpr qint64 BlockBytes = 256 * 1024;
constexpr size_t MostPages = 3;
/// Besides the most that anybody may ask for: the oldest time may be cut in the middle.
constexpr int SpareLines = 200;
constexpr qint64 ClocksDiffer = 5; ///< seconds, between a node and here

} // namespace

ContainerLog::ContainerLog(const Setting &setting)
    : m_setting(setting)
    , m_ring(setting.limits.bufferBytes)
    , m_counter(setting.limits.maxLineLength)
{
    m_settleTimer.setSingleShot(true);
    connect(&m_settleTimer, &QTimer::timeout, this, &ContainerLog::settle);
    m_storeTimer.setSingleShot(true);
    connect(&m_storeTimer, &QTimer::timeout, this, &ContainerLog::store);
    connect(&m_leaseTimer, &QTimer::timeout, this, &ContainerLog::askForLease);
    connect(&m_followTimer, &QTimer::timeout, this, &ContainerLog::readStored);
    connect(&m_touchTimer, &QTimer::timeout, this,
            [this] { m_setting.storage.touch(m_setting.name); });
    m_touchTimer.start(
        std::max(50ms, std::chrono::milliseconds(m_setting.limits.terminatedTtl) / 4));
    if (m_setting.client == nullptr) {
        loadKept();
    } else if (!m_setting.storage.isShared()) {
        lead();
    } else {
        m_leaseTimer.start(m_setting.lease / 3);
        askForLease();
    }
}

ContainerLog::~ContainerLog()
{
    store();
    if (m_upstream && m_setting.storage.isShared())
        m_setting.storage.release(m_setting.name, m_setting.holder);
}

void ContainerLog::askForLease()
{
    const QPointer self(this);
    m_setting.storage.lease(m_setting.name, m_setting.holder, m_setting.lease,
                            [self](const Storage::Result<bool> &has) {
                                if (!self)
                                    return;
                                // While the storage is away, each reads for its own people.
                                if (has.value_or(true))
                                    self->takeOver();
                                else
                                    self->followStored();
                            });
}

/// What the one before stored last comes first: the storage takes no line twice.
void ContainerLog::takeOver()
{
    if (m_upstream)
        return;
    if (!m_followTimer.isActive())
        return lead();
    m_isTakingOver = true;
    readStored();
}

void ContainerLog::lead()
{
    if (m_upstream)
        return;
    m_followTimer.stop();
    const auto &name = m_setting.name;
    kube::LogRange range{.tailLines = m_setting.limits.maxTailLines + SpareLines};
    if (!m_ring.isEmpty()) { // on from where the other one was, however much it is
        const auto age = QDateTime::currentSecsSinceEpoch() - last().time / 1'000'000'000;
        range = {.sinceSeconds = std::max<qint64>(age, 0) + ClocksDiffer};
    }
    m_counter.setLast({});
    m_received = 0;
    m_upstream = std::make_unique<kube::FollowedLog>(*m_setting.client, name.nameSpace, name.pod,
                                                     name.container, range);
    connect(m_upstream.get(), &kube::FollowedLog::received, this, &ContainerLog::takeLines);
    connect(m_upstream.get(), &kube::FollowedLog::marked, this, &ContainerLog::takeMark);
    connect(m_upstream.get(), &kube::FollowedLog::stateChanged, this, &ContainerLog::takeState);
    if (!m_isSettled)
        m_settleTimer.start(MostSettlingMs); // whoever cannot be reached holds up nobody
    m_upstream->start();
}

void ContainerLog::followStored()
{
    m_isTakingOver = false;
    if (m_upstream) {
        m_upstream->disconnect(this);
        m_upstream.release()->deleteLater();
    }
    if (m_followTimer.isActive())
        return;
    m_followTimer.start(FollowEvery);
    setState(State::Live);
    readStored();
}

void ContainerLog::readStored()
{
    if (std::exchange(m_isAsking, true))
        return;
    const QPointer self(this);
    m_setting.storage.read(m_setting.name, last(), m_setting.limits.bufferBytes,
                           [self](const Storage::Result<std::vector<LogBlock>> &blocks) {
                               if (!self)
                                   return;
                               self->m_isAsking = false;
                               if (self->m_upstream)
                                   return;
                               if (blocks && !blocks->empty()) {
                                   self->takeStored(*blocks);
                                   return self->readStored(); // there may be more
                               }
                               if (std::exchange(self->m_isTakingOver, false))
                                   return self->lead();
                               self->settle();
                           });
}

void ContainerLog::loadKept()
{
    const QPointer self(this);
    m_setting.storage.read(m_setting.name, last(), m_setting.limits.bufferBytes,
                           [self](const Storage::Result<std::vector<LogBlock>> &blocks) {
                               if (!self)
                                   return;
                               if (blocks && !blocks->empty()) {
                                   self->takeStored(*blocks);
                                   return self->loadKept();
                               }
                               self->m_isFromStart = true;
                               self->m_touchTimer.stop(); // its time runs since the pod went
                               self->settle();
                               self->setState(State::Ended);
                           });
}

/// Where the one who reads lost lines, the ring begins anew: who needs those has them fetched.
void ContainerLog::takeStored(const std::vector<LogBlock> &blocks)
{
    for (const auto &block : blocks) {
        if (!m_ring.isEmpty() && block.first > last() && block.before != last())
            m_ring.clear();
        for (auto &line : block.lines(m_setting.limits.maxLineLength)) {
            if (line.at > last())
                m_ring.append(std::move(line));
        }
    }
    m_storedTo = m_ring.end();
    m_stored = last();
    if (!blocks.empty())
        Q_EMIT grew();
}

LogPosition ContainerLog::last() const
{
    return m_ring.isEmpty() ? LogPosition{} : m_ring.at(m_ring.end() - 1).at;
}

/// Whoever takes over has some of the lines already.
void ContainerLog::takeLines(const QByteArray &bytes)
{
    const auto known = last();
    for (auto &line : m_counter.read(bytes)) {
        ++m_received;
        if (line.at > known)
            m_ring.append(std::move(line));
    }
    if (!m_isRead && m_opened.isValid() && m_opened.elapsed() < MostSettlingMs)
        m_settleTimer.start(Silence);
    if (!m_storeTimer.isActive())
        m_storeTimer.start(StoreEvery);
    Q_EMIT grew();
}

void ContainerLog::takeMark(const kube::LogMark &mark)
{
    m_ring.append({.at = last(), .time = mark.from, .text = kube::bytesOf(mark), .isMark = true});
    Q_EMIT grew();
}

void ContainerLog::takeState()
{
    using From = kube::FollowedLog::State;
    switch (m_upstream->state()) {
    case From::Idle:
    case From::Connecting: return;
    case From::Live:
        if (!m_isRead && !m_opened.isValid()) {
            m_opened.start();
            m_settleTimer.start(Silence);
        }
        return setState(State::Live);
    case From::Waiting: settle(); return setState(State::Waiting);
    case From::Reconnecting:
        if (m_upstream->attempt() > 1)
            settle();
        m_problem = m_upstream->error().message;
        return setState(State::Reconnecting);
    case From::Ended:
        settle();
        store();
        m_setting.storage.touch(m_setting.name);
        m_touchTimer.stop();
        return setState(State::Ended);
    case From::Failed:
        settle();
        m_problem = m_upstream->error().message;
        return setState(State::Failed);
    }
}

void ContainerLog::settle()
{
    using From = kube::FollowedLog::State;
    m_settleTimer.stop();
    const auto from = m_upstream ? m_upstream->state() : From::Ended;
    const bool isRead = m_isRead || m_opened.isValid() || from == From::Waiting
        || from == From::Ended || from == From::Failed;
    const bool wasRead = std::exchange(m_isRead, isRead);
    if (std::exchange(m_isSettled, true) && wasRead == isRead)
        return;
    if (m_upstream && isRead) {
        const bool isCut = m_received >= m_setting.limits.maxTailLines + SpareLines;
        m_isFromStart = !isCut;
        if (isCut)
            m_ring.dropOldestTime();
    }
    Q_EMIT changed();
    Q_EMIT grew();
}

bool ContainerLog::hasAllAfter(const LogPosition &position) const
{
    if (m_ring.reaches(position))
        return true;
    // A line that was read once and is not there may have been rotated away with others.
    return m_isFromStart && m_ring.first() == 0 && (position.count < 0 || m_ring.isEmpty());
}

/// What the ring forgets before it is stored is missing in the storage.
void ContainerLog::store()
{
    if (m_isStoring || m_setting.client == nullptr || !m_upstream)
        return;
    const bool hasHole = m_storedTo < m_ring.first();
    m_storedTo = std::max(m_storedTo, m_ring.first());
    std::vector<LogLine> lines;
    const auto from = m_storedTo;
    auto number = from;
    for (qint64 bytes = 0; number < m_ring.end() && bytes < BlockBytes; ++number) {
        const auto &line = m_ring.at(number);
        if (line.isMark || line.at <= m_stored)
            continue;
        bytes += line.cost();
        lines.push_back(line);
    }
    m_storedTo = number;
    if (lines.empty())
        return;
    const auto before = std::exchange(m_stored, lines.back().at);
    const auto block = LogBlock::of(lines, hasHole ? LogPosition{} : before);
    m_isStoring = true;
    const QPointer self(this);
    const auto stored = [self, before, from, number](const Storage::Result<bool> &done) {
        if (!self)
            return;
        self->m_isStoring = false;
        if (!done && self->m_storedTo == number) { // once more
            self->m_storedTo = from;
            self->m_stored = before;
        }
        if (self->m_storedTo < self->m_ring.end())
            self->m_storeTimer.start(done ? 0ms : StoreAgain);
    };
    m_setting.storage.append(m_setting.name, block, stored);
}

void ContainerLog::fetch(const LogPosition &after, QObject *receiver, const LogFetches::Done &done)
{
    const auto known = std::ranges::find_if(m_pages, [&after](const SharedLogPage &page) {
        return page->isWhole && page->after <= after && after < page->last();
    });
    if (known != m_pages.end()) {
        QMetaObject::invokeMethod(
            receiver, [done, page = *known] { done(page); }, Qt::QueuedConnection);
        return;
    }
    fetchStored(after, receiver, done);
}

/// A page of the storage, as far as no line is missing in it.
void ContainerLog::fetchStored(const LogPosition &after, const QPointer<QObject> &receiver,
                               const LogFetches::Done &done)
{
    const QPointer self(this);
    const auto read = [self, after, receiver,
                       done](const Storage::Result<std::vector<LogBlock>> &blocks) {
        if (!self || !receiver)
            return;
        auto page = std::make_shared<LogPage>(LogPage{.after = after});
        for (const auto &block : blocks.value_or(std::vector<LogBlock>())) {
            if (!page->lines.empty() && block.before != page->last())
                break;
            if (page->lines.empty())
                page->isWhole =
                    block.first <= after || (!block.before.isBeginning() && block.before <= after);
            for (auto &line : block.lines(self->m_setting.limits.maxLineLength)) {
                if (line.at > after)
                    page->lines.push_back(std::move(line));
            }
        }
        if (page->isWhole || self->m_setting.client == nullptr) {
            self->m_pages.push_back(page);
            if (self->m_pages.size() > MostPages)
                self->m_pages.pop_front();
            return done(page);
        }
        self->fetchFromCluster(after, page, receiver, done);
    };
    m_setting.storage.read(m_setting.name, after, LogPage::Bytes, read);
}

/// What the cluster has not is taken as it was stored.
void ContainerLog::fetchFromCluster(const LogPosition &after, const SharedLogPage &stored,
                                    const QPointer<QObject> &receiver, const LogFetches::Done &done)
{
    const QPointer self(this);
    m_setting.fetches.fetch(
        *m_setting.client, m_setting.name, after, m_setting.limits.maxLineLength, receiver,
        [self, stored, done](const SharedLogPage &page) {
            const bool isOlder = !page || page->lines.empty()
                || (!stored->lines.empty() && stored->lines.front().at < page->lines.front().at);
            const auto &better = isOlder ? stored : page;
            if (self && !better->lines.empty()) {
                self->m_pages.push_back(better);
                if (self->m_pages.size() > MostPages)
                    self->m_pages.pop_front();
            }
            done(better->lines.empty() ? nullptr : better);
        });
}

void ContainerLog::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT changed();
}

} // namespace gateway
