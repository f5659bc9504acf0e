// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/export/yardexport.h"

class QFileDialog;
class QProgressDialog;

namespace workspace {

class MainWindow;

/// Asks where a picture of the yard is to go, and shows how far it is.
class ExportDesk final : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the desk.
    ExportDesk(MainWindow &window, const YardDocument &document, const Look &look);

    /// Asks for the file. `krates` empty: all of them.
    void ask(const QStringList &krates);
    void write(const YardExport::Options &options);

Q_SIGNALS:
    void finished(const QString &problem);

private:
    QStringList chosenKrates() const;
    void end(const QString &path, const QString &problem);

    MainWindow &m_window;
    const YardDocument &m_document;
    const Look &m_look;
    std::unique_ptr<YardExport> m_export;
    QProgressDialog *m_progress = nullptr;
    bool m_cancelled = false;
};

} // namespace workspace
