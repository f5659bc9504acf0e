// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/config/accesstokens.h"
#include "support/realtest.h"
#include "support/relayprocess.h"
#include "support/skipall.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

const auto Manifests = QStringLiteral(PACKAGING "/kubernetes/");
const auto Space = u"krateyard"_s; // the manifests' own

const QByteArray Pod = R"(
apiVersion: v1
kind: Pod
metadata: {name: counter}
spec:
  terminationGracePeriodSeconds: 0
  securityContext: {runAsNonRoot: true, runAsUser: 65532, seccompProfile: {type: RuntimeDefault}}
  containers:
  - {name: c, image: "docker.io/local/busybox:1", imagePullPolicy: IfNotPresent,
     command: [sh, -c, "while sleep 0.1; do echo tick; done"],
     securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}
)";

} // namespace

/// What packaging/ says of deploying the relay, on the real cluster.
class RealDeployTest : public QObject, private support::RealTest
{
    Q_OBJECT

private:
    support::RealCluster::Output apply(const QString &what, const QStringList &more = {})
    {
        return m_real.kubectl(QStringList{u"apply"_s, u"-k"_s, QString(Manifests + what)} + more);
    }

    /// What `krateyard relay --check-config` says.
    std::pair<int, QByteArray> check(const QString &file)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PGPASSWORD"_s, u"x"_s);
        // Where it runs it is in a pod, or has one.
        environment.insert(u"KRATEYARD_GATEWAY_KUBECONFIG"_s, m_real.adminKubeconfig());
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(KRATEYARD_BINARY),
                      {u"relay"_s, u"--config"_s, file, u"--check-config"_s});
        process.waitForFinished(20'000);
        return {process.exitCode(), process.readAll()};
    }
    QString write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName();
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(true); !why.isEmpty())
            SKIP_ALL(why.constData());
        QVERIFY(m_real.freshNamespace(Space));
        // As the manifests have it.
        QCOMPARE(m_real
                     .kubectl({u"label"_s, u"namespace"_s, Space,
                               u"pod-security.kubernetes.io/enforce=restricted"_s})
                     .code,
                 0);
    }
    void cleanupTestCase()
    {
        if (!m_real.isThere())
            return;
        m_real.kubectl({u"delete"_s, u"clusterrole,clusterrolebinding"_s, u"krateyard-relay"_s,
                        u"--ignore-not-found"_s});
        m_real.removeNamespace(Space);
    }

    void theManifestsAreTaken()
    {
        const auto said = apply(u"base"_s, {u"--dry-run=server"_s});
        QVERIFY2(said.code == 0, said.errors);
        // Nor does the cluster have anything against its pods ("restricted").
        QVERIFY2(!said.errors.contains("PodSecurity"), said.errors);
        QVERIFY(said.text.contains("deployment.apps/krateyard-relay"));
    }

    /// What the variants change, as the server takes it: kubectl's own Kustomize may be too old for
    /// them.
    void theVariantsAreTaken()
    {
        const auto made = apply(u"base"_s);
        QVERIFY2(made.code == 0, made.errors);
        for (const auto &[kind, file] :
             {std::pair(u"deployment"_s, u"replicated/deployment.yaml"_s),
              std::pair(u"networkpolicy"_s, u"replicated/networkpolicy.yaml"_s)}) {
            QFile patch(Manifests + file);
            QVERIFY(patch.open(QIODevice::ReadOnly));
            const auto said = m_real.kubectl({u"-n"_s, Space, u"patch"_s, kind,
                                              u"krateyard-relay"_s, u"--dry-run=server"_s, u"-o"_s,
                                              u"jsonpath={.spec}"_s, u"--type=strategic"_s, u"-p"_s,
                                              QString::fromUtf8(patch.readAll())});
            QVERIFY2(said.code == 0, said.errors);
            QVERIFY2(said.text.contains(kind == "deployment"_L1 ? "KRATEYARD_REDIS_URL" : "5432"),
                     said.text);
            QVERIFY(!said.text.contains("claimName"));
        }
        // From Kubernetes 1.21 on; before that it had another version.
        const auto versions = m_real.kubectl({u"api-versions"_s}).text.split('\n');
        QStringList files{u"impersonation/rbac.yaml"_s};
        if (versions.contains("policy/v1"))
            files.append(u"replicated/poddisruptionbudget.yaml"_s);
        else
            qInfo("the PodDisruptionBudget is not tried: this cluster has no policy/v1");
        for (const auto &file : std::as_const(files)) {
            const auto said = m_real.kubectl({u"-n"_s, Space, u"apply"_s, u"--dry-run=server"_s,
                                              u"-f"_s, QString(Manifests + file)});
            QVERIFY2(said.code == 0, said.errors);
        }
    }

    void theConfigurationsHold()
    {
        const auto map = m_real.kubectl(
            {u"apply"_s, u"-k"_s, QString(Manifests + u"base"_s), u"--dry-run=client"_s, u"-l"_s,
             u"!x"_s, u"-o"_s, u"jsonpath={.items[?(@.kind==\"ConfigMap\")].data.relay\\.yaml}"_s});
        QVERIFY2(map.text.contains("gateway:"), map.errors);
        const auto [code, said] = check(write(u"map.yaml"_s, map.text));
        QVERIFY2(code == 0, said);
        const auto [composed, words] = check(QStringLiteral(PACKAGING "/compose/relay.yaml"));
        QVERIFY2(composed == 0, words);
    }

    /// With the rights of the manifests, and no others.
    void theAccountMayReadAndNoMore()
    {
        const auto made = apply(u"base"_s);
        QVERIFY2(made.code == 0, made.errors);
        QCOMPARE(
            m_real.kubectl({u"-n"_s, Space, u"delete"_s, u"deployment"_s, u"krateyard-relay"_s})
                .code,
            0); // there is no image here
        QCOMPARE(m_real.kubectl({u"-n"_s, Space, u"apply"_s, u"-f"_s, u"-"_s}, Pod).code, 0);
        QVERIFY(m_real.waitFor(Space, u"pod/counter"_s, u"condition=Ready"_s));
        const auto issued = m_real.kubectl(
            {u"create"_s, u"--raw"_s,
             u"/api/v1/namespaces/%1/serviceaccounts/krateyard-relay/token"_s.arg(Space), u"-f"_s,
             u"-"_s},
            R"({"apiVersion":"authentication.k8s.io/v1","kind":"TokenRequest","spec":{}})");
        const auto token =
            QJsonDocument::fromJson(issued.text).object()["status"_L1]["token"_L1].toString();
        QVERIFY2(!token.isEmpty(), issued.errors);
        const auto admin = configOf(u"admin"_s);
        QString authority = u"certificate-authority: "_s + admin.certificateAuthority;
        if (!admin.certificateAuthorityData.isEmpty())
            authority = u"certificate-authority-data: "_s
                + QString::fromLatin1(admin.certificateAuthorityData.toBase64());
        const auto kubeconfig =
            write(u"kubeconfig"_s,
                  QString(u"apiVersion: v1\nkind: Config\ncurrent-context: c\n"
                          "clusters: [{name: c, cluster: {server: '%1', %2}}]\n"
                          "users: [{name: u, user: {token: '%3'}}]\n"
                          "contexts: [{name: c, context: {cluster: c, user: u}}]\n"_s)
                      .arg(admin.server, authority, token)
                      .toUtf8());
        const auto config = write(
            u"relay.yaml"_s,
            QString(u"gateway:\n  kubeconfig: %1\n  auth:\n    apiKeys: [{name: k, groups: [g], "
                    "sha256: \"%2\"}]\n  rules: [{kinds: ['*'], verbs: ['*']}]\n"_s)
                .arg(kubeconfig, QString::fromLatin1(relay::hashOf("key").toHex()))
                .toUtf8());
        const support::RelayProcess relay(QStringLiteral(KRATEYARD_BINARY),
                                          QStringList{u"--config"_s, config});
        QNetworkAccessManager network;
        const auto ask = [&](const QByteArray &method, const QString &path) {
            QNetworkRequest request(QUrl(u"http://127.0.0.1:%1%2"_s.arg(relay.port()).arg(path)));
            request.setRawHeader("Authorization", "Bearer key");
            const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method));
            [&] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 30'000); }();
            return std::pair(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                             reply->readAll());
        };
        const auto status = [&](const QByteArray &method, const QString &path) {
            return ask(method, path).first;
        };
        QTRY_COMPARE_WITH_TIMEOUT(status("GET", u"/readyz"_s), 200, 30'000);
        const auto all = ask("GET", u"/api/resources"_s);
        QCOMPARE(all.first, 200);
        // All of the first look can be had but for them.
        QCOMPARE(QJsonDocument::fromJson(all.second).object()["errors"_L1].toObject().keys(),
                 QStringList{u"secrets"_s});
        const auto pods = u"/k8s/c/api/v1/namespaces/%1/pods/counter"_s.arg(Space);
        QCOMPARE(status("GET", pods), 200);
        QVERIFY(ask("GET", pods + u"/log?tailLines=3"_s).second.contains("tick"));
        const auto log = u"/api/v1/namespaces/%1/pods/counter/logs?follow=false"_s.arg(Space);
        QVERIFY(ask("GET", log).second.contains("tick"));
        QCOMPARE(status("DELETE", pods), 403);
        QCOMPARE(status("GET", u"/k8s/c/api/v1/secrets"_s), 403);
        QCOMPARE(status("GET", u"/k8s/c/apis/rbac.authorization.k8s.io/v1/clusterroles"_s), 403);
    }
};

QTEST_GUILESS_MAIN(RealDeployTest)
#include "tst_realdeploy.moc"
