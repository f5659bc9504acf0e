// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/debug/debugpods.h"
#include "kube/error.h"
#include "kube/watch/reflector.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace kube {

class ApiClient;
class ExecSession;

/// Whether the server takes ephemeral containers: whether its discovery names
/// pods/ephemeralcontainers.
[[nodiscard]] QFuture<Result<bool>> offersEphemeralContainers(ApiClient &client);

/// A pod that was made for debugging and is still there.
struct DebugRemain
{
    QString nameSpace = {};
    QString name = {};
    QString of = {}; ///< the pod or node it was made for
    DebugSpec::Kind kind = DebugSpec::Kind::PodCopy;

    bool operator==(const DebugRemain &) const = default;
};

/// Every such pod of the cluster, whoever made it, by its label.
[[nodiscard]] QFuture<Result<std::vector<DebugRemain>>> debugRemains(ApiClient &client);

/// Makes what a DebugSpec asks for, says when a shell can be opened in it, and takes it away again.
///
/// The error's `reason` "NotOffered" means that the server knows no ephemeral containers; "Stuck",
/// with the kubelet's words as message, that the container cannot start (its image, for example).
/// Nothing is taken away unasked: see cleanUp(). Lives on the thread of its client.
class DebugSession : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Making, Starting, Ready, Failed, Cleaning, Gone };
    Q_ENUM(State)

    /// `client` is borrowed and must outlive the session.
    DebugSession(ApiClient &client, const DebugSpec &spec, QObject *parent = nullptr);
    ~DebugSession() override;

    void start();
    /// Takes over a pod that an earlier run made, to clean it up; instead of start().
    void adopt(const DebugRemain &remain);
    /// Deletes the pod; ends the ephemeral container, which stays listed in its pod.
    void cleanUp();

    const DebugSpec &spec() const { return m_spec; }
    State state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; }
    QString pod() const { return m_pod; } ///< to open a shell in; empty before it was made
    QString container() const { return m_container; }
    /// Whether something of it is in the cluster now.
    bool remains() const;

Q_SIGNALS:
    void changed();

private:
    void make();
    void create(const QJsonObject &pod);
    void addEphemeral();
    void watch();
    void take(const QJsonObject &pod);
    void set(State state, const std::optional<Error> &error = {});

    ApiClient &m_client;
    DebugSpec m_spec;
    State m_state = State::Idle;
    std::optional<Error> m_error;
    QString m_pod;
    QString m_container;
    bool m_made = false;
    std::unique_ptr<Reflector> m_watch;
    std::unique_ptr<ExecSession> m_end;
};

} // namespace kube
