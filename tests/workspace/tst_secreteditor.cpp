// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/secret/secreteditor.h"

#include "support/democlient.h"
#include "support/testdata.h"
#include "workspace/actions/journal.h"
#include "workspace/look/look.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace workspace;

class SecretEditorTest : public QObject, private support::DemoClient
{
    Q_OBJECT

    Look m_look{Theme::darkTheme()};
    Journal m_journal;
    std::unique_ptr<SecretEditor> m_editor;
    const kube::ApiResource m_secrets{.version = u"v1"_s,
                                      .resource = u"secrets"_s,
                                      .kind = u"Secret"_s,
                                      .verbs = {u"get"_s, u"patch"_s, u"update"_s}};
    const kube::ObjectRef m_ref{{{}, u"v1"_s, u"secrets"_s}, u"shop"_s, u"db"_s};

    static QString base64(const QByteArray &bytes) { return QString::fromLatin1(bytes.toBase64()); }
    QString stored(const QString &key) const
    {
        return QString::fromUtf8(QByteArray::fromBase64(
            (*m_server->store().get(m_ref))["data"_L1][key].toString().toLatin1()));
    }

    void press(const QString &id)
    {
        QTRY_VERIFY(m_editor->bar().button(id) && m_editor->bar().button(id)->isEnabled());
        m_editor->bar().button(id)->click();
    }

    void type(const QString &text)
    {
        m_editor->text().selectAll();
        m_editor->text().insertPlainText(text);
    }

private Q_SLOTS:
    void whatWasTypedGoesOnInAnotherEditor()
    {
        m_editor->showKey(u"password"_s);
        m_editor->reveal(true);
        type(u"hunter3"_s);
        const auto draft = m_editor->draft();
        auto now = *m_server->store().get(m_ref);
        SecretEditor other(*m_client, m_secrets, u"prod"_s, m_journal, m_look);
        other.setObject(now);
        other.restore(draft);
        QCOMPARE(other.key(), u"password"_s);
        QCOMPARE(other.text().toPlainText(), u"hunter3"_s);
        QVERIFY(other.isModified());
        QVERIFY(!other.keys().isEnabled()); // first this one is finished
        other.text().undo();
        QCOMPARE(other.text().toPlainText(), u"hunter2"_s);
        // Changed in the cluster meanwhile: kept, and said.
        auto data = now["data"_L1].toObject();
        data[u"password"_s] = base64("other");
        now["data"_L1] = data;
        SecretEditor later(*m_client, m_secrets, u"prod"_s, m_journal, m_look);
        later.setObject(now);
        later.restore(draft);
        QCOMPARE(later.text().toPlainText(), u"hunter3"_s);
        QVERIFY(later.bar().text().contains(u"What you typed is kept"_s));
        // Of a key that was not there nothing can go on.
        later.restore({u"nobody"_s, u"x"_s, draft.base});
        QCOMPARE(later.text().toPlainText(), u"hunter3"_s);
    }

    void init()
    {
        QTest::failOnWarning();
        QVERIFY(serve());
        m_editor =
            std::make_unique<SecretEditor>(*m_client, m_secrets, u"prod"_s, m_journal, m_look);
        m_editor->setObject(m_server->store().put(
            {{u"apiVersion"_s, u"v1"_s},
             {u"kind"_s, u"Secret"_s},
             {u"metadata"_s, QJsonObject{{u"name"_s, u"db"_s}, {u"namespace"_s, u"shop"_s}}},
             {u"data"_s,
              QJsonObject{{u"config"_s, base64("{\"a\":[1,2]}")},
                          {u"key"_s, base64(QByteArray("\x00\xff\x01", 3))},
                          {u"password"_s, base64("hunter2")},
                          {u"wrong"_s, u"no base64!"_s}}}}));
    }

    void cleanup()
    {
        m_editor.reset();
        stop();
    }

    void valuesAreWhatTheyAre()
    {
        const auto now = QDateTime::currentDateTimeUtc();
        QCOMPARE(secretValueOf(base64("hunter2"), now).text, u"hunter2"_s);
        const auto json = secretValueOf(base64("{\"a\":[1,2]}"), now);
        QCOMPARE(json.kind, SecretValue::Kind::Json);
        QVERIFY(json.text.contains("\n    \"a\": ["_L1));
        const auto binary = secretValueOf(base64(QByteArray(1000, '\xfe')), now);
        QCOMPARE(binary.kind, SecretValue::Kind::Binary);
        QCOMPARE(binary.bytes, 1000);
        QVERIFY(binary.text.isEmpty());
        QCOMPARE(secretValueOf(u"a b c!"_s, now).kind, SecretValue::Kind::NotBase64);
        QCOMPARE(secretValueOf({}, now).kind, SecretValue::Kind::Text);
        const auto broken = secretValueOf(
            base64("-----BEGIN CERTIFICATE-----\nxyz\n-----END CERTIFICATE-----\n"), now);
        QCOMPARE(broken.kind, SecretValue::Kind::Certificates);
        QCOMPARE(broken.summary.size(), 1);
    }

    void certificatesTellTheirNamesAndTheirEnd()
    {
        QFile file(support::testData(u"secret/certificate.pem"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto encoded = QString::fromLatin1(file.readAll().toBase64());
        const auto early =
            secretValueOf(encoded, QDateTime(QDate(2026, 6, 1), QTime(0, 0), QTimeZone::UTC));
        QCOMPARE(early.kind, SecretValue::Kind::Certificates);
        const auto text = early.summary.join(u'\n');
        QVERIFY2(text.contains("shop.example.org"_L1), qPrintable(text));
        QVERIFY2(text.contains("www.example.org"_L1), qPrintable(text));
        QVERIFY(!early.isExpired);
        const auto late =
            secretValueOf(encoded, QDateTime(QDate(2199, 1, 1), QTime(0, 0), QTimeZone::UTC));
        QVERIFY(late.isExpired);
        QVERIFY(late.summary.join(u'\n').contains("Expired"_L1));
    }

    void nothingIsShownBeforeItIsAskedFor()
    {
        m_editor->showKey(u"password"_s);
        QVERIFY(!m_editor->text().toPlainText().contains("hunter2"_L1));
        QVERIFY(m_editor->text().isReadOnly());
        press(u"reveal"_s);
        QCOMPARE(m_editor->text().toPlainText(), u"hunter2"_s);
        m_editor->showKey(u"config"_s);
        m_editor->showKey(u"password"_s);
        QVERIFY(!m_editor->isRevealed());
        m_editor->showKey(u"key"_s);
        press(u"reveal"_s);
        QVERIFY(m_editor->text().toPlainText().isEmpty());
        QVERIFY(m_editor->summary().contains("Binary, 3"_L1));
    }

    void anEditIsAskedAboutAndEncodedAgain()
    {
        m_editor->showKey(u"password"_s);
        m_editor->reveal(true);
        type(u"new pässword"_s);
        press(u"save"_s);
        QTRY_VERIFY(m_editor->bar().button(u"confirm"_s));
        const auto question = m_editor->bar().text();
        QVERIFY2(question.contains("password"_L1) && question.contains("shop/db"_L1)
                     && question.contains("prod"_L1),
                 qPrintable(question));
        QCOMPARE(stored(u"password"_s), u"hunter2"_s);
        press(u"confirm"_s);
        QTRY_COMPARE(stored(u"password"_s), u"new pässword"_s);
        QTRY_VERIFY(!m_editor->isModified());
        QVERIFY(!m_journal.entries().empty());
        QVERIFY(m_journal.entries().back().kubectl.contains("edit secret/db"_L1));
        QVERIFY(m_journal.entries().back().problem.isEmpty());
        QCOMPARE(stored(u"config"_s), u"{\"a\":[1,2]}"_s);
    }

    void aKeyOfAnotherManagerIsTakenOverOnlyWhenSaidSo()
    {
        const auto body = QByteArray("{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{"
                                     "\"name\":\"db\"},\"data\":{\"password\":\"")
            + QByteArray("hunter2").toBase64() + "\"}}";
        const auto applied = m_client->send({.path = u"/api/v1/namespaces/shop/secrets/db"_s,
                                             .query = QUrlQuery(u"fieldManager=flux"_s),
                                             .method = "PATCH",
                                             .body = body,
                                             .contentType = "application/apply-patch+yaml"});
        QTRY_VERIFY(applied.isFinished() && applied.result());
        m_editor->showKey(u"password"_s);
        m_editor->reveal(true);
        type(u"mine"_s);
        press(u"save"_s);
        QTRY_VERIFY(m_editor->bar().button(u"take-over"_s));
        QVERIFY(m_editor->bar().text().contains("flux"_L1));
        QCOMPARE(stored(u"password"_s), u"hunter2"_s);
        press(u"take-over"_s);
        press(u"confirm"_s);
        QTRY_COMPARE(stored(u"password"_s), u"mine"_s);
    }

    void aRefusalSaysWhyAndKeepsWhatWasTyped()
    {
        m_server->script().forbid({.verb = u"patch"_s, .resource = u"secrets"_s});
        m_editor->showKey(u"password"_s);
        m_editor->reveal(true);
        type(u"mine"_s);
        press(u"save"_s);
        QTRY_VERIFY(m_editor->bar().text().contains("not allowed"_L1));
        QCOMPARE(m_editor->text().toPlainText(), u"mine"_s);
        m_editor->setObject({});
        QCOMPARE(m_editor->text().toPlainText(), u"mine"_s);
        QSignalSpy closed(m_editor.get(), &SecretEditor::closeRequested);
        m_editor->leave();
        QCOMPARE(closed.size(), 0);
        press(u"give-up"_s);
        QCOMPARE(closed.size(), 1);
    }

    void theClipboardIsClearedUnlessItHoldsSomethingElse()
    {
        SecretClipboard lent(nullptr, 50);
        lent.copy(u"hunter2"_s);
        QCOMPARE(QApplication::clipboard()->text(), u"hunter2"_s);
        QCOMPARE(QApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s),
                 "secret");
        QTRY_VERIFY(QApplication::clipboard()->text().isEmpty());
        lent.copy(u"hunter2"_s);
        QApplication::clipboard()->setText(u"a shopping list"_s);
        QTRY_VERIFY(!lent.isLent());
        QCOMPARE(QApplication::clipboard()->text(), u"a shopping list"_s);
        QCOMPARE(SecretClipboard::LastsMs, 45'000);
    }
};

QTEST_MAIN(SecretEditorTest)
#include "tst_secreteditor.moc"
