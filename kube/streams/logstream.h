// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/queryparams.h"
#include "kube/error.h"
#include "kube/objectref.h"

#include <QDateTime>
#include <QObject>

#include <memory>
#include <optional>

namespace kube {

class ApiClient;
class RawStream;

/// What to read of a container's log: PodLogOptions.
/// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#get-read-log-of-the-specified-pod
struct LogOptions
{
    QString container = {}; ///< empty: the server takes the only one, or refuses
    bool follow = true;
    bool previous = false;
    bool timestamps = false;
    std::optional<qint64> tailLines = {};
    std::optional<qint64> sinceSeconds = {};
    QDateTime sinceTime = {}; ///< inclusive; wins over sinceSeconds
    std::optional<qint64> limitBytes = {};
    QString stream = {}; ///< "Stdout", "Stderr" or "All"; from Kubernetes 1.32 on
    bool insecureSkipTlsVerifyBackend = false; ///< of the kubelet behind the server

    bool operator==(const LogOptions &) const = default;
};

QueryParams paramsOf(const LogOptions &options);

/// One container's log as the server sends it. Ends exactly once.
class LogStream : public QObject
{
    Q_OBJECT

public:
    /// `client` is borrowed and must outlive the stream.
    LogStream(ApiClient &client, const QString &nameSpace, const QString &pod,
              const LogOptions &options, QObject *parent = nullptr);
    ~LogStream() override;

    void start();
    /// While paused nothing is read: the server is held back, about 1 MiB waits in memory.
    void setPaused(bool paused);

Q_SIGNALS:
    void opened();
    /// Bytes of the log, in order. Whole lines, but of one that is longer than 256 KiB, and at the
    /// end: what is no line yet waits.
    void received(const QByteArray &bytes);
    void ended(const std::optional<kube::Error> &error);

private:
    std::unique_ptr<RawStream> m_stream;
};

} // namespace kube
