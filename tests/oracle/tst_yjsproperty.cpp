// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/npm.h"
#include "support/skipall.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Random edits on replicas of ours and of Yjs, through tests/yjs/property.mjs. How long, and from
/// which seed: KRATEYARD_YJS_SECONDS, KRATEYARD_YJS_SEED.
class YjsPropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto npm =
            support::npmPackages(u"yjs"_s, QStringLiteral(YJS_SCRIPTS "/package.json"));
        if (!npm.problem.isEmpty())
            SKIP_ALL(qPrintable(u"nothing is compared with Yjs: %1"_s.arg(npm.problem)));
        m_packages = npm.folder;
    }

    void init() { QTest::failOnWarning(); }

    void replicasOfOursAndOfYjsTellTheSameAndEndEqual()
    {
        const auto seconds = qEnvironmentVariable("KRATEYARD_YJS_SECONDS", u"60"_s);
        QTemporaryDir scripts; // of rounds that failed: they stay
        QProcess node;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"NPMDIR"_s, m_packages);
        node.setProcessEnvironment(environment);
        node.setProcessChannelMode(QProcess::MergedChannels);
        node.start(u"node"_s,
                   {QStringLiteral(YJS_SCRIPTS "/property.mjs"), u"--seconds"_s, seconds,
                    u"--seed"_s, qEnvironmentVariable("KRATEYARD_YJS_SEED", u"1"_s), u"--exec"_s,
                    QStringLiteral(ORACLE " yjs"), u"--scripts"_s, scripts.path()});
        QVERIFY(node.waitForFinished((seconds.toInt() + 120) * 1000));
        const auto said = node.readAll();
        scripts.setAutoRemove(node.exitCode() == 0);
        QVERIFY2(node.exitStatus() == QProcess::NormalExit && node.exitCode() == 0,
                 said.constData());
        std::fputs(said.constData(), stdout); // how many rounds
    }

private:
    QString m_packages;
};

QTEST_GUILESS_MAIN(YjsPropertyTest)
#include "tst_yjsproperty.moc"
