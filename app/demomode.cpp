// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demomode.h"

#include "app/signals.h"
#include "kube/demo/apiserver.h"
#include "kube/demo/story/story.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace app {

static bool writeKubeconfig(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return file.write(text) == text.size() && file.commit();
}

int runDemo(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Serves a small Kubernetes API with a living demo cluster."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"demo"_s, u"This mode."_s);
    const QCommandLineOption portOption(u"port"_s, u"Port on 127.0.0.1; 0 takes a free one."_s,
                                        u"N"_s, u"0"_s);
    const QCommandLineOption fileOption(u"kubeconfig-out"_s, u"Where to write the kubeconfig."_s,
                                        u"FILE"_s);
    parser.addOptions({portOption, fileOption});
    parser.process(application);

    bool isNumber = false;
    const auto port = parser.value(portOption).toUShort(&isNumber);
    if (!isNumber) {
        std::fputs("krateyard demo: --port wants a number from 0 to 65535\n", stderr);
        return 2;
    }
    demo::ApiServer server;
    server.script().setRecording(false); // for hours, and nobody asks
    if (!server.listen(port)) {
        std::fprintf(stderr, "krateyard demo: port %u on 127.0.0.1 is taken\n", unsigned(port));
        return 1;
    }
    demo::Story story(server);
    story.start();

    std::optional<QTemporaryDir> folder;
    auto path = parser.value(fileOption);
    if (path.isEmpty()) {
        folder.emplace();
        path = folder->filePath(u"kubeconfig"_s);
    }
    if (!quitOnSignals(application) || !writeKubeconfig(path, server.kubeconfig(u"shop"_s))) {
        std::fprintf(stderr, "krateyard demo: cannot write %s\n", qPrintable(path));
        return 1;
    }
    std::printf("%s KUBECONFIG=%s\n", server.url().toEncoded().constData(), qPrintable(path));
    std::fflush(stdout);
    const auto code = QCoreApplication::exec();
    QFile::remove(path);
    return code;
}

} // namespace app
