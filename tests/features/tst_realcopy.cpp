// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/copy/containercopy.h"
#include "support/blasts.h"
#include "support/realtest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Way = kube::CopySpec::Way;

namespace {

const auto Space = support::RealCluster::ownNamespace(u"copy"_s);
constexpr qint64 FileSize = 200 * 1024 * 1024;
constexpr qint64 MostGrowth = 64 * 1024 * 1024;

const QByteArray PodYaml = R"(
apiVersion: v1
kind: Pod
metadata: {name: files}
spec:
  terminationGracePeriodSeconds: 0
  containers:
  - name: files
    image: docker.io/local/busybox:1
    imagePullPolicy: IfNotPresent
    command: [sh, -c, "while :; do sleep 1; done"]
)";

/// The most memory that this process ever held, in bytes. proc(5), VmHWM.
qint64 memoryPeak()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.sliced(6).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return 0;
}

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (file.open(QIODevice::ReadOnly))
        hash.addData(&file);
    return hash.result().toHex();
}

} // namespace

/// Copies to and from a real container.
class RealCopyTest : public QObject, private support::RealTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(true); !why.isEmpty())
            SKIP_ALL(why.constData());
        const auto made = m_real.fill(Space, PodYaml);
        QVERIFY2(made.code == 0, made.errors);
        QVERIFY(m_real.waitFor(Space, u"pod/files"_s, u"condition=Ready"_s));
        m_identity = std::make_unique<kube::Identity>(configOf(u"admin"_s));
        m_client = std::make_unique<kube::ApiClient>(*m_identity);
    }

    void init() { QTest::failOnWarning(); }

    void cleanupTestCase()
    {
        m_client.reset();
        m_identity.reset();
        m_real.removeNamespace(Space);
    }

    void twoHundredMegabytesGoThereAndBackInLittleMemory()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"big"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        support::Blast blast(FileSize);
        while (!blast.isOver())
            QVERIFY(file.write(blast.next(1 << 20)) > 0);
        file.close();
        QCOMPARE(copied(Way::FromContainer, u"/etc/hosts"_s, folder.filePath(u"warm"_s)),
                 QString());
        const auto before = memoryPeak();
        QVERIFY(before > 0);
        QCOMPARE(copied(Way::ToContainer, u"/tmp/big"_s, file.fileName()), QString());
        qInfo("up: %lld KiB", (memoryPeak() - before) / 1024);
        const auto there = m_real.kubectl(
            {u"-n"_s, Space, u"exec"_s, u"files"_s, u"--"_s, u"sha256sum"_s, u"/tmp/big"_s});
        QCOMPARE(there.text.split(' ').first(), blast.hash().toHex());
        const auto back = folder.filePath(u"back"_s);
        QCOMPARE(copied(Way::FromContainer, u"/tmp/big"_s, back), QString());
        QCOMPARE(hashOf(back), blast.hash().toHex());
        const auto growth = memoryPeak() - before;
        qInfo("grew by %lld KiB for %lld MiB each way", growth / 1024, FileSize >> 20);
        QVERIFY2(growth <= MostGrowth, qPrintable(QString::number(growth)));
    }

    void aFolderWithLinksGoesThereAndBack()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"src/dir"_s));
        const auto name = QString(150, u'n');
        for (const auto &path : {u"src/one"_s, QString(u"src/dir/"_s + name)}) {
            QFile file(folder.filePath(path));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(path.toUtf8());
        }
        QVERIFY(QFile::link(u"one"_s, folder.filePath(u"src/link"_s)));
        QCOMPARE(copied(Way::ToContainer, u"/tmp/tree"_s, folder.filePath(u"src"_s)), QString());
        QCOMPARE(copied(Way::FromContainer, u"/tmp/tree"_s, folder.filePath(u"back"_s)), QString());
        QFile back(folder.filePath(u"back/dir/"_s + name));
        QVERIFY(back.open(QIODevice::ReadOnly));
        QCOMPARE(back.readAll(), QString(u"src/dir/"_s + name).toUtf8());
        QCOMPARE(QFileInfo(folder.filePath(u"back/link"_s)).readSymLink(), u"one"_s);
    }

    void whatIsMissingIsSaid()
    {
        QTemporaryDir folder;
        QCOMPARE(copied(Way::FromContainer, u"/nothing"_s, folder.filePath(u"x"_s)),
                 u"NoSuchFile"_s);
        QVERIFY(!QFileInfo::exists(folder.filePath(u"x"_s)));
    }

private:
    QString copied(Way way, const QString &remote, const QString &local)
    {
        kube::ContainerCopy copy(*m_client,
                                 {.way = way,
                                  .nameSpace = Space,
                                  .pod = u"files"_s,
                                  .container = u"files"_s,
                                  .remotePath = remote,
                                  .localPath = local});
        std::optional<QString> reason;
        connect(&copy, &kube::ContainerCopy::finished, this,
                [&reason](const std::optional<kube::Error> &error) {
                    reason = error ? QString(error->reason + error->message) : QString();
                    if (error && !error->reason.isEmpty())
                        reason = error->reason;
                });
        copy.start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reason, 120'000); }();
        return reason.value_or(u"never finished"_s);
    }

    std::unique_ptr<kube::Identity> m_identity;
    std::unique_ptr<kube::ApiClient> m_client;
};

QTEST_GUILESS_MAIN(RealCopyTest)
#include "tst_realcopy.moc"
