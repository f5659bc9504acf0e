// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/config/kubeconfig.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

void put(QJsonObject &object, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

void put(QJsonObject &object, const QString &key, bool value)
{
    if (value)
        object.insert(key, true);
}

void putBase64(QJsonObject &object, const QString &key, const QByteArray &value)
{
    put(object, key, QString::fromLatin1(value.toBase64()));
}

void putExtensions(QJsonObject &object, const KubeconfigExtensions &extensions)
{
    QJsonArray list;
    for (const auto &[name, value] : extensions.asKeyValueRange())
        list.append(QJsonObject{{u"name"_s, name}, {u"extension"_s, value}});
    if (!list.isEmpty())
        object.insert(u"extensions"_s, list);
}

QJsonObject bodyOf(const KubeconfigCluster &cluster)
{
    QJsonObject body{{u"server"_s, cluster.server}};
    put(body, u"tls-server-name"_s, cluster.tlsServerName);
    put(body, u"insecure-skip-tls-verify"_s, cluster.insecureSkipTlsVerify);
    put(body, u"certificate-authority"_s, cluster.certificateAuthority);
    putBase64(body, u"certificate-authority-data"_s, cluster.certificateAuthorityData);
    put(body, u"proxy-url"_s, cluster.proxyUrl);
    put(body, u"disable-compression"_s, cluster.disableCompression);
    putExtensions(body, cluster.extensions);
    return body;
}

QJsonObject bodyOf(const KubeContext &context)
{
    QJsonObject body{{u"cluster"_s, context.cluster}, {u"user"_s, context.user}};
    put(body, u"namespace"_s, context.nameSpace);
    putExtensions(body, context.extensions);
    return body;
}

void putImpersonation(QJsonObject &body, const Impersonation &impersonate)
{
    put(body, u"as"_s, impersonate.user);
    put(body, u"as-uid"_s, impersonate.uid);
    if (!impersonate.groups.isEmpty())
        body.insert(u"as-groups"_s, QJsonArray::fromStringList(impersonate.groups));
    QJsonObject extra;
    for (const auto &[key, values] : impersonate.extra.asKeyValueRange())
        extra.insert(key, QJsonArray::fromStringList(values));
    if (!extra.isEmpty())
        body.insert(u"as-user-extra"_s, extra);
}

QJsonObject bodyOf(const KubeconfigAuthProvider &provider)
{
    QJsonValue config;
    if (provider.config) {
        QJsonObject values;
        for (const auto &[key, value] : provider.config->asKeyValueRange())
            values.insert(key, value);
        config = values;
    }
    return {{u"name"_s, provider.name}, {u"config"_s, config}};
}

QJsonObject bodyOf(const KubeconfigExec &exec)
{
    QJsonObject body{{u"command"_s, exec.command},
                     {u"args"_s, QJsonValue::Null},
                     {u"env"_s, QJsonValue::Null},
                     {u"provideClusterInfo"_s, exec.provideClusterInfo}};
    if (exec.args)
        body.insert(u"args"_s, QJsonArray::fromStringList(*exec.args));
    if (exec.env) {
        QJsonArray variables;
        for (const auto &[name, value] : *exec.env)
            variables.append(QJsonObject{{u"name"_s, name}, {u"value"_s, value}});
        body.insert(u"env"_s, variables);
    }
    put(body, u"apiVersion"_s, exec.apiVersion);
    put(body, u"installHint"_s, exec.installHint);
    put(body, u"interactiveMode"_s, exec.interactiveMode);
    return body;
}

QJsonObject bodyOf(const KubeconfigUser &user)
{
    QJsonObject body;
    put(body, u"client-certificate"_s, user.clientCertificate);
    putBase64(body, u"client-certificate-data"_s, user.clientCertificateData);
    put(body, u"client-key"_s, user.clientKey);
    putBase64(body, u"client-key-data"_s, user.clientKeyData);
    put(body, u"token"_s, user.token);
    put(body, u"tokenFile"_s, user.tokenFile);
    putImpersonation(body, user.impersonate);
    put(body, u"username"_s, user.username);
    put(body, u"password"_s, user.password);
    if (user.authProvider)
        body.insert(u"auth-provider"_s, bodyOf(*user.authProvider));
    if (user.exec)
        body.insert(u"exec"_s, bodyOf(*user.exec));
    putExtensions(body, user.extensions);
    return body;
}

// null rather than an empty list, as the reference client writes it
template<typename Entry>
QJsonValue listOf(const QMap<QString, Entry> &entries, const QString &bodyKey)
{
    if (entries.isEmpty())
        return QJsonValue::Null;
    QJsonArray list;
    for (const auto &entry : entries)
        list.append(QJsonObject{{u"name"_s, entry.name}, {bodyKey, bodyOf(entry)}});
    return list;
}

} // namespace

QJsonObject Kubeconfig::toJson() const
{
    QJsonObject preferences;
    put(preferences, u"colors"_s, preferColors);
    putExtensions(preferences, preferencesExtensions);
    QJsonObject config{{u"apiVersion"_s, u"v1"_s},
                       {u"kind"_s, u"Config"_s},
                       {u"preferences"_s, preferences},
                       {u"clusters"_s, listOf(clusters, u"cluster"_s)},
                       {u"users"_s, listOf(users, u"user"_s)},
                       {u"contexts"_s, listOf(contexts, u"context"_s)},
                       {u"current-context"_s, currentContext}};
    putExtensions(config, extensions);
    return config;
}

} // namespace kube
