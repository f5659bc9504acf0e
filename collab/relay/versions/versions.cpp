// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/versions/versions.h"

#include "collab/crdt/doc.h"
#include "collab/relay/relaylog.h"

#include <QCryptographicHash>
#include <QPointer>

#include <algorithm>
#include <chrono>
#include <memory>
#include <ranges>
#include <utility>

using namespace Qt::StringLiterals;

namespace relay {

using Kind = Versions::Problem::Kind;

namespace {

constexpr char restoring = 0; // its address is an origin

std::unexpected<Versions::Problem> problem(Kind kind, const QString &text)
{
    return std::unexpected(Versions::Problem{.kind = kind, .text = text});
}

std::unexpected<Versions::Problem> cannotLoad()
{
    return problem(Kind::Store, u"the yard cannot be loaded"_s);
}

Version versionOf(const QString &name, const QString &author)
{
    return {.id = makeRecordId(),
            .name = name,
            .author = author,
            .at = QDateTime::currentDateTimeUtc()};
}

bool isByItself(const Version &version)
{
    return version.isAutomatic && version.name.isEmpty();
}

/// Who knows the same ones means the same next one, of which a store keeps one: relays need not
/// agree on who makes it.
QString nextIdOf(const QString &yard, const std::vector<Version> &versions)
{
    QStringList ids;
    for (const auto &version : versions | std::views::filter(isByItself))
        ids.append(version.id);
    ids.sort();
    const auto seen = yard + u'\n' + ids.join(u'\n');
    const auto hash = QCryptographicHash::hash(seen.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.first(8).toHex());
}

/// How old the newest is, by the clock on the wall, which may have been set back since.
std::chrono::milliseconds ageOfNewest(const std::vector<Version> &versions)
{
    const auto now = QDateTime::currentDateTimeUtc();
    auto age = std::chrono::milliseconds::max();
    for (const auto &version : versions | std::views::filter(isByItself))
        age = std::min(age, std::chrono::abs(now - version.at));
    return age;
}

} // namespace

Versions::Versions(Rooms &rooms, VersionStore &store, const VersionLimits &limits, QObject *parent)
    : QObject(parent)
    , m_rooms(rooms)
    , m_store(store)
    , m_limits(limits)
{
    m_worker.setMaxThreadCount(1); // each takes memory, too
    connect(&rooms, &Rooms::changed, this, [this](const Room &room) { noteChange(room.name()); });
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &Versions::keepDue);
}

void Versions::add(const QString &yard, const Version &version, const QByteArray &state,
                   const Answer<Version> &answer)
{
    m_store.addVersion(yard, version, state, [answer](const auto &stored) {
        if (stored)
            answer(*stored);
        else
            answer(problem(Kind::Store, stored.error()));
    });
}

void Versions::keep(const QString &yard, const QString &name, const QString &author,
                    const Answer<Version> &answer)
{
    const QPointer<Versions> alive(this);
    const auto addNow = [=, this](Room *room) {
        if (!alive)
            return;
        if (room == nullptr)
            return answer(cannotLoad());
        room->whenStored([=, this] {
            if (alive)
                add(yard, versionOf(name, author), room->stateFor({}), answer);
        });
    };
    m_store.listVersions(yard, [=, this](const auto &versions) {
        if (!alive)
            return;
        if (!versions)
            return answer(problem(Kind::Store, versions.error()));
        qint64 bytes = 0;
        for (const auto &version : *versions)
            bytes += version.storedBytes;
        if (std::ranges::count(*versions, false, &Version::isAutomatic) >= m_limits.named)
            return answer(problem(Kind::Full,
                                  u"The yard has %1 named versions, which is the most that the "
                                  "relay keeps: delete one first."_s.arg(m_limits.named)));
        if (bytes >= m_limits.bytes)
            return answer(
                problem(Kind::Full,
                        u"The yard's versions take all of the %1 MiB that the relay "
                        "keeps for them: delete one first."_s.arg(m_limits.bytes / 1024 / 1024)));
        m_rooms.withRoom(yard, addNow);
    });
}

void Versions::restore(const QString &yard, const QString &id, const QString &author,
                       const Answer<Restored> &answer)
{
    const QPointer<Versions> alive(this);
    const auto load = [=, this](const QString &name) {
        m_store.loadVersion(yard, id, [=, this](const auto &state) {
            if (!alive)
                return;
            if (!state)
                return answer(problem(Kind::Store, state.error()));
            if (!*state)
                return answer(problem(Kind::NotThere, u"There is no such version."_s));
            restoreState(yard, **state, name, author, answer);
        });
    };
    m_store.listVersions(yard, [=](const auto &versions) {
        if (!alive)
            return;
        if (!versions)
            return answer(problem(Kind::Store, versions.error()));
        const auto found = std::ranges::find(*versions, id, &Version::id);
        load(found == versions->end() || found->name.isEmpty() ? id : found->name);
    });
}

void Versions::restoreState(const QString &yard, const QByteArray &state, const QString &name,
                            const QString &author, const Answer<Restored> &answer)
{
    const QPointer<Versions> alive(this);
    const auto found = [=, this](const std::optional<Restoration> &restoration) {
        if (restoration)
            apply(yard, *restoration, name, author, answer);
        else
            answer(problem(Kind::Unreadable, u"The state is not that of a whole yard."_s));
    };
    m_rooms.withRoom(yard, [=, this](Room *room) {
        if (room == nullptr)
            return answer(cannotLoad());
        room->whenStored([=, this] {
            if (alive)
                find(room->stateFor({}), state, found);
        });
    });
}

/// A large yard takes its time, in which others want to be served.
void Versions::find(const QByteArray &now, const QByteArray &then, const Finding &found)
{
    const auto id = ++m_lastFinding;
    m_findings[id] = found;
    m_worker.start([this, now, then, id] {
        const auto restoration = restorationOf(now, then);
        QMetaObject::invokeMethod(
            this, [this, restoration, id] { m_findings.extract(id).mapped()(restoration); },
            Qt::QueuedConnection);
    });
}

/// What was changed since it was found stays, as what others do at the same time does.
void Versions::apply(const QString &yard, const Restoration &restoration, const QString &name,
                     const QString &author, const Answer<Restored> &answer)
{
    struct Course
    {
        Restored restored = {};
        bool isStored = false;
        std::optional<std::expected<Version, Problem>> before = {};
    };
    // Shared by the steps that follow, each of which may be the last.
    const auto course = std::make_shared<Course>();
    course->restored.leftOut = restoration.leftOut;
    const auto finish = [course, answer] {
        if (!course->isStored || !course->before)
            return;
        if (!*course->before)
            return answer(std::unexpected(course->before->error()));
        course->restored.before = **course->before;
        answer(course->restored);
    };
    const QPointer<Versions> alive(this);
    const auto edit = [=, this](crdt::Doc &doc) {
        if (!alive)
            return;
        auto version = versionOf(u"Before “%1”"_s.arg(name.left(80)), author);
        version.isAutomatic = true;
        add(yard, version, doc.encodeStateAsUpdate(), [course, finish](const auto &before) {
            course->before = before;
            finish();
        });
        if (!restoration.update.isEmpty())
            (void)doc.applyUpdate(restoration.update, &restoring);
    };
    const auto stored = [=, this] {
        course->isStored = true;
        finish();
        if (alive)
            thinOut(yard);
    };
    m_rooms.withRoom(yard, [=](Room *room) {
        if (room == nullptr)
            return answer(cannotLoad());
        room->change({.edit = edit, .stored = stored});
    });
}

void Versions::noteChange(const QString &yard)
{
    auto &changed = m_changed[yard];
    changed.sinceLast.start();
    if (!changed.sinceFirst.isValid())
        changed.sinceFirst.start();
    if (!m_due.isActive())
        m_due.start(m_limits.every);
}

void Versions::keepDue()
{
    auto next = std::chrono::nanoseconds::max();
    std::vector<std::pair<QString, QElapsedTimer>> due;
    for (const auto &[yard, changed] : m_changed) {
        const auto left = m_limits.every - changed.sinceFirst.durationElapsed();
        if (left <= std::chrono::nanoseconds::zero())
            due.emplace_back(yard, changed.sinceLast);
        else
            next = std::min(next, std::chrono::nanoseconds(left));
    }
    for (const auto &[yard, sinceLast] : due) {
        m_changed.erase(yard);
        keepByItself(yard, sinceLast);
    }
    if (!m_changed.empty())
        m_due.start(std::chrono::ceil<std::chrono::milliseconds>(next));
}

/// Unless another relay has just done so. Of what changed here after that it knows nothing: it is
/// this relay's to keep, later.
void Versions::keepByItself(const QString &yard, const QElapsedTimer &sinceLast)
{
    const QPointer<Versions> alive(this);
    const auto addNow = [=, this](Room *room, const QString &id) {
        if (!alive || room == nullptr)
            return;
        auto version = versionOf({}, {});
        version.id = id;
        version.isAutomatic = true;
        add(yard, version, room->stateFor({}), [=, this](const auto &stored) {
            if (!stored)
                qCWarning(relayLog).noquote()
                    << "no version of room" << yard << "can be kept:" << stored.error().text;
            else if (alive)
                thinOut(yard);
        });
    };
    m_store.listVersions(yard, [=, this](const auto &versions) {
        if (!alive || !versions)
            return;
        const auto age = ageOfNewest(*versions);
        if (age >= std::chrono::milliseconds(m_limits.every) * 9 / 10) // clocks differ a little
            m_rooms.withRoom(yard,
                             [=, id = nextIdOf(yard, *versions)](Room *room) { addNow(room, id); });
        else if (sinceLast.durationElapsed() < age)
            noteChange(yard);
    });
}

void Versions::thinOut(const QString &yard)
{
    const QPointer<Versions> alive(this);
    m_store.listVersions(yard, [=, this](const auto &versions) {
        if (!alive || !versions)
            return;
        if (const auto ids = thinned(*versions, m_limits); !ids.isEmpty())
            m_store.removeVersions(yard, ids, [](const auto &) { });
    });
}

QStringList Versions::thinned(const std::vector<Version> &versions, const VersionLimits &limits)
{
    QStringList gone;
    std::vector<const Version *> kept;
    int recent = 0;
    std::vector<QDate> days;
    qint64 bytes = 0;
    for (const auto &version : versions) {
        bytes += version.storedBytes;
        if (!version.isAutomatic)
            continue;
        const auto day = version.at.date();
        const bool isLastOfDay = !std::ranges::contains(days, day);
        if (recent < limits.recent) {
            ++recent;
        } else if (isLastOfDay && int(days.size()) < limits.daily) {
            days.push_back(day);
        } else {
            gone.append(version.id);
            bytes -= version.storedBytes;
            continue;
        }
        kept.push_back(&version);
    }
    // The newest stays in any case: it may be what a restored yard was before.
    while (bytes > limits.bytes && kept.size() > 1) {
        bytes -= kept.back()->storedBytes;
        gone.append(kept.back()->id);
        kept.pop_back();
    }
    return gone;
}

} // namespace relay
