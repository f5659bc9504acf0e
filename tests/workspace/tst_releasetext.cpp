// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/helm/releasetext.h"

#include "support/helmcases.h"
#include "workspace/helm/releasemodel.h"
#include "workspace/helm/rollbacktext.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString textOf(const workspace::TextDocument &document)
{
    QStringList lines;
    for (const auto &line : document.lines)
        lines.append(line.text);
    return lines.join(u'\n');
}

QStringList actionsOf(const workspace::TextDocument &document)
{
    QStringList actions;
    for (const auto &target : document.targets)
        actions.append(target.action);
    return actions;
}

std::vector<workspace::TextLine> plain(const QStringList &lines)
{
    std::vector<workspace::TextLine> result;
    for (const auto &line : lines)
        result.push_back({line, {}});
    return result;
}

const QString SecretYaml =
    u"apiVersion: v1\nkind: Secret\nmetadata: {name: login}\n"
    "data: {password: bWFya2VyLW9uZQ==}\nstringData: {token: marker-two}\n"_s;

} // namespace

class ReleaseTextTest : public QObject
{
    Q_OBJECT

private:
    static workspace::ReleaseState state()
    {
        workspace::ReleaseState made;
        for (const int number : {2, 1}) {
            const auto text = number == 1 ? u"blue"_s : u"green"_s;
            support::HelmCase one{
                .revision = number,
                .status = number == 2 ? u"deployed"_s : u"superseded"_s,
                .manifest = u"kind: ConfigMap\napiVersion: v1\n"
                            "metadata: {name: a}\ndata: {colour: %1}\n---\n"_s.arg(text)
                    + SecretYaml,
                .values = {{u"colour"_s, text}, {u"password"_s, QString(u"marker-"_s + text)}}};
            made.history.push_back({.nameSpace = u"shop"_s,
                                    .name = u"web"_s,
                                    .revision = number,
                                    .status = one.status});
            made.read[number] = kube::helmReleaseFrom(support::documentOf(one));
        }
        made.shown = 2;
        made.from = 1;
        made.to = 2;
        return made;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void passwordsAmongValuesAreHiddenUntilAskedFor()
    {
        const QJsonObject values{
            {u"auth"_s, QJsonObject{{u"user"_s, u"me"_s}, {u"password"_s, u"marker"_s}}},
            {u"tokens"_s, QJsonArray{u"marker-a"_s, u"marker-b"_s}},
            {u"empty"_s, QJsonObject{{u"password"_s, QString()}}},
            {u"pin"_s, QJsonObject{{u"dbPasswd"_s, 4711}}}};
        const auto hidden = workspace::maskedValues(values, {});
        QVERIFY(!hidden.text().contains("marker"_L1));
        QVERIFY(!hidden.text().contains("4711"_L1));
        QVERIFY(hidden.text().contains("user: me"_L1));
        QVERIFY(hidden.text().contains("password: \"\""_L1));
        QCOMPARE(hidden.secrets.size(), 4U);
        QCOMPARE(hidden.secrets[0].key, "auth.password"_L1);
        const auto &secret = hidden.secrets[0];
        QCOMPARE(hidden.lines[secret.line].mid(secret.start, secret.length), u"••••••••"_s);
        const auto shown = workspace::maskedValues(values, {.revealed = {u"auth.password"_s}});
        QVERIFY(shown.text().contains("  password: marker\n"_L1));
        QVERIFY(!shown.text().contains("marker-a"_L1));
    }

    void secretsOfAManifestAreHiddenUntilAskedFor()
    {
        const auto hook = u"kind: Secret\napiVersion: v1\nstringData: {a: marker-three}\n"_s;
        const QString manifest = u"---\n# Source: a/b.yaml\n"_s + SecretYaml
            + u"---\nkind: ConfigMap\ndata: {x: plain}\n"
              "---\nkind: List\nitems: [{kind: Secret, data: {k: marker-four}}, {kind: A, v: 1}]\n"
              "---\nkind: Secret\n\tdata: {k: marker-five}\n"_s;
        const auto text = workspace::maskedManifest(
            manifest, {{.events = {u"pre-install"_s}, .manifest = hook}}, {});
        QVERIFY(!text.text().contains("marker"_L1));
        QVERIFY(!text.text().contains("bWFya2Vy"_L1));
        QVERIFY(text.text().contains("# Source: a/b.yaml"_L1));
        QVERIFY(text.text().contains("data: {x: plain}"_L1));
        QVERIFY(text.text().contains("# Hook: pre-install"_L1));
        QCOMPARE(text.secrets.size(), 4U);
        const auto key = text.secrets[0].key;
        const auto shown = workspace::maskedManifest(manifest, {}, {.revealed = {key}});
        QVERIFY(shown.text().contains("bWFya2VyLW9uZQ==  # marker-one"_L1));
        QVERIFY(!shown.text().contains("marker-two"_L1));
    }

    void equalSecretsCompareAsEqualAndOthersNot()
    {
        const auto marked = [](const QString &value) {
            return workspace::maskedValues({{u"password"_s, value}}, {.marks = true}).text();
        };
        QCOMPARE(marked(u"one"_s), marked(u"one"_s));
        QVERIFY(marked(u"one"_s) != marked(u"two"_s));
        QVERIFY(!marked(u"one"_s).contains("one"_L1));
    }

    void valuesAreShownAsGivenAndComputed()
    {
        auto shown = state();
        auto text = textOf(workspace::valuesDocument(shown, plain));
        QVERIFY2(text.contains("web-1.2.2"_L1), qPrintable(text));
        QVERIFY(text.contains("colour: green"_L1));
        QVERIFY(!text.contains("replicas"_L1));
        shown.computed = true;
        text = textOf(workspace::valuesDocument(shown, plain));
        QVERIFY(text.contains("replicas: 1"_L1));
        QVERIFY(text.contains("colour: green"_L1));
        QVERIFY(actionsOf(workspace::valuesDocument(shown, plain)).contains("older"_L1));
        shown.read[2].values = {};
        shown.computed = false;
        QVERIFY(textOf(workspace::valuesDocument(shown, plain)).contains("No values"_L1));
    }

    void theHistoryComparesTwoRevisions()
    {
        auto shown = state();
        const auto document = workspace::historyDocument(shown, QDateTime::currentDateTimeUtc());
        const auto text = textOf(document);
        QVERIFY2(text.contains(u"Revision 1 → 2"_s), qPrintable(text));
        QVERIFY(text.contains("superseded"_L1));
        QVERIFY(actionsOf(document).contains("rollback:1"_L1));
        QVERIFY(!actionsOf(document).contains("rollback:2"_L1));
        auto compared = workspace::comparedText(shown, 1);
        QVERIFY(compared.contains("data: {colour: blue}"_L1));
        QVERIFY(!compared.contains("marker"_L1) && !compared.contains("bWFya2Vy"_L1));
        shown.comparesValues = true;
        compared = workspace::comparedText(shown, 2);
        QVERIFY(compared.contains("colour: green"_L1));
        QVERIFY(compared.contains(u"password: ••••••••·"_s));
        QVERIFY(!compared.contains("marker"_L1));
        QVERIFY(workspace::comparedText(shown, 9).isEmpty());
    }

    void notesAreShown()
    {
        QVERIFY(textOf(workspace::notesDocument(state())).contains("Thank you."_L1));
    }

    void aQuestionNamesWhatWillHappen()
    {
        workspace::RollbackState asked{.stage = workspace::RollbackStage::Asking,
                                       .cluster = u"prod"_s};
        asked.plan.target = {.nameSpace = u"shop"_s, .name = u"web"_s, .revision = 1};
        asked.plan.current = {.nameSpace = u"shop"_s, .name = u"web"_s, .revision = 4};
        asked.plan.made.revision = 5;
        asked.plan.hooks = {u"Job migrate"_s};
        kube::HelmStep step{.what = kube::HelmStep::Do::Delete};
        step.resource.kind = u"Service"_s;
        step.ref.name = u"extra"_s;
        asked.plan.steps = {step};
        const auto document = workspace::rollbackDocument(asked);
        const auto text = textOf(document);
        for (const auto &part :
             {u"prod"_s, u"shop"_s, u"web"_s, u"revision 4"_s, u"revision 5"_s, u"1 object(s)"_s,
              u"Service extra"_s, u"Job migrate"_s, u"1 deleted"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u'\n' + text));
        QCOMPARE(actionsOf(document), QStringList({u"do"_s, u"cancel"_s}));
        asked.stage = workspace::RollbackStage::Refused;
        asked.plan.denied = {{.verb = u"patch"_s,
                              .group = u"apps"_s,
                              .resource = u"deployments"_s,
                              .nameSpace = u"shop"_s}};
        const auto refused = workspace::rollbackDocument(asked);
        QVERIFY(textOf(refused).contains("patch deployments.apps in shop"_L1));
        QVERIFY(!actionsOf(refused).contains("do"_L1));
        QCOMPARE(workspace::rollbackCommand(asked),
                 "helm rollback web 1 --namespace shop --no-hooks --kube-context prod"_L1);
    }

    void theModelFollowsTheReleases()
    {
        workspace::ReleaseModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        kube::HelmRevision web{
            .nameSpace = u"shop"_s, .name = u"web"_s, .revision = 1, .status = u"deployed"_s};
        kube::HelmRevision bank{
            .nameSpace = u"bank"_s, .name = u"db"_s, .revision = 3, .status = u"failed"_s};
        model.take({web, bank});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.row(0).newest.name, "db"_L1);
        QCOMPARE(model.count(u"failed"_s), 1);
        model.setChart(web, u"web-1.0"_s, u"8"_s);
        QCOMPARE(model.row(1).chart, "web-1.0"_L1);
        model.setFilter(u"web-1"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowOf(u"shop/web"_s), 0);
        QCOMPARE(model.rowOf(u"bank/db"_s), -1);
        web.revision = 2;
        web.status = u"pending-upgrade"_s;
        model.take({web, bank});
        QVERIFY(!model.row(0).isRead);
        QCOMPARE(model.pending(), 1);
        model.setChart(bank, {}, {}, u"no"_s);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 2);
        model.take({bank});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.data(model.index(0, workspace::ReleaseModel::StatusColumn)).toString(),
                 "failed"_L1);
    }
};

QTEST_MAIN(ReleaseTextTest)

#include "tst_releasetext.moc"
