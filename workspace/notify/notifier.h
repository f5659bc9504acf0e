// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/notify/watchlist.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>

class QMenu;
class QSystemTrayIcon;

namespace workspace {

class MainWindow;
class Preferences;
class YardDocument;
struct ActionSubject;

/// Tells a person what has happened to the objects they watch: as a notice with a way there, and on
/// the desktop, where it has a place for that, while another program is in front. Tells little at a
/// time: what is over the limit is told as a number. Also offers to watch: as commands and in
/// menus.
class Notifier final : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostInAMinute = 5;
    static constexpr int MostNotices = 3; ///< in the window at a time

    /// All are borrowed and must outlive the notifier.
    Notifier(WatchList &watched, MainWindow &window, YardDocument &document,
             const Preferences &preferences);
    ~Notifier() override;

Q_SIGNALS:
    void told(const QString &sentence);

private:
    void addCommands();
    void addTo(QMenu &menu, const ActionSubject &subject);
    void toggle(const ActionSubject &subject);
    bool isWatched(const ActionSubject &subject) const;
    void take(const WatchedObject &object, WatchList::Happening happening, const QString &why);
    void tell(const QString &sentence, const WatchedObject &object);
    void tellOfTheRest();
    void show(const WatchedObject &object);
    void showOnDesktop(const QString &sentence, const WatchedObject &object);

    WatchList &m_watched;
    MainWindow &m_window;
    YardDocument &m_document;
    const Preferences &m_preferences;
    QSystemTrayIcon *m_tray = nullptr;
    WatchedObject m_onDesktop; ///< what was told there last
    QStringList m_notices;
    std::deque<qint64> m_times; ///< of what was told within the last minute
    QElapsedTimer m_clock;
    QTimer m_rest;
    int m_untold = 0;
    WatchedObject m_lastUntold;
};

/// What has happened, in a sentence that names object and context.
QString happeningText(const WatchedObject &object, WatchList::Happening happening,
                      const QString &why);

} // namespace workspace
