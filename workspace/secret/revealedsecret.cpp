// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/secret/revealedsecret.h"

#include "kube/access/maskedsecret.h"
#include "kube/api/apiclient.h"
#include "workspace/errortext.h"

using namespace Qt::StringLiterals;

namespace workspace {

RevealedSecret::RevealedSecret(kube::ApiClient &client, const kube::ObjectRef &ref, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_ref(ref)
{
}

RevealedSecret::~RevealedSecret() = default;

static QString versionOf(const QJsonObject &object)
{
    return object["metadata"_L1]["resourceVersion"_L1].toString();
}

QJsonObject RevealedSecret::with(const QJsonObject &object) const
{
    return kube::isMasked(object) && !isNeededFor(object) ? m_object : object;
}

bool RevealedSecret::isNeededFor(const QJsonObject &object) const
{
    return kube::isMasked(object)
        && (m_object.isEmpty() || versionOf(m_object) != versionOf(object));
}

void RevealedSecret::ask()
{
    if (m_isAsking)
        return;
    m_isAsking = true;
    m_problem.clear();
    const int mine = ++m_asked;
    kube::readRevealed(m_client, m_ref)
        .then(this, [this, mine](const kube::Result<QJsonObject> &answer) {
            if (mine == m_asked)
                take(answer);
        });
}

void RevealedSecret::take(const kube::Result<QJsonObject> &answer)
{
    m_isAsking = false;
    m_object = answer.value_or(QJsonObject());
    // Those of a watch have it, this one may not; and toYaml() knows a Secret by it.
    if (answer) {
        m_object["apiVersion"_L1] = u"v1"_s;
        m_object["kind"_L1] = u"Secret"_s;
    } else if (answer.error().kind == kube::Error::Kind::Forbidden) {
        m_problem = tr("The relay does not show you the values of this Secret. Ask who runs it for "
                       "the group that may see them.");
    } else {
        m_problem = errorText(answer.error());
    }
    Q_EMIT changed();
}

void RevealedSecret::forget()
{
    ++m_asked;
    m_isAsking = false;
    m_object = {};
    m_problem.clear();
}

} // namespace workspace
