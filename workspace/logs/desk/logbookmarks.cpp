// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/desk/logbookmarks.h"

#include "kube/logstore/stamp.h"
#include "workspace/session/session.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace workspace {

static const auto SectionName = u"logBookmarks"_s;

static auto placeOf(const LogBookmarks::Mark &mark)
{
    return std::tie(mark.time, mark.source);
}

LogBookmarks::LogBookmarks(Session *session, const QString &log, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_log(log)
{
    if (!m_session)
        return;
    read();
    const auto again = [this] {
        read();
        Q_EMIT changed();
    };
    connect(m_session, &Session::restored, this, again);
    connect(m_session, &Session::changed, this, [again](const QString &section) {
        if (section == SectionName)
            again(); // another window on the same log
    });
}

void LogBookmarks::read()
{
    m_marks.clear();
    // "logs": a list, the one marked last at its end.
    for (const auto &log : m_session->section(SectionName).value("logs"_L1).toArray()) {
        if (log["log"_L1].toString() != m_log)
            continue;
        for (const auto &entry : log["marks"_L1].toArray()) {
            const QByteArray stamp = entry["time"_L1].toString().toLatin1() + ' ';
            const auto time = logstore::stampOf(stamp);
            if (time.length == 0 || std::ssize(m_marks) == MostMarks)
                continue; // edited by hand
            m_marks.push_back({time.time, entry["source"_L1].toString().left(520),
                               entry["note"_L1].toString().left(LongestNote)});
        }
    }
    std::ranges::sort(m_marks, {}, placeOf);
}

void LogBookmarks::write()
{
    if (!m_session)
        return;
    QJsonArray logs;
    for (const auto &log : m_session->section(SectionName).value("logs"_L1).toArray()) {
        if (log["log"_L1].toString() != m_log)
            logs.append(log);
    }
    QJsonArray marks;
    for (const auto &mark : m_marks)
        marks.append(QJsonObject{{u"time"_s, QString::fromLatin1(logstore::stampText(mark.time))},
                                 {u"source"_s, mark.source},
                                 {u"note"_s, mark.note}});
    if (!marks.isEmpty())
        logs.append(QJsonObject{{u"log"_s, m_log}, {u"marks"_s, marks}});
    while (logs.size() > MostLogs)
        logs.removeFirst();
    m_session->setSection(SectionName, QJsonObject{{u"logs"_s, logs}});
}

std::optional<QString> LogBookmarks::noteOf(qint64 time, const QString &source) const
{
    const auto found = std::ranges::lower_bound(m_marks, std::tie(time, source), {}, placeOf);
    if (found == m_marks.end() || found->time != time || found->source != source)
        return {};
    return found->note;
}

bool LogBookmarks::set(qint64 time, const QString &source, const std::optional<QString> &note)
{
    if (time == logstore::NoTime)
        return false;
    const auto place = std::ranges::lower_bound(m_marks, std::tie(time, source), {}, placeOf);
    const bool isThere = place != m_marks.end() && place->time == time && place->source == source;
    if (!note && isThere)
        m_marks.erase(place);
    else if (note && isThere)
        place->note = note->left(LongestNote);
    else if (note)
        m_marks.insert(place, {time, source, note->left(LongestNote)});
    if (std::ssize(m_marks) > MostMarks)
        m_marks.erase(m_marks.begin());
    write();
    Q_EMIT changed();
    return true;
}

std::optional<LogBookmarks::Mark> LogBookmarks::after(qint64 time) const
{
    if (m_marks.empty())
        return {};
    const auto next = std::ranges::upper_bound(m_marks, time, {}, &Mark::time);
    return next == m_marks.end() ? m_marks.front() : *next;
}

} // namespace workspace
