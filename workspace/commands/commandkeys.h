// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <functional>

class QKeyEvent;
class QWidget;

namespace workspace {

class CommandSet;

/// Runs commands by their shortcuts: those with Ctrl+Shift that are everywhere whatever has the
/// keys, a shell or an editor too; the others get the keys that nothing in the window used, from
/// press(). (What else is everywhere is seen to by whoever takes it: the canvas.) GUI thread.
class CommandKeys final : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed and must outlive it. While `isBusy` says so (something else asks for the
    /// person's attention), nothing runs.
    CommandKeys(const CommandSet &commands, const QWidget &window, std::function<bool()> isBusy);

    /// Whether a command was run.
    bool press(const QKeyEvent &event) const;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool belongs(const QObject *watched) const;

    const CommandSet &m_commands;
    const QWidget &m_window;
    std::function<bool()> m_isBusy;
};

} // namespace workspace
