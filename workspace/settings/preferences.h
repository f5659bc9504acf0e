// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

namespace workspace {

/// How a person likes the application; nothing that a cluster or a yard knows.
struct PreferenceValues
{
    enum class ThemeChoice { System, Dark, Light };
    enum class Focus {
        Pointer, ///< keys go to the window under the pointer
        Click, ///< to the one that was clicked last
    };
    enum class Bell {
        Off,
        Visible, ///< a sign in the terminal's bar
        Sound, ///< that, and the system's sound
    };
    static constexpr int SmallestTerminalFont = 8;
    static constexpr int LargestTerminalFont = 28;

    ThemeChoice theme = ThemeChoice::Dark;
    Focus focus = Focus::Pointer;
    bool motion = true; ///< flights and other movement; off: things are where they end
    bool hints = true; ///< the bar that tells the keys
    bool notifications = true;
    Bell bell = Bell::Visible; ///< when a terminal rings
    int terminalFont = 13; ///< height of a terminal's text at zoom 1, in pixels
    QString language = {}; ///< "de", "zh_CN"; empty: the system's

    bool operator==(const PreferenceValues &) const = default;
};

/// The preferences in force. Who shows them sets them; who obeys them listens. Lives on the GUI
/// thread; app/ keeps them in the settings file.
class Preferences final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const PreferenceValues &values() const { return m_values; }
    void set(const PreferenceValues &values);

Q_SIGNALS:
    void changed(); ///< once per set() that changes something

private:
    PreferenceValues m_values;
};

} // namespace workspace
