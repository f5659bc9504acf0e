// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/view/sourcenames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qsizetype Longest = 24;

static qsizetype commonBegin(const QStringList &pods)
{
    auto common = pods.front();
    for (const auto &pod : pods) {
        const auto ends = std::ranges::mismatch(common, pod);
        common.truncate(ends.in1 - common.begin());
    }
    return common.lastIndexOf(u'-') + 1;
}

QStringList shortSourceNames(const QStringList &sources)
{
    QStringList pods;
    QStringList containers;
    for (const auto &source : sources) {
        const auto pod = source.section(u'/', 0, 0);
        const auto container = source.section(u'/', 1);
        if (!pod.isEmpty() && !pods.contains(pod))
            pods.append(pod);
        if (!containers.contains(container))
            containers.append(container);
    }
    const auto cut = pods.size() > 1 ? commonBegin(pods) : 0;
    QStringList names;
    for (const auto &source : sources) {
        QString name =
            source.section(u'/', 0, 0).sliced(std::min(cut, source.section(u'/', 0, 0).size()));
        if (containers.size() > 1) {
            const auto container = source.section(u'/', 1);
            name = pods.size() > 1 ? QString(name + u'/' + container) : container;
        }
        if (name.size() > Longest)
            name = name.first(Longest / 2 - 1) + u'…' + name.last(Longest / 2);
        names.append(name);
    }
    return names;
}

std::vector<logstore::SourceId> namedSources(const QStringList &sources)
{
    std::vector<logstore::SourceId> named;
    for (qsizetype i = 0; i < sources.size(); ++i) {
        if (!sources[i].isEmpty())
            named.push_back(logstore::SourceId(i));
    }
    return named;
}

} // namespace workspace
