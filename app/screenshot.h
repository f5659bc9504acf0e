// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace workspace {
class MainWindow;
}

namespace app {

/// Writes a picture of the window once all that was asked for is shown, or after 25 s what there
/// is, and ends the application. The exit code is 1 when the file could not be written.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    Screenshot(workspace::MainWindow &window, const QString &file, QObject *parent = nullptr);

private:
    void look();

    workspace::MainWindow &m_window;
    QString m_file;
    QTimer m_timer;
    QElapsedTimer m_since;
    QElapsedTimer m_settled;
};

} // namespace app
