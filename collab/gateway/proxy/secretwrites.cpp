// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/proxy/secretwrites.h"

#include "collab/gateway/proxy/apistatus.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

/// "application/json-patch+json", without parameters.
QByteArray mediaTypeOf(const QByteArray &contentType)
{
    return contentType.split(';').first().trimmed().toLower();
}

bool isReadable(const QByteArray &method, const QByteArray &type)
{
    static const QByteArrayList bodies{"", "application/json", "application/yaml"};
    static const QByteArrayList patches{
        "application/json-patch+json", "application/merge-patch+json",
        "application/strategic-merge-patch+json", "application/apply-patch+yaml"};
    return method == "PATCH" ? patches.contains(type) : bodies.contains(type);
}

/// Those alone that say all they write themselves.
std::optional<QByteArray> harmlessPatch(const QByteArray &body)
{
    static const QStringList harmless{u"add"_s, u"replace"_s, u"remove"_s};
    const auto document = QJsonDocument::fromJson(body);
    const auto operations = document.array();
    const bool isHarmless =
        document.isArray() && std::ranges::all_of(operations, [](const QJsonValue &operation) {
            return harmless.contains(operation["op"_L1].toString())
                && !operation.toObject().contains("from"_L1);
        });
    return isHarmless ? std::optional(document.toJson(QJsonDocument::Compact)) : std::nullopt;
}

} // namespace

std::expected<kube::ApiRequest, kube::Error> checkedSecretWrite(kube::ApiRequest request)
{
    const auto type = mediaTypeOf(request.contentType);
    if (!isReadable(request.method, type))
        return std::unexpected(refusalOf(415, u"The relay takes secrets as JSON or YAML only."_s));
    if (request.body.contains("krateyard.io/masked"))
        return std::unexpected(
            refusalOf(422,
                      u"This is the secret as the relay shows it, without its values: reveal it "
                      "before you change it."_s));
    if (type != "application/json-patch+json")
        return request;
    const auto patch = harmlessPatch(request.body);
    if (!patch)
        return std::unexpected(refusalOf(
            422,
            u"Of a secret the relay only adds, replaces and removes: no copy, move or test."_s));
    request.body = *patch;
    return request;
}

} // namespace gateway
