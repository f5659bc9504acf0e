// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manifests.h"
#include "support/realcluster.h"
#include "support/skipall.h"
#include "support/tour.h"
#include "support/yardwindow.h"

using namespace Qt::StringLiterals;

static const auto Space = support::RealCluster::ownNamespace(u"tour"_s);
static const auto Workload = support::busyboxDeployment("web", 3, "sleep 100000");

/// The tour on a real cluster with pods that run.
class RealTourTest : public support::Tour, private support::YardWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(true); !why.isEmpty())
            SKIP_ALL(why.constData());
        const auto made = m_real.fill(Space, Workload);
        QVERIFY2(made.code == 0, made.errors);
        QVERIFY(m_real.waitFor(Space, u"deployment/web"_s, u"condition=Available"_s));
    }

    void cleanupTestCase() { m_real.removeNamespace(Space); }

protected:
    bool arrive() override
    {
        return openWindow(kube::KubeconfigFiles::choose(m_real.kubeconfig(), {}), u"admin"_s)
            && waitForKinds(u"admin"_s);
    }
    void leave() override { closeWindow(); }
    workspace::MainWindow &window() override { return *m_window; }
    workspace::YardDocument &document() override { return *m_document; }
    support::TourPlace place() const override { return {u"admin"_s, Space, u"web"_s}; }

private:
    support::RealCluster m_real;
};

QTEST_MAIN(RealTourTest)
#include "tst_realtour.moc"
