// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/topology/policytext.h"

#include <QCoreApplication>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Policy)
};

QString portText(const kube::PolicyPort &port)
{
    if (port.everyPort)
        return Tr::tr("every %1 port").arg(port.protocol);
    const auto number = port.name.isEmpty() ? QString::number(port.port) : port.name;
    if (port.endPort > 0)
        return u"%1 %2–%3"_s.arg(port.protocol, number, QString::number(port.endPort));
    return port.protocol + u' ' + number;
}

QString selectorText(const kube::LabelSelector &selector)
{
    return selector.isEmpty() ? QString() : u" ("_s + selector.toString() + u')';
}

QString peerText(const kube::PolicyPeer &peer)
{
    if (!peer.cidr.isEmpty()) {
        return peer.except.isEmpty()
            ? Tr::tr("addresses in %1").arg(peer.cidr)
            : Tr::tr("addresses in %1 except %2").arg(peer.cidr, peer.except.join(u", "_s));
    }
    const auto pods = peer.pods && !peer.pods->isEmpty()
        ? Tr::tr("pods%1").arg(selectorText(*peer.pods))
        : Tr::tr("every pod");
    if (!peer.nameSpaces)
        return Tr::tr("%1 of this namespace").arg(pods);
    return peer.nameSpaces->isEmpty()
        ? Tr::tr("%1 of every namespace").arg(pods)
        : Tr::tr("%1 of namespaces%2").arg(pods, selectorText(*peer.nameSpaces));
}

QString ruleText(const kube::PolicyRule &rule)
{
    QStringList peers;
    for (const auto &peer : rule.peers)
        peers.append(peerText(peer));
    QStringList ports;
    for (const auto &port : rule.ports)
        ports.append(portText(port));
    const auto who = peers.isEmpty() ? Tr::tr("everybody") : peers.join(Tr::tr(" or "));
    const auto where = ports.isEmpty() ? Tr::tr("every port") : ports.join(u", "_s);
    return Tr::tr("%1, on %2").arg(who, where);
}

void addRules(QStringList &lines, const std::vector<kube::PolicyRule> &rules, bool in)
{
    if (rules.empty())
        lines.append(in ? Tr::tr("in: nothing (denied by default)")
                        : Tr::tr("out: nothing (denied by default)"));
    for (const auto &rule : rules)
        lines.append((in ? Tr::tr("in from %1") : Tr::tr("out to %1")).arg(ruleText(rule)));
}

void writeVerdict(TextBuilder &text, const kube::PolicyVerdict &verdict, const QString &who,
                  bool in)
{
    text.put(u"    "_s);
    if (!verdict.isRestricted)
        text.put((in ? Tr::tr("No policy restricts what comes in to %1.")
                     : Tr::tr("No policy restricts what goes out of %1."))
                     .arg(who),
                 TextTone::Dim);
    else if (verdict.allowed)
        text.put((in ? Tr::tr("Coming in to %1 is allowed by %2.")
                     : Tr::tr("Going out of %1 is allowed by %2."))
                     .arg(who, verdict.allowing.join(u", "_s)),
                 TextTone::Ok);
    else
        text.put((in ? Tr::tr("Coming in to %1 is denied: %2 restrict it, and none allows this.")
                     : Tr::tr("Going out of %1 is denied: %2 restrict it, and none allows this."))
                     .arg(who, verdict.selecting.join(u", "_s)),
                 TextTone::Error);
    text.endLine();
}

} // namespace

std::optional<ReachAsked> ReachAsked::parse(const QString &text)
{
    auto words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    ReachAsked asked;
    if (!words.isEmpty() && (words[0] == "to"_L1 || words[0] == "from"_L1))
        asked.isFrom = words.takeFirst() == "from"_L1;
    if (words.size() != 2)
        return {};
    bool isNumber = false;
    asked.port = words[1].section(u'/', 0, 0).toInt(&isNumber);
    if (const auto protocol = words[1].section(u'/', 1).toUpper(); !protocol.isEmpty())
        asked.protocol = protocol;
    if (!isNumber || asked.port < 1 || asked.port > 65'535)
        return {};
    if (!QHostAddress(words[0]).isNull()) {
        asked.address = words[0];
    } else if (words[0].contains(u'/')) {
        asked.nameSpace = words[0].section(u'/', 0, 0);
        asked.pod = words[0].section(u'/', 1);
    } else {
        asked.pod = words[0];
    }
    return asked.pod.isEmpty() && asked.address.isEmpty() ? std::nullopt : std::optional(asked);
}

QStringList policyLines(const kube::NetworkPolicy &policy)
{
    QStringList lines;
    if (policy.isBroken)
        return {Tr::tr("its selector cannot be read: it restricts nobody")};
    if (policy.isIngress)
        addRules(lines, policy.ingress, true);
    if (policy.isEgress)
        addRules(lines, policy.egress, false);
    return lines;
}

void writePolicies(TextBuilder &text, const std::vector<kube::NetworkPolicy> &policies,
                   const QString &nameSpace, const QMap<QString, QString> &labels)
{
    const auto mine = kube::policiesOf(policies, nameSpace, labels);
    bool in = false;
    bool out = false;
    for (const auto &policy : mine) {
        in = in || policy.isIngress;
        out = out || policy.isEgress;
    }
    text.put(u"  "_s
             + (in ? Tr::tr("In: only what a policy below allows.")
                   : Tr::tr("In: everything; no policy restricts it.")));
    text.endLine();
    text.put(u"  "_s
             + (out ? Tr::tr("Out: only what a policy below allows.")
                    : Tr::tr("Out: everything; no policy restricts it.")));
    text.endLine();
    for (const auto &policy : mine) {
        text.put(u"  "_s).link(
            policy.name,
            {u"networking.k8s.io/v1"_s, u"NetworkPolicy"_s, policy.nameSpace, policy.name});
        text.endLine();
        for (const auto &line : policyLines(policy))
            text.put(u"    "_s + line, TextTone::Dim).endLine();
    }
}

void writeReach(TextBuilder &text, const kube::PolicyAnswer &answer, const QString &from,
                const QString &to, const ReachAsked &asked)
{
    const auto port = asked.protocol + u' ' + QString::number(asked.port);
    text.put(u"  "_s
                 + (answer.allowed() ? Tr::tr("Yes: %1 may reach %2 on %3.")
                                     : Tr::tr("No: %1 may not reach %2 on %3."))
                       .arg(from, to, port),
             answer.allowed() ? TextTone::Ok : TextTone::Error, true)
        .endLine();
    writeVerdict(text, answer.egress, from, false);
    writeVerdict(text, answer.ingress, to, true);
}

} // namespace workspace
