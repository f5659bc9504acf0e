// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/rundesktop.h"

#include "app/applicationsetup.h"
#include "app/desktopoptions.h"
#include "app/program.h"
#include "app/translations.h"

#include <QApplication>
#include <QSettings>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

int runDesktop(int argc, char **argv)
{
    QApplication application(argc, argv);
    setUp(application);
    QApplication::setQuitOnLastWindowClosed(false); // the window asks first, then ends it

    const auto arguments = QApplication::arguments();
    if (arguments.contains("--version"_L1) || arguments.contains("-v"_L1)) {
        std::printf("krateyard %s\n", KRATEYARD_VERSION);
        return 0;
    }
    // Its own texts: those of the desktop come and go with it.
    auto words = std::make_unique<Translations>(QSettings().value(u"language"_s).toString());
    if (arguments.contains("--help"_L1) || arguments.contains("-h"_L1)) {
        std::fputs(qPrintable(DesktopOptions::help()), stdout);
        return 0;
    }
    const auto options = DesktopOptions::parse(arguments);
    if (!options) {
        std::fprintf(stderr, "krateyard: %s\n", qPrintable(options.error()));
        return 2;
    }
    words.reset();
    Program program(*options);
    program.start(arguments.mid(1));
    return QApplication::exec();
}

} // namespace app
