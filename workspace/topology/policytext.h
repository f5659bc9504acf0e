// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/policies/reach.h"
#include "workspace/textview/textbuilder.h"

namespace workspace {

/// A question as a person types it: "shop/web-1 8080", "192.0.2.1 53/udp", "to bank/db-0 5432".
struct ReachAsked
{
    bool isFrom = true; ///< the other end connects to the pod; else the pod to the other end
    QString nameSpace = {}; ///< of the other end's pod; empty: the pod's own, or an address
    QString pod = {};
    QString address = {}; ///< then there is no pod
    int port = 0;
    QString protocol = QStringLiteral("TCP");

    bool operator==(const ReachAsked &) const = default;

    /// No value when it is no such question.
    static std::optional<ReachAsked> parse(const QString &text);
};

/// What the policies that select a pod allow, in words; `policies` are those of its namespace.
void writePolicies(TextBuilder &text, const std::vector<kube::NetworkPolicy> &policies,
                   const QString &nameSpace, const QMap<QString, QString> &labels);

/// One NetworkPolicy in words, each rule a line.
QStringList policyLines(const kube::NetworkPolicy &policy);

/// "Yes: …" or "No: …", and why.
void writeReach(TextBuilder &text, const kube::PolicyAnswer &answer, const QString &from,
                const QString &to, const ReachAsked &asked);

} // namespace workspace
