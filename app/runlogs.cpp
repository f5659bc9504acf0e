// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runlogs.h"

#include "app/bundle.h"
#include "app/personsettings.h"
#include "app/signals.h"
#include "app/translations.h"
#include "workspace/logs/file/logfilewindow.h"
#include "workspace/logs/logcontent.h"
#include "workspace/look/applicationpalette.h"
#include "workspace/look/look.h"
#include "workspace/settings/preferences.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QSettings>
#include <QStyleHints>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {
namespace {

constexpr int PictureAfterMs = 1500;

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
    using Choice = workspace::PreferenceValues::ThemeChoice;
    QSettings settings;
    const auto choice = preferencesIn(settings).theme;
    const bool systemIsLight =
        QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Light;
    const bool isLight =
        light || choice == Choice::Light || (choice == Choice::System && systemIsLight);
    return isLight ? workspace::Theme::lightTheme() : workspace::Theme::darkTheme();
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
    QApplication::setApplicationName(u"krateyard"_s);
    QApplication::setOrganizationName(u"krateyard"_s);
    QApplication::setApplicationVersion(QStringLiteral(KRATEYARD_VERSION));
    QApplication::setDesktopFileName(u"org.krateyard.Krateyard"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/krateyard.svg"_s));
    quitOnSignals(application);
    leaveBundleEnvironment();
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
    if (!options->screenshot.isEmpty())
        QTimer::singleShot(PictureAfterMs, &window, [&window, file = options->screenshot] {
            const bool written = window.grab().save(file);
            if (!written)
                std::fprintf(
                    stderr, "krateyard: %s\n",
                    qPrintable(Tr::tr("The picture could not be written to %1.").arg(file)));
            QApplication::exit(written ? 0 : 1);
        });
    return QApplication::exec();
}

} // namespace app
