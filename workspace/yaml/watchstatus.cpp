// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yaml/watchstatus.h"

#include "workspace/errortext.h"

#include <QCoreApplication>

namespace workspace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace)
};

using State = ObjectWatch::State;

WindowContent::Freshness freshnessOf(const ObjectWatch &watch)
{
    switch (watch.state()) {
    case State::Loading: return WindowContent::Freshness::Loading;
    case State::Live: return WindowContent::Freshness::Live;
    case State::Stale: return WindowContent::Freshness::Stale;
    case State::Deleted: return WindowContent::Freshness::Ended;
    case State::Failed: return WindowContent::Freshness::Failed;
    }
    Q_UNREACHABLE_RETURN({});
}

QString statusOf(const ObjectWatch &watch)
{
    switch (watch.state()) {
    case State::Loading: return Tr::tr("Loading…");
    case State::Live: return watch.isPolled() ? Tr::tr("Read every 10 s") : Tr::tr("Live");
    case State::Stale:
        return watch.error() ? errorText(*watch.error()) : Tr::tr("Connecting again…");
    case State::Deleted: return Tr::tr("Deleted; this was its last state");
    case State::Failed: return watch.error() ? errorText(*watch.error()) : Tr::tr("Not found");
    }
    Q_UNREACHABLE_RETURN({});
}

Message messageOf(const ObjectWatch &watch, const ObjectId &id)
{
    const auto name = id.nameSpace.isEmpty() ? id.name : id.nameSpace + u'/' + id.name;
    if (watch.state() == State::Loading)
        return {.title = Tr::tr("Reading %1 %2…").arg(id.kind, name)};
    return {.tone = Message::Tone::Error,
            .title = Tr::tr("%1 %2 cannot be shown").arg(id.kind, name),
            .text = statusOf(watch)};
}

} // namespace workspace
