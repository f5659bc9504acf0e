// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/events/eventwatch.h"
#include "kube/health/healthwatch.h"
#include "workspace/yaml/objectwatch.h"

namespace workspace {

/// The exact health of an object that nobody else watches: the object, its events and what belongs
/// to them. Reads no log.
class ExactHealth final : public QObject
{
    Q_OBJECT

public:
    /// `cache` is borrowed and must outlive this.
    ExactHealth(kube::ResourceCache &cache, const kube::ApiResource &resource,
                const QString &nameSpace, const QString &name, QObject *parent = nullptr);

    /// Unknown until the object is read.
    const kube::Diagnosis &diagnosis() const { return m_health.diagnosis(); }
    bool isKnown() const { return !m_watch.object().isEmpty(); }

Q_SIGNALS:
    void changed();

private:
    void takeObject();

    kube::ResourceCache &m_cache;
    ObjectWatch m_watch;
    kube::HealthWatch m_health;
    std::unique_ptr<kube::EventWatch> m_events;
    QString m_uid; ///< whose events are watched
};

} // namespace workspace
