// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPoint>
#include <QRandomGenerator>
#include <QStringList>

class QWidget;

namespace soak {

/// A restless person at the desktop: pointer, wheel and keys, as the platform delivers them to the
/// window, in a sequence that a seed fixes. What it does to the demo cluster is real.
class Gestures
{
public:
    /// `window` is the desktop's, borrowed.
    Gestures(QWidget &window, quint32 seed);

    /// Does one thing: a click, a drag, a turn of the wheel, a shortcut, a search.
    void next();
    /// The names of what was done last, the latest at the end: for the log of a failure.
    const QStringList &done() const { return m_done; }

private:
    QPoint somewhere();
    Qt::KeyboardModifiers someModifiers();
    void click();
    void drag();
    void wheel();
    void shortcut();
    void search();
    void type(const QString &text);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});

    QWidget &m_window;
    QRandomGenerator m_random;
    QStringList m_done;
};

} // namespace soak
