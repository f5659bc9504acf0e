// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/relayyard.h"

#include "kube/access/maskedsecret.h"
#include "kube/helm/helmstore.h"
#include "workspace/clusters/clusteridentities.h"
#include "workspace/collection/collectioncontent.h"
#include "workspace/describe/describecontent.h"
#include "workspace/editor/codeeditor.h"
#include "workspace/editor/codetext.h"
#include "workspace/logs/logcontent.h"
#include "workspace/manifest/manifesteditor.h"
#include "workspace/secret/secreteditor.h"
#include "workspace/shell/shellcontent.h"
#include "workspace/shell/shellsurface.h"
#include "workspace/yaml/yamlcontent.h"

#include <QJsonObject>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextCursor>

using namespace Qt::StringLiterals;
using namespace workspace;

/// Windows on a cluster that comes through the real gateway of a relay.
class RelayedClusterTest : public QObject, private support::RelayYard
{
    Q_OBJECT

private:
    template<typename Content>
    Content *opened(const QString &target, View view)
    {
        m_window->openTarget(*OpenTarget::parse(target), {});
        const auto isThere = [&] { return shown<Content>(view) != nullptr; };
        return QTest::qWaitFor(isThere, 20'000) ? shown<Content>(view) : nullptr;
    }
    QString somePod() const
    {
        const auto pods = m_world->api.store().list({{}, u"v1"_s, u"pods"_s}, u"shop"_s);
        for (const auto &pod : pods) {
            if (pod["status"_L1]["phase"_L1].toString() == "Running"_L1)
                return pod["metadata"_L1]["name"_L1].toString();
        }
        return {};
    }
    QJsonObject stored(const QString &resource, const QString &name) const
    {
        const bool isCore = resource != "deployments"_L1;
        return m_world->api.store()
            .get({{isCore ? QString() : u"apps"_s, u"v1"_s, resource}, u"shop"_s, name})
            .value_or(QJsonObject());
    }
    static bool press(ManifestBar &bar, const QString &id)
    {
        const auto can = [&] { return bar.button(id) && bar.button(id)->isEnabled(); };
        if (!QTest::qWaitFor(can, 20'000))
            return false;
        bar.button(id)->click();
        return true;
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY(serve());
        QVERIFY(openConnectedYard());
    }
    void cleanup()
    {
        closeYard();
        stop();
    }

    void listsAreLive()
    {
        auto *list = opened<CollectionContent>(u"pods/shop"_s, View::Collection);
        QVERIFY(list);
        const auto text = [list] { return list->accessibleText(); };
        QTRY_COMPARE_WITH_TIMEOUT(list->freshness(), WindowContent::Freshness::Live, 20'000);
        const auto before = text();
        const auto pod = somePod();
        QVERIFY(!pod.isEmpty());
        QVERIFY(m_world->api.store().remove({{{}, u"v1"_s, u"pods"_s}, u"shop"_s, pod}, 0));
        QTRY_VERIFY_WITH_TIMEOUT(text() != before, 20'000);
    }

    void anObjectIsDescribed()
    {
        auto *description =
            opened<DescribeContent>(u"deploy/shop/checkout:describe"_s, View::Describe);
        QVERIFY(description);
        QTRY_COMPARE_WITH_TIMEOUT(description->freshness(), WindowContent::Freshness::Live, 20'000);
        QTRY_VERIFY(description->accessibleText().contains(u"checkout"_s));
    }

    void logsFollow()
    {
        m_story->start();
        auto *log = opened<LogContent>(u"pod/shop/%1:logs"_s.arg(somePod()), View::Logs);
        QVERIFY(log);
        QTRY_COMPARE_WITH_TIMEOUT(log->freshness(), WindowContent::Freshness::Live, 20'000);
    }

    void aShellAnswers()
    {
        auto *shell = opened<ShellContent>(u"pod/shop/%1:shell"_s.arg(somePod()), View::Shell);
        QVERIFY(shell);
        QTRY_VERIFY2_WITH_TIMEOUT(shell->state() == ShellContent::State::Open,
                                  qPrintable(shell->statusText()), 20'000);
        shell->send("echo through-$((40 + 2))-the-relay\n"); // typed is shown, too
        const auto said = [shell] {
            auto *surface = qobject_cast<ShellSurface *>(shell->liveWidget());
            return surface ? surface->lines().join(u'\n') : QString();
        };
        QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"echo through"_s), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(said().count(u"the-relay"_s) >= 2, 20'000);
    }

    void yamlIsEditedAndApplied()
    {
        auto *yaml = opened<YamlContent>(u"deploy/shop/checkout:yaml"_s, View::Yaml);
        QVERIFY(yaml);
        QTRY_COMPARE_WITH_TIMEOUT(yaml->freshness(), WindowContent::Freshness::Live, 20'000);
        yaml->edit();
        auto *editor = yaml->editor();
        QVERIFY(editor);
        auto text = editor->editor().text();
        QVERIFY(text.contains(u"replicas: "_s));
        const auto at = text.indexOf(u"replicas: "_s);
        text.replace(at, text.indexOf(u'\n', at) - at, u"replicas: 7"_s);
        auto cursor = editor->editor().area().textCursor();
        cursor.select(QTextCursor::Document);
        cursor.insertText(text);
        editor->submit();
        QVERIFY(press(editor->bar(), u"apply"_s));
        QTRY_COMPARE_WITH_TIMEOUT(
            stored(u"deployments"_s, u"checkout"_s)["spec"_L1]["replicas"_L1].toInt(), 7, 20'000);
    }

    void aSecretIsRevealedAndOneValueChanged()
    {
        const auto before = stored(u"secrets"_s, u"db-credentials"_s)["data"_L1].toObject();
        QVERIFY(before.size() >= 2);
        auto *yaml = opened<YamlContent>(u"secret/shop/db-credentials:yaml"_s, View::Yaml);
        QVERIFY(yaml);
        QTRY_COMPARE_WITH_TIMEOUT(yaml->freshness(), WindowContent::Freshness::Live, 20'000);
        QVERIFY(kube::isMasked(yaml->watch().object()));
        yaml->decode();
        auto *editor = yaml->decoded();
        QVERIFY(editor);
        const auto key = before.keys().first();
        editor->showKey(key);
        QVERIFY(press(editor->bar(), u"reveal"_s));
        QTRY_VERIFY_WITH_TIMEOUT(editor->isRevealed(), 20'000);
        QCOMPARE(encodedSecret(editor->text().toPlainText()), before[key].toString());
        editor->text().selectAll();
        editor->text().insertPlainText(u"new value"_s);
        editor->save();
        QVERIFY(press(editor->bar(), u"confirm"_s));
        auto after = before;
        after[key] = encodedSecret(u"new value"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stored(u"secrets"_s, u"db-credentials"_s)["data"_L1].toObject(),
                                  after, 20'000);
    }

    void helmReleasesAreReadFromTheirSecrets()
    {
        kube::HelmStore store(m_clusters->cluster(context())->client());
        const auto revisions =
            store.revisions(u"shop"_s, u"storefront"_s, kube::HelmDriver::Secret);
        QTRY_VERIFY_WITH_TIMEOUT(revisions.isFinished(), 20'000);
        QVERIFY(revisions.result() && !revisions.result()->empty());
        const auto newest = revisions.result()->front();
        const auto read = store.read(newest);
        QTRY_VERIFY_WITH_TIMEOUT(read.isFinished(), 20'000);
        QVERIFY(read.result());
        QVERIFY(!read.result()->release.document.isEmpty());
        auto next = newest;
        ++next.revision;
        next.object = u"sh.helm.release.v1.storefront.v%1"_s.arg(next.revision);
        const auto made = store.create(next, *read.result());
        QTRY_VERIFY_WITH_TIMEOUT(made.isFinished(), 20'000);
        QVERIFY(made.result());
        QCOMPARE(made.result()->release.document, read.result()->release.document);
    }

    void whoMayNotSeeSecretsIsTold()
    {
        closeYard();
        stop();
        QVERIFY(serve(false));
        QVERIFY(openConnectedYard());
        kube::HelmStore store(m_clusters->cluster(context())->client());
        const auto revisions =
            store.revisions(u"shop"_s, u"storefront"_s, kube::HelmDriver::Secret);
        QTRY_VERIFY_WITH_TIMEOUT(revisions.isFinished(), 20'000);
        const auto read = store.read(revisions.result()->front());
        QTRY_VERIFY_WITH_TIMEOUT(read.isFinished(), 20'000);
        QCOMPARE(read.result().error().kind, kube::Error::Kind::Forbidden);

        auto *yaml = opened<YamlContent>(u"secret/shop/db-credentials:yaml"_s, View::Yaml);
        QVERIFY(yaml);
        QTRY_COMPARE_WITH_TIMEOUT(yaml->freshness(), WindowContent::Freshness::Live, 20'000);
        yaml->decode();
        QVERIFY(press(yaml->decoded()->bar(), u"reveal"_s));
        QTRY_VERIFY_WITH_TIMEOUT(
            yaml->decoded()->bar().text().contains(u"does not show you the values"_s), 20'000);
    }

    void theClusterIsTheSameAsThatOfAKubeconfig()
    {
        Session session;
        ClusterIdentities identities(*m_clusters, session);
        QTRY_VERIFY(!identities.idsOf(context()).isEmpty());
        QVERIFY(identities.idsOf(context()).first().startsWith(u"uid:"_s));
        QTRY_COMPARE(m_relays->records().front().clusters.front().uid.isEmpty(), false);
    }
};

QTEST_MAIN(RelayedClusterTest)
#include "tst_relayedcluster.moc"
