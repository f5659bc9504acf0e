// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QTimer>

#include <chrono>
#include <expected>

namespace workspace {

/// Writes a file a moment after what it keeps has changed, whole and at once, so that a crash
/// leaves the old file or the new one. Its owner says what is written; on the owner's thread.
class DelayedFile final : public QObject
{
    Q_OBJECT

public:
    enum class Readers { Usual, OwnerOnly }; ///< of what is written

    explicit DelayedFile(const QString &path, Readers readers = Readers::Usual);

    const QString &path() const { return m_path; }
    /// How long changes are gathered; 500 ms at first.
    void setDelay(std::chrono::milliseconds delay) { m_timer.setInterval(delay); }

    /// What is kept has changed: `due` follows, and again with each change until it is written.
    void touch();
    /// Waits no longer. Whether there is something to write.
    bool stopWaiting();
    /// Writes the file, and its folder when there is none; or says why not, in the system's words.
    std::expected<void, QString> write(const QByteArray &content);

Q_SIGNALS:
    void due();

private:
    QString m_path;
    Readers m_readers;
    QTimer m_timer;
    bool m_pending = false;
};

} // namespace workspace
