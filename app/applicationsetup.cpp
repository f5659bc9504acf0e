// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/applicationsetup.h"

#include "app/bundle.h"
#include "app/signals.h"

#include <QApplication>
#include <QIcon>

using namespace Qt::StringLiterals;

namespace app {

void setUp(QApplication &application)
{
    QApplication::setApplicationName(u"krateyard"_s);
    QApplication::setOrganizationName(u"krateyard"_s);
    QApplication::setApplicationVersion(QStringLiteral(KRATEYARD_VERSION));
    QApplication::setDesktopFileName(u"org.krateyard.Krateyard"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/krateyard.svg"_s));
    quitOnSignals(application);
    leaveBundleEnvironment();
}

} // namespace app
