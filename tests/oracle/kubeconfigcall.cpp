// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oracle/calls.h"

#include "kube/config/kubeconfigfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace oracle {

namespace {

QJsonValue orNull(const QStringList &list)
{
    return list.isEmpty() ? QJsonValue() : QJsonArray::fromStringList(list);
}

QJsonObject jsonOf(const kube::Impersonation &impersonate)
{
    QJsonObject extra;
    for (const auto &[key, values] : impersonate.extra.asKeyValueRange())
        extra.insert(key, QJsonArray::fromStringList(values));
    return {{u"UserName"_s, impersonate.user},
            {u"UID"_s, impersonate.uid},
            {u"Groups"_s, orNull(impersonate.groups)},
            {u"Extra"_s, extra.isEmpty() ? QJsonValue() : QJsonValue(extra)}};
}

QString nameOf(kube::ExecConfig::InteractiveMode mode)
{
    switch (mode) {
    case kube::ExecConfig::InteractiveMode::Never: return u"Never"_s;
    case kube::ExecConfig::InteractiveMode::IfAvailable: return u"IfAvailable"_s;
    case kube::ExecConfig::InteractiveMode::Always: return u"Always"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QJsonObject jsonOf(const kube::ExecConfig &exec, const kube::KubeconfigCluster &cluster)
{
    QJsonArray env;
    for (const auto &[name, value] : exec.env)
        env.append(QJsonObject{{u"name"_s, name}, {u"value"_s, value}});
    return {{u"apiVersion"_s, exec.apiVersion},
            {u"command"_s, exec.command},
            {u"args"_s, orNull(exec.args)},
            {u"env"_s, env.isEmpty() ? QJsonValue() : QJsonValue(env)},
            {u"interactiveMode"_s, nameOf(exec.interactiveMode)},
            {u"provideClusterInfo"_s, exec.provideClusterInfo},
            {u"hasClusterConfigExtension"_s,
             cluster.extensions.contains(u"client.authentication.k8s.io/exec"_s)},
            {u"installHint"_s, exec.installHint}};
}

QJsonObject authProviderOf(const kube::ClientConfig &config)
{
    QJsonObject values;
    for (const auto &[key, value] : config.authProviderConfig.asKeyValueRange())
        values.insert(key, value);
    return {{u"name"_s, config.authProviderName},
            {u"config"_s, values.isEmpty() ? QJsonValue() : QJsonValue(values)}};
}

QJsonObject jsonOf(const kube::ClientConfig &config, const kube::Kubeconfig &kubeconfig)
{
    QJsonObject json{{u"bearerToken"_s, config.token},
                     {u"bearerTokenFile"_s, config.tokenFile},
                     {u"caData"_s, QString::fromUtf8(config.certificateAuthorityData)},
                     {u"caFile"_s, config.certificateAuthority},
                     {u"certFile"_s, config.clientCertificate},
                     {u"disableCompression"_s, config.disableCompression},
                     {u"hasProxy"_s, !config.proxyUrl.isEmpty()},
                     {u"host"_s, config.server},
                     {u"impersonate"_s, jsonOf(config.impersonate)},
                     {u"insecure"_s, config.insecureSkipTlsVerify},
                     {u"keyFile"_s, config.clientKey},
                     {u"password"_s, config.password},
                     {u"serverName"_s, config.tlsServerName},
                     {u"username"_s, config.username}};
    if (config.exec)
        json.insert(u"exec"_s, jsonOf(*config.exec, kubeconfig.clusters.value(config.clusterName)));
    if (!config.authProviderName.isEmpty())
        json.insert(u"authProvider"_s, authProviderOf(config));
    return json;
}

QJsonObject originsOf(const kube::Kubeconfig &kubeconfig)
{
    QJsonObject origins;
    for (const auto &cluster : kubeconfig.clusters)
        origins.insert(u"cluster:"_s + cluster.name, cluster.origin);
    for (const auto &user : kubeconfig.users)
        origins.insert(u"user:"_s + user.name, user.origin);
    for (const auto &context : kubeconfig.contexts)
        origins.insert(u"context:"_s + context.name, context.origin);
    return origins;
}

// Writes the request's files below `folder`; false when one would lie elsewhere.
bool writeFiles(const QJsonObject &files, const QDir &folder)
{
    for (auto entry = files.begin(); entry != files.end(); ++entry) {
        const auto path = QDir::cleanPath(folder.filePath(entry.key()));
        if (!path.startsWith(folder.absolutePath() + u'/'))
            return false;
        QFile file(path);
        if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly))
            return false;
        file.write(entry.value().toString().toUtf8());
    }
    return true;
}

kube::KubeconfigFiles filesOf(const QJsonObject &request, const QDir &folder)
{
    if (const auto path = request["explicit_path"_L1].toString(); !path.isEmpty())
        return kube::KubeconfigFiles::choose(folder.filePath(path), {});
    QStringList paths;
    const auto order =
        request.contains("order"_L1) ? request["order"_L1] : request["kubeconfig_env_order"_L1];
    for (const auto &entry : order.toArray()) {
        const auto name = entry.toString();
        paths.append(name.isEmpty() ? QString() : folder.filePath(name));
    }
    if (paths.join(QString()).isEmpty())
        return {}; // nothing is named: the home folder's file must not answer
    return kube::KubeconfigFiles::choose({}, paths.join(QDir::listSeparator()));
}

void addErrors(QJsonObject &answer, const QList<kube::Error> &problems)
{
    QStringList texts;
    for (const auto &problem : problems)
        texts.append(problem.message);
    const auto text = texts.join(u' ');
    answer.insert(u"load_error"_s, text);
    answer.insert(u"client_config_error"_s, text);
    answer.insert(u"namespace"_s, QJsonObject{{u"error"_s, text}});
}

void addNameSpace(QJsonObject &answer, const kube::Kubeconfig &kubeconfig,
                  const QJsonObject &overrides)
{
    const auto overriding = overrides["namespace"_L1].toString();
    const auto found = kube::nameSpaceFor(kubeconfig, overrides["context"_L1].toString());
    if (!overriding.isEmpty())
        answer.insert(u"namespace"_s,
                      QJsonObject{{u"overridden"_s, true}, {u"value"_s, overriding}});
    else if (found)
        answer.insert(u"namespace"_s, QJsonObject{{u"overridden"_s, false}, {u"value"_s, *found}});
    else
        answer.insert(u"namespace"_s, QJsonObject{{u"error"_s, found.error().message}});
}

QJsonObject answerFor(const kube::Kubeconfig &kubeconfig, const kube::KubeconfigFiles &files,
                      const QJsonObject &overrides)
{
    QJsonObject answer;
    if (!files.isExplicit || QFileInfo::exists(files.paths.front())) {
        answer.insert(u"merged"_s, kubeconfig.toJson());
        answer.insert(u"location_of_origin"_s, originsOf(kubeconfig));
    }
    if (!kubeconfig.problems.isEmpty()) {
        addErrors(answer, kubeconfig.problems);
        return answer;
    }
    addNameSpace(answer, kubeconfig, overrides);
    const auto config = kube::clientConfigFor(kubeconfig, overrides["context"_L1].toString());
    if (config)
        answer.insert(u"client_config"_s, jsonOf(*config, kubeconfig));
    else
        answer.insert(u"client_config_error"_s, config.error().message);
    return answer;
}

} // namespace

QJsonObject kubeconfigCall(const QJsonObject &request)
{
    const QTemporaryDir folder;
    const QDir dir(folder.path());
    if (!folder.isValid() || !writeFiles(request["files"_L1].toObject(), dir))
        return {{u"error"_s, u"the files cannot be written below a temporary folder"_s}};
    const auto files = filesOf(request, dir);
    const auto answer = answerFor(files.load(), files, request["overrides"_L1].toObject());
    auto text = QJsonDocument(answer).toJson(QJsonDocument::Compact);
    text.replace(dir.absolutePath().toUtf8(), "$DIR");
    return QJsonDocument::fromJson(text).object();
}

} // namespace oracle
