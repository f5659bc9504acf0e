// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/policies/reach.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::PolicyEndpoint;

namespace {

/// The spec of a policy "one" in the namespace "shop".
kube::NetworkPolicy policyOf(const QByteArray &spec, const QString &name = u"one"_s)
{
    const auto json = QJsonDocument::fromJson(spec).object();
    return kube::networkPolicyFrom(
        {{u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"shop"_s}}},
         {u"spec"_s, json}});
}

/// "shop/web": a pod with the label app=web in a namespace with the label team=shop; "bank/db!": on
/// the host's network; anything else is an address outside.
PolicyEndpoint endOf(const QString &text)
{
    if (!text.contains(u'/'))
        return {.address = text};
    auto app = text.section(u'/', 1);
    const bool host = app.endsWith(u'!');
    if (host)
        app.chop(1);
    return {.nameSpace = text.section(u'/', 0, 0),
            .labels = {{u"app"_s, app}},
            .nameSpaceLabels = {{u"team"_s, text.section(u'/', 0, 0)}},
            .address = u"10.1.2.3"_s,
            .namedPorts = {{u"TCP/http"_s, 8080}, {u"UDP/dns"_s, 53}},
            .isHostNetwork = host};
}

} // namespace

class PoliciesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    // https://kubernetes.io/docs/concepts/services-networking/network-policies/
    void onePolicyDecides_data()
    {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to"); // with the port and, if not TCP, the protocol
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *name, const char *spec, const char *from, const char *to,
                            bool allowed) {
            QTest::newRow(name) << QByteArray(spec) << QString::fromLatin1(from)
                                << QString::fromLatin1(to) << allowed;
        };
        const auto *denyIn = "{\"podSelector\": {}}";
        row("default deny of ingress", denyIn, "shop/web", "shop/db 80", false);
        row("… from outside", denyIn, "192.0.2.1", "shop/db 80", false);
        row("… not of egress", denyIn, "shop/web", "bank/db 80", true);
        row("… not in other namespaces", denyIn, "shop/web", "bank/db 80", true);
        row("… not of host network", denyIn, "shop/web", "shop/db! 80", true);
        const auto *denyOut = "{\"podSelector\": {}, \"policyTypes\": [\"Egress\"]}";
        row("default deny of egress", denyOut, "shop/web", "192.0.2.1 443", false);
        row("… not of ingress", denyOut, "bank/web", "shop/db 80", true);
        const auto *allIn = "{\"podSelector\": {}, \"ingress\": [{}]}";
        row("an empty rule allows everybody", allIn, "192.0.2.1", "shop/db 80", true);
        row("no types and egress rules: both",
            "{\"podSelector\": {}, \"egress\": [{\"ports\": [{\"port\": 53}]}]}", "shop/web",
            "bank/db 80", false);
        row("… and ingress is closed", "{\"podSelector\": {}, \"egress\": [{}]}", "bank/web",
            "shop/db 80", false);
        row("types say ingress only: egress rules are idle",
            "{\"podSelector\": {}, \"policyTypes\": [\"Ingress\"], \"ingress\": [{}],"
            " \"egress\": [{\"ports\": [{\"port\": 1}]}]}",
            "shop/web", "bank/db 80", true);
        const auto *toDb = "{\"podSelector\": {\"matchLabels\": {\"app\": \"db\"}}}";
        row("other pods are not restricted", toDb, "shop/web", "shop/cache 80", true);
        row("the pods it selects are", toDb, "shop/web", "shop/db 80", false);
        const auto *fromWeb = "{\"podSelector\": {}, \"ingress\": [{\"from\": [{\"podSelector\":"
                              " {\"matchLabels\": {\"app\": \"web\"}}}]}]}";
        row("a pod selector", fromWeb, "shop/web", "shop/db 80", true);
        row("… means its own namespace", fromWeb, "bank/web", "shop/db 80", false);
        row("… and these labels", fromWeb, "shop/cron", "shop/db 80", false);
        const auto *anyPod =
            "{\"podSelector\": {}, \"ingress\": [{\"from\": [{\"podSelector\": {}}]}]}";
        row("an empty pod selector: the namespace's pods", anyPod, "shop/x", "shop/db 80", true);
        row("… and nobody else's", anyPod, "bank/x", "shop/db 80", false);
        const auto *fromBank =
            "{\"podSelector\": {}, \"ingress\": [{\"from\": [{\"namespaceSelector\":"
            " {\"matchLabels\": {\"team\": \"bank\"}}}]}]}";
        row("a namespace selector", fromBank, "bank/any", "shop/db 80", true);
        row("… not for the own one", fromBank, "shop/any", "shop/db 80", false);
        const auto *anySpace =
            "{\"podSelector\": {}, \"ingress\": [{\"from\": [{\"namespaceSelector\": {}}]}]}";
        row("an empty namespace selector: every pod", anySpace, "bank/x", "shop/db 80", true);
        row("… and nobody outside", anySpace, "192.0.2.1", "shop/db 80", false);
        const auto *both = "{\"podSelector\": {}, \"ingress\": [{\"from\": [{\"namespaceSelector\":"
                           " {\"matchLabels\": {\"team\": \"bank\"}}, \"podSelector\":"
                           " {\"matchLabels\": {\"app\": \"web\"}}}]}]}";
        row("both in one peer: and", both, "bank/web", "shop/db 80", true);
        row("… not one alone", both, "bank/x", "shop/db 80", false);
        const auto *either =
            "{\"podSelector\": {}, \"ingress\": [{\"from\": [{\"namespaceSelector\":"
            " {\"matchLabels\": {\"team\": \"bank\"}}}, {\"podSelector\":"
            " {\"matchLabels\": {\"app\": \"web\"}}}]}]}";
        row("in two peers: or", either, "bank/x", "shop/db 80", true);
        row("… either", either, "shop/web", "shop/db 80", true);
        row("… but one of them", either, "shop/x", "shop/db 80", false);
        const auto *block = "{\"podSelector\": {}, \"ingress\": [{\"from\": [{\"ipBlock\":"
                            " {\"cidr\": \"192.0.2.0/24\", \"except\": [\"192.0.2.128/25\"]}}]}]}";
        row("an address block", block, "192.0.2.1", "shop/db 80", true);
        row("… with an exception", block, "192.0.2.200", "shop/db 80", false);
        row("… and others outside", block, "198.51.100.1", "shop/db 80", false);
        row("an IPv6 block",
            "{\"podSelector\": {}, \"ingress\": [{\"from\": [{\"ipBlock\":"
            " {\"cidr\": \"2001:db8::/32\"}}]}]}",
            "2001:db8::1", "shop/db 80", true);
        const auto *ports = "{\"podSelector\": {}, \"ingress\": [{\"ports\": [{\"port\": 80},"
                            " {\"protocol\": \"UDP\", \"port\": 53}, {\"port\": \"http\"},"
                            " {\"port\": 9000, \"endPort\": 9010}]}]}";
        row("a port", ports, "bank/x", "shop/db 80", true);
        row("another port", ports, "bank/x", "shop/db 81", false);
        row("its protocol counts", ports, "bank/x", "shop/db 53", false);
        row("UDP", ports, "bank/x", "shop/db 53 UDP", true);
        row("a named port", ports, "bank/x", "shop/db 8080", true);
        row("the first of a range", ports, "bank/x", "shop/db 9000", true);
        row("the last of a range", ports, "bank/x", "shop/db 9010", true);
        row("past a range", ports, "bank/x", "shop/db 9011", false);
        row("a protocol without a port: all of them",
            "{\"podSelector\": {}, \"ingress\": [{\"ports\": [{\"protocol\": \"UDP\"}]}]}",
            "bank/x", "shop/db 4000 UDP", true);
        row("… and no other protocol",
            "{\"podSelector\": {}, \"ingress\": [{\"ports\": [{\"protocol\": \"UDP\"}]}]}",
            "bank/x", "shop/db 4000", false);
        row("egress to pods",
            "{\"podSelector\": {}, \"policyTypes\": [\"Egress\"], \"egress\": [{\"to\":"
            " [{\"podSelector\": {\"matchLabels\": {\"app\": \"db\"}}}]}]}",
            "shop/web", "shop/db 80", true);
        row("a selector that makes no sense matches nobody",
            "{\"podSelector\": {}, \"ingress\": [{\"from\": [{\"podSelector\":"
            " {\"matchExpressions\": [{\"key\": \"a\", \"operator\": \"Like\"}]}}]}]}",
            "shop/web", "shop/db 80", false);
    }

    void onePolicyDecides()
    {
        QFETCH(const QByteArray, spec);
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QFETCH(const bool, allowed);
        const auto parts = to.split(u' ');
        const auto answer = kube::mayReach({policyOf(spec)},
                                           {.from = endOf(from),
                                            .to = endOf(parts[0]),
                                            .protocol = parts.value(2, u"TCP"_s),
                                            .port = parts.value(1).toInt()});
        QCOMPARE(answer.allowed(), allowed);
    }

    void policiesAddUp()
    {
        const std::vector<kube::NetworkPolicy> policies{
            policyOf("{\"podSelector\": {}}", u"deny"_s),
            policyOf("{\"podSelector\": {}, \"ingress\": [{\"from\": [{\"podSelector\":"
                     " {\"matchLabels\": {\"app\": \"web\"}}}]}]}",
                     u"from-web"_s),
            policyOf("{\"podSelector\": {\"matchLabels\": {\"app\": \"cache\"}}}", u"cache"_s)};
        const auto answer = kube::mayReach(
            policies, {.from = endOf(u"shop/web"_s), .to = endOf(u"shop/db"_s), .port = 80});
        QVERIFY(answer.allowed());
        QVERIFY(!answer.egress.isRestricted);
        QCOMPARE(answer.ingress.selecting, QStringList({u"deny"_s, u"from-web"_s}));
        QCOMPARE(answer.ingress.allowing, QStringList(u"from-web"_s));
        QCOMPARE(kube::policiesOf(policies, u"shop"_s, {{u"app"_s, u"cache"_s}}).size(), 3U);
        QVERIFY(kube::policiesOf(policies, u"bank"_s, {}).empty());
    }

    void bothSidesMustAllow()
    {
        const std::vector<kube::NetworkPolicy> policies{
            policyOf("{\"podSelector\": {\"matchLabels\": {\"app\": \"web\"}},"
                     " \"policyTypes\": [\"Egress\"]}",
                     u"web-out"_s)};
        const auto answer = kube::mayReach(
            policies, {.from = endOf(u"shop/web"_s), .to = endOf(u"shop/db"_s), .port = 80});
        QVERIFY(!answer.allowed());
        QVERIFY(answer.ingress.allowed);
        QVERIFY(!answer.egress.allowed);
        QCOMPARE(answer.egress.selecting, QStringList(u"web-out"_s));
    }

    void nonsenseIsNoBlock()
    {
        QVERIFY(kube::isInBlock(u"10.1.2.3"_s, u"10.0.0.0/8"_s));
        QVERIFY(!kube::isInBlock(u"10.1.2.3"_s, u"2001:db8::/32"_s));
        QVERIFY(!kube::isInBlock(u"x"_s, u"10.0.0.0/8"_s));
        QVERIFY(!kube::isInBlock(u"10.1.2.3"_s, u"10.0.0.0/99"_s));
        QVERIFY(!kube::isInBlock({}, {}));
    }
};

QTEST_GUILESS_MAIN(PoliciesTest)

#include "tst_policies.moc"
