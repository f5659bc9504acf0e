// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/helm/helmpayload.h"

#include <QFuture>
#include <QObject>

namespace kube {

class ApiClient;
struct ObjectRef;

/// Reads and writes the Secrets or ConfigMaps in which Helm keeps the revisions of its releases.
///
/// Packing and unpacking run on the global thread pool; answers come on the thread of the store.
/// Destroying it cancels what is under way. Nothing that a release contains is kept or logged.
class HelmStore : public QObject
{
    Q_OBJECT

public:
    /// `client` is borrowed and must outlive the store.
    explicit HelmStore(ApiClient &client, QObject *parent = nullptr);

    /// All revisions of one release, the newest first, by labels alone.
    [[nodiscard]] QFuture<Result<std::vector<HelmRevision>>>
    revisions(const QString &nameSpace, const QString &release, HelmDriver driver);
    [[nodiscard]] QFuture<Result<HelmStored>> read(const HelmRevision &revision);
    /// Writes a new revision. Fails with Conflict when there is one of that number: somebody else's
    /// operation is under way.
    [[nodiscard]] QFuture<Result<HelmStored>> create(const HelmRevision &revision,
                                                     const HelmStored &stored);
    /// Writes over a revision. Fails with Conflict when it is not `stored.resourceVersion` any
    /// more.
    [[nodiscard]] QFuture<Result<HelmStored>> replace(const HelmRevision &revision,
                                                      const HelmStored &stored);

    static ObjectRef refOf(const HelmRevision &revision);

private:
    enum class Write { Create, Replace };
    QFuture<Result<HelmStored>> unpacked(const HelmRevision &revision, const QByteArray &body);
    QFuture<Result<HelmStored>> write(Write how, const HelmRevision &revision,
                                      const HelmStored &stored);

    ApiClient &m_client;
};

/// `stored` with another status; the labels follow when it is written. An empty `description`
/// leaves that as it is.
HelmStored withHelmStatus(HelmStored stored, const QString &status,
                          const QString &description = {});

} // namespace kube
