// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/helmcases.h"
#include "support/realtest.h"
#include "workspace/helm/releasecontent.h"
#include "workspace/helm/releaselist.h"
#include "workspace/look/look.h"
#include "workspace/yard/kinds.h"

#include <QImage>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

using Freshness = WindowContent::Freshness;

namespace {

const auto Space = support::RealCluster::ownNamespace(u"helm"_s);

/// A service, a deployment without pods, settings, a secret, and what only one revision has.
QString manifest(int revision)
{
    const bool old = revision == 1;
    const auto port = old ? u"80"_s : u"8080"_s;
    QString text =
        u"---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n"
        "data:\n  colour: %1\n  long: |\n    one\n    two\n"
        "---\napiVersion: v1\nkind: Secret\nmetadata: {name: login}\n"
        "stringData: {password: marker-%1}\n"
        "---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\n"
        "spec:\n  selector: {app: web}\n  ports:\n  - {name: http, port: %2}\n"
        "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n"
        "spec:\n  replicas: 0\n  selector: {matchLabels: {app: web}}\n  template:\n"
        "    metadata: {labels: {app: web}}\n    spec:\n      containers:\n"
        "      - {name: web, image: \"example.com/web:%1\", env: [{name: A, value: \"%1\"}],"
        " resources: {limits: {cpu: 1000m}}}\n"_s.arg(old ? u"blue"_s : u"green"_s, port);
    text += u"---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: only-%1}\n"_s.arg(revision);
    if (!old)
        text += u"---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: kept\n"
                "  annotations: {helm.sh/resource-policy: keep}\n"_s;
    return text;
}

} // namespace

/// Helm releases in a real cluster, made by kubectl as Helm makes them, and rolled back.
class RealHelmTest : public QObject, private support::RealTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(); !why.isEmpty())
            SKIP_ALL(why.constData());
        QVERIFY(m_real.freshNamespace(Space));
        for (const int revision : {1, 2}) {
            support::HelmCase made{.nameSpace = Space,
                                   .revision = revision,
                                   .status = revision == 1 ? u"superseded"_s : u"deployed"_s,
                                   .manifest = manifest(revision),
                                   .values = {{u"colour"_s, revision}}};
            apply(QJsonDocument(support::helmObject(made)).toJson());
        }
        apply(manifest(2).toUtf8());
        // Somebody else's hand: an annotation, a data key, an injected container.
        apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: stranger}\n");
        QCOMPARE(kubectl({u"patch"_s, u"configmap"_s, u"settings"_s, u"--type=merge"_s, u"-p"_s,
                          u"{\"data\": {\"byHand\": \"stays\"}}"_s})
                     .code,
                 0);
        QCOMPARE(kubectl({u"patch"_s, u"deployment"_s, u"web"_s, u"-p"_s,
                          u"{\"spec\": {\"template\": {\"spec\": {\"containers\": [{\"name\": "
                          "\"mesh\", \"image\": \"example.com/mesh\"}]}}}}"_s})
                     .code,
                 0);
    }

    void cleanupTestCase() { m_real.removeNamespace(Space); }
    void init() { QTest::failOnWarning(); }

    void theListIsWhatKubectlSays()
    {
        ReleaseList list(connected(u"token"_s).cache(), {Space}, m_look);
        list.setSize({900, 300});
        QTRY_COMPARE_WITH_TIMEOUT(list.freshness(), Freshness::Live, 20'000);
        QTRY_COMPARE(list.model().rowCount(), 1);
        const auto &row = list.model().row(0);
        const auto label = [this](const QString &name) {
            return kubectl({u"get"_s, u"secret"_s, u"sh.helm.release.v1.web.v2"_s, u"-o"_s,
                            u"jsonpath={.metadata.labels."_s + name + u'}'})
                .text;
        };
        QCOMPARE(row.newest.status.toUtf8(), label(u"status"_s));
        QCOMPARE(QByteArray::number(row.newest.revision), label(u"version"_s));
        QCOMPARE(QByteArray::number(row.newest.updated), label(u"modifiedAt"_s));
        QImage image(900, 300, QImage::Format_RGB32);
        QPainter painter(&image);
        list.paint(painter, true);
        QTRY_COMPARE(list.model().row(0).chart, "web-1.2.2"_L1);
        QCOMPARE(list.model().row(0).appVersion, "8.2"_L1);
    }

    void theHistoryShowsWhatChanged()
    {
        const auto content = open(u"admin"_s);
        QTRY_VERIFY_WITH_TIMEOUT(diffOf(*content).contains(u"−colour: blue"_s), 20'000);
        QVERIFY(diffOf(*content).contains("+colour: green"_L1));
        QVERIFY(diffOf(*content).contains(u"−password: ••••"_s));
        QVERIFY(!diffOf(*content).contains("marker"_L1));
    }

    void theLimitedUserIsToldThatItMayNotRead()
    {
        const auto content = open(u"dev"_s);
        QTRY_COMPARE_WITH_TIMEOUT(content->freshness(), Freshness::Failed, 20'000);
        QVERIFY2(content->statusText().contains("secrets"_L1), qPrintable(content->statusText()));
        ReleaseList list(connected(u"dev"_s).cache(), {}, m_look);
        QTRY_COMPARE_WITH_TIMEOUT(list.freshness(), Freshness::Failed, 20'000);
    }

    void aRollbackDoesWhatHelmDoes()
    {
        const auto content = open(u"admin"_s);
        QTRY_COMPARE_WITH_TIMEOUT(content->freshness(), Freshness::Live, 20'000);
        content->askRollback(1);
        QTRY_VERIFY_WITH_TIMEOUT(
            textOf(*content).contains(QString(u"Cluster admin, namespace "_s + Space)), 20'000);
        QTRY_VERIFY2_WITH_TIMEOUT(textOf(*content).contains("6 object(s) change"_L1),
                                  qPrintable(textOf(*content)), 20'000);
        QVERIFY2(textOf(*content).contains("4 changed, 1 created, 1 deleted"_L1),
                 qPrintable(textOf(*content)));
        const auto same = kubectl({u"get"_s, u"all,cm,secret"_s, u"-o"_s, u"name"_s}).text;
        QVERIFY(!same.contains("web.v3"));

        QSignalSpy done(content.get(), &ReleaseContent::rolledBack);
        QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QVERIFY(content->handleInput(enter));
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 30'000);
        QVERIFY2(done[0][1].toInt() == 0, qPrintable(textOf(*content)));
        checkObjects();
        checkRevisions();
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QVERIFY(content->handleInput(escape));
        QTRY_VERIFY_WITH_TIMEOUT(textOf(*content).contains("Rollback to 1"_L1), 20'000);
    }

    void doingItAgainChangesNothing()
    {
        const auto content = open(u"token"_s);
        QTRY_COMPARE_WITH_TIMEOUT(content->freshness(), Freshness::Live, 20'000);
        QTRY_COMPARE(content->state().history.size(), 3U);
        content->askRollback(1);
        QTRY_VERIFY2_WITH_TIMEOUT(textOf(*content).contains("No object changes"_L1),
                                  qPrintable(textOf(*content)), 20'000);
    }

private:
    support::RealCluster::Output kubectl(const QStringList &arguments,
                                         const QByteArray &input = {}) const
    {
        return m_real.kubectl(QStringList{u"-n"_s, Space} + arguments, input);
    }
    void apply(const QByteArray &yaml) const
    {
        const auto done = kubectl({u"apply"_s, u"-f"_s, u"-"_s}, yaml);
        QVERIFY2(done.code == 0, done.errors);
    }
    QByteArray field(const QString &object, const QString &path) const
    {
        return kubectl({u"get"_s, object, u"-o"_s, u"jsonpath="_s + path}).text;
    }

    void checkObjects()
    {
        QCOMPARE(field(u"cm/settings"_s, u"{.data.colour}"_s), "blue");
        QCOMPARE(field(u"cm/settings"_s, u"{.data.byHand}"_s), "stays");
        QCOMPARE(field(u"cm/settings"_s, u"{.data.long}"_s), "one\ntwo\n");
        QCOMPARE(QByteArray::fromBase64(field(u"secret/login"_s, u"{.data.password}"_s)),
                 "marker-blue");
        QCOMPARE(field(u"svc/web"_s, u"{.spec.ports[*].port}"_s), "80");
        QCOMPARE(field(u"deploy/web"_s, u"{.spec.template.spec.containers[*].name}"_s), "web mesh");
        QCOMPARE(field(u"deploy/web"_s, u"{.spec.template.spec.containers[0].image}"_s),
                 "example.com/web:blue");
        QCOMPARE(field(u"deploy/web"_s, u"{.spec.template.spec.containers[0].env[*].value}"_s),
                 "blue");
        QCOMPARE(field(u"cm/only-1"_s, u"{.metadata.labels.app\\.kubernetes\\.io/managed-by}"_s),
                 "Helm");
        QVERIFY(kubectl({u"get"_s, u"cm/only-2"_s}).code != 0);
        QCOMPARE(kubectl({u"get"_s, u"cm/kept"_s}).code, 0);
        QCOMPARE(kubectl({u"get"_s, u"cm/stranger"_s}).code, 0);
    }

    void checkRevisions()
    {
        const auto statuses = kubectl({u"get"_s, u"secrets"_s, u"-l"_s, u"owner=helm"_s, u"-o"_s,
                                       u"jsonpath={.items[*].metadata.labels.status}"_s})
                                  .text;
        QCOMPARE(statuses, "superseded superseded deployed");
        QCOMPARE(field(u"secret/sh.helm.release.v1.web.v3"_s, u"{.type}"_s), "helm.sh/release.v1");
        const auto json =
            kubectl({u"get"_s, u"secret/sh.helm.release.v1.web.v3"_s, u"-o"_s, u"json"_s}).text;
        const auto made = kube::readHelmObject(json);
        QVERIFY(made);
        QCOMPARE(made->release.description, "Rollback to 1"_L1);
        QCOMPARE(made->release.manifest, manifest(1));
    }

    std::unique_ptr<ReleaseContent> open(const QString &context)
    {
        auto content = std::make_unique<ReleaseContent>(
            connected(context), context,
            ObjectId{QString(OwnApiVersion), u"Release"_s, Space, u"web"_s}, View::History,
            m_highlighting, m_look);
        content->setSize({900, 600});
        return content;
    }
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

    Look m_look{Theme::darkTheme()};
    YamlHighlighting m_highlighting;
};

QTEST_MAIN(RealHelmTest)
#include "tst_realhelm.moc"
