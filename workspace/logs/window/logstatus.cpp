// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/window/logstatus.h"

#include "workspace/errortext.h"
#include "workspace/logs/logmodel.h"

#include <QCoreApplication>
#include <QLocale>

#include <optional>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

using Freshness = WindowContent::Freshness;
using State = LogFeed::State;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::LogContent)
};

constexpr qint64 IdleAfter = 60'000; ///< milliseconds without a byte

/// For how many milliseconds a stream that lives has said nothing, once that is worth telling.
std::optional<qint64> idleFor(const LogFeed &feed)
{
    const auto heard = feed.stats().heard;
    if (feed.state() != State::Live || heard == logstore::NoTime)
        return {};
    const auto silent = QDateTime::currentMSecsSinceEpoch() - heard / 1'000'000;
    return silent > IdleAfter ? std::optional(silent) : std::nullopt;
}

} // namespace

Freshness freshnessOf(const LogFeed &feed, const LogModel &model)
{
    switch (feed.state()) {
    case State::Idle:
    case State::Connecting:
    case State::Waiting: return Freshness::Loading;
    case State::Live: return Freshness::Live;
    case State::Reconnecting:
    case State::Paused: return Freshness::Stale;
    case State::Ended: return Freshness::Ended;
    case State::Failed: return model.rowCount() > 0 ? Freshness::Stale : Freshness::Failed;
    }
    Q_UNREACHABLE_RETURN(Freshness::Failed);
}

QString statusOf(const LogFeed &feed)
{
    switch (feed.state()) {
    case State::Idle:
    case State::Connecting: return Tr::tr("Connecting…");
    case State::Waiting: return Tr::tr("Waiting for the container");
    case State::Live:
        if (const auto silent = idleFor(feed))
            return Tr::tr("Idle for %n minute(s)", nullptr, int(*silent / 60'000));
        return Tr::tr("Live");
    case State::Reconnecting: return Tr::tr("Connecting again (%1)…").arg(feed.attempt());
    case State::Paused: return Tr::tr("Paused");
    case State::Ended: return Tr::tr("Ended");
    case State::Failed: return errorText(feed.error());
    }
    Q_UNREACHABLE_RETURN({});
}

QString statsOf(const LogFeed &feed)
{
    const auto stats = feed.stats();
    const auto &store = feed.store();
    const QLocale locale;
    auto text =
        Tr::tr("%n line(s), %1 read, %2 kept in memory", nullptr, int(store.count()))
            .arg(locale.formattedDataSize(stats.bytes), locale.formattedDataSize(store.memory()));
    const auto add = [&text](const QString &more) { text += u", "_s + more; };
    if (store.fileSize() > 0)
        add(Tr::tr("%1 in a file").arg(locale.formattedDataSize(store.fileSize())));
    if (store.dropped() > 0)
        add(Tr::tr("%n dropped", nullptr, int(store.dropped())));
    if (stats.repeated > 0)
        add(Tr::tr("%n repeated left out", nullptr, int(stats.repeated)));
    if (stats.gaps > 0)
        add(Tr::tr("%n gap(s)", nullptr, int(stats.gaps)));
    return text;
}

bool isCrowded(const LogFeed &feed)
{
    const auto state = feed.state();
    const bool isCalm = state == State::Idle || state == State::Connecting || state == State::Live;
    return isCalm && feed.store().fileError().isEmpty() && feed.reach().leftOut > 0;
}

QString crowdText(const LogFeed &feed)
{
    const auto reach = feed.reach();
    const QLocale locale;
    return Tr::tr("%1 of %2 containers are followed.")
        .arg(locale.toString(reach.followed), locale.toString(reach.followed + reach.leftOut));
}

QString newsOf(const LogFeed &feed, const LogModel &model)
{
    switch (feed.state()) {
    case State::Waiting: return Tr::tr("The container has not started yet.");
    case State::Reconnecting:
        return Tr::tr("The log broke off. Reading on (attempt %1)…").arg(feed.attempt());
    case State::Paused: return Tr::tr("Paused. P reads on.");
    case State::Ended:
        return feed.request().previous
            ? Tr::tr("The log before the last restart. O shows the current one.")
            : Tr::tr("The log has ended.");
    case State::Failed: return model.rowCount() > 0 ? errorText(feed.error()) : QString();
    case State::Idle:
    case State::Connecting:
    case State::Live:
        if (const auto &problem = feed.store().fileError(); !problem.isEmpty())
            return Tr::tr(
                       "Older lines are dropped, for they cannot be kept on disk: %1. Make room in "
                       "the cache folder.")
                .arg(problem);
        if (isCrowded(feed))
            return crowdText(feed) + u' ' + Tr::tr("Choose pods or one container.");
        return {};
    }
    Q_UNREACHABLE_RETURN({});
}

QString emptinessOf(const LogFeed &feed, const LogModel &model)
{
    if (feed.state() == State::Failed)
        return errorText(feed.error());
    if (model.store().end() > model.store().begin())
        return model.hasRange() ? Tr::tr("No line matches at this time.")
                                : Tr::tr("No line matches.");
    if (feed.state() == State::Live || feed.state() == State::Ended)
        return Tr::tr("Nothing has been logged.");
    return Tr::tr("Reading the log…");
}

QString stateOf(const LogFeed::Stream *stream)
{
    if (!stream)
        return Tr::tr("gone");
    switch (stream->state) {
    case State::Idle:
    case State::Connecting: return Tr::tr("connecting");
    case State::Live: return Tr::tr("live");
    case State::Waiting: return Tr::tr("waiting");
    case State::Reconnecting: return Tr::tr("reconnecting, %1").arg(stream->attempt);
    case State::Paused: return Tr::tr("paused");
    case State::Ended: return Tr::tr("ended");
    case State::Failed: return Tr::tr("failed");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace workspace
