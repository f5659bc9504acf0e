// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/config/kubeconfig.h"

#include "kube/config/kubeconfigreader.h"
#include "kube/yaml/yamltree.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;

Error configError(const QString &message)
{
    return {.kind = Error::Kind::Config, .message = message};
}

Error unreadable(const QString &fileName, const YamlProblem &problem)
{
    const auto place = problem.line > 0 ? u" (line %1)"_s.arg(problem.line) : QString();
    return configError(u"The kubeconfig file \"%1\" cannot be used: %2%3. Correct the file or take "
                       "it out of KUBECONFIG."_s.arg(fileName, problem.text, place));
}

// https://pkg.go.dev/k8s.io/client-go/tools/clientcmd#ResolvePaths
void resolve(QString &path, const QDir &folder)
{
    if (!path.isEmpty() && QDir::isRelativePath(path))
        path = QDir::cleanPath(folder.absolutePath() + u'/' + path);
}

void settle(Kubeconfig &config, const QString &fileName)
{
    const auto folder = QFileInfo(fileName).absoluteDir();
    for (auto &cluster : config.clusters) {
        cluster.origin = fileName;
        resolve(cluster.certificateAuthority, folder);
    }
    for (auto &user : config.users) {
        user.origin = fileName;
        resolve(user.clientCertificate, folder);
        resolve(user.clientKey, folder);
        resolve(user.tokenFile, folder);
        if (user.exec && user.exec->command.contains(QDir::separator()))
            resolve(user.exec->command, folder);
    }
    for (auto &context : config.contexts)
        context.origin = fileName;
}

// Reads in pieces: a file may be a pipe, whose size nobody knows.
std::expected<QByteArray, YamlProblem> contentOf(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(YamlProblem{0, file.errorString()});
    QByteArray content;
    while (content.size() <= largestFile) {
        const auto piece = file.read(largestFile + 1 - content.size());
        if (piece.isEmpty())
            break;
        content += piece;
    }
    if (file.error() != QFileDevice::NoError)
        return std::unexpected(YamlProblem{0, file.errorString()});
    return content;
}

void addFile(Kubeconfig &merged, const QString &fileName)
{
    const auto content = contentOf(fileName);
    if (!content) {
        merged.problems.append(unreadable(fileName, content.error()));
        return;
    }
    if (const auto config = Kubeconfig::parse(*content, fileName))
        merged.merge(*config);
    else
        merged.problems.append(config.error());
}

template<typename Value>
void addMissing(QMap<QString, Value> &into, const QMap<QString, Value> &from)
{
    for (const auto &[key, value] : from.asKeyValueRange())
        if (!into.contains(key))
            into.insert(key, value);
}

} // namespace

Result<Kubeconfig> Kubeconfig::parse(const QByteArray &text, const QString &fileName)
{
    const auto document = parseYaml(text, {.bytes = largestFile});
    if (!document)
        return std::unexpected(unreadable(fileName, document.error()));
    KubeconfigReader reader;
    auto config = reader.read(**document);
    if (reader.problem())
        return std::unexpected(unreadable(fileName, *reader.problem()));
    settle(config, fileName);
    return config;
}

Kubeconfig Kubeconfig::load(const QStringList &files)
{
    Kubeconfig merged;
    for (const auto &file : files)
        if (!file.isEmpty() && QFileInfo::exists(file))
            addFile(merged, file);
    return merged;
}

Kubeconfig Kubeconfig::loadExplicit(const QString &file)
{
    Kubeconfig config;
    if (QFileInfo::exists(file))
        addFile(config, file);
    else
        config.problems.append(configError(
            u"The kubeconfig file \"%1\" does not exist. Check the path it was named with."_s.arg(
                file)));
    return config;
}

void Kubeconfig::merge(const Kubeconfig &weaker)
{
    addMissing(clusters, weaker.clusters);
    addMissing(users, weaker.users);
    addMissing(contexts, weaker.contexts);
    addMissing(extensions, weaker.extensions);
    addMissing(preferencesExtensions, weaker.preferencesExtensions);
    if (currentContext.isEmpty())
        currentContext = weaker.currentContext;
    preferColors = preferColors || weaker.preferColors;
    problems += weaker.problems;
}

} // namespace kube
