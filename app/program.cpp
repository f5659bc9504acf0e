// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/program.h"

#include <QApplication>
#include <QDir>
#include <QSettings>

#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace app {
namespace {

int complain(const QString &sentence)
{
    std::fprintf(stderr, "krateyard: %s\n", qPrintable(sentence));
    return 2;
}

/// $KUBECONFIG or ~/.kube/config, whatever a person has opened by hand.
kube::KubeconfigFiles usualFiles()
{
    auto files = kube::KubeconfigFiles::choose({}, qEnvironmentVariable("KUBECONFIG"));
    files.inCluster = kube::InCluster::fromEnvironment();
    return files;
}

} // namespace

Program::Program(const DesktopOptions &options)
    : m_first(options)
    , m_options(options)
{
}

Program::~Program() = default;

void Program::start(const QStringList &arguments)
{
    if (m_first.isSeparate())
        return open();
    m_instance = std::make_unique<SingleInstance>(
        socketPath(dataFolder(), m_first.demo ? u"demo"_s : QString()));
    connect(m_instance.get(), &SingleInstance::first, this, &Program::open);
    connect(m_instance.get(), &SingleInstance::handedOver, this, [] { QApplication::exit(0); });
    connect(m_instance.get(), &SingleInstance::unanswered, this,
            [](const QString &why) { QApplication::exit(complain(why)); });
    connect(m_instance.get(), &SingleInstance::received, this, &Program::take);
    // The compositor lets only those come to the front that the person has just used.
    auto message = arguments;
    if (const auto token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN"); !token.isEmpty())
        message.prepend(QString(u"--activation-token="_s + token));
    m_instance->begin(message, QDir::currentPath());
}

void Program::open()
{
    if (m_options.demo)
        return openDemo();
    openUsual();
}

void Program::openUsual()
{
    const auto usual = usualFiles();
    auto files = usual;
    const auto opened = QSettings().value(u"kubeconfig"_s).toString();
    if (!m_first.kubeconfig.isEmpty())
        files = kube::KubeconfigFiles::choose(m_first.kubeconfig, {});
    else if (!opened.isEmpty())
        files = kube::KubeconfigFiles::choose(opened, {});
    // A picture of the first page is no use to who asked for one of a cluster.
    const auto known = files.load();
    const bool nothingThere = known.contexts.isEmpty() && known.problems.isEmpty();
    if (!m_first.screenshot.isEmpty() && m_first.kubeconfig.isEmpty() && nothingThere) {
        std::fputs(qPrintable(tr("No kubeconfig found: showing the demo cluster.\n")), stderr);
        return openDemo();
    }
    show({.options = m_options,
          .files = files,
          .usualFiles = usual,
          .places = placesFor(m_first, false, m_scratch.path()),
          .log = &m_log});
}

void Program::openDemo()
{
    m_demo = std::make_unique<DemoCluster>();
    connect(m_demo.get(), &DemoCluster::ready, this, [this](const QString &kubeconfig) {
        const kube::KubeconfigFiles files{{kubeconfig}, true};
        show({.options = m_options,
              .files = files,
              .usualFiles = files,
              .isDemo = true,
              .places = placesFor(m_first, true, m_scratch.path()),
              .log = &m_log});
    });
    connect(m_demo.get(), &DemoCluster::failed, this,
            [](const QString &why) { QApplication::exit(complain(why)); });
    m_demo->start();
}

void Program::show(const Desktop::Setup &setup)
{
    m_translations.reset();
    m_translations = std::make_unique<Translations>(QSettings().value(u"language"_s).toString());
    m_desktop.reset();
    auto withDrafts = setup;
    withDrafts.drafts = std::exchange(m_drafts, {});
    m_desktop = std::make_unique<Desktop>(withDrafts);
    // Queued: what asks for another desktop is a part of this one.
    connect(
        m_desktop.get(), &Desktop::demoWanted, this, [this] { reopen(true); },
        Qt::QueuedConnection);
    connect(
        m_desktop.get(), &Desktop::demoLeft, this, [this] { reopen(false); }, Qt::QueuedConnection);
    connect(
        m_desktop.get(), &Desktop::restartWanted, this,
        [this, isDemo = setup.isDemo] {
            m_drafts = m_desktop->drafts();
            reopen(isDemo);
        },
        Qt::QueuedConnection);
    m_options = DesktopOptions();
    m_options.demo = setup.isDemo;
    for (const auto &[options, folder] : std::exchange(m_waiting, {}))
        m_desktop->take(options, folder);
}

void Program::reopen(bool inDemo)
{
    m_desktop.reset();
    if (inDemo)
        return openDemo();
    m_demo.reset();
    openUsual();
}

/// What another start was asked to do.
void Program::take(const QStringList &arguments, const QString &folder)
{
    auto plain = arguments;
    constexpr auto token = "--activation-token="_L1;
    if (!plain.isEmpty() && plain.first().startsWith(token))
        qputenv("XDG_ACTIVATION_TOKEN", plain.takeFirst().mid(token.size()).toUtf8());
    plain.prepend(QString()); // the program's name
    const auto options = DesktopOptions::parse(plain);
    if (!options)
        return; // it has told so itself
    if (m_desktop)
        m_desktop->take(*options, folder);
    else
        m_waiting.emplace_back(*options, folder);
}

} // namespace app
