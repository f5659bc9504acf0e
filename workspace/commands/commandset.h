// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QStringList>

#include <functional>

class QKeyEvent;

namespace workspace {

/// One thing that a person can do, from the palette, by a shortcut, or both.
struct Command
{
    QString id = {}; ///< "canvas.fit"; never shown
    QString name = {}; ///< "Fit all krates into view"; translated
    QString group = {}; ///< its heading in the help: "Canvas"; translated
    QStringList aliases = {}; ///< other words that it is found by
    QList<QKeySequence> shortcuts = {}; ///< the first is the one that is shown
    std::function<void()> run = {}; ///< none: a gesture, which the help tells of
    std::function<bool()> isEnabled = {}; ///< none: always
    std::function<QString()> about = {}; ///< what it would act on now, for the palette: "shop/web"
    QList<QKeySequence> everywhere = {}; ///< of its shortcuts, those that count over a shell, too
    bool isOfYard = false; ///< its shortcuts count only where the yard is seen

    bool canRun() const { return run && (!isEnabled || isEnabled()); }
};

/// How a shortcut reads: "Ctrl+K", as the platform writes it; empty when there is none.
QString shortcutText(const Command &command);

/// Everything that can be done, once: Spotlight lists it, the help shows its shortcuts, keys that
/// no window uses run it. Lives on the GUI thread.
class CommandSet final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Replaces the command with that id, if there is one.
    void add(const Command &command);
    void remove(const QString &id);

    const std::vector<Command> &all() const { return m_commands; }
    const Command *find(const QString &id) const; ///< null when unknown
    /// The enabled one of that shortcut; null: none. A sign that is typed with Shift ("?") is found
    /// under its own name.
    const Command *match(const QKeyEvent &event) const;
    /// Whether it could be run.
    bool run(const QString &id) const;

Q_SIGNALS:
    void changed();

private:
    std::vector<Command> m_commands; ///< in the order they came
};

} // namespace workspace
