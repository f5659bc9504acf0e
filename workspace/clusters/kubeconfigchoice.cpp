// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/clusters/kubeconfigchoice.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace)
};

constexpr qint64 LargestFile = 4 * 1024 * 1024; // as kube reads

} // namespace

std::expected<kube::KubeconfigFiles, QString> chosenKubeconfig(const QString &path)
{
    const QFileInfo file(path);
    const auto shown = QDir::toNativeSeparators(path);
    if (!file.exists())
        return std::unexpected(Tr::tr("There is no file %1.").arg(shown));
    if (!file.isFile())
        return std::unexpected(
            Tr::tr("%1 is a folder. Choose the kubeconfig file in it, usually called “config”.")
                .arg(shown));
    const kube::KubeconfigFiles files{{file.absoluteFilePath()}, true};
    const auto content = files.load();
    if (!content.problems.isEmpty())
        return std::unexpected(content.problems.first().message);
    if (content.contexts.isEmpty())
        return std::unexpected(
            Tr::tr(
                "%1 has no contexts, so it is no kubeconfig that leads to a cluster. A kubeconfig "
                "says “kind: Config” and lists clusters, users and contexts.")
                .arg(shown));
    return files;
}

QString kubeconfigIn(const QMimeData &data)
{
    const auto urls = data.urls();
    const QFileInfo file(urls.size() == 1 ? urls.first().toLocalFile() : QString());
    if (!file.isFile() || file.size() > LargestFile)
        return {};
    QFile content(file.filePath());
    if (!content.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression kind(
        uR"((^|[{,\n])\s*"?kind"?\s*:\s*["']?Config["']?\s*($|[,}\r\n]))"_s);
    return kind.match(QString::fromUtf8(content.readAll())).hasMatch() ? file.filePath()
                                                                       : QString();
}

} // namespace workspace
