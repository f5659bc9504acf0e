// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/config/kubeconfigedit.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray Before = "# mine\n"
                          "apiVersion: v1\n"
                          "users:\n"
                          "- name: other\n"
                          "  user: {token: keep}\n"
                          "- user:\n"
                          "    auth-provider:\n"
                          "      config:\n"
                          "        client-id: app   # ours\n"
                          "        id-token: OLD\n"
                          "        refresh-token: OLDREFRESH\n"
                          "      name: oidc\n"
                          "  name: jane\n"
                          "contexts: []\n";

const QString NewToken = QStringLiteral("eyJhbGciOi.eyJleHAi.c2lnbmF0dXJl");

} // namespace

class KubeconfigEditTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray around(const QByteArray &config)
    {
        return "users:\n- name: jane\n  user:\n    auth-provider:\n      name: oidc\n"
               "      config:\n"
            + config + "current-context: c\n";
    }

    QString fileWith(const QByteArray &text)
    {
        auto name = m_folder.filePath(u"config"_s);
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(text);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return name;
    }

    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void onlyTheTwoValuesChange()
    {
        auto wanted = Before;
        wanted.replace("OLDREFRESH", "ABCDEFGHIJKLMNOP").replace(": OLD\n", ": eyJ.x-y_z.123456\n");
        const auto changed = kube::withAuthProviderConfig(
            Before, u"jane"_s,
            {{u"id-token"_s, u"eyJ.x-y_z.123456"_s}, {u"refresh-token"_s, u"ABCDEFGHIJKLMNOP"_s}});
        QVERIFY(changed);
        QCOMPARE(*changed, wanted);
    }

    void everyStyleIsChangedInPlace_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto token = NewToken.toLatin1();
        const QByteArray pad = "        ";
        const auto row = [&](const char *name, const QByteArray &before, const QByteArray &after) {
            QTest::newRow(name) << around(before) << around(after);
        };
        row("plain", pad + "id-token: a\n", pad + "id-token: " + token + "\n");
        row("comment", pad + "id-token: a # b\n", pad + "id-token: " + token + " # b\n");
        row("double", pad + "id-token: \"a\\\"b\"\n", pad + "id-token: \"" + token + "\"\n");
        row("single", pad + "id-token: 'a''b'\n", pad + "id-token: \"" + token + "\"\n");
        row("folded", pad + "id-token: >-\n" + pad + "  abc\n" + pad + "  def\n" + pad + "k: v\n",
            pad + "id-token: " + token + "\n" + pad + "k: v\n");
        row("two lines", pad + "id-token: abc\n" + pad + "  def\n" + pad + "k: v\n",
            pad + "id-token: " + token + "\n" + pad + "k: v\n");
        row("null", pad + "k: v\n" + pad + "id-token:\n",
            pad + "k: v\n" + pad + "id-token: " + token + "\n");
        row("written null", pad + "id-token: ~\n", pad + "id-token: " + token + "\n");
        row("absent", pad + "refresh-token: r\n",
            pad + "id-token: " + token + "\n" + pad + "refresh-token: r\n");
        row("Windows lines", pad + "id-token: a\r\n" + pad + "k: v\r\n",
            pad + "id-token: " + token + "\r\n" + pad + "k: v\r\n");
        row("flow", pad + "{refresh-token: r, id-token: a}\n",
            pad + "{refresh-token: r, id-token: \"" + token + "\"}\n");
        row("absent in flow", pad + "{refresh-token: r}\n",
            pad + "{\"id-token\": \"" + token + "\", refresh-token: r}\n");
        QTest::newRow("JSON") << QByteArray(
            "{\"users\": [{\"user\": {\"auth-provider\": {\"config\": "
            "{\"id-token\": \"a\"}}}, \"name\": \"jane\"}]}")
                              << QByteArray(
                                     "{\"users\": [{\"user\": {\"auth-provider\": {\"config\": "
                                     "{\"id-token\": \""
                                     + token + "\"}}}, \"name\": \"jane\"}]}");
        QTest::newRow("byte order mark")
            << QByteArray("\xef\xbb\xbf" + around(pad + "id-token: a\n"))
            << QByteArray("\xef\xbb\xbf" + around(pad + "id-token: " + token + "\n"));
        QTest::newRow("umlauts before")
            << QByteArray("# \xc3\xa4\xc3\xb6\n" + around(pad + "id-token: a\n"))
            << QByteArray("# \xc3\xa4\xc3\xb6\n" + around(pad + "id-token: " + token + "\n"));
    }

    void everyStyleIsChangedInPlace()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        const auto changed =
            kube::withAuthProviderConfig(before, u"jane"_s, {{u"id-token"_s, NewToken}});
        QVERIFY2(changed, before.constData());
        QCOMPARE(*changed, after);
    }

    void whatCannotBeToldApartIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("alias") << QByteArray(
            "users:\n- name: a\n  user: {auth-provider: {config: &c {id-token: x}}}\n"
            "- name: jane\n  user: {auth-provider: {config: *c}}\n");
        QTest::newRow("anchor used elsewhere")
            << around("        id-token: &t x\n        other: *t\n");
        QTest::newRow("no such user") << QByteArray("users: []\n");
        QTest::newRow("no YAML") << QByteArray("{{{");
        QTest::newRow("too deep") << QByteArray(5000, '[');
    }

    void whatCannotBeToldApartIsRefused()
    {
        QFETCH(const QByteArray, text);
        const auto changed =
            kube::withAuthProviderConfig(text, u"jane"_s, {{u"id-token"_s, NewToken}});
        QVERIFY(!changed);
        QVERIFY(!changed.error().message.contains(NewToken));
    }

    void aValueThatWouldMeanSomethingElseIsQuoted()
    {
        for (const auto &value : {u"true"_s, u"12345678901234567890"_s, u"a: b # c\n\"d\\"_s,
                                  u"null"_s, u"- x"_s, QString()}) {
            const auto changed =
                kube::withAuthProviderConfig(Before, u"jane"_s, {{u"refresh-token"_s, value}});
            QVERIFY2(changed, qPrintable(value));
        }
    }

    void theFileIsReplacedAndStaysPrivate()
    {
        const auto name = fileWith(Before);
        const auto link = m_folder.filePath(u"link"_s);
        QVERIFY(QFile::link(name, link));
        QVERIFY(kube::writeAuthProviderConfig(link, u"jane"_s, {{u"id-token"_s, NewToken}}));
        QVERIFY(QFileInfo(link).isSymLink());
        QVERIFY(contentOf(name).contains(NewToken.toLatin1()));
        QCOMPARE(QFile::permissions(name) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QVERIFY(!QFileInfo::exists(link + u".lock"_s));
        QCOMPARE(kube::readAuthProviderConfig(name, u"jane"_s)->value(u"id-token"_s), NewToken);
    }

    void aLockOfAnotherProgramIsRespected()
    {
        const auto name = fileWith(Before);
        QFile lock(name + u".lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        const auto written =
            kube::writeAuthProviderConfig(name, u"jane"_s, {{u"id-token"_s, NewToken}});
        QVERIFY(!written);
        QCOMPARE(written.error().reason, QLatin1StringView(kube::KubeconfigLocked));
        QVERIFY(written.error().message.contains(lock.fileName()));
        QVERIFY(!written.error().message.contains(NewToken));
        QVERIFY(lock.exists());
        QCOMPARE(contentOf(name), Before);
        lock.remove();
    }

    void aFileThatIsGoneIsNamed()
    {
        const auto name = m_folder.filePath(u"gone"_s);
        const auto written =
            kube::writeAuthProviderConfig(name, u"jane"_s, {{u"id-token"_s, NewToken}});
        QVERIFY(!written);
        QVERIFY(written.error().message.contains(name));
        QVERIFY(!QFileInfo::exists(name));
    }
};

QTEST_GUILESS_MAIN(KubeconfigEditTest)
#include "tst_kubeconfigedit.moc"
