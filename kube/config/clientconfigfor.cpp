// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/config/kubeconfig.h"

#include "kube/config/kubeconfigvalidation.h"

#include <QFile>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

constexpr auto execExtension = "client.authentication.k8s.io/exec"_L1;
constexpr qint64 largestCredentialFile = 1024 * 1024;

std::unexpected<Error> fail(const QString &message)
{
    return std::unexpected(Error{.kind = Error::Kind::Config, .message = message});
}

// Credentials and certificates only go to a server that is named with https.
bool usesTls(const QString &server)
{
    const QUrl url(server);
    return url.scheme() == "https"_L1 && !url.host().isEmpty();
}

// The address without query and fragment, if it has a path.
QString serverOf(const KubeconfigCluster &cluster)
{
    QUrl url(cluster.server);
    if (!url.isValid() || url.host().isEmpty() || url.path().size() < 2
        || !(url.hasQuery() || url.hasFragment()))
        return cluster.server;
    url.setQuery(QString());
    url.setFragment(QString());
    return url.toString(QUrl::FullyEncoded);
}

// A hint is shown to a person: nothing in it may steer a terminal.
QString printable(const QString &text)
{
    QString clean;
    for (const char32_t point : text.toUcs4()) {
        const bool isSpace = point >= 0x9 && point <= 0xd;
        const auto category = QChar::category(point);
        const bool isOther =
            category >= QChar::Other_Control && category <= QChar::Other_NotAssigned;
        if (isOther && !isSpace)
            clean += u"U+%1"_s.arg(uint(point), 4, 16, QChar(u'0')).toUpper();
        else
            clean += QString::fromUcs4(&point, 1);
    }
    return clean;
}

QByteArray fileContent(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.read(largestCredentialFile) : QByteArray();
}

// ExecCredential.spec.cluster:
// https://kubernetes.io/docs/reference/config-api/client-authentication.v1/
QByteArray clusterInfoOf(const KubeconfigCluster &cluster)
{
    QJsonObject info{{u"server"_s, serverOf(cluster)}};
    if (!cluster.tlsServerName.isEmpty())
        info.insert(u"tls-server-name"_s, cluster.tlsServerName);
    if (cluster.insecureSkipTlsVerify)
        info.insert(u"insecure-skip-tls-verify"_s, true);
    const auto authority = cluster.certificateAuthorityData.isEmpty()
        ? fileContent(cluster.certificateAuthority)
        : cluster.certificateAuthorityData;
    if (!authority.isEmpty())
        info.insert(u"certificate-authority-data"_s, QString::fromLatin1(authority.toBase64()));
    if (!cluster.proxyUrl.isEmpty())
        info.insert(u"proxy-url"_s, cluster.proxyUrl);
    if (cluster.disableCompression)
        info.insert(u"disable-compression"_s, true);
    if (const auto extension = cluster.extensions.find(execExtension);
        extension != cluster.extensions.end())
        info.insert(u"config"_s, *extension);
    return QJsonDocument(info).toJson(QJsonDocument::Compact);
}

ExecConfig execOf(const KubeconfigExec &exec, const KubeconfigCluster &cluster)
{
    using enum ExecConfig::InteractiveMode;
    return {.apiVersion = exec.apiVersion,
            .command = exec.command,
            .args = exec.args.value_or(QStringList()),
            .env = exec.env.value_or(QList<std::pair<QString, QString>>()),
            .interactiveMode = exec.interactiveMode == "Never"_L1 ? Never
                : exec.interactiveMode == "Always"_L1             ? Always
                                                                  : IfAvailable,
            .provideClusterInfo = exec.provideClusterInfo,
            .clusterInfo = exec.provideClusterInfo ? clusterInfoOf(cluster) : QByteArray(),
            .installHint = printable(exec.installHint)};
}

void addCluster(ClientConfig &config, const KubeconfigCluster &cluster)
{
    config.tlsServerName = cluster.tlsServerName;
    config.insecureSkipTlsVerify = cluster.insecureSkipTlsVerify;
    config.certificateAuthorityData = cluster.certificateAuthorityData;
    config.certificateAuthority = cluster.certificateAuthority;
}

void addUser(ClientConfig &config, const KubeconfigUser &user, const KubeconfigCluster &cluster)
{
    config.token = user.token;
    config.tokenFile = user.tokenFile;
    config.username = user.username;
    config.password = user.password;
    if (!user.clientCertificate.isEmpty() || !user.clientCertificateData.isEmpty()) {
        config.clientCertificate = user.clientCertificate;
        config.clientCertificateData = user.clientCertificateData;
        config.clientKey = user.clientKey;
        config.clientKeyData = user.clientKeyData;
    }
    if (user.authProvider) {
        config.authProviderName = user.authProvider->name;
        config.authProviderConfig = user.authProvider->config.value_or(QMap<QString, QString>());
    }
    if (user.exec)
        config.exec = execOf(*user.exec, cluster);
}

} // namespace

bool ClientConfig::connectsLike(const ClientConfig &other) const
{
    auto a = *this;
    auto b = other;
    for (auto *config : {&a, &b}) {
        if (config->authProviderName != "oidc"_L1)
            continue;
        config->authProviderConfig.remove(u"id-token"_s);
        config->authProviderConfig.remove(u"refresh-token"_s);
    }
    return a == b;
}

Result<ClientConfig> clientConfigFor(const Kubeconfig &kubeconfig, const QString &contextName)
{
    const auto chosen = chooseContext(kubeconfig, contextName);
    const auto problems = problemsOf(kubeconfig, chosen);
    if (!problems.isEmpty())
        return fail(problems.join(u' '));

    const auto &[context, cluster, user] = chosen;
    ClientConfig config{.contextName = context.name,
                        .clusterName = context.cluster,
                        .userName = context.user,
                        .nameSpace = context.nameSpace.isEmpty() ? u"default"_s : context.nameSpace,
                        .origin = context.origin,
                        .userOrigin = user.origin,
                        .server = serverOf(cluster),
                        .proxyUrl = cluster.proxyUrl,
                        .disableCompression = cluster.disableCompression};
    if (!user.impersonate.user.isEmpty())
        config.impersonate = user.impersonate;
    if (!usesTls(config.server))
        return config;

    addCluster(config, cluster);
    addUser(config, user, cluster);
    if (config.token.isEmpty() && !config.tokenFile.isEmpty()) {
        QFile file(config.tokenFile);
        if (!file.open(QIODevice::ReadOnly))
            return fail(u"The user \"%1\" in \"%2\" takes its token from \"%3\", which cannot be "
                        "read: %4. Create the file or correct \"tokenFile\"."_s.arg(
                            user.name, user.origin, user.tokenFile, file.errorString()));
        config.token = QString::fromUtf8(file.read(largestCredentialFile));
    }
    return config;
}

Result<QString> nameSpaceFor(const Kubeconfig &kubeconfig, const QString &contextName)
{
    const auto chosen = chooseContext(kubeconfig, contextName);
    const auto problems = problemsOf(kubeconfig, chosen);
    if (!problems.isEmpty())
        return fail(problems.join(u' '));
    return chosen.context.nameSpace.isEmpty() ? u"default"_s : chosen.context.nameSpace;
}

} // namespace kube
