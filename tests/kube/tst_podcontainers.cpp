// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/podcontainers.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class PodContainersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void containersInOrder()
    {
        const auto named = [](const QString &name) { return QJsonObject{{u"name"_s, name}}; };
        const QString key = u"kubectl.kubernetes.io/default-container"_s;
        const QJsonObject meta{{u"annotations"_s, QJsonObject{{key, u"app"_s}}}};
        const QJsonObject spec{{u"initContainers"_s, QJsonArray{named(u"setup"_s)}},
                               {u"containers"_s, QJsonArray{named(u"proxy"_s), named(u"app"_s)}}};
        QCOMPARE(kube::containersOf({{u"metadata"_s, meta}, {u"spec"_s, spec}}),
                 (QStringList{u"app"_s, u"proxy"_s, u"setup"_s}));
    }
};

QTEST_GUILESS_MAIN(PodContainersTest)
#include "tst_podcontainers.moc"
