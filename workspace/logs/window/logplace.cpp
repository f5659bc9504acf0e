// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/window/logplace.h"

#include "kube/logstore/stamp.h"
#include "workspace/logs/desk/timelead.h"
#include "workspace/logs/view/logpanes.h"
#include "workspace/logs/window/logquery.h"

#include <algorithm>

namespace workspace {

LogPlace::LogPlace(const LogParts &parts)
    : m_parts(parts)
{
}

ViewOptions LogPlace::now() const
{
    const auto &feed = m_parts.feed;
    const auto &pane = m_parts.panes.pane();
    const auto &store = m_parts.panes.store();
    const auto streams = feed.streams();
    const auto &request = feed.request();
    QString time;
    if (!pane.isFollowing() && store.count() > 0) {
        const auto top = store.timeBefore(std::min(pane.topLine(), store.end() - 1));
        time = top == logstore::NoTime ? QString() : QString::fromLatin1(logstore::stampText(top));
    }
    return {.pod = streams.size() == 1 ? streams.front().pod : QString(),
            .container = feed.choices().containers.isEmpty() ? QString() : request.container,
            .previous = request.previous,
            .timestamps = pane.areStampsShown(),
            .filter = m_parts.panes.model().filter().text(),
            .time = time,
            .tail = request.tail.value_or(-1),
            .sinceSeconds = request.sinceSeconds};
}

void LogPlace::goTo(const ViewOptions &options, LogActions &actions)
{
    if (!options.container.isEmpty() && options.container != m_parts.feed.request().container
        && m_parts.feed.choices().containers.contains(options.container))
        actions.showContainer(options.container);
    m_wantedPod = options.pod;
    if (!options.filter.isEmpty())
        m_parts.query.filter(options.filter);
    const QByteArray stamp = options.time.toLatin1() + ' ';
    if (const auto time = logstore::stampOf(stamp); time.length > 0)
        m_parts.lead.want(time.time);
}

void LogPlace::goOn()
{
    showWantedPod();
    m_parts.lead.goToWanted();
}

/// A link to one pod of several: the others are there, but not shown.
void LogPlace::showWantedPod()
{
    const auto &sources = m_parts.panes.store().sources();
    const QString prefix = m_wantedPod + u'/';
    const auto isOfPod = [&prefix](const QString &source) { return source.startsWith(prefix); };
    if (m_wantedPod.isEmpty() || std::ranges::none_of(sources, isOfPod))
        return;
    std::vector<bool> hidden;
    for (const auto &source : sources)
        hidden.push_back(!source.isEmpty() && !isOfPod(source));
    m_parts.panes.model().setHiddenSources(std::move(hidden));
    m_wantedPod.clear();
}

} // namespace workspace
