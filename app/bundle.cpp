// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bundle.h"

#include <QCoreApplication>
#include <QFontDatabase>

using namespace Qt::StringLiterals;

namespace app {

/// The folder of the AppImage we run in; empty outside of one. The variable alone says little: who
/// starts us from another AppImage's terminal hands down that one's.
static QString bundleFolder()
{
    const auto folder = qEnvironmentVariable("APPDIR");
    const bool isOurs = !folder.isEmpty()
        && QCoreApplication::applicationFilePath().startsWith(QString(folder + u'/'));
    return isOurs ? folder : QString();
}

QString ownProgram()
{
    const auto folder = bundleFolder();
    return folder.isEmpty() ? QCoreApplication::applicationFilePath()
                            : QString(folder + u"/AppRun"_s);
}

void leaveBundleEnvironment()
{
    if (bundleFolder().isEmpty())
        return;
    QFontDatabase::hasFamily(u"DejaVu Sans"_s); // reads FONTCONFIG_FILE
    qunsetenv("FONTCONFIG_FILE");
}

} // namespace app
