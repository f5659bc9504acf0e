// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/window/menuentry.h"

#include <QWidget>

#include <memory>

namespace workspace {

class ContentSurface;
class LogContent;
class Look;

/// A window of its own with the log in a file or pipe of the person's machine, as the log windows
/// of a yard show it. Belongs to no yard.
class LogFileWindow final : public QWidget
{
    Q_OBJECT

public:
    /// `path`: "-" is standard input. `look` is borrowed and must outlive the window.
    LogFileWindow(const QString &path, Look &look);
    ~LogFileWindow() override;

    LogContent &content() { return *m_content; }
    /// All that is in the file, or has come through the pipe, is shown.
    bool isSettled() const;

private:
    void tellState();
    void popUp(const std::vector<MenuEntry> &entries, QPoint at);

    QString m_name;
    std::unique_ptr<LogContent> m_content;
    ContentSurface *m_surface;
};

} // namespace workspace
