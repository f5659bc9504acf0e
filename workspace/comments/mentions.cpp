// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/comments/mentions.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace workspace {

struct CommentTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Comments)
};

static constexpr qsizetype LongestTyped = 64; // of a name, until the "@" is taken as one

static bool isWord(QChar sign)
{
    return sign.isLetterOrNumber() || sign == u'_';
}

/// Whether an "@" there can mention somebody.
static bool canBegin(QStringView text, qsizetype at)
{
    return at == 0 || !isWord(text[at - 1]);
}

static bool isNameAt(QStringView text, qsizetype at, QStringView name)
{
    const qsizetype end = at + name.size();
    return !name.isEmpty() && text.sliced(at).startsWith(name, Qt::CaseInsensitive)
        && (end == text.size() || !isWord(text[end]) || !isWord(name.back()));
}

std::vector<Mention> mentionsIn(const QString &text, const QStringList &names)
{
    QStringList longestFirst = names;
    std::ranges::stable_sort(longestFirst, std::greater(), &QString::size);
    std::vector<Mention> found;
    for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', at + 1)) {
        if (!canBegin(text, at))
            continue;
        const auto name = std::ranges::find_if(
            longestFirst, [&](const QString &known) { return isNameAt(text, at + 1, known); });
        if (name == longestFirst.end())
            continue;
        found.push_back({at, name->size() + 1, *name});
        at += name->size();
    }
    return found;
}

bool isMentioned(const QString &text, const QString &name)
{
    return !mentionsIn(text, {name}).empty();
}

std::optional<MentionBegun> mentionBegun(const QString &text, qsizetype cursor)
{
    const QStringView before = QStringView(text).first(qBound(0, cursor, text.size()));
    const qsizetype at = before.lastIndexOf(u'@');
    if (at < 0 || !canBegin(before, at))
        return {};
    const QStringView typed = before.sliced(at + 1);
    if (typed.size() > LongestTyped || typed.contains(u'\n') || typed.startsWith(u' '))
        return {};
    return MentionBegun{at, typed.toString()};
}

QStringList namesFor(const QString &typed, const QStringList &names, qsizetype most)
{
    QStringList found;
    for (const auto &name : names) {
        bool fits = name.startsWith(typed, Qt::CaseInsensitive);
        for (qsizetype at = name.indexOf(u' '); at >= 0 && !fits; at = name.indexOf(u' ', at + 1))
            fits = name.sliced(at + 1).startsWith(typed, Qt::CaseInsensitive);
        if (fits && found.size() < most && !found.contains(name))
            found.append(name);
    }
    return found;
}

QString timeAgo(const QDateTime &at, const QDateTime &now)
{
    static constexpr int Minute = 60;
    static constexpr int Hour = 60 * Minute;
    static constexpr int Day = 24 * Hour;
    const auto seconds = at.secsTo(now);
    if (seconds < Minute)
        return CommentTr::tr("just now");
    if (seconds < Hour)
        return CommentTr::tr("%1 min ago").arg(seconds / Minute);
    if (seconds < Day)
        return CommentTr::tr("%1 h ago").arg(seconds / Hour);
    if (seconds < 2 * Day)
        return CommentTr::tr("yesterday");
    if (seconds < 7 * Day)
        return CommentTr::tr("%1 days ago").arg(seconds / Day);
    return QLocale().toString(at.toLocalTime().date(), QLocale::ShortFormat);
}

} // namespace workspace
