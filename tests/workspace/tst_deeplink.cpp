// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/links/deeplink.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::DeepLink;
using workspace::View;

class DeepLinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aLinkIsReadAndWrittenTheSame_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<DeepLink>("link");
        QTest::newRow("view") << u"krateyard://open/prod/shop/pod/web-1?view=logs"_s
                              << DeepLink{u"prod"_s,
                                          {u"pod"_s, u"shop"_s, u"web-1"_s, {View::Logs}}};
        QTest::newRow("views") << u"krateyard://open/prod/shop/pod/web?view=yaml,changes"_s
                               << DeepLink{
                                      u"prod"_s,
                                      {u"pod"_s, u"shop"_s, u"web"_s, {View::Yaml, View::Changes}}};
        QTest::newRow("no view") << u"krateyard://open/prod/shop/deployments.apps/web"_s
                                 << DeepLink{u"prod"_s,
                                             {u"deployments.apps"_s, u"shop"_s, u"web"_s}};
        QTest::newRow("cluster-scoped") << u"krateyard://open/prod/-/node/n1"_s
                                        << DeepLink{u"prod"_s, {u"node"_s, {}, u"n1"_s}};
        QTest::newRow("collection")
            << u"krateyard://open/prod/-/pods"_s << DeepLink{u"prod"_s, {u"pods"_s}};
        QTest::newRow("a context with slashes")
            << u"krateyard://open/arn%3Aaws%2Feks/shop/pod/web"_s.replace(u"%3A"_s, u":"_s)
            << DeepLink{u"arn:aws/eks"_s, {u"pod"_s, u"shop"_s, u"web"_s}};
        QTest::newRow("other letters") << u"krateyard://open/%E7%94%9F%E4%BA%A7/shop/pod/web"_s
                                       << DeepLink{u"生产"_s, {u"pod"_s, u"shop"_s, u"web"_s}};
        DeepLink log{u"prod"_s, {u"deployments.apps"_s, u"shop"_s, u"web"_s, {View::Logs}}};
        log.target.options = {.pod = u"web-1"_s,
                              .container = u"app"_s,
                              .filter = u"a/b & c"_s,
                              .time = u"2026-01-02T03:04:05.5Z"_s};
        QTest::newRow("a place in a log")
            << u"krateyard://open/prod/shop/deployments.apps/web?view=logs&pod=web-1&"
               "container=app&time=2026-01-02T03:04:05.5Z&filter=a%2Fb%20%26%20c"_s
            << log;
        QTest::newRow("a colon in the name")
            << u"krateyard://open/c/-/clusterrole/system:admin"_s
            << DeepLink{u"c"_s, {u"clusterrole"_s, {}, u"system:admin"_s}};
    }

    void aLinkIsReadAndWrittenTheSame()
    {
        QFETCH(const QString, text);
        QFETCH(const DeepLink, link);
        const auto read = DeepLink::parse(text);
        QVERIFY2(read, qPrintable(read ? QString() : read.error()));
        QCOMPARE(*read, link);
        QCOMPARE(link.toString(), text);
    }

    void everythingElseIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
        row("another scheme", u"https://open/c/n/pod/x"_s);
        row("another verb", u"krateyard://delete/c/n/pod/x"_s);
        row("no kind", u"krateyard://open/c/n"_s);
        row("nothing", u"krateyard://open/"_s);
        row("an empty part", u"krateyard://open/c//pod/x"_s);
        row("more parts", u"krateyard://open/c/n/pod/x/y"_s);
        row("a path in a name", u"krateyard://open/c/n/pod/..%2F..%2Fsecrets"_s);
        row("a parent folder", u"krateyard://open/c/n/pod/.."_s);
        row("a shell", u"krateyard://open/c/n/pod/x?view=shell"_s);
        row("an unknown view", u"krateyard://open/c/n/pod/x?view=delete"_s);
        row("a view twice", u"krateyard://open/c/n/pod/x?view=yaml,yaml"_s);
        row("too many views",
            u"krateyard://open/c/n/pod/x?view=yaml,describe,logs,changes,inspect"_s);
        row("another parameter", u"krateyard://open/c/n/pod/x?action=delete"_s);
        row("two parameters", u"krateyard://open/c/n/pod/x?view=yaml&run=1"_s);
        row("a log's place of YAML", u"krateyard://open/c/n/pod/x?view=yaml&container=a"_s);
        row("a container twice", u"krateyard://open/c/n/pod/x?view=logs&container=a&container=b"_s);
        row("no time", u"krateyard://open/c/n/pod/x?view=logs&time=yesterday"_s);
        row("a path in a container", u"krateyard://open/c/n/pod/x?view=logs&container=a%2F.."_s);
        row("something unknown of a log", u"krateyard://open/c/n/pod/x?view=logs&run=1"_s);
        row("a view of a collection", u"krateyard://open/c/n/pods?view=logs"_s);
        row("a fragment", u"krateyard://open/c/n/pod/x#y"_s);
        row("half an escape", u"krateyard://open/c/n/pod/x%2"_s);
        row("a control character", u"krateyard://open/c/n/pod/x%0a"_s);
        row("an escaped null", u"krateyard://open/c/n/pod/x%00"_s);
        row("no UTF-8", u"krateyard://open/c/n/pod/%ff%fe"_s);
        row("a long name", u"krateyard://open/c/n/pod/"_s + QString(254, u'x'));
        row("a long link", u"krateyard://open/c/n/pod/"_s + QString(3000, u'x'));
    }

    void everythingElseIsRefused()
    {
        QFETCH(const QString, text);
        const auto read = DeepLink::parse(text);
        QVERIFY(!read);
        QVERIFY(read.error().size() < 400);
    }

    void whatIsReadIsWithinItsBounds()
    {
        QRandomGenerator random(5);
        const auto letters = u"krateyard://open/ab-%2F0a?view=logs,yaml#&.é"_s;
        for (int i = 0; i < 20'000; ++i) {
            QString text = u"krateyard://open/"_s;
            const int length = random.bounded(40);
            for (int n = 0; n < length; ++n)
                text += letters[random.bounded(int(letters.size()))];
            const auto read = DeepLink::parse(text);
            if (!read)
                continue;
            QVERIFY(!read->context.isEmpty() && !read->target.kind.isEmpty());
            QVERIFY(!read->target.name.contains(u'/'));
            QVERIFY(std::ranges::find(read->target.views, View::Shell) == read->target.views.end());
            QCOMPARE(DeepLink::parse(read->toString()), read);
        }
    }

    void aKrateHasALink()
    {
        const workspace::KrateRecord krate{
            .cluster = u"prod"_s,
            .object = workspace::ObjectId{u"apps/v1"_s, u"Deployment"_s, u"shop"_s, u"web"_s}};
        QCOMPARE(linkTo(krate, View::Logs).toString(),
                 u"krateyard://open/prod/shop/Deployment.apps/web?view=logs"_s);
        QCOMPARE(linkTo(krate, View::Logs, {.pod = u"web-1"_s, .filter = u"timeout"_s}).toString(),
                 u"krateyard://open/prod/shop/Deployment.apps/web?view=logs&pod=web-1&"
                 "filter=timeout"_s);
        // What was looked for may be a secret, and a link is passed on.
        for (const auto &secret : {u"token=hunter2"_s, u"AKIAIOSFODNN7EXAMPLE1234567890abcdef"_s})
            QVERIFY(
                !linkTo(krate, View::Logs, {.filter = secret}).toString().contains(u"filter"_s));
        // Whom it is sent to decides about shells.
        QCOMPARE(linkTo(krate, View::Shell).toString(),
                 u"krateyard://open/prod/shop/Deployment.apps/web"_s);
    }
};

QTEST_GUILESS_MAIN(DeepLinkTest)
#include "tst_deeplink.moc"
