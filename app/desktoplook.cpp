// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Desktop that knows how the window looks: theme, language, size.

#include "app/desktop.h"

#include "app/themechoice.h"
#include "workspace/look/applicationpalette.h"
#include "workspace/topbar/noticebar.h"

#include <QEvent>
#include <QGuiApplication>
#include <QStyleHints>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {

using ThemeChoice = workspace::PreferenceValues::ThemeChoice;

static const auto WindowSection = u"window"_s;

void Desktop::followTheme()
{
    connect(&m_preferences, &workspace::Preferences::changed, this, &Desktop::applyTheme);
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            &Desktop::applyTheme);
    connect(&m_window, &workspace::MainWindow::themeToggled, this, &Desktop::toggleTheme);
    applyTheme();
    new workspace::ApplicationPalette(m_look, this); // menus, tool tips and dialogs of Qt's own
}

void Desktop::applyTheme()
{
    const auto theme = themeFor(m_preferences.values().theme, m_wantsLight);
    if (theme.dark != m_look.theme().dark)
        m_look.setTheme(theme);
}

/// The other one than is seen, for good.
void Desktop::toggleTheme()
{
    m_wantsLight = false;
    auto values = m_preferences.values();
    values.theme = m_look.theme().dark ? ThemeChoice::Light : ThemeChoice::Dark;
    m_preferences.set(values);
    applyTheme(); // also when --light had hidden what was preferred
}

void Desktop::followLanguage()
{
    m_language = m_preferences.values().language;
    connect(&m_preferences, &workspace::Preferences::changed, this, [this] {
        const auto sentence =
            tr("The language changes with the next start. To change it now opens the window anew: "
               "the yard and what you typed stay, shells end.");
        if (m_preferences.values().language == m_language)
            m_window.notices().dismiss(sentence);
        else
            m_window.notices().offer(sentence, tr("Change it now"), [this] { restartWanted(); });
    });
}

void Desktop::restoreWindow()
{
    const auto kept = m_session.section(WindowSection).value("geometry"_L1).toString();
    auto geometry = QByteArray::fromBase64(kept.left(4096).toLatin1());
    if (geometry.isEmpty())
        geometry = m_settings.value(u"geometry"_s).toByteArray(); // version 0.1.0 kept it there
    const bool restored = !isPicture() && m_window.restoreGeometry(geometry);
    if (!m_setup.options.size.isEmpty())
        m_window.resize(m_setup.options.size);
    else if (!restored)
        m_window.resize(1440, 900);
    m_geometry.setSingleShot(true);
    m_geometry.setInterval(400ms);
    connect(&m_geometry, &QTimer::timeout, this, &Desktop::keepGeometry);
    m_window.installEventFilter(this);
}

bool Desktop::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (watched == &m_window
        && (type == QEvent::Resize || type == QEvent::Move || type == QEvent::WindowStateChange))
        m_geometry.start();
    return QObject::eventFilter(watched, event);
}

void Desktop::keepGeometry()
{
    if (isPicture())
        return;
    const auto geometry = QString::fromLatin1(m_window.saveGeometry().toBase64());
    m_session.setSection(WindowSection, {{u"geometry"_s, geometry}});
}

} // namespace app
