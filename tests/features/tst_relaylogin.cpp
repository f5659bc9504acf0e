// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gatewayworld.h"

#include "kube/demo/story/story.h"
#include "support/npm.h"
#include "support/relayprocess.h"
#include "support/skipall.h"
#include "support/yardwindow.h"
#include "workspace/collection/collectioncontent.h"
#include "workspace/relays/relayclusters.h"
#include "workspace/relays/relaydesk.h"
#include "workspace/relays/relaypanel.h"
#include "workspace/sharing/tokenkeeper.h"

#include <QJsonDocument>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace workspace;
using State = kube::Cluster::State;

/// Somebody without a kubeconfig signs in at a relay's real gateway, by "oidc-provider" of npm, and
/// works there.
class RelayLoginTest : public QObject, private support::YardWindow
{
    Q_OBJECT

private:
    QUrl relay() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_world->port)); }
    QString context() const { return u"demo (127.0.0.1:%1)"_s.arg(m_world->port); }
    QString kept()
    {
        QString token;
        m_tokens.read(RelayTokens::keptUnder(relay()),
                      [&](const QString &known) { token = known; });
        return token;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<support::LineProcess> m_provider;
    std::unique_ptr<GatewayWorld> m_world;
    std::unique_ptr<demo::Story> m_story;
    ForgetfulTokens m_tokens;
    std::unique_ptr<RelayClusters> m_relays;
    std::unique_ptr<RelayDesk> m_desk;

private Q_SLOTS:
    void initTestCase()
    {
        const auto npm =
            support::npmPackages(u"oidc"_s, QStringLiteral(OIDC_SCRIPTS "/package.json"));
        if (!npm.problem.isEmpty())
            SKIP_ALL(qPrintable(u"no sign-in with a real OpenID provider: %1"_s.arg(npm.problem)));
        const auto script =
            support::placeScript(QStringLiteral(OIDC_SCRIPTS "/browser.mjs"), npm.folder);
        QVERIFY(!script.isEmpty());
        m_provider =
            std::make_unique<support::LineProcess>(u"node"_s, QStringList{script, u"yard"_s});
        const auto issuer = QJsonDocument::fromJson(m_provider->line())["issuer"_L1].toString();
        QVERIFY(!issuer.isEmpty());
        gateway::GatewayConfig config{.isEnabled = true};
        config.auth.oidc.issuer = issuer;
        config.auth.oidc.audience = u"yard"_s;
        config.auth.clientId = u"yard"_s;
        config.auth.allowedGroups = {u"dev"_s};
        m_world = std::make_unique<GatewayWorld>(config);
        m_story = std::make_unique<demo::Story>(m_world->api);
        QVERIFY(openWindow({{m_folder.filePath(u"none"_s)}, true}, {}));
        m_relays = std::make_unique<RelayClusters>(*m_clusters, m_tokens);
        m_desk = std::make_unique<RelayDesk>(RelayDesk::Parts{
            .window = *m_window, .clusters = *m_clusters, .relays = *m_relays, .look = m_look});
    }
    void cleanupTestCase()
    {
        m_desk.reset();
        m_relays.reset();
        closeWindow();
        m_story.reset();
        m_world.reset();
        m_provider.reset();
    }

    void aPersonSignsInByTheBrowserAndWorks()
    {
        QSignalSpy wanted(m_desk.get(), &RelayDesk::browserWanted);
        m_window->commands().run(u"relays.add"_s);
        auto *panel = m_window->findChild<RelayPanel *>();
        auto *address = panel->findChildren<QLineEdit *>().first();
        QVERIFY(address->hasFocus());
        QTest::keyClicks(address, u"127.0.0.1:%1"_s.arg(m_world->port));
        QTest::keyClick(address, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(wanted.size(), 1, 20'000);
        QNetworkAccessManager browser; // keeps cookies and goes where it is led
        const std::unique_ptr<QNetworkReply> page(
            browser.get(QNetworkRequest(wanted.first().first().toUrl())));
        QTRY_VERIFY_WITH_TIMEOUT(page->isFinished(), 20'000);
        QVERIFY2(page->readAll().contains("You are signed in"), qPrintable(page->errorString()));
        QTRY_COMPARE_WITH_TIMEOUT(m_clusters->current(), context(), 20'000);
        QVERIFY(panel->isHidden());
        QTRY_COMPARE_WITH_TIMEOUT(m_clusters->cluster(context())->state(), State::Ready, 20'000);
        QCOMPARE(m_relays->records().front().person, u"jane"_s);
        QVERIFY(!kept().isEmpty());

        QVERIFY(waitForKinds(context()));
        m_window->openTarget(*OpenTarget::parse(u"pods/shop"_s), {});
        const auto list = [this] { return shown<CollectionContent>(View::Collection); };
        QTRY_VERIFY_WITH_TIMEOUT(list(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(list()->freshness(), WindowContent::Freshness::Live, 20'000);
    }

    void theyStaySignedInAfterAStart()
    {
        const auto records = m_relays->records();
        const auto before = kept();
        m_relays->restore({}); // as if the program had ended
        QVERIFY(m_clusters->contexts().empty());
        m_relays->restore(records);
        QTRY_COMPARE_WITH_TIMEOUT(m_clusters->cluster(context())->state(), State::Ready, 20'000);
        QTRY_VERIFY(kept() != before); // each is good for one use

        // A copy that somebody else has used up ends it, and says so.
        m_relays->restore({});
        m_tokens.keep(RelayTokens::keptUnder(relay()), before);
        m_relays->restore(records);
        QTRY_COMPARE_WITH_TIMEOUT(m_clusters->cluster(context())->state(), State::Refused, 20'000);
        QCOMPARE(m_relays->entries().front().signIn, RelayTokens::State::Ended);
        QCOMPARE(kept(), QString());
    }
};

QTEST_MAIN(RelayLoginTest)
#include "tst_relaylogin.moc"
