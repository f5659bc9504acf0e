// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/config/kubeconfigvalidation.h"

#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

bool isReadable(const QString &fileName)
{
    return QFileInfo(fileName).isReadable();
}

bool isProxyUrl(const QString &text)
{
    const QUrl url(text);
    const auto scheme = url.scheme();
    return url.isValid()
        && (scheme == "http"_L1 || scheme == "https"_L1 || scheme == "socks5"_L1
            || scheme == "socks5h"_L1);
}

// Collects the problems of one entry: "The user "jane" in "/home/jane/.kube/config" …".
class Problems
{
public:
    Problems(QStringView what, const QString &name, const QString &origin)
        : m_entry(u"The %1 \"%2\" in \"%3\" "_s.arg(what, name, origin))
    {
    }

    void addIf(bool wrong, const QString &text)
    {
        if (wrong)
            m_texts.append(m_entry + text);
    }

    void addIfUnreadable(const QString &file, QStringView key)
    {
        addIf(!file.isEmpty() && !isReadable(file),
              u"names the file \"%1\" as \"%2\", which cannot be read: create it or correct the "
              "path."_s.arg(file, key));
    }

    const QStringList &texts() const { return m_texts; }

private:
    QString m_entry;
    QStringList m_texts;
};

QStringList problemsOf(const KubeconfigCluster &cluster)
{
    Problems problems(u"cluster", cluster.name, cluster.origin);
    problems.addIf(cluster.server.isEmpty(),
                   u"has no server: add \"server\" with the address of its API server."_s);
    problems.addIf(!cluster.proxyUrl.isEmpty() && !isProxyUrl(cluster.proxyUrl),
                   u"has a \"proxy-url\" that is none: it must begin with http://, https:// or "
                   "socks5://."_s);
    problems.addIf(!cluster.certificateAuthority.isEmpty()
                       && !cluster.certificateAuthorityData.isEmpty(),
                   u"has both \"certificate-authority\" and \"certificate-authority-data\": remove "
                   "one of them."_s);
    problems.addIfUnreadable(cluster.certificateAuthority, u"certificate-authority");
    return problems.texts();
}

void checkCertificate(const KubeconfigUser &user, Problems &problems)
{
    if (user.clientCertificate.isEmpty() && user.clientCertificateData.isEmpty())
        return;
    problems.addIf(!user.clientCertificate.isEmpty() && !user.clientCertificateData.isEmpty(),
                   u"has both \"client-certificate\" and \"client-certificate-data\": remove one "
                   "of them."_s);
    problems.addIf(!user.clientKey.isEmpty() && !user.clientKeyData.isEmpty(),
                   u"has both \"client-key\" and \"client-key-data\": remove one of them."_s);
    problems.addIf(user.clientKey.isEmpty() && user.clientKeyData.isEmpty(),
                   u"has a client certificate without its key: add \"client-key\" or "
                   "\"client-key-data\"."_s);
    problems.addIfUnreadable(user.clientCertificate, u"client-certificate");
    problems.addIfUnreadable(user.clientKey, u"client-key");
}

void checkExec(const KubeconfigUser &user, Problems &problems)
{
    if (!user.exec)
        return;
    problems.addIf(user.authProvider.has_value(),
                   u"has both \"exec\" and \"auth-provider\": remove one of them."_s);
    problems.addIf(user.exec->command.isEmpty(),
                   u"has an exec plugin without a command: add \"command\"."_s);
    problems.addIf(user.exec->apiVersion.isEmpty(),
                   u"has an exec plugin without an API version: add \"apiVersion: "
                   "client.authentication.k8s.io/v1\"."_s);
    for (const auto &[name, value] : user.exec->env.value_or(QList<std::pair<QString, QString>>()))
        problems.addIf(name.isEmpty(),
                       u"has an exec plugin with a nameless environment variable: "
                       "add its \"name\"."_s);
    const auto &mode = user.exec->interactiveMode;
    problems.addIf(mode.isEmpty(),
                   u"has an exec plugin that does not say whether it needs a "
                   "terminal: add \"interactiveMode: IfAvailable\"."_s);
    problems.addIf(!mode.isEmpty() && mode != "Never"_L1 && mode != "IfAvailable"_L1
                       && mode != "Always"_L1,
                   u"has an exec plugin with an unknown \"interactiveMode\": it must be Never, "
                   "IfAvailable or Always."_s);
}

QStringList problemsOf(const KubeconfigUser &user)
{
    Problems problems(u"user", user.name, user.origin);
    checkCertificate(user, problems);
    checkExec(user, problems);
    const bool hasBasic = !user.username.isEmpty() || !user.password.isEmpty();
    problems.addIf(!user.token.isEmpty() && hasBasic,
                   u"has both a token and a user name with password: remove one of them."_s);
    const auto &as = user.impersonate;
    problems.addIf(as.user.isEmpty()
                       && (!as.uid.isEmpty() || !as.groups.isEmpty() || !as.extra.isEmpty()),
                   u"impersonates a uid, groups or extra without a user: add \"as\"."_s);
    return problems.texts();
}

// Why no cluster can be looked at. Files that could not be read come first: they are the reason.
QStringList clusterProblem(const Kubeconfig &kubeconfig, const KubeContext &context)
{
    if (context.name.isEmpty() && kubeconfig.contexts.isEmpty()) {
        QStringList texts;
        for (const auto &problem : kubeconfig.problems)
            texts.append(problem.message);
        if (texts.isEmpty())
            texts.append(u"No kubeconfig with a context was found: create ~/.kube/config or set "
                         "KUBECONFIG to your files."_s);
        return texts;
    }
    if (context.name.isEmpty())
        return {u"No context is chosen: choose one or set \"current-context\" in a kubeconfig "
                "file."_s};
    return {u"The context \"%1\" in \"%2\" names the cluster \"%3\", which no kubeconfig file has: "
            "correct \"cluster\" or add that cluster."_s.arg(context.name, context.origin,
                                                             context.cluster)};
}

} // namespace

ChosenContext chooseContext(const Kubeconfig &kubeconfig, const QString &contextName)
{
    ChosenContext chosen;
    const auto name = contextName.isEmpty() ? kubeconfig.currentContext : contextName;
    chosen.context = kubeconfig.contexts.value(name, {.name = name});
    const auto &[context, cluster, user] = chosen;
    chosen.cluster = kubeconfig.clusters.value(context.cluster, {.name = context.cluster});
    chosen.user = kubeconfig.users.value(context.user, {.name = context.user});
    return chosen;
}

QStringList problemsOf(const Kubeconfig &kubeconfig, const ChosenContext &chosen)
{
    const auto &name = chosen.context.name;
    if (!name.isEmpty() && !kubeconfig.contexts.contains(name))
        return {
            u"No kubeconfig file has the context \"%1\": choose another or add it."_s.arg(name)};
    if (!kubeconfig.clusters.contains(chosen.context.cluster))
        return clusterProblem(kubeconfig, chosen.context);
    return problemsOf(chosen.user) + problemsOf(chosen.cluster);
}

} // namespace kube
