// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linecheck.h"

#include "kube/streams/logmark.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using logstore::LogStore;
using logstore::NoTime;

namespace soak {

LineCheck::LineCheck(const LogStore &store)
    : m_store(store)
{
}

void LineCheck::read()
{
    for (m_at = std::max(m_at, m_store.begin()); m_at < m_store.end(); ++m_at) {
        const auto line = m_store.line(m_at);
        if (line.level == logstore::Level::Mark)
            takeMark(line);
        else
            takeLine(line);
    }
}

bool LineCheck::hasBegun() const
{
    return std::ranges::all_of(m_pods, [](const Pod &pod) { return pod.next > 0; });
}

bool LineCheck::hasAll(const LogWriters::Counts &written) const
{
    return std::ranges::equal(m_pods, written, {}, &Pod::next);
}

LineCheck::Pod &LineCheck::podOf(const LogStore::Line &line)
{
    const auto name = m_store.sources().at(line.source); // "pod-3/app"
    return m_pods[size_t(name.mid(4, name.indexOf(u'/') - 4).toInt())];
}

void LineCheck::takeMark(const LogStore::Line &line)
{
    const auto mark = kube::logMarkOf(line.bytes);
    if (!mark || mark->kind != kube::LogMark::Kind::Gap)
        return;
    ++gaps;
    auto &pod = podOf(line);
    const qint64 to = mark->to == NoTime ? std::numeric_limits<qint64>::max() : mark->to;
    pod.gapFrom = pod.isMarked ? std::min(pod.gapFrom, mark->from) : mark->from;
    pod.gapTo = pod.isMarked ? std::max(pod.gapTo, to) : to;
    pod.isMarked = true;
}

void LineCheck::takeLine(const LogStore::Line &line)
{
    auto &pod = podOf(line);
    const int number = line.bytes.sliced(5).toInt();
    ++lines;
    if (number < pod.next)
        say(line, pod, u"comes twice"_s);
    if (number > pod.next) {
        missing += number - pod.next;
        if (!pod.isMarked)
            say(line, pod, u"nothing says that lines are missing"_s);
        else if (pod.gapFrom > pod.latest || pod.gapTo < line.time)
            say(line, pod, u"the mark speaks of %1 to %2"_s.arg(pod.gapFrom).arg(pod.gapTo));
    }
    pod.isMarked = false;
    pod.next = number + 1;
    pod.latest = line.time;
}

void LineCheck::say(const LogStore::Line &line, const Pod &pod, const QString &what)
{
    if (!m_problem.isEmpty())
        return;
    m_problem = u"%1, line %2 at %3: "_s.arg(m_store.sources().at(line.source))
                    .arg(pod.next)
                    .arg(pod.latest)
        + u"'%1' at %2: %3"_s.arg(QString::fromUtf8(line.bytes)).arg(line.time).arg(what);
}

} // namespace soak
