// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop.h"

#include "app/bundle.h"
#include "app/democluster.h"
#include "app/desktopoptions.h"
#include "app/logrules.h"
#include "app/screenshot.h"
#include "kube/auth/tlswarmup.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/look/look.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/session/session.h"
#include "workspace/settings/preferences.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/topbar/topbar.h"
#include "workspace/yard/yarddocument.h"
#include "workspace/yard/yardfile.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QLibraryInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QTranslator>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace app {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(app)
};

/// The desktop's objects, in the order in which they need each other.
class Desktop : public QObject
{
public:
    Desktop(const DesktopOptions &options, const kube::KubeconfigFiles &files, bool isDemo);
    ~Desktop() override;

private:
    void openAsked();
    void restoreWindow();
    void rememberNamespaces();
    void rememberMarks();
    void rememberForwards();
    void keepJournal();
    QString yardPath() const;
    QString discoveryFolder() const;

    const DesktopOptions m_options;
    const bool m_isDemo;
    QSettings m_settings;
    workspace::Look m_look;
    workspace::YardDocument m_document;
    workspace::Preferences m_preferences;
    workspace::Session m_session;
    workspace::YardFile m_file;
    workspace::ClusterSet m_clusters;
    workspace::MainWindow m_window;
    std::unique_ptr<Screenshot> m_screenshot;
};

workspace::Theme themeOf(bool light)
{
    return light ? workspace::Theme::lightTheme() : workspace::Theme::darkTheme();
}

/// A context's name as a key of the settings: "/" would be a group.
QString keyOf(const QString &context)
{
    return QString::fromLatin1(context.toUtf8().toPercentEncoding());
}

QString contextOf(const QString &key)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(key.toLatin1()));
}

Desktop::Desktop(const DesktopOptions &options, const kube::KubeconfigFiles &files, bool isDemo)
    : m_options(options)
    , m_isDemo(isDemo)
    , m_look(themeOf(options.light || m_settings.value(u"theme"_s).toString() == "light"_L1))
    , m_file(m_document, yardPath())
    , m_clusters(files, discoveryFolder())
    , m_window(m_clusters, m_document, m_preferences, m_session, m_look)
{
    const auto problems = m_file.load();
    m_window.topBar().setYardName(isDemo ? Tr::tr("demo") : Tr::tr("my yard"));
    auto &notices = m_window.notices();
    for (const auto &problem : problems)
        notices.say(problem);
    if (isDemo)
        notices.say(Tr::tr("This is the demo cluster: nothing here is real. Give --kubeconfig or "
                           "make a ~/.kube/config to see yours."));
    else if (m_clusters.contexts().empty() && m_clusters.problems().isEmpty())
        notices.say(
            Tr::tr("%1 has no contexts. Choose another file with --kubeconfig, or try --demo.")
                .arg(m_clusters.files().join(u", "_s)));
    connect(&m_file, &workspace::YardFile::saveFailed, this,
            [this](const QString &why) { m_window.notices().say(why); });
    connect(&m_window, &workspace::MainWindow::themeToggled, this, [this] {
        const bool light = m_look.theme().dark;
        m_look.setTheme(themeOf(light));
        m_settings.setValue(u"theme"_s, light ? u"light"_s : u"dark"_s);
    });
    connect(&m_clusters, &workspace::ClusterSet::currentChanged, this, [this] {
        if (!m_isDemo)
            m_settings.setValue(u"context"_s, m_clusters.current());
    });
    rememberNamespaces();
    rememberMarks();
    rememberForwards();
    keepJournal();
    openAsked();
    restoreWindow();
    m_window.show();
    if (!options.screenshot.isEmpty())
        m_screenshot = std::make_unique<Screenshot>(m_window, options.screenshot);
}

Desktop::~Desktop()
{
    if (m_options.screenshot.isEmpty())
        m_settings.setValue(u"geometry"_s, m_window.saveGeometry());
}

/// The demo is another one at every start; its like need not be kept.
QString Desktop::discoveryFolder() const
{
    const auto caches = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return m_isDemo || caches.isEmpty() ? QString() : QString(caches + u"/krateyard/discovery"_s);
}

QString Desktop::yardPath() const
{
    if (!m_options.yard.isEmpty())
        return m_options.yard;
    // A picture or a demo must not change the person's own yard.
    const auto name = m_isDemo ? u"demo.json"_s : u"yard.json"_s;
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    if (!m_options.screenshot.isEmpty())
        return folder.filePath(u"screenshot.json"_s);
    return folder.filePath(name);
}

void Desktop::openAsked()
{
    auto context = m_options.context;
    if (context.isEmpty() && !m_isDemo && m_options.kubeconfig.isEmpty())
        context = m_settings.value(u"context"_s).toString();
    if (!m_options.context.isEmpty() && !m_clusters.context(context))
        m_window.notices().say(
            Tr::tr("%1 has no context “%2”. Used is “%3”.")
                .arg(m_clusters.files().join(u", "_s), context, m_clusters.current()));
    m_clusters.setCurrent(context);
    m_clusters.cluster(m_clusters.current());
    m_window.setOpeningZoom(m_options.zoom);
    auto targets = m_options.open;
    if (targets.empty() && m_document.krates().empty() && m_isDemo)
        targets = {{.kind = u"pods"_s}, {.kind = u"deployments"_s}};
    for (const auto &target : targets)
        m_window.openTarget(target, m_options.nameSpace);
}

void Desktop::restoreWindow()
{
    const bool restored = m_options.screenshot.isEmpty()
        && m_window.restoreGeometry(m_settings.value(u"geometry"_s).toByteArray());
    if (!m_options.size.isEmpty())
        m_window.resize(m_options.size);
    else if (!restored)
        m_window.resize(1440, 900);
}

/// The namespaces that were chosen before, by context, as groups of the settings file.
void Desktop::rememberNamespaces()
{
    if (m_isDemo)
        return;
    const auto folder = u"namespaces"_s;
    QMap<QString, QStringList> remembered;
    m_settings.beginGroup(folder);
    for (const auto &key : m_settings.childKeys())
        remembered[contextOf(key)] = m_settings.value(key).toStringList();
    m_settings.endGroup();
    auto &memory = m_window.namespaceMemory();
    memory.restore(remembered);
    connect(&memory, &workspace::NamespaceMemory::changed, this,
            [this, folder, &memory](const QString &context) {
                m_settings.setValue(folder + u'/' + keyOf(context), memory.of(context));
            });
}

/// The port forwards of before, stopped: a list of the settings file.
void Desktop::rememberForwards()
{
    if (m_isDemo)
        return;
    const auto name = u"forwards"_s;
    std::vector<workspace::ForwardRecord> records;
    const int count = m_settings.beginReadArray(name);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        const auto text = [this](const QString &key) { return m_settings.value(key).toString(); };
        records.push_back(
            {.context = text(u"context"_s),
             .spec = {.target = {text(u"kind"_s), text(u"namespace"_s), text(u"name"_s)},
                      .port = text(u"port"_s),
                      .localPort = quint16(m_settings.value(u"localPort"_s).toUInt())}});
    }
    m_settings.endArray();
    auto &book = m_window.forwards();
    book.restore(records);
    connect(&book, &workspace::ForwardBook::recordsChanged, this, [this, name, &book] {
        m_settings.remove(name);
        m_settings.beginWriteArray(name);
        int i = 0;
        for (const auto &[context, spec] : book.records()) {
            m_settings.setArrayIndex(i++);
            m_settings.setValue(u"context"_s, context);
            m_settings.setValue(u"kind"_s, spec.target.kind);
            m_settings.setValue(u"namespace"_s, spec.target.nameSpace);
            m_settings.setValue(u"name"_s, spec.target.name);
            m_settings.setValue(u"port"_s, spec.port);
            m_settings.setValue(u"localPort"_s, spec.localPort);
        }
        m_settings.endArray();
    });
}

/// How careful each context is to be treated: "production", "readOnly" or both, by context.
void Desktop::rememberMarks()
{
    const auto folder = u"contexts"_s;
    QMap<QString, workspace::ContextMark> marks;
    m_settings.beginGroup(folder);
    for (const auto &key : m_settings.childKeys()) {
        const auto words = m_settings.value(key).toStringList();
        marks[contextOf(key)] = {.production = words.contains("production"_L1),
                                 .readOnly = words.contains("readOnly"_L1)};
    }
    m_settings.endGroup();
    auto &kept = m_window.contextMarks();
    kept.restore(marks);
    connect(&kept, &workspace::ContextMarks::changed, this,
            [this, folder, &kept](const QString &context) {
                const auto mark = kept.of(context);
                QStringList words;
                if (mark.production)
                    words << u"production"_s;
                if (mark.readOnly)
                    words << u"readOnly"_s;
                if (words.isEmpty())
                    m_settings.remove(folder + u'/' + keyOf(context));
                else
                    m_settings.setValue(folder + u'/' + keyOf(context), words);
            });
}

/// What is done to the demo, or for a picture, is not worth keeping.
void Desktop::keepJournal()
{
    if (m_isDemo || !m_options.screenshot.isEmpty())
        return;
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const auto problem = m_window.journal().keepIn(folder.filePath(u"journal.jsonl"_s));
    if (!problem.isEmpty())
        m_window.notices().say(problem);
}

void loadTranslations(QApplication &application)
{
    auto *qt = new QTranslator(&application);
    if (qt->load(QLocale(), u"qtbase"_s, u"_"_s,
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(qt);
    // English has a file too, with its plural forms; it serves every language that has none.
    auto *own = new QTranslator(&application);
    if (own->load(QLocale(), u"krateyard"_s, u"_"_s, u":/i18n"_s)
        || own->load(u":/i18n/krateyard_en"_s))
        QApplication::installTranslator(own);
}

int complain(const QString &sentence)
{
    std::fprintf(stderr, "krateyard: %s\n", qPrintable(sentence));
    return 2;
}

} // namespace

int runDesktop(int argc, char **argv)
{
    app::setLogRules();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"krateyard"_s);
    QApplication::setOrganizationName(u"krateyard"_s);
    QApplication::setApplicationVersion(QStringLiteral(KRATEYARD_VERSION));
    QApplication::setDesktopFileName(u"org.krateyard.Krateyard"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/krateyard.svg"_s));
    loadTranslations(application);
    leaveBundleEnvironment();
    kube::warmUpTls();

    const auto arguments = QApplication::arguments();
    if (arguments.contains("--version"_L1) || arguments.contains("-v"_L1)) {
        std::printf("krateyard %s\n", KRATEYARD_VERSION);
        return 0;
    }
    if (arguments.contains("--help"_L1) || arguments.contains("-h"_L1)) {
        std::fputs(qPrintable(DesktopOptions::help()), stdout);
        return 0;
    }
    const auto options = DesktopOptions::parse(arguments);
    if (!options)
        return complain(options.error());

    std::unique_ptr<Desktop> desktop;
    auto files =
        kube::KubeconfigFiles::choose(options->kubeconfig, qEnvironmentVariable("KUBECONFIG"));
    files.inCluster = kube::InCluster::fromEnvironment();
    const auto known = files.load();
    const bool nothingThere =
        options->kubeconfig.isEmpty() && known.contexts.isEmpty() && known.problems.isEmpty();
    if (!options->demo && !nothingThere) {
        desktop = std::make_unique<Desktop>(*options, files, false);
        return QApplication::exec();
    }
    if (!options->demo)
        std::fputs(qPrintable(Tr::tr("No kubeconfig found: showing the demo cluster.\n")), stderr);
    DemoCluster demo;
    QObject::connect(&demo, &DemoCluster::ready, &application, [&](const QString &kubeconfig) {
        desktop =
            std::make_unique<Desktop>(*options, kube::KubeconfigFiles{{kubeconfig}, true}, true);
    });
    QObject::connect(&demo, &DemoCluster::failed, &application,
                     [](const QString &why) { QApplication::exit(complain(why)); });
    demo.start();
    const int code = QApplication::exec();
    desktop.reset();
    return code;
}

} // namespace app
