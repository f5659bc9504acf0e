// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/apiserver.h"
#include "kube/demo/story/story.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class DemoStoryTest : public QObject
{
    Q_OBJECT

private:
    QJsonObject get(const QString &gv, const QString &resource, const QString &name) const
    {
        return m_server->store()
            .get({demo::gvrOf(gv, resource), u"shop"_s, name})
            .value_or(QJsonObject());
    }

    std::vector<QJsonObject> podsOf(const QString &app) const
    {
        std::vector<QJsonObject> pods;
        for (const auto &pod : m_server->store().list(demo::gvrOf(u"v1"_s, u"pods"_s)))
            if (pod["metadata"_L1]["labels"_L1]["app"_L1].toString() == app)
                pods.push_back(pod);
        return pods;
    }

    QString waitingReason(const QString &app) const
    {
        const auto pods = podsOf(app);
        if (pods.size() != 1)
            return {};
        return pods[0]["status"_L1]["containerStatuses"_L1][0]["state"_L1]["waiting"_L1]
                   ["reason"_L1]
                       .toString();
    }

    std::unique_ptr<demo::ApiServer> m_server;
    std::unique_ptr<demo::Story> m_story;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_server = std::make_unique<demo::ApiServer>();
        m_story = std::make_unique<demo::Story>(*m_server);
    }

    void cleanup()
    {
        m_story.reset();
        m_server.reset();
    }

    void everyTroubleIsThere()
    {
        QCOMPARE(waitingReason(u"label-printer"_s), u"ImagePullBackOff"_s);
        bool crashed = false;
        for (int at = 0; at < 10 && !crashed; ++at) {
            crashed = waitingReason(u"fraud-check"_s) == "CrashLoopBackOff"_L1;
            m_story->advance(10s);
        }
        QVERIFY(crashed);
        const auto trainer = podsOf(u"trainer"_s);
        QCOMPARE(trainer.size(), 1U);
        QCOMPARE(trainer[0]["status"_L1]["conditions"_L1][0]["reason"_L1].toString(),
                 u"Unschedulable"_s);
        const auto crashing = podsOf(u"fraud-check"_s);
        QVERIFY(m_server->logs().previous(
            {u"payments"_s, demo::nameOf(crashing.at(0)), u"fraud-check"_s}));
    }

    void scalingAddsAndRemovesPods()
    {
        auto cart = get(u"apps/v1"_s, u"deployments"_s, u"cart"_s);
        const auto scale = [&](int replicas) {
            auto spec = cart["spec"_L1].toObject();
            spec.insert("replicas"_L1, replicas);
            cart.insert("spec"_L1, spec);
            m_server->store().put(cart);
            m_story->advance(4s);
        };
        scale(4);
        QCOMPARE(podsOf(u"cart"_s).size(), 4U);
        QCOMPARE(get(u"apps/v1"_s, u"deployments"_s, u"cart"_s)
                     .value("status"_L1)["readyReplicas"_L1]
                     .toInt(),
                 4);
        scale(1);
        QCOMPARE(podsOf(u"cart"_s).size(), 1U);
    }

    void aRolloutReplacesAllPodsAndStaysAvailable()
    {
        const auto image = [&] {
            return get(u"apps/v1"_s, u"deployments"_s, u"storefront"_s)
                .value("spec"_L1)["template"_L1]["spec"_L1]["containers"_L1][0]["image"_L1]
                .toString();
        };
        const auto before = image();
        int leastReady = 3;
        for (int at = 0; at < 140; ++at) {
            m_story->advance(250ms);
            leastReady = std::min(leastReady,
                                  get(u"apps/v1"_s, u"deployments"_s, u"storefront"_s)
                                      .value("status"_L1)["readyReplicas"_L1]
                                      .toInt());
        }
        QVERIFY(image() != before);
        QVERIFY(leastReady >= 3);
        QCOMPARE(podsOf(u"storefront"_s).size(), 3U);
        for (const auto &pod : podsOf(u"storefront"_s))
            QCOMPARE(pod["spec"_L1]["containers"_L1][0]["image"_L1].toString(), image());
    }

    void aDeletedPodIsReplaced()
    {
        const auto pod = podsOf(u"search"_s).at(0);
        QVERIFY(m_server->store().remove(m_server->store().refOf(pod)).has_value());
        m_story->advance(4s);
        const auto after = podsOf(u"search"_s);
        QCOMPARE(after.size(), 1U);
        QVERIFY(demo::nameOf(after[0]) != demo::nameOf(pod));
        QVERIFY(demo::isReady(after[0]));
    }

    /// A demo that runs for hours does not grow by what nobody will ask for.
    void historyIsForgottenInTime()
    {
        const auto &store = m_server->store();
        const auto before = store.revision();
        m_story->advance(std::chrono::minutes(1));

        QVERIFY(store.revision() > before);
        QVERIFY(store.remembers(before));
        QVERIFY(!store.remembers(1001)); // of the twenty minutes before the story begins
    }

    void objectsCarryNoNulls()
    {
        for (const auto &object : m_server->store().list(demo::gvrOf(u"v1"_s, u"endpoints"_s)))
            QVERIFY(!object.contains("spec"_L1));
    }

    void theSameSeedTellsTheSame()
    {
        demo::ApiServer other;
        const demo::Story again(other);
        const auto names = [](demo::ApiServer &server) {
            QStringList all;
            for (const auto &pod : server.store().list(demo::gvrOf(u"v1"_s, u"pods"_s)))
                if (!demo::nameOf(pod).startsWith(u"manifest"_s)) // named after the minute
                    all.append(demo::nameOf(pod));
            return all;
        };
        QCOMPARE(names(other), names(*m_server));
    }
};

QTEST_GUILESS_MAIN(DemoStoryTest)
#include "tst_demostory.moc"
