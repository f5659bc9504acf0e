// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/demo/story/chatter.h"
#include "kube/demo/story/world.h"
#include "kube/demo/streams/logsource.h"

#include <QHash>

namespace demo {

/// Scheduler and kubelets of the demo cluster: places pods, starts, crashes, ends and removes their
/// containers, and lets them write logs.
///
/// A pod's annotation "demo.krateyard.dev/behaviour" says how it lives: "crash", "bad-image",
/// "unschedulable", "batch" (runs for 25 s and succeeds); without it, it runs for ever.
class Kubelet
{
public:
    Kubelet(World &world, LogSource &logs); ///< both are borrowed

    void step(); ///< looks after every pod, at the world's time

private:
    struct Life
    {
        enum class Stage { New, Creating, Starting, Running, Backoff, BadImage, Ended };
        Stage stage = Stage::New;
        QDateTime next = {}; ///< when the next thing happens
        QDateTime started = {};
        QDateTime deletingSince = {};
        int restarts = 0;
        QJsonObject lastState = {};
        QString ip = {};
        std::vector<Voice> voices = {};
        bool seen = false;
    };

    void care(const QJsonObject &pod, Life &life);
    void schedule(const QJsonObject &pod, Life &life);
    void create(const QJsonObject &pod, Life &life);
    void run(const QJsonObject &pod, Life &life);
    void ready(const QJsonObject &pod, Life &life);
    void end(const QJsonObject &pod, Life &life, int exitCode);
    void failPull(const QJsonObject &pod, Life &life);
    void talk(const QJsonObject &pod, Life &life);
    bool buryWhenDeleted(const QJsonObject &pod, Life &life);

    QJsonObject statusOf(const QJsonObject &pod, const Life &life, const QString &phase,
                         const QJsonObject &state, bool isReady) const;
    LogKey keyOf(const QJsonObject &pod, const QString &container) const;

    World &m_world;
    LogSource &m_logs;
    QHash<QString, Life> m_lives;
    int m_addresses = 10;
};

} // namespace demo
