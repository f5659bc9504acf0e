// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paintedhost.h"

#include "kube/access/maskedsecret.h"
#include "kube/apply/objectapply.h"
#include "support/democlient.h"
#include "workspace/actions/journal.h"
#include "workspace/look/look.h"
#include "workspace/manifest/manifesteditor.h"
#include "workspace/secret/secreteditor.h"
#include "workspace/yaml/yamlcontent.h"
#include "workspace/yaml/yamlhighlighting.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonDocument>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace workspace;

/// Secrets that a relay's gateway shows without their values.
class MaskedSecretsTest : public QObject, private support::DemoClient
{
    Q_OBJECT

    Look m_look{Theme::darkTheme()};
    Journal m_journal;
    YamlHighlighting m_highlighting;
    const kube::ApiResource m_secrets{
        .version = u"v1"_s,
        .resource = u"secrets"_s,
        .kind = u"Secret"_s,
        .namespaced = true,
        .verbs = {u"get"_s, u"patch"_s, u"update"_s, u"list"_s, u"watch"_s}};
    const kube::ObjectRef m_ref{{{}, u"v1"_s, u"secrets"_s}, u"shop"_s, u"db"_s};
    const ObjectId m_id{u"v1"_s, u"Secret"_s, u"shop"_s, u"db"_s};
    QJsonObject m_masked;

    static QJsonObject values(const QString &password)
    {
        return {{u"password"_s, QString::fromLatin1(password.toUtf8().toBase64())},
                {u"user"_s, u"YWRtaW4="_s}};
    }
    QJsonObject real(const QString &password = u"hunter2"_s) const
    {
        auto object = m_masked;
        auto meta = object["metadata"_L1].toObject();
        meta.remove("annotations"_L1);
        object["metadata"_L1] = meta;
        object["data"_L1] = values(password);
        return object;
    }
    /// As the gateway answers `?reveal=true` to who may.
    void show(const QJsonObject &object)
    {
        m_server->script().add({.action = demo::Fault::Action::Answer,
                                .path = u"/api/v1/namespaces/shop/secrets/db"_s,
                                .method = "GET",
                                .queryContains = u"reveal=true"_s,
                                .code = 200,
                                .body = QJsonDocument(object).toJson()});
    }
    int asked() const
    {
        return m_server->script().count(u"/api/v1/namespaces/shop/secrets/db"_s, u"reveal=true"_s);
    }
    static bool shows(YamlContent &content, QStringView what)
    {
        return std::ranges::any_of(content.pane().document().lines, [what](const TextLine &line) {
            return line.text.contains(what);
        });
    }
    static void click(YamlContent &content, QWidget &host)
    {
        QTest::mouseClick(&host, Qt::LeftButton, {},
                          content.pane().rectOfTarget(0).center().toPoint());
    }
    kube::ApplyAnswer applied(const kube::ApplyRequest &request)
    {
        const auto answer = kube::applyObject(*m_client, request);
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 10'000))
            return {};
        return answer.result();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QVERIFY(serve());
        m_masked = m_server->store().put(
            {{u"apiVersion"_s, u"v1"_s},
             {u"kind"_s, u"Secret"_s},
             {u"metadata"_s,
              QJsonObject{{u"name"_s, u"db"_s},
                          {u"namespace"_s, u"shop"_s},
                          {u"annotations"_s, QJsonObject{{u"krateyard.io/masked"_s, u"true"_s}}}}},
             {u"data"_s, QJsonObject{{u"password"_s, QString()}, {u"user"_s, QString()}}}});
        QVERIFY(kube::isMasked(m_masked));
    }
    void cleanup() { stop(); }

    void yamlAsksForThemWhenOneIsClicked()
    {
        show(real());
        YamlContent content(*m_cache, m_secrets, m_id, m_highlighting, m_look);
        PaintedHost host(content, m_look, {620, 326});
        QTRY_COMPARE(content.freshness(), WindowContent::Freshness::Live);
        QVERIFY(shows(content, u"# The relay leaves the values out"));
        QCOMPARE(asked(), 0);
        takePicture(host, u"masked-secret-dark"_s);
        click(content, host);
        QTRY_VERIFY(shows(content, u"# hunter2"));
        QVERIFY(!shows(content, u"YWRtaW4=")); // one at a time
        click(content, host);
        QVERIFY(!shows(content, u"# hunter2"));
        QCOMPARE(asked(), 1);
        click(content, host); // they were forgotten
        QTRY_VERIFY(shows(content, u"# hunter2"));
        QCOMPARE(asked(), 2);
    }

    void yamlSaysWhoMayNot()
    {
        YamlContent content(*m_cache, m_secrets, m_id, m_highlighting, m_look);
        PaintedHost host(content, m_look, {620, 326});
        QTRY_COMPARE(content.freshness(), WindowContent::Freshness::Live);
        click(content, host); // answered without values all the same
        QTRY_VERIFY(shows(content, u"# The relay does not show you the values"));
        QCOMPARE(asked(), 1);
        m_server->script().fail(u"/api/v1/namespaces/shop/secrets/db"_s, 403, u"Forbidden"_s);
        click(content, host);
        QTRY_COMPARE(asked(), 2);
        QTRY_VERIFY(shows(content, u"# The relay does not show you the values"));
    }

    void yamlOfThemIsNotEdited()
    {
        YamlContent content(*m_cache, m_secrets, m_id, m_highlighting, m_look);
        content.setEditable([]() -> ManifestEditor * {
            QTest::qFail("It is edited all the same.", __FILE__, __LINE__);
            return nullptr;
        });
        PaintedHost host(content, m_look, {620, 326});
        QTRY_COMPARE(content.freshness(), WindowContent::Freshness::Live);
        QTest::keyClick(&host, Qt::Key_E);
        QVERIFY(shows(content, u"its YAML cannot be edited"));
        QVERIFY(shows(content, u"# Decode (d) changes"));
    }

    void theDecodedViewAsksRevealsAndForgets()
    {
        show(real());
        SecretEditor editor(*m_client, m_secrets, u"prod"_s, m_journal, m_look);
        editor.setObject(m_masked);
        editor.showKey(u"password"_s);
        QVERIFY(editor.summary().contains(u"The relay leaves the value out"_s));
        editor.bar().button(u"reveal"_s)->click();
        QTRY_COMPARE(editor.text().toPlainText(), u"hunter2"_s);
        QCOMPARE(editor.key(), u"password"_s);
        editor.setObject(m_masked); // told again
        QCOMPARE(editor.text().toPlainText(), u"hunter2"_s);
        editor.bar().button(u"reveal"_s)->click();
        QVERIFY(!editor.text().toPlainText().contains(u"hunter2"_s));
        QVERIFY(editor.summary().contains(u"The relay leaves the value out"_s));
        QCOMPARE(asked(), 1);
        editor.copy();
        QTRY_COMPARE(QApplication::clipboard()->text(), u"hunter2"_s);
        QCOMPARE(asked(), 2);
    }

    void theDecodedViewSaysWhoMayNot()
    {
        SecretEditor editor(*m_client, m_secrets, u"prod"_s, m_journal, m_look);
        editor.setObject(m_masked);
        editor.bar().button(u"reveal"_s)->click();
        QTRY_VERIFY(editor.bar().text().contains(u"does not show you the values"_s));
        QVERIFY(!editor.isRevealed());
        QVERIFY(editor.text().isReadOnly());
    }

    void oneValueIsChangedAndTheOthersStay()
    {
        show(real());
        SecretEditor editor(*m_client, m_secrets, u"prod"_s, m_journal, m_look);
        editor.setObject(m_masked);
        editor.showKey(u"password"_s);
        editor.reveal(true);
        QTRY_COMPARE(editor.text().toPlainText(), u"hunter2"_s);
        editor.text().selectAll();
        editor.text().insertPlainText(u"hunter3"_s);
        editor.save();
        QTRY_VERIFY(editor.bar().button(u"confirm"_s));
        editor.bar().button(u"confirm"_s)->click();
        QTRY_COMPARE(m_server->store().get(m_ref).value()["data"_L1]["password"_L1].toString(),
                     values(u"hunter3"_s)["password"_L1].toString());
        // What was sent had no empty value in it.
        for (const auto &request : m_server->script().requests()) {
            if (request.method == "PATCH")
                QVERIFY2(!request.body.contains("\"\""), request.body);
        }
    }

    void nothingEmptyIsApplied()
    {
        auto wanted = m_masked;
        auto data = wanted["data"_L1].toObject();
        data[u"user"_s] = u"bmV3"_s;
        wanted["data"_L1] = data;
        const auto answer = applied({.resource = m_secrets,
                                     .nameSpace = u"shop"_s,
                                     .object = wanted,
                                     .base = m_masked,
                                     .dryRun = false});
        QCOMPARE(answer.outcome, kube::ApplyAnswer::Outcome::Refused);
        QVERIFY(answer.error && answer.error->message.contains(u"left out"_s));
        QVERIFY(m_server->script().requests().empty()); // it did not even leave
    }
};

QTEST_MAIN(MaskedSecretsTest)
#include "tst_maskedsecrets.moc"
