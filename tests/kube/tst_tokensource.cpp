// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeissuer.h"
#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/auth/tokensource.h"
#include "kube/cluster.h"
#include "kube/demo/apiserver.h"
#include "rawserver.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using kube::Error;

namespace {

/// Gives what a test says, and counts.
class Tokens final : public kube::TokenSource
{
public:
    QFuture<kube::Result<QString>> token() override
    {
        ++asked;
        return QtFuture::makeReadyValueFuture(next);
    }
    void reject(const QString &token) override
    {
        rejected << token;
        if (!afterwards.isEmpty())
            next = afterwards;
    }
    void forgive() override { ++forgiven; }
    bool renews() const override { return true; }

    kube::Result<QString> next = u"first"_s;
    QString afterwards = {}; ///< what it gives once the first was rejected
    QStringList rejected = {};
    int asked = 0;
    int forgiven = 0;
};

} // namespace

/// Bearer tokens that somebody else renews.
class TokenSourceTest : public QObject
{
    Q_OBJECT

private:
    kube::ClientConfig config() const
    {
        return {.server = m_server->url() + u"/k8s/prod"_s, .tokenSource = m_tokens};
    }
    static kube::Result<kube::ApiAnswer> ask(kube::ApiClient &client)
    {
        const auto answer = client.send({.path = u"/x"_s});
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 10'000))
            return std::unexpected(Error{.message = u"no answer to the test"_s});
        return answer.result();
    }

    std::shared_ptr<Tokens> m_tokens; ///< shared with the identities
    std::unique_ptr<RawServer> m_server;
    QByteArray m_accepted;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_tokens = std::make_shared<Tokens>();
        m_accepted = "first";
        m_server = std::make_unique<RawServer>([this](const QByteArray &head) {
            return head.contains(QByteArray("Bearer " + m_accepted + "\r\n"))
                ? RawServer::http(200, "{\"gitVersion\":\"v1.32.0\"}")
                : RawServer::http(401, R"({"kind":"Status","message":"Unauthorized"})");
        });
    }

    void itsTokenIsTheBearerOfEveryRequest()
    {
        kube::Identity identity(config());
        kube::ApiClient client(identity);
        QVERIFY(ask(client) && ask(client));
        QCOMPARE(m_tokens->asked, 1); // it has no end that is known
        QVERIFY(m_server->heads().first().startsWith("GET /k8s/prod/x "));
        QVERIFY(!identity.expiry());
    }

    void aTokenThatEndsIsAskedForAgain()
    {
        const auto token = jwtThatEndsIn(5); // less than is any good
        m_tokens->next = token;
        m_accepted = token.toLatin1();
        kube::Identity identity(config());
        kube::ApiClient client(identity);
        QVERIFY(ask(client) && ask(client));
        QCOMPARE(m_tokens->asked, 2);
        QVERIFY(identity.expiry() && identity.expiry()->renews);
    }

    void a401RenewsOnceAndTriesAgain()
    {
        m_accepted = "second";
        m_tokens->afterwards = u"second"_s;
        kube::Identity identity(config());
        kube::ApiClient client(identity);
        QVERIFY(ask(client));
        QCOMPARE(m_tokens->rejected, QStringList{u"first"_s});
        QCOMPARE(m_server->heads().size(), 2);

        m_accepted = "third"; // and then a while not again, lest a server starts a storm
        QCOMPARE(ask(client).error().kind, Error::Kind::Unauthorized);
        QCOMPARE(m_tokens->rejected, QStringList{u"first"_s});
    }

    void whoSignedInAnewIsUsedAtOnce()
    {
        kube::Identity one(config());
        kube::Identity other(config());
        kube::ApiClient oneClient(one);
        kube::ApiClient otherClient(other);
        QVERIFY(ask(oneClient) && ask(otherClient));
        m_tokens->next = u"another"_s;
        m_accepted = "another";
        Q_EMIT m_tokens->changed();
        QVERIFY(ask(oneClient) && ask(otherClient));
        QCOMPARE(m_tokens->rejected, QStringList());
    }

    void whoIsNotSignedInIsRefusedUntilTheyAre()
    {
        const auto sentence = u"Sign in again."_s;
        m_tokens->next =
            std::unexpected(Error{.kind = Error::Kind::Credentials, .message = sentence});
        kube::Cluster cluster(config(), nullptr, {.ping = 600'000});
        cluster.connectToServer();
        QTRY_COMPARE(cluster.state(), kube::Cluster::State::Refused);
        QCOMPARE(cluster.lastError()->message, sentence);
        QVERIFY(m_server->heads().isEmpty());

        m_tokens->next = u"first"_s;
        Q_EMIT m_tokens->changed();
        cluster.retry();
        QTRY_COMPARE(cluster.state(), kube::Cluster::State::Ready);
        QCOMPARE(m_tokens->forgiven, 1);
    }

    void whoCannotBeReachedIsTriedAgainByItself()
    {
        m_tokens->next =
            std::unexpected(Error{.kind = Error::Kind::Unreachable, .message = u"no route"_s});
        kube::Cluster cluster(config(), nullptr, {.ping = 20, .pingWhileAway = 20});
        cluster.connectToServer();
        QTRY_COMPARE(cluster.state(), kube::Cluster::State::Unreachable);
        m_tokens->next = u"first"_s;
        QTRY_COMPARE_WITH_TIMEOUT(cluster.state(), kube::Cluster::State::Ready, 20'000);
        QCOMPARE(m_tokens->forgiven, 0);
    }

    void aTokenDoesNotGoToAnotherMachineInClear()
    {
        auto far = config();
        far.server = u"http://relay.example.org/k8s/prod"_s;
        kube::Identity identity(far);
        const auto known = identity.credentials();
        QVERIFY(known.isFinished() && known.result());
        QVERIFY(!known.result()->headers.contains("Authorization"));
    }

    void aWebSocketHasItToo()
    {
        demo::ApiServer api({.tokens = {{"first", u"jane"_s}}});
        QVERIFY(api.listen());
        kube::Identity identity({.server = api.url().toString(), .tokenSource = m_tokens});
        kube::ApiClient client(identity);
        const auto opened = client.openWebSocket(u"/nothing"_s, {}, {});
        QTRY_VERIFY(opened.isFinished());
        QVERIFY(!opened.result());
        QVERIFY2(opened.result().error().kind != Error::Kind::Unauthorized,
                 qPrintable(opened.result().error().message));
    }
};

QTEST_GUILESS_MAIN(TokenSourceTest)
#include "tst_tokensource.moc"
