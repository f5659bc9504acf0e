// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/copy/containercopy.h"
#include "processexec.h"
#include "support/blasts.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::ContainerCopy;
using kube::CopySpec;
using Way = CopySpec::Way;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

/// Copies against real sh and tar, which run on this computer behind a WebSocket as a container's.
class ContainerCopyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_here = std::make_unique<QTemporaryDir>();
        m_there = std::make_unique<QTemporaryDir>();
        serve(u"v4.channel.k8s.io"_s);
    }

    void cleanup()
    {
        m_client.reset();
        m_identity.reset();
        m_server.reset();
    }

    void aFolderGoesThereAndBack_data()
    {
        QTest::addColumn<QString>("protocol");
        QTest::newRow("v4") << u"v4.channel.k8s.io"_s;
        QTest::newRow("v5") << u"v5.channel.k8s.io"_s;
    }

    void aFolderGoesThereAndBack()
    {
        QFETCH(const QString, protocol);
        serve(protocol);
        const auto name = u"dir/"_s + QString(140, u'n');
        const auto big = support::Blast(9'000'000).next(9'000'000);
        write(here(u"src/one"_s), "1");
        write(here(u"src/empty"_s), {});
        write(here(u"src/"_s + name), big);
        QCOMPARE(copied(Way::ToContainer, there(u"up"_s), here(u"src"_s)), QString());
        QCOMPARE(contentOf(there(u"up/one"_s)), "1");
        QCOMPARE(contentOf(there(u"up/"_s + name)), big);
        QCOMPARE(m_done, big.size() + 1);
        QCOMPARE(copied(Way::FromContainer, there(u"up"_s), here(u"back"_s)), QString());
        QCOMPARE(contentOf(here(u"back/"_s + name)), big);
        QCOMPARE(contentOf(here(u"back/empty"_s)), QByteArray());
        QCOMPARE(m_files, 3);
    }

    void aFileGoesIntoAFolderOrGetsItsName()
    {
        write(here(u"file"_s), "content");
        QVERIFY(QDir(m_there->path()).mkdir(u"dir"_s));
        QCOMPARE(copied(Way::ToContainer, there(u"dir"_s), here(u"file"_s)), QString());
        QCOMPARE(contentOf(there(u"dir/file"_s)), "content");
        QCOMPARE(copied(Way::ToContainer, there(u"dir/-other name"_s), here(u"file"_s)), QString());
        QCOMPARE(contentOf(there(u"dir/-other name"_s)), "content");
        QVERIFY(QDir(m_here->path()).mkdir(u"into"_s));
        QCOMPARE(copied(Way::FromContainer, there(u"dir/-other name"_s), here(u"into"_s)),
                 QString());
        QCOMPARE(contentOf(here(u"into/-other name"_s)), "content");
        QCOMPARE(copied(Way::FromContainer, there(u"dir/file"_s), here(u"new"_s)), QString());
        QCOMPARE(contentOf(here(u"new"_s)), "content");
    }

    void withoutTarFilesGoByOtherMeans()
    {
        QTemporaryDir tools;
        for (const auto *tool : {"sh", "cat", "head", "wc", "du"})
            QVERIFY(QFile::link(QStandardPaths::findExecutable(QString::fromLatin1(tool)),
                                tools.filePath(QString::fromLatin1(tool))));
        m_server->path = tools.path();
        const auto content = support::Blast(3'000'000).next(3'000'000);
        write(here(u"file"_s), content);
        QCOMPARE(copied(Way::ToContainer, there(u"file"_s), here(u"file"_s)), QString());
        QCOMPARE(contentOf(there(u"file"_s)), content);
        QCOMPARE(copied(Way::FromContainer, there(u"file"_s), here(u"back"_s)), QString());
        QCOMPARE(contentOf(here(u"back"_s)), content);
        QCOMPARE(copied(Way::FromContainer, m_there->path(), here(u"folder"_s)), u"NoTar"_s);
        QCOMPARE(copied(Way::ToContainer, there(u"x"_s), m_here->path()), u"NoTar"_s);
    }

    void whatIsMissingIsSaid()
    {
        QCOMPARE(copied(Way::FromContainer, there(u"nothing"_s), here(u"x"_s)), u"NoSuchFile"_s);
        QCOMPARE(copied(Way::ToContainer, there(u"x"_s), here(u"nothing"_s)), u"LocalFile"_s);
        write(here(u"file"_s), "1");
        QCOMPARE(copied(Way::ToContainer, there(u"no/folder/"_s), here(u"file"_s)), u"NoFolder"_s);
        QCOMPARE(copied(Way::ToContainer, there(u"no/folder/x"_s), here(u"file"_s)), u"Failed"_s);
        write(there(u"file"_s), "1");
        QCOMPARE(copied(Way::FromContainer, there(u"file"_s), here(u"no/x"_s)), u"LocalFile"_s);
    }

    void aCutStreamIsNoticed()
    {
        write(there(u"file"_s), QByteArray(3'000'000, 'x'));
        m_server->cutAfter = 1'000'000;
        QCOMPARE(copied(Way::FromContainer, there(u"file"_s), here(u"back"_s)), u"Truncated"_s);
        QVERIFY(!QFileInfo::exists(here(u"back"_s)));
    }

    void aCopyCanBeCancelled()
    {
        write(there(u"file"_s), QByteArray(30'000'000, 'x'));
        auto copy = made(Way::FromContainer, there(u"file"_s), here(u"back"_s));
        std::optional<kube::Error> error;
        int ends = 0;
        connect(copy.get(), &ContainerCopy::finished, this,
                [&](const std::optional<kube::Error> &how) {
                    error = how;
                    ++ends;
                });
        copy->start();
        QTRY_VERIFY(copy->done() > 0);
        copy->cancel();
        copy->cancel();
        QCOMPARE(ends, 1);
        QCOMPARE(error->reason, u"Cancelled"_s);
        QVERIFY(!QFileInfo::exists(here(u"back"_s)));
        QTRY_COMPARE(m_server->running, 0);
    }

private:
    void serve(const QString &protocol)
    {
        m_client.reset();
        m_identity.reset();
        m_server = std::make_unique<ProcessExec>(protocol);
        m_identity =
            std::make_unique<kube::Identity>(kube::ClientConfig{.server = m_server->url()});
        m_client = std::make_unique<kube::ApiClient>(*m_identity);
        if (protocol.startsWith("v4"_L1))
            m_client->setProperty("krateyard_exec_only_v4", true);
    }
    QString here(const QString &name) const { return m_here->filePath(name); }
    QString there(const QString &name) const { return m_there->filePath(name); }
    std::unique_ptr<ContainerCopy> made(Way way, const QString &remote, const QString &local)
    {
        return std::make_unique<ContainerCopy>(*m_client,
                                               CopySpec{.way = way,
                                                        .nameSpace = u"shop"_s,
                                                        .pod = u"web"_s,
                                                        .container = u"web"_s,
                                                        .remotePath = remote,
                                                        .localPath = local});
    }
    /// The reason of the failure; empty after a success.
    QString copied(Way way, const QString &remote, const QString &local)
    {
        auto copy = made(way, remote, local);
        std::optional<QString> reason;
        connect(copy.get(), &ContainerCopy::finished, this,
                [&reason](const std::optional<kube::Error> &error) {
                    reason = error ? error->reason : QString();
                    if (error && reason->isEmpty())
                        reason = error->message;
                });
        copy->start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reason, 30'000); }();
        m_done = copy->done();
        m_files = copy->files();
        return reason.value_or(u"never finished"_s);
    }

    std::unique_ptr<QTemporaryDir> m_here;
    std::unique_ptr<QTemporaryDir> m_there;
    std::unique_ptr<ProcessExec> m_server;
    std::unique_ptr<kube::Identity> m_identity;
    std::unique_ptr<kube::ApiClient> m_client;
    qint64 m_done = 0;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(ContainerCopyTest)
#include "tst_containercopy.moc"
