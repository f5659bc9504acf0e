// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/openapi/openapi.h"

#include "kube/api/apiclient.h"
#include "kube/onworker.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace kube {

static constexpr qint64 IndexLastsMs = 300'000;
static constexpr qint64 UnknownGroupLastsMs = 10'000;

struct OpenApi::Document
{
    QString source = {}; ///< the URL with its hash
    Schema::Ptr schema = {};
    bool isReading = false;
    std::vector<QPromise<Result<Schema::Ptr>>> waiting = {};
};

OpenApi::OpenApi(ApiClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

OpenApi::~OpenApi() = default;

Schema::Ptr OpenApi::known(const QString &apiVersion) const
{
    const auto found = m_documents.find(m_hasV3 ? apiVersion : QString());
    return found == m_documents.end() ? nullptr : found->second->schema;
}

bool OpenApi::isIndexOld(const QString &apiVersion) const
{
    if (!m_indexAge.isValid())
        return true;
    const bool knows = !m_hasV3 || m_index.contains(apiVersion);
    return m_indexAge.hasExpired(knows ? IndexLastsMs : UnknownGroupLastsMs);
}

QFuture<Result<Schema::Ptr>> OpenApi::schemaOf(const QString &apiVersion)
{
    auto &document = m_documents[apiVersion];
    if (!document)
        document = std::make_unique<Document>();
    auto &promise = document->waiting.emplace_back();
    promise.start();
    auto future = promise.future();
    if (m_readingIndex || isIndexOld(apiVersion)) {
        m_waitingForIndex.append(apiVersion);
        readIndex();
    } else {
        serve(apiVersion);
    }
    return future;
}

void OpenApi::readIndex()
{
    if (std::exchange(m_readingIndex, true))
        return;
    m_client.send({.path = u"/openapi/v3"_s, .bodyLimit = 16 * 1024 * 1024})
        .then(this, [this](const Result<ApiAnswer> &answer) {
            m_readingIndex = false;
            if (answer)
                takeIndex(answer->body);
            else
                takeIndex(std::unexpected(answer.error()));
        });
}

void OpenApi::takeIndex(const Result<QByteArray> &answer)
{
    m_indexAge.start();
    if (answer) {
        m_hasV3 = true;
        m_index.clear();
        const auto paths = QJsonDocument::fromJson(*answer)["paths"_L1].toObject();
        for (auto entry = paths.begin(); entry != paths.end(); ++entry) {
            const auto key = entry.key().section(u'/', 1); // without "api" or "apis"
            m_index[key] = entry.value()["serverRelativeURL"_L1].toString();
        }
    } else if (answer.error().kind == Error::Kind::NotFound
               || answer.error().kind == Error::Kind::Forbidden) {
        m_hasV3 = false;
        if (const auto known = m_documents.find(QString()); known != m_documents.end())
            known->second->source.clear(); // time to read it again
    } else {
        m_indexAge.invalidate();
        for (const auto &apiVersion : std::exchange(m_waitingForIndex, {}))
            takeSchema(apiVersion, std::unexpected(answer.error()));
        return;
    }
    for (const auto &apiVersion : std::exchange(m_waitingForIndex, {}))
        serve(apiVersion);
}

void OpenApi::serve(const QString &apiVersion)
{
    if (!m_hasV3) {
        auto &all = m_documents[QString()];
        if (!all)
            all = std::make_unique<Document>();
        auto &asking = m_documents[apiVersion]->waiting;
        std::ranges::move(asking, std::back_inserter(all->waiting));
        asking.clear();
        return readDocument({}, u"/openapi/v2"_s, {});
    }
    const auto url = m_index.find(apiVersion);
    if (url == m_index.end())
        return takeSchema(
            apiVersion,
            std::unexpected(Error{.kind = Error::Kind::NotFound,
                                  .code = 404,
                                  .message = u"the server has no schema of %1"_s.arg(apiVersion)}));
    readDocument(apiVersion, url->second.section(u'?', 0, 0),
                 QUrlQuery(url->second.section(u'?', 1)));
}

void OpenApi::readDocument(const QString &key, const QString &path, const QUrlQuery &query)
{
    auto &document = *m_documents[key];
    const QString source = path + u'?' + query.toString();
    if (document.schema && document.source == source)
        return takeSchema(key, document.schema);
    if (std::exchange(document.isReading, true))
        return;
    document.source = source;
    m_client.send({.path = path, .query = query})
        .then(this, [this, key](const Result<ApiAnswer> &answer) {
            if (!answer)
                return takeSchema(key, std::unexpected(answer.error()));
            onWorker(
                this, [body = answer->body] { return Schema::read(body); },
                [this, key](const Result<Schema::Ptr> &schema) { takeSchema(key, schema); });
        });
}

void OpenApi::takeSchema(const QString &key, const Result<Schema::Ptr> &schema)
{
    auto &document = *m_documents[key];
    document.isReading = false;
    if (schema)
        document.schema = *schema;
    else
        document.source.clear();
    auto waiting = std::exchange(document.waiting, {}); // an answer may ask again
    for (auto &promise : waiting) {
        promise.addResult(schema);
        promise.finish();
    }
}

} // namespace kube
