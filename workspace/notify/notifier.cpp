// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/notify/notifier.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/settings/preferences.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yardactions.h"
#include "workspace/yard/yarddocument.h"

#include <QGuiApplication>
#include <QMenu>
#include <QSystemTrayIcon>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qint64 Minute = 60'000;

QString happeningText(const WatchedObject &watched, WatchList::Happening happening,
                      const QString &why)
{
    const auto &object = watched.object;
    const QString name =
        object.nameSpace.isEmpty() ? object.name : QString(object.nameSpace + u'/' + object.name);
    const QString what = u"%1 %2 (%3)"_s.arg(object.kind, name, watched.context);
    switch (happening) {
    case WatchList::Happening::RolledOut: return Notifier::tr("%1 is rolled out.").arg(what);
    case WatchList::Happening::Recovered: return Notifier::tr("%1 has recovered.").arg(what);
    case WatchList::Happening::Deleted:
        return Notifier::tr("%1 was deleted. It is not watched any more.").arg(what);
    case WatchList::Happening::Failing:
        return why.isEmpty() ? Notifier::tr("%1 is failing.").arg(what)
                             : Notifier::tr("%1 is failing. %2").arg(what, why.left(300));
    }
    Q_UNREACHABLE_RETURN({});
}

Notifier::Notifier(WatchList &watched, MainWindow &window, YardDocument &document,
                   const Preferences &preferences)
    : m_watched(watched)
    , m_window(window)
    , m_document(document)
    , m_preferences(preferences)
{
    m_clock.start();
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &Notifier::tellOfTheRest);
    connect(&watched, &WatchList::happened, this, &Notifier::take);
    connect(&window, &MainWindow::menuAboutToShow, this, &Notifier::addTo);
    addCommands();
}

Notifier::~Notifier()
{
    delete m_tray;
}

void Notifier::addCommands()
{
    auto &commands = m_window.commands();
    const auto group = tr("Notifications");
    const auto toggleFocused = [this] { toggle(m_window.commandedSubject()); };
    commands.add({.id = u"watch.begin"_s,
                  .name = tr("Notify me about this object"),
                  .group = group,
                  .aliases = {tr("watch"), tr("alert")},
                  .run = toggleFocused,
                  .isEnabled = [this] {
                      const auto subject = m_window.commandedSubject();
                      return !subject.isEmpty() && !isWatched(subject);
                  }});
    commands.add({.id = u"watch.end"_s,
                  .name = tr("Do not notify me about this object any more"),
                  .group = group,
                  .run = toggleFocused,
                  .isEnabled = [this] { return isWatched(m_window.commandedSubject()); }});
    commands.add({.id = u"watch.clear"_s,
                  .name = tr("Do not notify me about any object"),
                  .group = group,
                  .run = [this] { m_watched.clear(); },
                  .isEnabled = [this] { return !m_watched.objects().empty(); }});
}

bool Notifier::isWatched(const ActionSubject &subject) const
{
    return !subject.isEmpty() && std::ranges::all_of(subject.objects, [&](const ObjectId &object) {
        return m_watched.isWatched({subject.context, object});
    });
}

void Notifier::addTo(QMenu &menu, const ActionSubject &subject)
{
    const bool ours = std::ranges::any_of(
        subject.objects, [](const ObjectId &object) { return object.apiVersion == OwnApiVersion; });
    if (ours)
        return;
    menu.addSeparator();
    auto *action = menu.addAction(tr("Notify me"));
    action->setCheckable(true);
    action->setChecked(isWatched(subject));
    connect(action, &QAction::triggered, this, [this, subject] { toggle(subject); });
}

void Notifier::toggle(const ActionSubject &subject)
{
    const bool ends = isWatched(subject);
    for (const auto &object : subject.objects) {
        const WatchedObject watched{subject.context, object};
        if (ends) {
            m_watched.unwatch(watched);
        } else if (!m_watched.watch(watched)) {
            m_window.notices().say(
                tr("No more than %n objects can be watched. Let go of some first.", nullptr,
                   int(WatchList::Most)));
            return;
        }
    }
}

void Notifier::take(const WatchedObject &object, WatchList::Happening happening, const QString &why)
{
    if (!m_preferences.values().notifications)
        return;
    const auto now = m_clock.elapsed();
    while (!m_times.empty() && now - m_times.front() >= Minute)
        m_times.pop_front();
    if (std::ssize(m_times) >= MostInAMinute) {
        ++m_untold;
        m_lastUntold = object;
        if (!m_rest.isActive())
            m_rest.start(int(Minute - (now - m_times.front())));
        return;
    }
    m_times.push_back(now);
    tell(happeningText(object, happening, why), object);
}

void Notifier::tellOfTheRest()
{
    const int count = std::exchange(m_untold, 0);
    if (count == 0 || !m_preferences.values().notifications)
        return;
    m_times.push_back(m_clock.elapsed());
    tell(tr("%n more thing(s) happened to what you watch.", nullptr, count), m_lastUntold);
}

void Notifier::tell(const QString &sentence, const WatchedObject &object)
{
    auto &notices = m_window.notices();
    m_notices.removeAll(sentence);
    m_notices.append(sentence);
    while (m_notices.size() > MostNotices)
        notices.dismiss(m_notices.takeFirst());
    notices.offer(sentence, tr("Show"), [this, object] { show(object); });
    if (!m_window.isActiveWindow())
        showOnDesktop(sentence, object);
    Q_EMIT told(sentence);
}

void Notifier::showOnDesktop(const QString &sentence, const WatchedObject &object)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(QGuiApplication::windowIcon());
        m_tray->setToolTip(tr("Krateyard"));
        const auto raise = [this] {
            m_window.show();
            m_window.raise();
            m_window.activateWindow();
        };
        connect(m_tray, &QSystemTrayIcon::activated, this, raise);
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, [this, raise] {
            raise();
            show(m_onDesktop);
        });
    }
    m_onDesktop = object;
    m_tray->show();
    m_tray->showMessage(tr("Krateyard"), sentence, QGuiApplication::windowIcon());
}

void Notifier::show(const WatchedObject &watched)
{
    const KrateRecord krate{
        .cluster = watched.context, .object = watched.object, .label = watched.object.name};
    auto id = yard::find(m_document, krate);
    if (id.isEmpty())
        id = yard::open(m_document, krate, {usualView(watched.object)},
                        m_window.canvas().viewCentre());
    m_window.canvas().flyToKrate(id);
}

} // namespace workspace
