// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/helm/releasecontent.h"
#include "workspace/helm/releaselist.h"

#include "kube/api/apiclient.h"
#include "kube/cluster.h"
#include "kube/demo/apiserver.h"
#include "paintedhost.h"
#include "support/helmcases.h"
#include "workspace/yard/kinds.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

using Freshness = WindowContent::Freshness;

static const QString SettingsYaml = u"apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n"
                                    "data: {colour: %1}\n---\napiVersion: v1\nkind: Secret\n"
                                    "metadata: {name: login}\ndata: {password: bWFya2Vy}\n"_s;

/// The windows of Helm releases against the demo API server, with real events and pictures.
class ReleaseContentsTest : public QObject
{
    Q_OBJECT

    /// The lines that differ, each with its side: "−colour: blue".
    static QString diffOf(const ReleaseContent &content)
    {
        const auto left = comparedText(content.state(), content.state().from).split(u'\n');
        const auto right = comparedText(content.state(), content.state().to).split(u'\n');
        QStringList lines;
        for (const auto &hunk : content.diff().diff().hunks) {
            for (int i = 0; i < hunk.leftCount; ++i)
                lines.append(u"−"_s + left[hunk.left + i].trimmed());
            for (int i = 0; i < hunk.rightCount; ++i)
                lines.append(u"+"_s + right[hunk.right + i].trimmed());
        }
        return lines.join(u'\n');
    }
    static QString textOf(ReleaseContent &content)
    {
        QStringList lines;
        for (const auto &line : content.pane().document().lines)
            lines.append(line.text);
        return lines.join(u'\n');
    }
    static void click(QWidget &host, TextPane &pane, const QString &action)
    {
        const auto &targets = pane.document().targets;
        const auto found = std::ranges::find(targets, action, &TextTarget::action);
        QVERIFY2(found != targets.end(), qPrintable(action));
        const auto box = pane.rectOfTarget(int(found - targets.begin()));
        QVERIFY2(!box.isEmpty(), qPrintable(action));
        QTest::mouseClick(&host, Qt::LeftButton, {}, box.center().toPoint());
    }
    QString labelled(int revision) const
    {
        const auto name = kube::helmObjectName(u"web"_s, revision);
        const auto secret = m_server->store().get({{{}, u"v1"_s, u"secrets"_s}, u"shop"_s, name});
        return secret ? secret->value("metadata"_L1)["labels"_L1]["status"_L1].toString()
                      : QString();
    }
    std::unique_ptr<ReleaseContent> open(View view, const QString &name = u"web"_s)
    {
        return std::make_unique<ReleaseContent>(
            *m_cluster, u"demo"_s, ObjectId{QString(OwnApiVersion), u"Release"_s, u"shop"_s, name},
            view, m_highlighting, m_look);
    }

    Look m_look{Theme::darkTheme()};
    YamlHighlighting m_highlighting;
    std::unique_ptr<demo::ApiServer> m_server;
    std::unique_ptr<kube::Cluster> m_cluster;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_server = std::make_unique<demo::ApiServer>();
        QVERIFY(m_server->listen());
        auto &store = m_server->store();
        store.put(support::helmObject({.revision = 1,
                                       .status = u"superseded"_s,
                                       .manifest = SettingsYaml.arg(u"blue"_s),
                                       .values = {{u"password"_s, u"marker-value"_s}}}));
        store.put(support::helmObject({.revision = 2, .manifest = SettingsYaml.arg(u"green"_s)}));
        store.put(
            support::helmObject({.nameSpace = u"bank"_s, .name = u"db"_s, .status = u"failed"_s}));
        store.put(
            {{u"apiVersion"_s, u"v1"_s},
             {u"kind"_s, u"ConfigMap"_s},
             {u"metadata"_s, QJsonObject{{u"name"_s, u"settings"_s}, {u"namespace"_s, u"shop"_s}}},
             {u"data"_s, QJsonObject{{u"colour"_s, u"green"_s}}}});
        m_cluster = std::make_unique<kube::Cluster>(
            kube::ClientConfig{.server = m_server->url().toString()});
        m_cluster->connectToServer();
        QTRY_VERIFY(m_cluster->hasResources());
    }
    void cleanup()
    {
        m_cluster.reset();
        m_server.reset();
    }

    void theListReadsTheChartsOfTheRowsInView()
    {
        ReleaseList list(m_cluster->cache(), {}, m_look);
        PaintedHost host(list, m_look, {900, 300});
        host.show();
        QTRY_COMPARE(list.model().rowCount(), 2);
        QTRY_COMPARE(list.model().row(1).chart, "web-1.2.2"_L1);
        QCOMPARE(list.model().row(1).appVersion, "8.2"_L1);
        QCOMPARE(list.model().row(0).newest.status, "failed"_L1);
        QTRY_COMPARE(list.freshness(), Freshness::Live);
        // Superseded revisions are nobody's business here.
        QCOMPARE(m_server->script().count(
                     u"/api/v1/namespaces/shop/secrets/sh.helm.release.v1.web.v1"_s),
                 0);
        takePicture(host, u"releases"_s);
    }

    void enterOpensTheValuesAndLettersTheOtherViews()
    {
        ReleaseList list(m_cluster->cache(), {u"shop"_s}, m_look);
        PaintedHost host(list, m_look, {900, 300});
        QTRY_COMPARE(list.model().rowCount(), 1);
        QSignalSpy opened(&list, &ListContent::openRequested);
        QTest::keyClick(&host, Qt::Key_Down);
        QTest::keyClick(&host, Qt::Key_Return);
        QTest::keyClick(&host, Qt::Key_H, Qt::AltModifier);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened[0][0].value<ObjectId>().name, "web"_L1);
        QCOMPARE(opened[0][1].value<View>(), View::Values);
        QCOMPARE(opened[1][1].value<View>(), View::History);
    }

    void noReleasesAndNoRightsAreSaid()
    {
        ReleaseList none(m_cluster->cache(), {u"empty"_s}, m_look);
        PaintedHost host(none, m_look, {700, 300});
        QTRY_COMPARE(none.freshness(), Freshness::Live);
        takePicture(host, u"releases-none"_s);
        for (const auto &resource : {u"secrets"_s, u"configmaps"_s})
            m_server->script().forbid({.resource = resource, .nameSpace = u"closed"_s});
        ReleaseList closed(m_cluster->cache(), {u"closed"_s}, m_look);
        PaintedHost second(closed, m_look, {700, 300});
        QTRY_COMPARE(closed.freshness(), Freshness::Failed);
        QVERIFY2(closed.statusText().contains("secrets"_L1), qPrintable(closed.statusText()));
        takePicture(second, u"releases-forbidden"_s);
    }

    void valuesFollowTheNewestRevisionAndHideSecrets()
    {
        const auto content = open(View::Values);
        PaintedHost host(*content, m_look, {760, 420});
        host.show();
        QTRY_COMPARE(content->freshness(), Freshness::Live);
        QVERIFY(textOf(*content).contains("revision 2"_L1));
        QTest::keyClick(&host, Qt::Key_BracketLeft);
        QTRY_VERIFY(textOf(*content).contains(u"password: ••••"_s));
        QVERIFY(!textOf(*content).contains("marker"_L1));
        click(host, content->pane(), u"reveal:password"_s);
        QVERIFY(textOf(*content).contains("marker-value"_L1));
        takePicture(host, u"release-values"_s);
        QTest::keyClick(&host, Qt::Key_BracketRight);
        QTRY_VERIFY(textOf(*content).contains("revision 2"_L1));
        QTest::keyClick(&host, Qt::Key_V);
        QVERIFY(textOf(*content).contains("replicas: 1"_L1));
        m_server->store().put(support::helmObject({.revision = 3, .status = u"failed"_s}));
        QTRY_VERIFY(textOf(*content).contains("revision 3"_L1));
        QTRY_VERIFY(textOf(*content).contains("failed"_L1));
    }

    void theManifestHidesItsSecrets()
    {
        const auto content = open(View::Manifest);
        PaintedHost host(*content, m_look, {760, 420});
        host.show();
        QTRY_VERIFY(textOf(*content).contains("colour: green"_L1));
        QVERIFY(!textOf(*content).contains("bWFya2Vy"_L1));
        click(host, content->pane(), u"reveal:1/data.password"_s);
        QVERIFY(textOf(*content).contains("bWFya2Vy  # marker"_L1));
        takePicture(host, u"release-manifest"_s);
    }

    void theHistoryRollsBackAfterAQuestion()
    {
        const auto content = open(View::History);
        PaintedHost host(*content, m_look, {900, 420});
        host.show();
        QTRY_VERIFY2(diffOf(*content).contains("+data: {colour: green}"_L1),
                     qPrintable(diffOf(*content)));
        QVERIFY(diffOf(*content).contains(u"−data: {colour: blue}"_s));
        QVERIFY(!diffOf(*content).contains("password"_L1)); // it is the same in both
        takePicture(host, u"release-history"_s);
        click(host, content->pane(), u"rollback:1"_s);
        QTRY_VERIFY2(textOf(*content).contains("Cluster demo, namespace shop"_L1),
                     qPrintable(textOf(*content)));
        QTRY_VERIFY(textOf(*content).contains("2 object(s) change"_L1));
        takePicture(host, u"release-question"_s);
        QTest::keyClick(&host, Qt::Key_Escape);
        QVERIFY(!content->isAsking());
        QCOMPARE(labelled(3), QString());

        content->askRollback(1);
        QTRY_VERIFY(textOf(*content).contains("2 object(s) change"_L1));
        QSignalSpy done(content.get(), &ReleaseContent::rolledBack);
        QTest::keyClick(&host, Qt::Key_Return);
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(done[0][1].toInt(), 0);
        QVERIFY(textOf(*content).contains("revision 3 is deployed"_L1));
        takePicture(host, u"release-rolledback"_s);
        QCOMPARE(labelled(3), "deployed"_L1);
        QCOMPARE(labelled(2), "superseded"_L1);
        QTest::keyClick(&host, Qt::Key_Escape);
        QTRY_VERIFY(textOf(*content).contains("Rollback to 1"_L1));
    }

    void aReadOnlyClusterRefusesBeforehand()
    {
        m_cluster->client().setReadOnly(true);
        const auto content = open(View::History);
        PaintedHost host(*content, m_look, {900, 420});
        QTRY_COMPARE(content->freshness(), Freshness::Live);
        content->askRollback(1);
        QVERIFY(content->isAsking());
        QVERIFY(textOf(*content).contains("Back to the history"_L1));
        QTest::keyClick(&host, Qt::Key_Return);
        QCOMPARE(labelled(3), QString());
    }

    void aPendingReleaseIsNotTouched()
    {
        m_server->store().put(support::helmObject({.revision = 3, .status = u"pending-upgrade"_s}));
        const auto content = open(View::History);
        PaintedHost host(*content, m_look, {900, 420});
        QTRY_COMPARE(content->freshness(), Freshness::Live);
        content->askRollback(1);
        QTRY_VERIFY2(textOf(*content).contains("under way"_L1), qPrintable(textOf(*content)));
        QTest::keyClick(&host, Qt::Key_Return);
        QCOMPARE(labelled(4), QString());
    }

    void aReleaseThatIsGoneIsSaidToBeGone()
    {
        const auto content = open(View::Notes, u"other"_s);
        PaintedHost host(*content, m_look, {700, 300});
        QTRY_COMPARE(content->freshness(), Freshness::Failed);
        QVERIFY(content->statusText().contains("uninstalled"_L1));
        const auto notes = open(View::Notes);
        PaintedHost second(*notes, m_look, {700, 300});
        QTRY_VERIFY(textOf(*notes).contains("Thank you."_L1));
    }

    void aDamagedReleaseIsSaidToBeDamaged()
    {
        auto broken = support::helmObject({.name = u"web"_s, .revision = 3});
        broken[u"data"_s] = QJsonObject{{u"release"_s, u"bWFya2Vy"_s}};
        m_server->store().put(broken);
        const auto content = open(View::Values);
        PaintedHost host(*content, m_look, {700, 300});
        QTRY_COMPARE(content->freshness(), Freshness::Failed);
        QVERIFY2(content->statusText().contains("damaged"_L1), qPrintable(content->statusText()));
    }
};

QTEST_MAIN(ReleaseContentsTest)

#include "tst_releasecontents.moc"
