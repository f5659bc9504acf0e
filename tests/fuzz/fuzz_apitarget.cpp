// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "collab/gateway/proxy/answerfilter.h"
#include "collab/gateway/proxy/apipolicy.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using gateway::ApiTarget;

namespace {

const gateway::Authorizer &authorizer()
{
    static const gateway::Authorizer one({.namespaces = {u"shop"_s}});
    return one;
}

/// Whatever an address says, it is one place below the cluster, and said again it is the same.
void checkAddress(const QByteArray &bytes)
{
    const QUrl url(u"http://relay/"_s + QString::fromUtf8(bytes));
    const QUrlQuery query(url);
    for (const auto *method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
        const auto target = gateway::apiTargetOf(
            method,
            url.path(QUrl::FullyEncoded).sliced(url.path(QUrl::FullyEncoded).isEmpty() ? 0 : 1),
            query);
        if (!target)
            continue;
        fuzz::require(target->path.startsWith(u'/'), "a target is below the server");
        for (const auto &part : target->path.split(u'/').sliced(1))
            fuzz::require(!part.isEmpty() && part != ".."_L1 && part != "."_L1,
                          "a target leads nowhere else");
        const auto again = gateway::apiTargetOf(method, target->path.sliced(1), query);
        fuzz::require(again == target, "a target said again is the same");
        const gateway::ApiPolicy policy(authorizer(), {}, {}, *target, query);
        const bool isElsewhere = !target->nameSpace.isEmpty() && target->nameSpace != "shop"_L1;
        fuzz::require(!isElsewhere || policy.refusal(), "another namespace is refused");
    }
}

/// Whatever a cluster answers, nothing of another namespace is left of it, and no value of a
/// secret.
void checkAnswer(const QByteArray &json)
{
    for (const auto *resource : {"secrets", "pods"}) {
        const ApiTarget target{
            .verb = u"list"_s, .version = u"v1"_s, .resource = QString::fromLatin1(resource)};
        const gateway::AnswerFilter filter(authorizer(), {}, target, true, false);
        const auto left =
            QJsonDocument::fromJson(filter.ofBody(json).value_or(QByteArray())).object();
        if (left.value("kind"_L1).toString() == "Status"_L1)
            continue;
        for (const auto &item : left.value("items"_L1).toArray()) {
            fuzz::require(item["metadata"_L1]["namespace"_L1].toString() == "shop"_L1,
                          "only what is served is left");
            for (const auto &value : item["data"_L1].toObject())
                fuzz::require(target.resource == "pods"_L1 || value.toString().isEmpty(),
                              "secrets are empty");
        }
        const auto event =
            QJsonDocument::fromJson(filter.ofEvent(json)).object().value("object"_L1);
        const auto type = QJsonDocument::fromJson(json).object().value("type"_L1).toString();
        const bool isObject = !event["metadata"_L1].toObject().isEmpty() && type != "ERROR"_L1
            && type != "BOOKMARK"_L1;
        fuzz::require(!isObject || event["kind"_L1].toString() == "Table"_L1
                          || event["metadata"_L1]["namespace"_L1].toString() == "shop"_L1,
                      "events are of what is served");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto bytes = fuzz::viewOf(data, size).toByteArray();
    if (bytes.startsWith('{'))
        checkAnswer(bytes);
    else
        checkAddress(bytes);
    return 0;
}
