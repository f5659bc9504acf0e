// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gatewaysetup.h"

#include <QWebSocket>

using namespace Qt::StringLiterals;
using gateway::GatewayConfig;

/// `/ws/watch`, `/ws/shell` and `/ws/logs`.
class YardSocketsTest : public QObject
{
    Q_OBJECT

private:
    struct Client
    {
        Client(const GatewaySetup &setup, const QString &path, const QByteArray &key)
        {
            QNetworkRequest request(
                QUrl(u"ws://127.0.0.1:%1%2"_s.arg(setup.url().port()).arg(path)));
            if (!key.isEmpty())
                request.setRawHeader("Authorization", "Bearer " + key);
            QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
                             [this](const QString &text) { texts.append(text); });
            QObject::connect(&socket, &QWebSocket::binaryMessageReceived, &socket,
                             [this](const QByteArray &bytes) { output += bytes; });
            socket.open(request);
        }
        bool isOver() const { return socket.state() == QAbstractSocket::UnconnectedState; }
        bool hears(const QString &part) const
        {
            return std::ranges::any_of(texts,
                                       [&part](const auto &text) { return text.contains(part); });
        }

        QWebSocket socket;
        QStringList texts;
        QByteArray output;
    };

    static GatewayConfig open()
    {
        auto config = GatewaySetup::withKeys({u"dev"_s, u"ops"_s});
        config.rules = {{.kinds = {u"*"_s}, .verbs = {u"get"_s, u"list"_s, u"watch"_s, u"logs"_s}},
                        {.group = u"ops"_s, .kinds = {u"pods"_s}, .verbs = {u"exec"_s}}};
        return config;
    }

    std::unique_ptr<GatewaySetup> m_setup;

private Q_SLOTS:
    void init()
    {
        m_setup = std::make_unique<GatewaySetup>();
        QVERIFY(m_setup->isListening());
        m_setup->putRunningPod(u"shop"_s, u"web"_s);
        m_setup->putRunningPod(u"shop"_s, u"hidden"_s, {{u"secret"_s, u"yes"_s}});
        m_setup->putRunningPod(u"bank"_s, u"vault"_s);
    }
    void cleanup() { m_setup.reset(); }

    void whoMayNotIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("nobody") << u"/ws/logs?ns=shop&pod=web"_s << ""_ba;
        QTest::newRow("a wrong key") << u"/ws/logs?ns=shop&pod=web"_s << "wrong"_ba;
        QTest::newRow("another namespace") << u"/ws/logs?ns=bank&pod=vault"_s << "dev"_ba;
        QTest::newRow("a hidden path") << u"/ws/logs?ns=shop%2F..%2Fbank&pod=vault"_s << "dev"_ba;
        QTest::newRow("no right to a shell") << u"/ws/shell?ns=shop&pod=web"_s << "dev"_ba;
        QTest::newRow("no pod") << u"/ws/shell?ns=shop"_s << "ops"_ba;
        QTest::newRow("no cluster") << u"/ws/logs?ns=shop&pod=web&cluster=x"_s << "dev"_ba;
        QTest::newRow("nobody watches") << u"/ws/watch"_s << ""_ba;
    }
    void whoMayNotIsRefused()
    {
        QFETCH(const QString, path);
        QFETCH(const QByteArray, key);
        auto config = open();
        config.namespaces = {u"shop"_s};
        m_setup->start(config);
        Client client(*m_setup, path, key);
        QTRY_VERIFY(client.isOver());
        QVERIFY(client.texts.isEmpty() && client.output.isEmpty());
    }

    void aPodThatLabelsHideIsNotThere()
    {
        auto config = open();
        config.pods.excludeLabels = {u"secret=yes"_s};
        m_setup->start(config);
        for (const auto &path :
             {u"/ws/logs?ns=shop&pod=hidden"_s, u"/ws/shell?ns=shop&pod=hidden"_s}) {
            Client client(*m_setup, path, "ops");
            QTRY_COMPARE(int(client.socket.closeCode()), 4404);
        }
    }

    void aShellIsTypedInto()
    {
        m_setup->start(open());
        Client client(*m_setup, u"/ws/shell?ns=shop&pod=web&container=app"_s, "ops");
        QTRY_VERIFY(!client.output.isEmpty()); // the prompt
        client.socket.sendTextMessage(uR"({"resize": {"columns": 100, "rows": 30}})"_s);
        client.socket.sendTextMessage(u"echo text\r"_s);
        QTRY_VERIFY(client.output.count("text") >= 2); // the echo of the terminal, and of echo
        client.socket.sendBinaryMessage("echo bytes\r");
        QTRY_VERIFY(client.output.count("bytes") >= 2);
        client.socket.sendBinaryMessage("exit\r");
        QTRY_VERIFY(client.hears(uR"({"exit":{"code":0}})"_s));
        QTRY_VERIFY(client.isOver());
        QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodeNormal);
    }

    /// By WebSocket no more often than by HTTP: each asks the cluster for its pod.
    void whoKnocksTooOftenIsRefused()
    {
        auto config = open();
        config.limits.requestsPerSecond = 0.001;
        config.limits.requestBurst = 3;
        m_setup->start(config);
        const auto pod = u"/api/v1/namespaces/shop/pods/web"_s;
        for (int i = 0; i < 3; ++i) {
            Client client(*m_setup, u"/ws/logs?ns=shop&pod=web"_s, "dev");
            const auto before = m_setup->api().script().count(pod);
            QTRY_VERIFY(client.socket.isValid() && m_setup->api().script().count(pod) > before);
        }
        QTest::qWait(100); // what those had begun
        const auto asked = m_setup->api().script().count(pod);
        for (int i = 0; i < 5; ++i) {
            Client client(*m_setup, u"/ws/logs?ns=shop&pod=web"_s, "dev");
            QTRY_VERIFY(client.isOver());
        }
        QCOMPARE(m_setup->api().script().count(pod), asked);
        QCOMPARE(m_setup->get(u"/api/cluster"_s, "dev").status, 429); // it is one and the same
        QCOMPARE(m_setup->get(u"/api/cluster"_s, "ops").status, 200);
    }

    void shellsAreLimitedForEachPersonAndNamespace()
    {
        auto config = open();
        config.limits.shellsPerUser = 1;
        m_setup->start(config);
        const auto path = u"/ws/shell?ns=shop&pod=web"_s;
        auto first = std::make_unique<Client>(*m_setup, path, "ops");
        QTRY_VERIFY(!first->output.isEmpty());
        Client second(*m_setup, path, "ops");
        QTRY_VERIFY(second.isOver());
        QVERIFY(second.output.isEmpty());
        Client elsewhere(*m_setup, u"/ws/shell?ns=bank&pod=vault"_s, "ops");
        QTRY_VERIFY(!elsewhere.output.isEmpty());
        first->socket.close();
        const auto isFree = [&] {
            Client third(*m_setup, path, "ops");
            (void)QTest::qWaitFor([&] { return third.isOver() || !third.output.isEmpty(); });
            return !third.output.isEmpty();
        };
        QTRY_VERIFY(isFree());
    }

    void eachLineOfALogIsAMessage()
    {
        const demo::LogKey key{u"shop"_s, u"web"_s, u"app"_s};
        for (int i = 0; i < 20; ++i)
            m_setup->api().logs().append(key, "line " + QByteArray::number(i));
        auto config = open();
        config.logs.maxLineLength = 50;
        m_setup->start(config);
        Client client(*m_setup, u"/ws/logs?ns=shop&pod=web&container=app&tail=5"_s, "dev");
        QTRY_COMPARE(client.texts.size(), 5);
        QCOMPARE(client.texts.first(), u"line 15"_s);
        m_setup->api().logs().append(key, QByteArray(100, 'x'));
        m_setup->api().logs().append(key, "grüße"_ba);
        QTRY_COMPARE(client.texts.size(), 7);
        QCOMPARE(client.texts[5], QString(QString(50, u'x') + u"...[truncated]"_s));
        QCOMPARE(client.texts[6], u"grüße"_s);
        Client stamped(*m_setup, u"/ws/logs?ns=shop&pod=web&tail=1&timestamps=true"_s, "dev");
        QTRY_COMPARE(stamped.texts.size(), 1);
        QVERIFY(stamped.texts.first().startsWith(u"20"_s));
        QVERIFY(stamped.texts.first().endsWith(u" grüße"_s));
    }

    /// It costs no more than its backlog, and loses nothing.
    void whoReadsALogSlowlyHoldsItBack()
    {
        const demo::LogKey key{u"shop"_s, u"web"_s, u"app"_s};
        static constexpr int Lines = 9'000;
        for (int i = 0; i < Lines; ++i)
            m_setup->api().logs().append(key, QByteArray::number(i) + QByteArray(1'000, ' '));
        auto config = open();
        config.limits.backlogBytes = 128 * 1024;
        m_setup->start(config);
        Client client(*m_setup, u"/ws/logs?ns=shop&pod=web"_s, "dev");
        QTRY_COMPARE_WITH_TIMEOUT(client.texts.size(), Lines, 20'000);
        for (int i = 0; i < Lines; ++i)
            QCOMPARE(client.texts[i].trimmed(), QString::number(i));
    }

    void watchesAreChosenByMessages()
    {
        m_setup->start(open());
        Client client(*m_setup, u"/ws/watch"_s, "dev");
        QTRY_VERIFY(client.socket.isValid());
        client.socket.sendTextMessage(uR"({"subscribe": {"kind": "pods", "ns": "shop"}})"_s);
        QTRY_VERIFY(client.hears(u"\"LISTED\""_s));
        QVERIFY(client.hears(u"\"web\""_s) && !client.hears(u"\"vault\""_s));
        QTRY_VERIFY(client.hears(u"\"TOKEN\""_s));
        m_setup->putRunningPod(u"shop"_s, u"web-2"_s);
        QTRY_VERIFY(client.hears(u"web-2"_s));
        client.socket.sendTextMessage(uR"({"unsubscribe": {"kind": "pods"}})"_s);
        client.socket.sendTextMessage(uR"({"subscribe": {"kind": "services"}})"_s);
        QTRY_VERIFY(client.hears(u"\"services\""_s));
        m_setup->putRunningPod(u"shop"_s, u"web-3"_s);
        client.socket.sendTextMessage(u"nonsense"_s);
        QTRY_VERIFY(client.hears(u"\"ERROR\""_s));
        QVERIFY(!client.hears(u"web-3"_s));
        client.socket.sendTextMessage(uR"({"subscribe": {"kind": "dragons"}})"_s);
        QTRY_VERIFY(client.hears(u"no such kind"_s));
    }

    void largeMessagesEndTheConnection()
    {
        m_setup->start(open());
        Client client(*m_setup, u"/ws/watch"_s, "dev");
        QTRY_VERIFY(client.socket.isValid());
        client.socket.sendTextMessage(QString(100'000, u'x'));
        QTRY_VERIFY(client.isOver());
        QTRY_COMPARE(m_setup->get(u"/api/health"_s, {}).status, 200);
    }
};

QTEST_GUILESS_MAIN(YardSocketsTest)
#include "tst_yardsockets.moc"
