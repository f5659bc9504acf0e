// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logwriters.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace soak {

static constexpr int PaceMs = 20;
static constexpr int MostAtOnce = 8; // of each pod: some 2,000 lines a second in all
static constexpr int FileLines = 500;
static constexpr qint64 RotatedMs = 10'000;
static constexpr int AwayMs = 400;
static constexpr qsizetype MostTold = 40;

LogWriters::LogWriters(demo::ApiServer &server, quint32 seed)
    : m_server(server)
    , m_random(seed)
{
    m_server.script().setRecording(false);
    for (int pod = 0; pod < Pods; ++pod)
        put(pod);
    m_timer.setInterval(PaceMs);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { write(); });
    m_timer.start();
}

QString LogWriters::nameOf(int pod)
{
    return u"pod-%1"_s.arg(pod);
}

demo::LogKey LogWriters::keyOf(int pod)
{
    return {QString::fromLatin1(NameSpace), nameOf(pod), u"app"_s};
}

void LogWriters::pause()
{
    m_timer.stop();
    for (int pod = 0; pod < Pods; ++pod)
        append(pod);
}

void LogWriters::goOn()
{
    m_timer.start();
}

void LogWriters::write()
{
    for (int pod = 0; pod < Pods; ++pod) {
        for (int i = m_random.bounded(MostAtOnce); i > 0; --i)
            append(pod);
    }
}

void LogWriters::append(int pod)
{
    auto &number = m_written[size_t(pod)];
    if (number % FileLines == FileLines - 1)
        rotate(pod); // the server's memory stays as it is, too
    m_server.logs().append(keyOf(pod), "line " + QByteArray::number(number++));
}

/// Not soon after a restart: when the first file of an instance goes before anybody has read it,
/// nothing in the API tells that it was there. A kubelet looks at the files every ten seconds.
void LogWriters::rotate(int pod)
{
    const auto &life = m_lives[size_t(pod)];
    if (life.isValid() && life.elapsed() < RotatedMs)
        return;
    tell(pod, u"rotated"_s);
    m_server.logs().rotate(keyOf(pod));
}

void LogWriters::disturb()
{
    const int pod = m_random.bounded(Pods);
    switch (m_random.bounded(7)) {
    case 0: tell(pod, u"cut"_s); return m_server.dropConnections();
    case 1: tell(pod, u"answers end"_s); return m_server.logs().endAnswers(keyOf(pod));
    case 2: return rotate(pod);
    case 3:
        tell(pod, u"restarted"_s);
        m_server.logs().restart(keyOf(pod));
        ++m_restarts[size_t(pod)];
        m_lives[size_t(pod)].start();
        return put(pod);
    case 4: // lines that nobody will ever read
        tell(pod, u"cut, lines written"_s);
        m_server.dropConnections();
        write();
        return rotate(pod);
    case 5:
        tell(pod, u"cut, and once more in the answer"_s);
        m_server.script().cut(
            u"/api/v1/namespaces/%1/pods/%2/log"_s.arg(QLatin1StringView(NameSpace), nameOf(pod)),
            m_random.bounded(5000), 1);
        return m_server.dropConnections();
    default: tell(pod, u"away"_s); return goAway();
    }
}

void LogWriters::tell(int pod, const QString &what)
{
    m_done.append(u"%1 %2 before line %3: %4"_s.arg(QDateTime::currentMSecsSinceEpoch())
                      .arg(nameOf(pod))
                      .arg(m_written[size_t(pod)])
                      .arg(what));
    if (m_done.size() > MostTold)
        m_done.removeFirst();
}

/// It goes on listening: once its port is free another program may be given it, for long.
void LogWriters::goAway()
{
    m_server.script().add({.action = demo::Fault::Action::Drop, .path = u"*"_s});
    m_server.dropConnections();
    QTimer::singleShot(AwayMs, &m_timer, [this] { m_server.script().clear(); });
}

void LogWriters::put(int pod)
{
    const QJsonObject state{{u"running"_s, QJsonObject()}};
    const QJsonObject status{
        {u"name"_s, u"app"_s}, {u"restartCount"_s, m_restarts[size_t(pod)]}, {u"state"_s, state}};
    const QJsonObject meta{{u"name"_s, nameOf(pod)},
                           {u"namespace"_s, QString::fromLatin1(NameSpace)},
                           {u"uid"_s, u"uid-%1"_s.arg(pod)},
                           {u"labels"_s, QJsonObject{{u"app"_s, u"soak"_s}}}};
    const QJsonArray containers{QJsonObject{{u"name"_s, u"app"_s}}};
    m_server.store().put(
        {{u"apiVersion"_s, u"v1"_s},
         {u"kind"_s, u"Pod"_s},
         {u"metadata"_s, meta},
         {u"spec"_s, QJsonObject{{u"containers"_s, containers}}},
         {u"status"_s,
          QJsonObject{{u"phase"_s, u"Running"_s}, {u"containerStatuses"_s, QJsonArray{status}}}}});
}

} // namespace soak
