// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "realgateway.h"
#include "support/realtest.h"
#include "support/skipall.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using support::isCounting;

namespace {

const auto Space = support::RealCluster::ownNamespace(u"gateway"_s);

} // namespace

/// Every address of the gateway, asked by curl, node's "ws" and its EventSource, before the real
/// cluster.
class RealGatewayTest : public QObject, private support::RealTest
{
    Q_OBJECT

private:
    using Said = support::RealGateway::Said;

    Said curl(const QString &path, const QStringList &more = {})
    {
        auto said = m_gateway.curl(*m_relay, path, more);
        m_said += said.head + said.body;
        return said;
    }
    QString here(const QString &more) const
    {
        return u"/api/v1/namespaces/%1%2"_s.arg(Space, more);
    }

    support::RealGateway m_gateway;
    support::LoggedRelay *m_relay = nullptr; // the gateway's
    QByteArray m_said; ///< all that curl was told

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(true); !why.isEmpty())
            SKIP_ALL(why.constData());
        if (const auto why = m_gateway.prepare(m_real, Space); !why.isEmpty())
            SKIP_ALL(qPrintable(why));
        const auto made = m_real.fill(Space, support::countingPods());
        QVERIFY2(made.code == 0, made.errors.constData());
        QVERIFY(m_real.waitFor(Space, u"deployment/web"_s, u"condition=Available"_s));
        QVERIFY(m_real.waitFor(Space, u"pod/alone"_s, u"condition=Ready"_s));
        m_relay = &m_gateway.start(false);
        m_gateway.signIn(*m_relay);
        QVERIFY(!m_gateway.tokens.idToken.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(curl(u"/api/cluster"_s).json()["reachable"_L1].toBool(true), true,
                                  20'000);
    }
    void cleanupTestCase()
    {
        if (m_real.isThere())
            m_real.removeNamespace(Space);
    }

    void everyAddressAnswers_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("has");
        const auto row = [](const QString &path, int status, const QByteArray &has,
                            const QStringList &more = {}) {
            QTest::newRow(qPrintable(more.join(u' ') + u' ' + path))
                << path << more << status << has;
        };
        row(u"/api/health"_s, 200, "ok");
        row(u"/api/cluster"_s, 200, "version");
        row(u"/api/resources"_s, 200, "\"deployments\"");
        row(u"/api/resources/pods?ns="_s + Space, 200, "alone");
        row(u"/api/resources/po"_s, 200, "alone");
        row(u"/api/resources/deployments.apps?labelSelector=x%3Dy"_s, 200, "\"items\":[]");
        row(u"/api/resources/pods?ns=kube-system"_s, 403, "error");
        row(u"/api/resources/nothings"_s, 404, "error");
        row(u"/api/resource/pods/alone?ns="_s + Space, 200, "busybox");
        row(u"/api/resource/pods/none?ns="_s + Space, 404, "error");
        row(u"/api/resource/secrets/login?ns="_s + Space, 200, "password");
        row(here(u"/pods"_s), 200, "alone");
        row(here(u"/pods/alone"_s), 200, "\"phase\":\"Running\"");
        row(here(u"/pods/alone/details"_s), 200, "busybox");
        row(here(u"/pods/none"_s), 404, "error");
        row(here(u"/apps"_s), 200, "\"web\"");
        row(here(u"/apps/web"_s), 200, "\"pods\"");
        row(here(u"/apps/none"_s), 404, "error");
        row(here(u"/pods/alone/logs?follow=false&tail=3"_s), 200, "event: status");
        row(u"/api/v1/namespaces"_s, 200, Space.toUtf8());
        row(u"/api/v1/namespaces/kube-system/pods"_s, 403, "error");
        row(u"/api/v1/session"_s, 200, "pinnedResources");
        row(u"/api/v1/session"_s, 204, "", {u"--request"_s, u"PUT"_s, u"--data"_s, u"{}"_s});
        row(u"/api/v1/session"_s, 400, "error",
            {u"--request"_s, u"PUT"_s, u"--data"_s, u"{\"x\":1}"_s});
        row(u"/api/v1/session"_s, 204, "", {u"--request"_s, u"DELETE"_s});
        row(u"/api/v1/admin/audit"_s, 200, "entries");
        row(u"/auth/me"_s, 200, "jane");
        row(u"/auth/config"_s, 200, "issuer");
        row(u"/auth/login"_s, 302, "");
        row(u"/auth/callback?code=x&state=y"_s, 403, "");
        row(u"/auth/logout"_s, 204, "", {u"--request"_s, u"POST"_s});
        row(u"/api/health"_s, 405, "error", {u"--request"_s, u"POST"_s});
        row(u"/k8s/admin/version"_s, 200, "gitVersion");
        row(u"/k8s/admin/api/v1/pods"_s, 200, "alone");
        row(u"/metrics"_s, 200, "krateyard_");
    }
    void everyAddressAnswers()
    {
        QFETCH(QString, path);
        QFETCH(QStringList, more);
        QFETCH(QByteArray, has);
        const auto said = curl(path, more);
        if (path == "/auth/logout"_L1) // of somebody who has a token and no session
            QVERIFY(said.status == 204 || said.status == 401 || said.status == 403);
        else
            QTEST(said.status, "status");
        QVERIFY2(said.body.contains(has), said.body.left(2'000));
    }

    void metricsAreThereOrNot()
    {
        const auto said = curl(here(u"/pods/alone/metrics"_s));
        QVERIFY(said.status == 404 || said.json().contains("containers"_L1));
    }

    void sessionsAreKept()
    {
        const QJsonObject session{{u"theme"_s, u"dark"_s}};
        const auto body = QString::fromUtf8(QJsonDocument(session).toJson(QJsonDocument::Compact));
        QCOMPARE(curl(u"/api/v1/session"_s, {u"--request"_s, u"PUT"_s, u"--data"_s, body}).status,
                 204);
        QCOMPARE(curl(u"/api/v1/session"_s).json()["theme"_L1].toString(), u"dark"_s);
        QCOMPARE(curl(u"/api/v1/session"_s, {u"--request"_s, u"DELETE"_s}).status, 204);
        QCOMPARE(curl(u"/api/v1/session"_s).json()["theme"_L1].toString(), u"system"_s);
    }

    void whatIsKnownIsNotSentAgain()
    {
        const auto path = u"/api/resources/configmaps?ns="_s + Space;
        const auto first = curl(path);
        QCOMPARE(first.status, 200);
        const auto at = first.head.indexOf("\r\netag: ") + 8;
        const auto tag = QString::fromLatin1(first.head.mid(at, first.head.indexOf('\r', at) - at));
        QCOMPARE(curl(path, {u"--header"_s, QString(u"If-None-Match: "_s + tag)}).status, 304);
        const auto packed = curl(path, {u"--compressed"_s});
        QVERIFY(packed.head.contains("content-encoding: gzip"));
        QVERIFY(packed.body.contains("kube-root-ca"));
        const auto head = curl(path, {u"--head"_s});
        QCOMPARE(head.status, 200);
    }

    void nodesShellIsTypedInto()
    {
        const auto shell =
            m_gateway.socket(*m_relay, u"/ws/shell?ns=%1&pod=alone&container=c"_s.arg(Space));
        QTRY_VERIFY_WITH_TIMEOUT(!shell->text(u"binary"_s).isEmpty(), 20'000);
        shell->say({{u"text"_s, uR"({"resize": {"columns": 101, "rows": 31}})"_s}});
        shell->say({{u"text"_s, u"stty size; echo fi''rst\r"_s}});
        QTRY_VERIFY_WITH_TIMEOUT(shell->text(u"binary"_s).contains(u"first\r"_s), 20'000);
        QVERIFY(shell->text(u"binary"_s).contains(u"31 101"_s));
        shell->say({{u"text"_s, u"exit 3\r"_s}});
        QTRY_VERIFY_WITH_TIMEOUT(shell->text(u"text"_s).contains(uR"("code":3)"_s), 20'000);
        const auto refused = m_gateway.socket(*m_relay, u"/ws/shell?ns=kube-system&pod=x"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!refused->heard().empty(), 20'000);
        QCOMPARE(refused->heard().front()["refused"_L1].toInt(), 403);
    }

    void nodesSocketHearsALog()
    {
        const auto log =
            m_gateway.socket(*m_relay, u"/ws/logs?ns=%1&pod=alone&container=c&tail=5"_s.arg(Space));
        const auto lines = [&log] {
            QStringList heard;
            for (const auto &one : log->heard()) {
                if (one.contains("text"_L1))
                    heard.append(one["text"_L1].toString());
            }
            return heard;
        };
        QTRY_VERIFY_WITH_TIMEOUT(lines().size() > 30, 20'000);
        QVERIFY(isCounting(lines()));
    }

    void changesAreTold()
    {
        const auto socket = m_gateway.socket(*m_relay, u"/ws/watch"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!socket->heard().empty(), 20'000);
        socket->say({{u"text"_s,
                      uR"({"subscribe": {"kind": "configmaps", "ns": "%1", "patch": true}})"_s.arg(
                          Space)}});
        QTRY_VERIFY_WITH_TIMEOUT(socket->text(u"text"_s).contains(u"LISTED"_s), 20'000);
        const auto events = m_gateway.events(*m_relay, u"/api/watch/configmaps?ns="_s + Space);
        QTRY_VERIFY_WITH_TIMEOUT(events->text(u"data"_s).contains(u"LISTED"_s), 20'000);
        QCOMPARE(m_real
                     .kubectl({u"-n"_s, Space, u"create"_s, u"configmap"_s, u"fresh"_s,
                               u"--from-literal=a=1"_s})
                     .code,
                 0);
        QTRY_VERIFY_WITH_TIMEOUT(socket->text(u"text"_s).contains(u"\"fresh\""_s), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(events->text(u"data"_s).contains(u"\"fresh\""_s), 20'000);
        m_real.kubectl({u"-n"_s, Space, u"label"_s, u"configmap"_s, u"fresh"_s, u"b=c"_s});
        QTRY_VERIFY_WITH_TIMEOUT(socket->text(u"text"_s).contains(u"/metadata/labels"_s), 20'000);
        const auto lines =
            curl(u"/api/watch?kinds=configmaps&ns="_s + Space, {u"--max-time"_s, u"2"_s});
        QVERIFY2(lines.body.contains("\"ADDED\""), lines.body);
    }

    void aLogIsResumedByItsId()
    {
        const auto path = here(u"/pods/alone/logs?tail=20"_s);
        auto stream = m_gateway.events(*m_relay, path);
        QTRY_VERIFY_WITH_TIMEOUT(stream->lines().size() > 60, 20'000);
        auto lines = stream->lines();
        auto last = stream->lastId();
        for (int round = 0; round < 5; ++round) {
            const auto size = stream->lines().size();
            lines = round == 0 ? stream->lines() : lines + stream->lines();
            last = stream->lastId();
            QVERIFY(size > 0);
            stream = m_gateway.events(*m_relay, path, last);
            QTRY_VERIFY_WITH_TIMEOUT(stream->lines().size() > 20, 20'000);
        }
        QVERIFY(isCounting(lines));
        const auto names = stream->named(u"status"_s);
        QVERIFY(!names.empty());
        QCOMPARE(names.front()["state"_L1].toString(), u"live"_s);
    }

    void anAppsPodsComeAndGo()
    {
        const auto stream = m_gateway.events(*m_relay, here(u"/apps/web/logs?tail=5"_s));
        const auto pods = [&stream] {
            QSet<QString> heard;
            for (const auto &line : stream->named(u"message"_s))
                heard.insert(line["pod"_L1].toString());
            return heard;
        };
        QTRY_COMPARE_WITH_TIMEOUT(pods().size(), 2, 20'000);
        const auto goes = *pods().cbegin();
        QCOMPARE(
            m_real.kubectl({u"-n"_s, Space, u"delete"_s, u"pod"_s, goes, u"--wait=false"_s}).code,
            0);
        QTRY_COMPARE_WITH_TIMEOUT(pods().size(), 3, 40'000);
        const auto kinds = [&stream] {
            QStringList heard;
            for (const auto &mark : stream->named(u"marker"_s))
                heard.append(mark["kind"_L1].toString());
            return heard;
        };
        QTRY_VERIFY_WITH_TIMEOUT(kinds().contains(u"podRemoved"_s), 40'000);
        QVERIFY(kinds().contains(u"podAdded"_s));
        const auto all = pods();
        for (const auto &pod : all)
            QVERIFY2(isCounting(stream->lines(pod)), qPrintable(pod));

        // What it wrote can be read for a while, when its last words have been stored.
        const auto kept = [&] {
            const auto gone =
                m_gateway.events(*m_relay, here(u"/pods/%1/logs?follow=false&tail=3"_s.arg(goes)));
            [&] { QTRY_COMPARE_WITH_TIMEOUT(gone->lines().size(), 3, 20'000); }();
            return gone->lines().value(2);
        };
        QTRY_COMPARE_WITH_TIMEOUT(kept(), stream->lines(goes).last(), 20'000);
    }

    /// At the end: looks at all that was said by then.
    void nothingSecretIsToldAnywhere()
    {
        const QByteArray password = "hunter2-of-the-cluster";
        QVERIFY(curl(u"/api/resource/secrets/login?reveal=true&ns="_s + Space)
                    .body.contains(password.toBase64())); // who may and asks sees it
        m_said.clear();
        curl(u"/api/resources/secrets"_s);
        curl(u"/api/resource/secrets/login?ns="_s + Space);
        curl(u"/k8s/admin/api/v1/namespaces/%1/secrets"_s.arg(Space));
        curl(u"/api/resources/pods?access_token="_s + QString(support::RealGateway::Key));
        curl(u"/nowhere?access_token="_s + m_gateway.tokens.idToken);
        curl(u"/metrics"_s);
        curl(u"/readyz"_s);
        Said audit;
        QTRY_VERIFY_WITH_TIMEOUT(
            (audit = curl(u"/api/v1/admin/audit?limit=1000"_s)).body.contains("\"reveal\""),
            10'000);
        QVERIFY(audit.body.contains("jane"));
        const QByteArray said = m_said + m_relay->saidUntilTheEnd();
        QVERIFY(said.contains("usable keys")); // it did write
        const auto kept = m_gateway.postgres().dump(m_gateway.database());
        QVERIFY(kept.contains("reveal")); // the audit log is there
        // The signature alone would be enough to find a token by.
        const auto signature = m_gateway.tokens.idToken.section(u'.', 2).toUtf8();
        for (const auto &secret :
             {password, password.toBase64(), signature, m_gateway.tokens.refreshToken.toUtf8(),
              QByteArray(support::RealGateway::Key.data())}) {
            QVERIFY2(!said.contains(secret), secret);
            QVERIFY2(!kept.contains(secret) && !kept.contains(secret.toHex()), secret);
        }
    }
};

QTEST_GUILESS_MAIN(RealGatewayTest)
#include "tst_realgateway.moc"
