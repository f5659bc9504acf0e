// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/demo/apiserver.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTimer>

namespace support {

/// Pods on a demo server, many of them, and changes to them at a steady rate. Lives on the
/// server's thread.
class Churn : public QObject
{
public:
    explicit Churn(demo::ApiServer &server)
        : m_server(server)
    {
        using namespace std::chrono_literals;
        m_timer.callOnTimeout(this, &Churn::step);
        m_timer.setInterval(5ms);
    }

    static kube::GroupVersionResource pods()
    {
        return {{}, QStringLiteral("v1"), QStringLiteral("pods")};
    }

    void fill(int count)
    {
        for (; m_next < count; ++m_next)
            m_server.store().put(pod(m_next, 0));
    }
    void start(int perSecond)
    {
        m_perSecond = perSecond;
        m_since.start();
        m_before = m_changes;
        m_timer.start();
    }
    void stop() { m_timer.stop(); }
    int changes() const { return m_changes; }

private:
    static QJsonObject pod(int number, int restarts)
    {
        using namespace Qt::StringLiterals;
        const auto app = u"service-%1"_s.arg(number % 700);
        const auto hash = QString::number(number * 2654435761U % 0xffffff, 36);
        const bool bad = restarts % 17 == 16;
        const QJsonObject running{{u"running"_s, QJsonObject{}}};
        const QJsonObject waiting{
            {u"waiting"_s, QJsonObject{{u"reason"_s, u"CrashLoopBackOff"_s}}}};
        return {{u"apiVersion"_s, u"v1"_s},
                {u"kind"_s, u"Pod"_s},
                {u"metadata"_s,
                 QJsonObject{
                     {u"name"_s, u"%1-%2-%3"_s.arg(app, hash).arg(number)},
                     {u"namespace"_s, u"team-%1"_s.arg(number % 40)},
                     {u"labels"_s, QJsonObject{{u"app"_s, app}, {u"pod-template-hash"_s, hash}}}}},
                {u"spec"_s,
                 QJsonObject{{u"nodeName"_s, u"node-%1"_s.arg(number % 100)},
                             {u"containers"_s,
                              QJsonArray{QJsonObject{{u"name"_s, u"main"_s},
                                                     {u"image"_s, u"example/app:1"_s}}}}}},
                {u"status"_s,
                 QJsonObject{{u"phase"_s, u"Running"_s},
                             {u"podIP"_s, u"10.%1.%2.7"_s.arg(number / 256).arg(number % 256)},
                             {u"containerStatuses"_s,
                              QJsonArray{QJsonObject{{u"name"_s, u"main"_s},
                                                     {u"ready"_s, !bad},
                                                     {u"restartCount"_s, restarts},
                                                     {u"state"_s, bad ? waiting : running}}}}}}};
    }

    void step()
    {
        const auto due = qint64(double(m_since.nsecsElapsed()) / 1e9 * m_perSecond);
        while (m_changes - m_before < due) {
            ++m_changes;
            const int which = int(m_random.bounded(m_next));
            const auto before = pod(which, 0);
            const auto ref = m_server.store().refOf(before);
            if (m_changes % 20 == 0)
                m_server.store().put(pod(m_next++, 0));
            else if (m_changes % 20 == 10 && m_server.store().get(ref))
                m_server.store().remove(ref, 0).value_or(QJsonObject());
            else
                m_server.store().put(pod(which, m_changes)); // comes back when it was deleted
        }
    }

    demo::ApiServer &m_server;
    QTimer m_timer{this};
    QElapsedTimer m_since;
    QRandomGenerator m_random{42};
    int m_perSecond = 0;
    int m_next = 0;
    int m_changes = 0;
    int m_before = 0; ///< start()
};

} // namespace support
