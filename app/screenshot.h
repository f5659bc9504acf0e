// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

class QWidget;

namespace app {

/// Writes a picture of a window once all that was asked for is shown, or after 25 s what there is,
/// and ends the application. The exit code is 1 when the file could not be written.
class Screenshot final : public QObject
{
    Q_OBJECT

public:
    /// `isSettled` tells whether nothing is on its way, and is asked again and again. `window` is
    /// borrowed and must outlive this.
    Screenshot(QWidget &window, std::function<bool()> isSettled, const QString &file,
               QObject *parent = nullptr);

private:
    void look();

    QWidget &m_window;
    std::function<bool()> m_isSettled;
    QString m_file;
    QTimer m_timer;
    QElapsedTimer m_since;
    QElapsedTimer m_settled;
};

} // namespace app
