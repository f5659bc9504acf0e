// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/config/kubeconfig.h"
#include "oracle/calls.h"
#include "oracle/vectors.h"
#include "support/testdata.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::Kubeconfig;

namespace {

const QString fileName = u"/home/jane/.kube/config"_s;

// Why the text cannot be read; empty when it can.
QString problemOf(const QByteArray &text)
{
    const auto config = Kubeconfig::parse(text, fileName);
    return config ? QString() : config.error().message;
}

} // namespace

class KubeconfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void mergesLikeTheReference_data()
    {
        QTest::addColumn<QJsonObject>("recorded");
        for (const auto &recorded : oracle::cases(u"kubeconfig_merge_oracle.json"_s))
            QTest::addRow("%s", qPrintable(recorded["case"_L1]["name"_L1].toString()))
                << recorded.toObject();
    }

    void mergesLikeTheReference()
    {
        QFETCH(const QJsonObject, recorded);
        const auto answer = oracle::kubeconfigCall(oracle::kubeconfigRequest(recorded));
        QCOMPARE(answer["merged"_L1], recorded["merged"_L1]);
        QCOMPARE(answer["location_of_origin"_L1], recorded["location_of_origin"_L1]);
        QCOMPARE(answer.contains("load_error"_L1), recorded.contains("load_error"_L1));
    }

    void readsAnEmptyFile_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("blank lines") << QByteArray("\n\n");
        QTest::newRow("a comment") << QByteArray("# nothing yet\n");
        QTest::newRow("null lists") << QByteArray("clusters: null\nusers:\ncontexts: ~\n");
    }

    void readsAnEmptyFile()
    {
        QFETCH(const QByteArray, text);
        QCOMPARE(Kubeconfig::parse(text, fileName), Kubeconfig());
    }

    void resolvesPathsFromTheFilesFolder()
    {
        const auto config = Kubeconfig::parse(R"(
clusters: [{name: c, cluster: {certificate-authority: pki/../ca.crt}}]
users:
- {name: a, user: {client-certificate: c.crt, client-key: ./k.key, tokenFile: /abs/token}}
- {name: b, user: {exec: {command: bin/login}}}
- {name: c, user: {exec: {command: login}}}
)",
                                              fileName);
        QVERIFY(config.has_value());
        QCOMPARE(config->clusters[u"c"_s].certificateAuthority, u"/home/jane/.kube/ca.crt"_s);
        QCOMPARE(config->users[u"a"_s].clientCertificate, u"/home/jane/.kube/c.crt"_s);
        QCOMPARE(config->users[u"a"_s].clientKey, u"/home/jane/.kube/k.key"_s);
        QCOMPARE(config->users[u"a"_s].tokenFile, u"/abs/token"_s);
        QCOMPARE(config->users[u"b"_s].exec->command, u"/home/jane/.kube/bin/login"_s);
        QCOMPARE(config->users[u"c"_s].exec->command, u"login"_s);
    }

    void understandsAnchorsAndMergeKeys()
    {
        const auto config = Kubeconfig::parse(R"(
x-common: &common {server: "https://common", disable-compression: true}
clusters:
- {name: a, cluster: *common}
- name: b
  cluster:
    server: https://own
    <<: *common
)",
                                              fileName);
        QVERIFY(config.has_value());
        QCOMPARE(config->clusters[u"a"_s].server, u"https://common"_s);
        QCOMPARE(config->clusters[u"b"_s].server, u"https://own"_s);
        QVERIFY(config->clusters[u"b"_s].disableCompression);
    }

    void keepsExtensions()
    {
        const auto config = Kubeconfig::parse(R"(
extensions: [{name: e, extension: {n: 1, list: [true, 1.5, 0x10, text]}}]
preferences: {colors: true, extensions: [{name: p, extension: p}]}
)",
                                              fileName);
        QVERIFY(config.has_value());
        const QJsonArray list{true, 1.5, 16, u"text"_s};
        QCOMPARE(config->extensions[u"e"_s].toObject(),
                 (QJsonObject{{u"n"_s, 1}, {u"list"_s, list}}));
        QCOMPARE(config->preferencesExtensions[u"p"_s].toString(), u"p"_s);
        QVERIFY(config->preferColors);
    }

    void refusesWhatIsNoKubeconfig_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("hint");
        const auto row = [](const char *name, const QByteArray &text, const QString &hint) {
            QTest::newRow(name) << text << hint;
        };
        row("text", "hello", u"(line 1)"_s);
        row("list", "- a\n- b\n", u"(line 1)"_s);
        row("binary", QByteArray("\x00\x01\xff\xfe\x7f\x45LF", 8), u"cannot be used"_s);
        row("cut off", "clusters:\n- name: c\n  cluster: {server: \"https", u"cannot be used"_s);
        row("cut off JSON", R"({"clusters":[{"name":"c")", u"cannot be used"_s);
        row("tab", "clusters:\n\t- name: c\n", u"(line 2)"_s);
        row("another kind", "apiVersion: v1\nkind: Pod\n", u"kind must be Config"_s);
        row("another version", "apiVersion: v9\nkind: Config\n", u"apiVersion must be v1"_s);
        row("number for text", "users:\n- name: u\n  user:\n    token: 123\n", u"(line 4)"_s);
        row("text for bool", "clusters:\n- name: c\n  cluster: {disable-compression: \"yes\"}\n",
            u"disable-compression"_s);
        row("bad base64", "users:\n- name: u\n  user: {client-key-data: \"***\"}\n",
            u"client-key-data"_s);
        row("map for list", "users: {a: b}\n", u"\"users\" must be a list"_s);
        row("twice", "users: [{name: u}, {name: u}]\n", u"occurs twice"_s);
        row("key that is a list", "? [a]\n: b\n", u"key"_s);
        row("merged text", "users: []\n<<: text\n", u"(line 2)"_s);
        row("unknown alias", "users: *nobody\n", u"cannot be used"_s);
        row("alias of itself", "users: &a [*a]\n", u"alias"_s);
    }

    void refusesWhatIsNoKubeconfig()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, hint);
        const auto problem = problemOf(text);
        QVERIFY2(problem.contains(hint), qPrintable(problem));
        QVERIFY2(problem.contains(fileName), qPrintable(problem));
    }

    void refusesTooMuch_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("deep lists") << QByteArray(1'000'000, '[');
        QTest::newRow("deep maps") << QByteArray("{a: ").repeated(200'000);
        QTest::newRow("deep blocks") << QByteArray("- ").repeated(100'000);
        QTest::newRow("huge") << QByteArray(5 * 1024 * 1024, '#');
        QTest::newRow("many values") << "[" + QByteArray("a,").repeated(600'000) + "]";
        QByteArray bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (int level = 1; level < 12; ++level) {
            const auto below = QByteArray::number(level - 1);
            const auto here = QByteArray::number(level);
            bomb.append("a" + here + ": &a" + here + " [");
            for (int copy = 0; copy < 10; ++copy)
                bomb.append("*a" + below + ", ");
            bomb.append("]\n");
        }
        QTest::newRow("aliases of aliases") << bomb;
        QByteArray ladder = "a0: &a0 [x]\n";
        for (int level = 1; level < 100; ++level) {
            ladder += "a" + QByteArray::number(level) + ": &a" + QByteArray::number(level) + " [*a"
                + QByteArray::number(level - 1) + "]\n";
        }
        QTest::newRow("deep through aliases") << ladder;
    }

    void refusesTooMuch()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(problemOf(text).contains(u"cannot be used"));
    }

    void takesLittleTimeForMuch_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("merges") << "{" + QByteArray("<<: {a: b},").repeated(100'000) + "}";
        QByteArray extra = "users: [{name: u, user: {as-user-extra: {";
        for (int key = 0; key < 100'000; ++key)
            extra.append('k' + QByteArray::number(key) + ": [],");
        QTest::newRow("impersonation") << extra + "}}}]";
        QTest::newRow("keys") << "{" + QByteArray("a: b,").repeated(200'000) + "}";
    }

    void takesLittleTimeForMuch()
    {
        QFETCH(const QByteArray, text);
        QCOMPARE(problemOf(text), QString());
    }

    void survivesBeingCutAnywhere()
    {
        QFile file(support::testData(u"kube/kubeconfig_merge_oracle.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = file.read(3000);
        for (qsizetype size = 0; size < text.size(); size += 7)
            Q_UNUSED(Kubeconfig::parse(text.first(size), fileName).has_value());
        const QByteArray yaml = "clusters:\n- name: c\n  cluster: {server: 'https://h'}\nusers:\n"
                                "- name: u\n  user: {token: t, as-groups: [a, b]}\n";
        for (qsizetype size = 0; size <= yaml.size(); ++size)
            Q_UNUSED(Kubeconfig::parse(yaml.first(size), fileName).has_value());
    }

    void neverQuotesSecrets_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("alias") << QByteArray("users: [{name: u, user: {password: *hunter2}}]");
        QTest::newRow("number") << QByteArray("users: [{name: u, user: {token: 4711}}]");
        QTest::newRow("base64") << QByteArray(
            "users: [{name: u, user: {client-key-data: hunter2!}}]");
        QTest::newRow("escape") << QByteArray("users: [{name: u, user: {token: \"\\hunter2\"}}]");
        QTest::newRow("tag") << QByteArray("users: [{name: u, user: {token: !<hunter2}}]");
    }

    void neverQuotesSecrets()
    {
        QFETCH(const QByteArray, text);
        const auto problem = problemOf(text);
        QVERIFY(!problem.isEmpty());
        QVERIFY2(!problem.contains(u"hunter2") && !problem.contains(u"4711"), qPrintable(problem));
    }

    void aBadFileDoesNotSpoilTheOthers()
    {
        const QTemporaryDir folder;
        const auto bad = folder.filePath(u"bad"_s);
        const auto good = folder.filePath(u"good"_s);
        write(bad, "a: [");
        write(good, "current-context: x\n");
        const auto config =
            Kubeconfig::load({u""_s, folder.filePath(u"missing"_s), bad, folder.path(), good});
        QCOMPARE(config.currentContext, u"x"_s);
        QCOMPARE(config.problems.size(), 2); // the file that is no YAML, and the folder
        QVERIFY(config.problems[0].message.contains(bad));
        QCOMPARE(config.problems[0].kind, kube::Error::Kind::Config);
    }

    void anExplicitFileMustExist()
    {
        const auto config = Kubeconfig::loadExplicit(u"/nowhere/config"_s);
        QCOMPARE(config.problems.size(), 1);
        QVERIFY(config.problems[0].message.contains(u"/nowhere/config"));
    }

private:
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
};

QTEST_GUILESS_MAIN(KubeconfigTest)
#include "tst_kubeconfig.moc"
