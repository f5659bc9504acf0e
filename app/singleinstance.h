// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>

namespace app {

/// Where the desktop that keeps its things in `data` can be reached: a socket in the person's
/// runtime folder ($XDG_RUNTIME_DIR), else beside the data. `kind` tells apart what runs side by
/// side ("demo").
QString socketPath(const QString &data, const QString &kind);

/// Sees to it that one desktop runs at a time: the first listens, every other hands its arguments
/// over to it and ends. Who is first is settled by a lock file that dies with its program, so a
/// socket that a crash left behind is in nobody's way. Only the same user can connect.
///
/// The message is one line of JSON, `{"krateyard": 1, "arguments": […], "folder": "…"}`, answered
/// by "ok". Ends with exactly one of first(), handedOver() and unanswered(); received() comes after
/// first() only.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 LongestMessage = 64 * 1024;
    static constexpr int MostConnections = 8;

    explicit SingleInstance(const QString &path, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// `arguments` without the program's name; `folder` is what relative paths among them mean.
    void begin(const QStringList &arguments, const QString &folder);

Q_SIGNALS:
    void first();
    void handedOver();
    void unanswered(const QString &why); ///< another runs, and does not listen
    void received(const QStringList &arguments, const QString &folder);

private:
    void listen();
    void serve();
    void read(QLocalSocket &socket);
    void tryAgain();

    QString m_path;
    QLockFile m_lock;
    QLocalServer m_server;
    std::unique_ptr<QLocalSocket> m_socket;
    QTimer m_retry;
    QElapsedTimer m_since;
    QByteArray m_message;
};

} // namespace app
