// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runlogs.h"

#include "app/applicationsetup.h"
#include "app/personsettings.h"
#include "app/screenshot.h"
#include "app/themechoice.h"
#include "app/translations.h"
#include "workspace/logs/file/logfilewindow.h"
#include "workspace/logs/logcontent.h"
#include "workspace/look/applicationpalette.h"
#include "workspace/look/look.h"
#include "workspace/settings/preferences.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QStyleHints>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace app {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(app)
};

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(Tr::tr(
        "Shows the log in a file or pipe: plain lines, klog, CRI, Docker's json-file, or one "
        "of these packed with gzip. A file is followed as it grows."));
    parser.addPositionalArgument(u"file"_s, Tr::tr("The file; - is standard input."), u"FILE|-"_s);
    parser.addOptions(
        {{{u"h"_s, u"help"_s}, Tr::tr("Prints this and ends.")},
         {u"light"_s, Tr::tr("Uses the light theme.")},
         {u"size"_s, Tr::tr("The size of the window, for example 1600x1000."), u"WxH"_s},
         {u"screenshot"_s, Tr::tr("Writes a picture once everything is shown, and ends."),
          u"FILE"_s}});
}

workspace::Theme chosenTheme(bool light)
{
    return themeFor(preferencesIn(QSettings()).theme, light);
}

} // namespace

std::expected<LogsOptions, QString> LogsOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QStringList(u"krateyard logs"_s) + arguments))
        return std::unexpected(parser.errorText());
    const auto files = parser.positionalArguments();
    LogsOptions options{.file = files.value(0),
                        .screenshot = parser.value(u"screenshot"_s),
                        .light = parser.isSet(u"light"_s),
                        .help = parser.isSet(u"help"_s)};
    if (options.help)
        return options;
    if (files.size() != 1 || options.file.isEmpty())
        return std::unexpected(
            Tr::tr("“logs” wants one file, or - for standard input: krateyard logs app.log"));
    if (const auto size = parser.value(u"size"_s); !size.isEmpty()) {
        options.size = QSize(size.section(u'x', 0, 0).toInt(), size.section(u'x', 1).toInt());
        if (options.size.width() < 320 || options.size.height() < 200
            || options.size.width() > 16384 || options.size.height() > 16384)
            return std::unexpected(Tr::tr("--size wants width and height, for example 1600x1000."));
    }
    return options;
}

int runLogs(int argc, char **argv)
{
    QApplication application(argc, argv);
    setUp(application);
    const Translations words(QSettings().value(u"language"_s).toString());
    const auto options = LogsOptions::parse(QApplication::arguments().mid(2));
    if (!options) {
        std::fprintf(stderr, "krateyard: %s\n", qPrintable(options.error()));
        return 2;
    }
    if (options->help) {
        QCommandLineParser parser;
        addOptions(parser);
        std::fputs(qPrintable(parser.helpText()), stdout);
        return 0;
    }
    workspace::Look look(chosenTheme(options->light));
    QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, &look,
                     [&look, light = options->light] { look.setTheme(chosenTheme(light)); });
    const workspace::ApplicationPalette palette(look, nullptr);
    workspace::LogFileWindow window(options->file, look);
    if (!options->size.isEmpty())
        window.resize(options->size);
    window.show();
    std::optional<Screenshot> screenshot;
    if (!options->screenshot.isEmpty())
        screenshot.emplace(window, [&window] { return window.isSettled(); }, options->screenshot);
    return QApplication::exec();
}

} // namespace app
