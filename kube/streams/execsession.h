// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/queryparams.h"
#include "kube/error.h"

#include <QObject>
#include <QSize>
#include <QStringList>

#include <memory>
#include <optional>

class QWebSocket;

namespace kube {

class ApiClient;

/// What to run in a container: PodExecOptions; or what it runs itself: PodAttachOptions.
struct ExecOptions
{
    QString container = {};
    QStringList command = {};
    /// Joins the container's own process in place of starting one; there is no command then. `tty`
    /// must be what the container was given.
    bool attach = false;
    bool tty = true;
    bool standardInput = true;
    bool standardOutput = true;
    /// Unset: unless there is a terminal, for then both come as one and asking for it is an error.
    std::optional<bool> standardError = {};

    bool operator==(const ExecOptions &) const = default;
};

QueryParams paramsOf(const ExecOptions &options);

/// How a command in a container ended.
struct ExitStatus
{
    int code = 0; ///< the command's exit code; meaningful when `error` is empty
    std::optional<Error> error = {}; ///< why it did not run, or why the connection was lost
};

/// Reads what the error channel says at the end: a `Status` object.
/// client-go/tools/remotecommand/v4.go, errorDecoderV4.
ExitStatus exitStatusFrom(const QByteArray &status);

/// A command running in a container, over a WebSocket (v5.channel.k8s.io, else v4).
///
/// Framing: first byte the channel, 0 stdin, 1 stdout, 2 stderr, 3 error (a Status), 4 resize, 255
/// close (v5 only): apimachinery/pkg/util/remotecommand/constants.go. Pings every 30 s so that idle
/// shells live. Ends exactly once, with `finished`.
class ExecSession : public QObject
{
    Q_OBJECT

public:
    /// `client` is borrowed and must outlive the session.
    ExecSession(ApiClient &client, const QString &nameSpace, const QString &pod,
                const ExecOptions &options, QObject *parent = nullptr);
    ~ExecSession() override;

    void start();
    /// Bytes for the command's standard input; kept until the connection is open (at most 64 KiB)
    /// and while the server is slow (at most 4 MiB). Returns false, and takes nothing, when they do
    /// not fit.
    bool write(const QByteArray &bytes);
    /// Ends standard input. Without v5 the protocol cannot say so: the call returns false.
    bool closeStandardInput();
    /// The terminal's size in characters; remembered and sent once open.
    void resize(QSize columnsAndLines);
    /// While paused no output is read: the server is held back, at most 64 KiB wait in memory.
    void setPaused(bool paused);
    /// Closes the connection; `finished` follows, its error's reason is "Closed".
    void close();
    bool isOpen() const;
    /// Asks whether the other side is still there: `finished` follows when it stays silent for 10
    /// s. For when the network was away: the usual pings take minutes to notice.
    void check();

Q_SIGNALS:
    void opened();
    void drained(); ///< after a write() was refused: there is room again
    void standardOutput(const QByteArray &bytes);
    void standardError(const QByteArray &bytes);
    void finished(const kube::ExitStatus &status);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kube
