// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

class QKeyEvent;
class QWidget;

namespace workspace {

class CommandSet;
struct Command;

/// Runs commands by their shortcuts: those with Ctrl+Shift that are everywhere whatever has the
/// keys, a shell or an editor too; the others get the keys that nothing in the window used, from
/// press(). (What else is everywhere is seen to by whoever takes it: the canvas.) Other windows
/// of the program can share them, save those of the yard, which is not seen there. GUI thread.
class CommandKeys final : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed and must outlive it. While `isBusy` says so (something else asks for the
    /// person's attention), nothing runs.
    CommandKeys(const CommandSet &commands, const QWidget &window, std::function<bool()> isBusy);

    /// They count in `window`, too, as long as it lives.
    void share(QWidget &window);

    /// What nothing in the window used. Whether a command was run.
    bool press(const QKeyEvent &event) const;
    bool pressIn(const QWidget &window, const QKeyEvent &event) const; ///< in a shared one

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const QWidget *windowOf(const QObject *watched) const;
    const Command *commandOf(const QWidget &window, const QKeyEvent &event) const;

    const CommandSet &m_commands;
    const QWidget &m_window;
    std::vector<QPointer<QWidget>> m_shared;
    std::function<bool()> m_isBusy;
};

} // namespace workspace
