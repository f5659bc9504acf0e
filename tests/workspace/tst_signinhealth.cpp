// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/clusters/clusterhealth.h"

#include "kube/cluster.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/look/look.h"
#include "workspace/topbar/noticebar.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;

/// What a person reads about the end of a sign-in. The server listens and says nothing: what is
/// told comes from the credentials alone.
class SignInHealthTest : public QObject
{
    Q_OBJECT

private:
    static QString jwtThatEndsIn(qint64 seconds)
    {
        const QJsonObject claims{{u"exp"_s, QDateTime::currentSecsSinceEpoch() + seconds}};
        const auto json = QJsonDocument(claims).toJson(QJsonDocument::Compact);
        return u"e30.%1.e30"_s.arg(QString::fromLatin1(
            json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)));
    }

    QString kubeconfigWith(const QString &token) const
    {
        QFile file(m_folder->filePath(u"config"_s));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        const auto text = u"clusters: [{name: k, cluster: {server: 'https://127.0.0.1:%1'}}]\n"
                          u"contexts: [{name: work, context: {cluster: k, user: jane}}]\n"
                          u"current-context: work\n"
                          u"users: [{name: jane, user: {token: '%2'}}]\n"_s.arg(
                              QString::number(m_server.serverPort()), token);
        file.write(text.toUtf8());
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QTcpServer m_server;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.listen(QHostAddress::LocalHost)); }
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void aSignInThatEndsSoonIsANotice()
    {
        workspace::ClusterSet clusters(kube::KubeconfigFiles{{kubeconfigWith(jwtThatEndsIn(300))}});
        workspace::Look look(workspace::Theme::darkTheme());
        QWidget window;
        const workspace::NoticeBar bar(clusters, look, &window);
        QVERIFY(clusters.cluster(u"work"_s));
        QTRY_VERIFY(!workspace::signInHealth(clusters, u"work"_s).warning.isEmpty());
        const auto health = workspace::signInHealth(clusters, u"work"_s);
        QVERIFY2(health.warning.contains("work"_L1)
                     && health.warning.contains(m_folder->filePath(u"config"_s)),
                 qPrintable(health.warning));
        QVERIFY(!health.until.isEmpty());
        QTRY_VERIFY(bar.sentences().contains(health.warning));
    }

    void anEndedSignInIsANotice()
    {
        workspace::ClusterSet clusters(kube::KubeconfigFiles{{kubeconfigWith(jwtThatEndsIn(-60))}});
        QVERIFY(clusters.cluster(u"work"_s));
        QTRY_VERIFY(workspace::signInHealth(clusters, u"work"_s).warning.contains("ended"_L1));
    }

    void aSignInThatLastsIsOnlyToldInTheTooltip()
    {
        workspace::ClusterSet clusters(
            kube::KubeconfigFiles{{kubeconfigWith(jwtThatEndsIn(86400))}});
        QVERIFY(clusters.cluster(u"work"_s));
        QTRY_VERIFY(
            workspace::signInHealth(clusters, u"work"_s).until.contains("Signed in until"_L1));
        QVERIFY(workspace::signInHealth(clusters, u"work"_s).warning.isEmpty());
    }

    void nothingIsToldOfWhatIsNotInUse()
    {
        const workspace::ClusterSet clusters(
            kube::KubeconfigFiles{{kubeconfigWith(jwtThatEndsIn(-60))}});
        const auto health = workspace::signInHealth(clusters, u"work"_s);
        QVERIFY(health.until.isEmpty() && health.warning.isEmpty());
    }
};

QTEST_MAIN(SignInHealthTest)
#include "tst_signinhealth.moc"
