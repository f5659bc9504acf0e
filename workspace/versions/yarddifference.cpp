// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/versions/yarddifference.h"

#include "workspace/yard/kinds.h"
#include "workspace/yard/yarddocument.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

struct DifferenceTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::YardDifference)
};

static constexpr qsizetype MostNamed = 5; // krates in a line
static constexpr qreal Still = 0.5; // units that are no move

static bool isMoved(const KrateRecord &a, const KrateRecord &b)
{
    const auto way = a.position - b.position;
    return std::abs(way.x()) > Still || std::abs(way.y()) > Still;
}

/// But for where it stands, and how near to the viewer.
static bool isChanged(KrateRecord a, const KrateRecord &b)
{
    a.position = b.position;
    a.seq = b.seq;
    a.cluster = b.cluster; // a context's name is this person's own
    return a != b;
}

YardDifference differenceOf(const Krates &now, const Krates &then)
{
    YardDifference difference;
    for (const auto &[id, krate] : then) {
        const auto found = now.find(id);
        if (found == now.end())
            difference.back.append(titleOf(krate));
        else if (isMoved(found->second, krate))
            difference.moved.append(titleOf(krate));
        else if (isChanged(found->second, krate))
            difference.changed.append(titleOf(krate));
    }
    for (const auto &[id, krate] : now) {
        if (!then.contains(id))
            difference.gone.append(titleOf(krate));
    }
    for (auto *list : {&difference.back, &difference.gone, &difference.moved, &difference.changed})
        list->sort();
    return difference;
}

QString summaryOf(const YardDifference &difference)
{
    if (difference.isEmpty())
        return DifferenceTr::tr("Nothing is different.");
    QStringList parts;
    const auto add = [&parts](const QStringList &krates, const QString &text) {
        if (!krates.isEmpty())
            parts.append(text);
    };
    add(difference.back,
        DifferenceTr::tr("%Ln krate(s) come back", nullptr, int(difference.back.size())));
    add(difference.gone, DifferenceTr::tr("%Ln go", nullptr, int(difference.gone.size())));
    add(difference.moved, DifferenceTr::tr("%Ln move", nullptr, int(difference.moved.size())));
    add(difference.changed,
        DifferenceTr::tr("%Ln show other windows", nullptr, int(difference.changed.size())));
    return parts.join(u", "_s) + u'.';
}

static QString named(const QStringList &krates)
{
    QStringList shown;
    for (const auto &title : krates.first(std::min(MostNamed, krates.size())))
        shown.append(title.simplified().left(40));
    const auto more = int(krates.size() - shown.size());
    const auto text = shown.join(u", "_s);
    return more > 0 ? DifferenceTr::tr("%1 and %Ln more", nullptr, more).arg(text) : text;
}

QStringList linesOf(const YardDifference &difference)
{
    QStringList lines;
    const auto add = [&lines](const QStringList &krates, const QString &text) {
        if (!krates.isEmpty())
            lines.append(text.arg(named(krates)));
    };
    add(difference.back, DifferenceTr::tr("Come back: %1"));
    add(difference.gone, DifferenceTr::tr("Go: %1"));
    add(difference.moved, DifferenceTr::tr("Move: %1"));
    add(difference.changed, DifferenceTr::tr("Show other windows: %1"));
    return lines;
}

std::optional<Krates> kratesIn(const QByteArray &state, const ClusterNames *names,
                               const std::map<QString, QString> &contexts)
{
    auto doc = YardDocument::makeDoc();
    if (!doc->applyUpdate(state, doc.get()))
        return {};
    YardDocument then;
    if (names)
        then.setClusterNames(*names);
    then.load(std::move(doc), contexts);
    return then.krates();
}

} // namespace workspace
