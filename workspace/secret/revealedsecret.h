// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"
#include "kube/objectref.h"

#include <QJsonObject>
#include <QObject>

namespace kube {
class ApiClient;
}

namespace workspace {

/// The values of a Secret that comes without them, through a relay's gateway: asked for when a
/// person wants to see one, kept until they hide them or the Secret changes, and in memory only.
/// For a Secret with values it does nothing. GUI thread only.
class RevealedSecret final : public QObject
{
    Q_OBJECT

public:
    /// `client` is borrowed and must outlive it.
    RevealedSecret(kube::ApiClient &client, const kube::ObjectRef &ref, QObject *parent = nullptr);
    ~RevealedSecret() override;

    /// `object`, with its values where they are known.
    QJsonObject with(const QJsonObject &object) const;
    /// Whether the values of `object` have to be asked for before they can be shown.
    bool isNeededFor(const QJsonObject &object) const;
    void ask(); ///< changed() follows
    /// With values, as it was when it was asked for; empty: not known.
    const QJsonObject &object() const { return m_object; }
    void forget();
    bool isAsking() const { return m_isAsking; }
    /// Why the values cannot be seen: a sentence; empty: nobody asked, or they can.
    const QString &problem() const { return m_problem; }

Q_SIGNALS:
    void changed();

private:
    void take(const kube::Result<QJsonObject> &answer);

    kube::ApiClient &m_client;
    const kube::ObjectRef m_ref;
    QJsonObject m_object; ///< with values; empty: not known
    QString m_problem;
    int m_asked = 0; ///< what was forgotten meanwhile is not taken
    bool m_isAsking = false;
};

} // namespace workspace
