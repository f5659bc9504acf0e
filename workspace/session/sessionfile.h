// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/delayedfile.h"

#include <QStringList>

#include <memory>

class QLockFile;

namespace workspace {

class Session;

/// Keeps a session in a file: `{"version": 1, "sections": {…}}`. Loads it, and writes every change
/// a moment later, for its owner's eyes only.
///
/// Of several programs on one file the first keeps it; the others read it and write nothing, so
/// that none overwrites what another has arranged.
class SessionFile : public QObject
{
    Q_OBJECT

public:
    /// `session` is borrowed and must outlive the file.
    SessionFile(Session &session, const QString &path, QObject *parent = nullptr);
    ~SessionFile() override; ///< writes what is pending

    QString path() const { return m_file.path(); }
    /// Whether changes are written: no other program had the file when it was loaded.
    bool isKeeping() const;

    /// Fills the session from the file; a missing one is an empty session. Returns the problems,
    /// for people; a file that cannot be used is kept aside as "….broken".
    QStringList load();
    /// Writes now if something is pending.
    void flush();
    /// How long changes are gathered before they are written; 500 ms at first.
    void setDelay(std::chrono::milliseconds delay) { m_file.setDelay(delay); }

Q_SIGNALS:
    void saved();
    void saveFailed(const QString &reason); ///< one sentence; tried again with the next change

private:
    Session &m_session;
    DelayedFile m_file;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace workspace
