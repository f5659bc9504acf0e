// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/helm/helmstore.h"

#include "kube/access/maskedsecret.h"
#include "kube/api/apiclient.h"
#include "kube/api/queryparams.h"
#include "kube/apimachinery/labelselector.h"
#include "kube/onworker.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr qint64 MostBytes = 16 * 1024 * 1024; ///< of one object; HelmLimits is stricter

template<typename T>
QFuture<Result<T>> failed(const Error &error)
{
    return QtFuture::makeReadyValueFuture(Result<T>(std::unexpected(error)));
}

Result<std::vector<HelmRevision>> revisionsIn(const QByteArray &body, HelmDriver driver)
{
    const auto list = QJsonDocument::fromJson(body).object();
    if (!list["items"_L1].isArray())
        return std::unexpected(Error{.kind = Error::Kind::Malformed});
    std::vector<HelmRevision> revisions;
    for (const auto &item : list["items"_L1].toArray()) {
        const auto meta = item["metadata"_L1];
        auto revision = helmRevisionOf(meta["namespace"_L1].toString(), meta["name"_L1].toString(),
                                       labelsIn(meta), driver);
        if (!revision)
            continue;
        revision->resourceVersion = meta["resourceVersion"_L1].toString();
        revisions.push_back(*revision);
    }
    std::ranges::sort(revisions, std::ranges::greater(), &HelmRevision::revision);
    return revisions;
}

/// The Secret or ConfigMap for a revision, its labels made anew as Helm does.
QByteArray objectFor(const HelmRevision &revision, const HelmStored &stored, bool isNew)
{
    const bool secret = revision.driver == HelmDriver::Secret;
    QJsonObject labels;
    for (const auto &[key, value] : stored.labels.asKeyValueRange()) {
        if (key != "createdAt"_L1 && key != "modifiedAt"_L1)
            labels.insert(key, value);
    }
    labels.insert("name"_L1, revision.name);
    labels.insert("owner"_L1, u"helm"_s);
    labels.insert("status"_L1, stored.release.document["info"_L1]["status"_L1]);
    labels.insert("version"_L1, QString::number(revision.revision));
    labels.insert(isNew ? "createdAt"_L1 : "modifiedAt"_L1,
                  QString::number(QDateTime::currentSecsSinceEpoch()));
    QJsonObject meta{
        {u"name"_s, revision.object}, {u"namespace"_s, revision.nameSpace}, {u"labels"_s, labels}};
    if (!isNew)
        meta.insert("resourceVersion"_L1, stored.resourceVersion);
    const auto packed = packHelmRelease(stored.release.document);
    QJsonObject object{
        {u"apiVersion"_s, u"v1"_s},
        {u"kind"_s, secret ? u"Secret"_s : u"ConfigMap"_s},
        {u"metadata"_s, meta},
        {u"data"_s,
         QJsonObject{{u"release"_s, QString::fromLatin1(secret ? packed.toBase64() : packed)}}}};
    if (secret)
        object.insert("type"_L1, u"helm.sh/release.v1"_s);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

HelmStore::HelmStore(ApiClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

ObjectRef HelmStore::refOf(const HelmRevision &revision)
{
    const bool secret = revision.driver == HelmDriver::Secret;
    return {{{}, u"v1"_s, secret ? u"secrets"_s : u"configmaps"_s},
            revision.nameSpace,
            revision.object};
}

QFuture<Result<std::vector<HelmRevision>>>
HelmStore::revisions(const QString &nameSpace, const QString &release, HelmDriver driver)
{
    const ListOptions options{.labelSelector = u"owner=helm,name="_s + release};
    const ApiRequest request{.path = pathOf(refOf({.nameSpace = nameSpace, .driver = driver})),
                             .query = paramsOf(options).toQuery(),
                             .accept =
                                 "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1",
                             .bodyLimit = MostBytes};
    return m_client.send(request).then(this, [driver](const Result<ApiAnswer> &answer) {
        return answer ? revisionsIn(answer->body, driver)
                      : Result<std::vector<HelmRevision>>(std::unexpected(answer.error()));
    });
}

QFuture<Result<HelmStored>> HelmStore::read(const HelmRevision &revision)
{
    const ApiRequest request{.path = pathOf(refOf(revision)), .bodyLimit = MostBytes};
    return m_client.send(request)
        .then(this,
              [this, revision](const Result<ApiAnswer> &answer) {
                  return answer ? unpacked(revision, answer->body)
                                : failed<HelmStored>(answer.error());
              })
        .unwrap();
}

/// What a gateway leaves out is all that there is of a release: it is asked for.
QFuture<Result<HelmStored>> HelmStore::unpacked(const HelmRevision &revision,
                                                const QByteArray &body)
{
    const bool isEmptied = revision.driver == HelmDriver::Secret
        && kube::isMasked(QJsonDocument::fromJson(body).object());
    if (!isEmptied)
        return onPool([body] { return readHelmObject(body); });
    return readRevealed(m_client, refOf(revision))
        .then(this,
              [](const Result<QJsonObject> &secret) {
                  if (!secret)
                      return failed<HelmStored>(secret.error());
                  return onPool([secret = *secret] {
                      return readHelmObject(QJsonDocument(secret).toJson(QJsonDocument::Compact));
                  });
              })
        .unwrap();
}

QFuture<Result<HelmStored>> HelmStore::create(const HelmRevision &revision,
                                              const HelmStored &stored)
{
    return write(Write::Create, revision, stored);
}

QFuture<Result<HelmStored>> HelmStore::replace(const HelmRevision &revision,
                                               const HelmStored &stored)
{
    return write(Write::Replace, revision, stored);
}

QFuture<Result<HelmStored>> HelmStore::write(Write how, const HelmRevision &revision,
                                             const HelmStored &stored)
{
    const bool isNew = how == Write::Create;
    auto ref = refOf(revision);
    if (isNew)
        ref.name.clear();
    return onPool([revision, stored, isNew] { return objectFor(revision, stored, isNew); })
        .then(this,
              [this, path = pathOf(ref), isNew](const QByteArray &body) {
                  return m_client.send({.path = path,
                                        .method = isNew ? "POST" : "PUT",
                                        .body = body,
                                        .contentType = "application/json",
                                        .bodyLimit = MostBytes});
              })
        .unwrap()
        .then(this,
              [this, revision](const Result<ApiAnswer> &answer) {
                  return answer ? unpacked(revision, answer->body)
                                : failed<HelmStored>(answer.error());
              })
        .unwrap();
}

HelmStored withHelmStatus(HelmStored stored, const QString &status, const QString &description)
{
    auto &document = stored.release.document;
    auto info = document["info"_L1].toObject();
    info.insert("status"_L1, status);
    stored.release.status = status;
    if (!description.isEmpty()) {
        info.insert("description"_L1, description);
        stored.release.description = description;
    }
    document.insert("info"_L1, info);
    return stored;
}

} // namespace kube
