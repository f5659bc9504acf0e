// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/openapi/schema.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QUrlQuery>

#include <map>

namespace kube {

class ApiClient;

/// The schemas of a server's kinds: OpenAPI v3, one document for each group and version and only
/// those that are asked for, else v2, all in one.
///
/// A document of v3 is read again when its hash in the index changes; the index, and that of v2,
/// at most once in 5 minutes, or 10 s when a group is asked for that it does not have (a definition
/// was just made). Documents are read into Schemas on a worker thread. One thread.
/// https://kubernetes.io/docs/concepts/overview/kubernetes-api/#openapi-v3
class OpenApi final : public QObject
{
    Q_OBJECT

public:
    /// `client` is borrowed and must outlive this.
    explicit OpenApi(ApiClient &client, QObject *parent = nullptr);
    ~OpenApi() override;

    /// The schema that has the kinds of this "apps/v1"; NotFound when the server tells of none.
    [[nodiscard]] QFuture<Result<Schema::Ptr>> schemaOf(const QString &apiVersion);
    /// The same if it is known already, else nullptr.
    Schema::Ptr known(const QString &apiVersion) const;

private:
    struct Document;
    void readIndex();
    void takeIndex(const Result<QByteArray> &answer);
    void serve(const QString &apiVersion);
    void readDocument(const QString &key, const QString &path, const QUrlQuery &query);
    void takeSchema(const QString &key, const Result<Schema::Ptr> &schema);
    bool isIndexOld(const QString &apiVersion) const;

    ApiClient &m_client;
    std::map<QString, std::unique_ptr<Document>> m_documents; ///< by "apps/v1"; v2 is ""
    std::map<QString, QString> m_index; ///< of v3: URL with hash by "apps/v1"
    QStringList m_waitingForIndex;
    QElapsedTimer m_indexAge; ///< invalid before the first
    bool m_hasV3 = true;
    bool m_readingIndex = false;
};

} // namespace kube
