// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/demo/story/controllers.h"
#include "kube/demo/story/kubelet.h"
#include "kube/demo/story/world.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace demo {

class ApiServer;

/// A living set of workloads for a demo cluster: pods start, log, crash and end, a rollout goes on
/// every 40 s, a job runs every minute; what people change (scale, delete, patch) takes effect.
///
/// The constructor fills the server with 20 minutes of history at once. The same seed tells the
/// same story, but for the time of day.
class Story : public QObject
{
    Q_OBJECT

public:
    /// `server` is borrowed and must outlive the story.
    explicit Story(ApiServer &server, unsigned seed = 1, QObject *parent = nullptr);

    void start(); ///< lets time pass by itself, in steps of 250 ms
    void stop();
    /// Lets this much time pass at once, in steps of 250 ms.
    void advance(std::chrono::milliseconds time);

private:
    void step(std::chrono::milliseconds time);
    void live(); ///< what the script of the story says
    void rollOut();

    World m_world;
    Controllers m_controllers;
    Kubelet m_kubelet;
    QTimer m_timer;
    QDateTime m_nextRollout;
    QDateTime m_nextCronJob;
    QDateTime m_nextCompaction;
    qint64 m_oldest = 0; ///< the revision up to which history is forgotten then
    int m_release = 0;
    bool m_changed = true; ///< the store was written to since the last reconcile
};

} // namespace demo
