// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/health/diagnose.h"
#include "kube/health/lastlogline.h"
#include "kube/health/podroll.h"

#include <QTimer>

#include <memory>

namespace kube {

/// The exact health of one object, live: gathers what the object itself does not tell (the pods it
/// selects, the Services an Ingress names, the last line of a container that crashes).
///
/// Whoever watches the object and its events hands them in. Lives on the thread of its cache.
class HealthWatch : public QObject
{
    Q_OBJECT

public:
    enum class Detail {
        Sentence, ///< reads no log
        LastLine, ///< a person looks: the last log line of a crash belongs to it
    };

    /// `cache` is borrowed and must outlive this.
    HealthWatch(ResourceCache &cache, Detail detail, QObject *parent = nullptr);
    ~HealthWatch() override;

    /// The object as it is now, with apiVersion and kind; empty: nothing is known of it.
    void setObject(const QJsonObject &object);
    void setEvents(const std::vector<EventGroup> &events);

    const Diagnosis &diagnosis() const { return m_diagnosis; }
    /// What the container that crashes wrote last; empty when none does or it is not known.
    const QString &lastLine() const { return m_lastLine; }

Q_SIGNALS:
    void changed();

private:
    void judge();
    void watchPods();
    void watchServices();
    void readLastLine();

    ResourceCache &m_cache;
    Detail m_detail;
    QJsonObject m_object;
    std::vector<EventGroup> m_events;
    Diagnosis m_diagnosis;
    QTimer m_again; ///< some reasons come or go with nothing but time
    std::unique_ptr<PodRoll> m_pods;
    std::unique_ptr<Subscription> m_services; ///< of an Ingress's namespace
    std::map<QString, QString> m_serviceNames; ///< by uid
    QString m_lastLine;
    ContainerRef m_lineOf;
    int m_lineRestarts = -1; ///< how often it had restarted when the line was read
};

} // namespace kube
