// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/relayyard.h"
#include "support/tour.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

/// The tour on the demo cluster, which comes through a relay: all that a person does in the yard
/// goes as with a kubeconfig.
class RelayTourTest : public support::Tour, private support::RelayYard
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(serve());
        m_story->start();
    }
    void cleanupTestCase() { stop(); }

protected:
    bool arrive() override { return openConnectedYard(); }
    void leave() override { closeYard(); }
    workspace::MainWindow &window() override { return *m_window; }
    workspace::YardDocument &document() override { return *m_document; }
    support::TourPlace place() const override { return {context(), u"shop"_s, u"checkout"_s}; }
};

QTEST_MAIN(RelayTourTest)
#include "tst_relaytour.moc"
