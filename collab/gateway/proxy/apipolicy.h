// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/caller.h"
#include "collab/gateway/policy/authorizer.h"
#include "collab/gateway/proxy/apitarget.h"
#include "kube/api/discovery.h"

#include <QJsonObject>

namespace gateway {

/// What the gateway's rules say of one request to a cluster's API. The cluster's own come after.
class ApiPolicy
{
public:
    /// All is borrowed; `kinds` tells which have namespaces. Of a kind that is not there nobody
    /// knows, so all of its objects together are for those who may see any.
    ApiPolicy(const Authorizer &authorizer, const Caller &caller, const kube::ApiResources &kinds,
              const ApiTarget &target, const QUrlQuery &query);

    const Access &access() const { return m_access; } ///< as the audit log has it
    /// Why not; no value: it may be sent.
    std::optional<kube::Error> refusal() const;
    /// Secrets' values are to be shown.
    bool reveals() const { return m_reveals; }
    bool isNamespaced() const { return m_isNamespaced; }

private:
    bool isAboutOneself() const;
    bool isServed() const;
    bool mayProxy() const;
    bool mayDeleteAll() const;

    const Authorizer &m_authorizer;
    const Caller &m_caller;
    const ApiTarget &m_target;
    bool m_isKnown = false;
    bool m_isNamespaced = false;
    bool m_reveals = false;
    Access m_access;
};

/// Whether the rules let the caller do what a SelfSubjectAccessReview's `spec.resourceAttributes`
/// ask about.
bool allowsReviewed(const Authorizer &authorizer, const Caller &caller,
                    const kube::ApiResources &kinds, const QJsonObject &attributes);

/// A SelfSubjectRulesReview with what the rules leave of it.
QJsonObject trimmedRules(const Authorizer &authorizer, const Caller &caller, QJsonObject review);

} // namespace gateway
