// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/copy/packing.h"
#include "kube/copy/unpacking.h"
#include "kube/error.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>

namespace kube {

class ApiClient;
class ExecSession;
struct ExitStatus;

/// What to copy, which way.
struct CopySpec
{
    enum class Way { ToContainer, FromContainer };

    Way way = Way::FromContainer;
    QString nameSpace = {};
    QString pod = {};
    QString container = {};
    QString remotePath = {}; ///< absolute, or from the container's working folder
    QString localPath = {}; ///< what exists there, or what the copy is to be called

    bool operator==(const CopySpec &) const = default;
};

/// Copies a file or folder between this computer and a container, as kubectl cp does: through exec
/// and the container's tar; single files through its cat or head where it has no tar.
///
/// A destination that is an existing folder (or, in the container, ends with a slash) takes the
/// copy in; else the copy gets the destination's name. Nothing that is large is held in memory:
/// what waits is bounded by exec's own queues (4 MiB). Ends exactly once, with `finished`; what is
/// half written here is taken away. The error's `reason` says what went wrong on the way:
///
/// "NoShell", "NoTar" (a folder needs it), "NoSuchFile", "NoFolder" (the container's destination),
/// "LocalFile" (`message`: which, why), "Changed" (a local file became shorter), "TooMany" files,
/// "Truncated" (the stream ended early), "BadArchive", "OutsidePath" (the container sent a path
/// that leaves the folder), "Failed" (`message`: the command's own words), "Cancelled".
///
/// Lives on the thread of its client; local files are read and written there, in blocks of 64 KiB.
class ContainerCopy : public QObject
{
    Q_OBJECT

public:
    /// `client` is borrowed and must outlive the copy.
    ContainerCopy(ApiClient &client, const CopySpec &spec, QObject *parent = nullptr);
    ~ContainerCopy() override;

    void start();
    void cancel();

    const CopySpec &spec() const { return m_spec; }
    qint64 done() const; ///< bytes of contents
    /// Bytes of contents; 0 while unknown. Of a folder in a container an estimate: what it takes on
    /// the disk there.
    qint64 total() const { return m_total; }
    bool isEstimate() const { return m_estimate; }
    int files() const;
    /// What was left out: devices, links that lead out of the copied folder. At most 100.
    QStringList skipped() const;
    bool isFinished() const { return m_done; }

Q_SIGNALS:
    void progressed(); ///< at most ten times a second
    void finished(const std::optional<kube::Error> &error);

private:
    enum class Remote { Unknown, File, Folder, Missing };

    void probe();
    void takeProbe(const QByteArray &answer);
    void beginDownload();
    void beginUpload();
    void run(const QStringList &command, bool input);
    void takeOutput(const QByteArray &bytes);
    void feed();
    void takeExit(const ExitStatus &status);
    void settleDownload();
    void settleUpload();
    void fail(const Error &error);
    void end(const std::optional<Error> &error);
    Error commandFailure(const ExitStatus &status) const;

    ApiClient &m_client;
    CopySpec m_spec;
    std::unique_ptr<ExecSession> m_session;
    std::unique_ptr<Unpacking> m_unpacking; ///< of a download with tar
    std::unique_ptr<QFile> m_file; ///< of a download without
    std::optional<Packing> m_packing; ///< of an upload
    QByteArray m_block; ///< read, but not yet taken by the session
    QByteArray m_answer; ///< of a probe, or of what an upload says at the end
    QByteArray m_errors; ///< what the command said on standard error; at most 4 KiB
    QTimer m_progress;
    Remote m_remote = Remote::Unknown;
    bool m_probing = false;
    bool m_hasTar = false;
    bool m_allSent = false;
    bool m_estimate = false;
    bool m_started = false;
    bool m_done = false;
    qint64 m_total = 0;
    qint64 m_received = 0; ///< without tar
};

} // namespace kube
