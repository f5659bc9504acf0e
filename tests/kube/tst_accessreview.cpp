// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/access/accessreview.h"

#include "support/democlient.h"

#include <QTest>

using namespace Qt::StringLiterals;
using kube::AccessAnswer;
using kube::AccessQuestion;

static const kube::ObjectRef WebPod{
    .gvr = {{}, u"v1"_s, u"pods"_s}, .nameSpace = u"shop"_s, .name = u"web"_s};
static const QString ReviewPath = u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s;

class AccessReviewTest : public QObject, private support::DemoClient
{
    Q_OBJECT

private:
    using Future = QFuture<kube::Result<AccessAnswer>>;

    static bool ended(const Future &future)
    {
        return QTest::qWaitFor([&] { return future.isFinished(); });
    }
    bool allows(kube::AccessReview &review, const AccessQuestion &question)
    {
        const auto future = review.ask(question);
        return ended(future) && future.result() && future.result()->allowed;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QVERIFY(serve());
    }
    void cleanup() { stop(); }

    void whatIsForbiddenIsSaid()
    {
        m_server->script().forbid({.verb = u"delete"_s, .resource = u"pods"_s});
        m_server->script().forbid({.verb = u"create"_s, .resource = u"pods/exec"_s});
        kube::AccessReview review(*m_client);
        QVERIFY(!allows(review, AccessQuestion::about(WebPod, u"delete"_s)));
        QVERIFY(allows(review, AccessQuestion::about(WebPod, u"patch"_s)));
        QVERIFY(!allows(review, AccessQuestion::about(WebPod, u"create"_s, u"exec"_s)));
        QVERIFY(allows(review, AccessQuestion::about(WebPod, u"create"_s, u"attach"_s)));
    }

    void theSameQuestionIsAskedOnce()
    {
        kube::AccessReview review(*m_client);
        const auto question = AccessQuestion::about(WebPod, u"patch"_s);
        const auto first = review.ask(question);
        const auto second = review.ask(question);
        QVERIFY(ended(first) && ended(second));
        QVERIFY(first.result()->allowed && second.result()->allowed);
        QVERIFY(review.known(question));
        QVERIFY(review.ask(question).isFinished());
        QCOMPARE(m_server->script().count(ReviewPath), 1);
        review.forget();
        QVERIFY(!review.known(question));
        QVERIFY(allows(review, question));
        QCOMPARE(m_server->script().count(ReviewPath), 2);
    }

    void anAnswerDoesNotLastForEver()
    {
        kube::AccessReview review(*m_client, nullptr, std::chrono::milliseconds(-1));
        const auto question = AccessQuestion::about(WebPod, u"patch"_s);
        QVERIFY(allows(review, question));
        QVERIFY(!review.known(question));
    }

    void aServerThatDoesNotAnswerLeavesItOpen()
    {
        m_server->script().fail(ReviewPath, 403, u"Forbidden"_s, 1);
        kube::AccessReview review(*m_client);
        const auto question = AccessQuestion::about(WebPod, u"patch"_s);
        const auto refused = review.ask(question);
        QVERIFY(ended(refused));
        QVERIFY(!refused.result());
        QCOMPARE(refused.result().error().kind, kube::Error::Kind::Forbidden);
        m_server->script().answer(ReviewPath, 201, "{}", 1);
        const auto empty = review.ask(question);
        QVERIFY(ended(empty));
        QCOMPARE(empty.result().error().kind, kube::Error::Kind::Malformed);
        QVERIFY(!review.known(question));
        QVERIFY(allows(review, question));
    }

    void destroyingTheReviewCancelsItsQuestions()
    {
        m_server->script().hang(ReviewPath);
        Future future;
        {
            kube::AccessReview review(*m_client);
            future = review.ask(AccessQuestion::about(WebPod, u"patch"_s));
        }
        QVERIFY(future.isCanceled());
    }
};

QTEST_GUILESS_MAIN(AccessReviewTest)
#include "tst_accessreview.moc"
