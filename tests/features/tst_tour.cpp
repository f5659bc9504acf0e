// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/demoyard.h"
#include "support/tour.h"

using namespace Qt::StringLiterals;

/// The tour on the demo cluster.
class TourTest : public support::Tour, private support::DemoYard
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(serve());
        m_story->start();
    }

protected:
    bool arrive() override { return openConnectedYard(); }
    void leave() override { closeYard(); }
    workspace::MainWindow &window() override { return *m_window; }
    workspace::YardDocument &document() override { return *m_document; }
    support::TourPlace place() const override { return {u"demo"_s, u"shop"_s, u"checkout"_s}; }
};

QTEST_MAIN(TourTest)
#include "tst_tour.moc"
