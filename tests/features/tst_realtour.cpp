// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/cluster.h"
#include "support/realcluster.h"
#include "support/skipall.h"
#include "support/tour.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/look/look.h"
#include "workspace/session/session.h"
#include "workspace/settings/preferences.h"

using namespace Qt::StringLiterals;

static const auto Space = support::RealCluster::ownNamespace(u"tour"_s);
static const QByteArray Workload = R"(
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 3
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      terminationGracePeriodSeconds: 0
      containers:
      - {name: c, image: "docker.io/local/busybox:1", imagePullPolicy: IfNotPresent, command: [sleep, "100000"]}
)";

/// The tour on a real cluster with pods that run.
class RealTourTest : public support::Tour
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(true); !why.isEmpty())
            SKIP_ALL(why.constData());
        QVERIFY(m_real.freshNamespace(Space));
        QCOMPARE(m_real.kubectl({u"-n"_s, Space, u"apply"_s, u"-f"_s, u"-"_s}, Workload).code, 0);
        QVERIFY(m_real.waitFor(Space, u"deployment/web"_s, u"condition=Available"_s));
    }

    void cleanupTestCase() { m_real.removeNamespace(Space); }

protected:
    bool arrive() override
    {
        m_document = std::make_unique<workspace::YardDocument>();
        m_clusters = std::make_unique<workspace::ClusterSet>(
            kube::KubeconfigFiles::choose(m_real.kubeconfig(), {}));
        m_clusters->setCurrent(u"admin"_s);
        auto values = m_preferences.values();
        values.motion = false;
        m_preferences.set(values);
        m_window = std::make_unique<workspace::MainWindow>(*m_clusters, *m_document, m_preferences,
                                                           m_session, m_look);
        m_window->resize(1400, 900);
        const auto *cluster = m_clusters->cluster(u"admin"_s);
        m_window->show();
        m_window->canvas().setFocus();
        return QTest::qWaitForWindowExposed(m_window.get())
            && QTest::qWaitFor([cluster] { return cluster->hasResources(); }, 20'000);
    }

    void leave() override
    {
        m_window.reset();
        m_clusters.reset();
        m_document.reset();
    }

    workspace::MainWindow &window() override { return *m_window; }
    workspace::YardDocument &document() override { return *m_document; }
    support::TourPlace place() const override { return {u"admin"_s, Space, u"web"_s}; }

private:
    support::RealCluster m_real;
    workspace::Look m_look{workspace::Theme::darkTheme()};
    workspace::Preferences m_preferences;
    workspace::Session m_session;
    std::unique_ptr<workspace::YardDocument> m_document;
    std::unique_ptr<workspace::ClusterSet> m_clusters;
    std::unique_ptr<workspace::MainWindow> m_window;
};

QTEST_MAIN(RealTourTest)
#include "tst_realtour.moc"
