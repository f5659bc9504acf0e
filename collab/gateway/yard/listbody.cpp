// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/yard/listbody.h"

#include "collab/gateway/http/gzip.h"
#include "collab/gateway/policy/secretmask.h"

#include <QCryptographicHash>
#include <QJsonValue>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

const QByteArray &ListBody::gzip() const
{
    if (m_gzip.isEmpty())
        m_gzip = gzipped(json);
    return m_gzip;
}

std::shared_ptr<const ListBody> makeListBody(const Collection &collection, const ListView &view)
{
    const auto &resource = collection.resource();
    const bool masks = holdsSecrets(resource.group, resource.resource) && !view.isRevealed;
    QCryptographicHash hash(QCryptographicHash::Sha1); // tells lists apart; protects nothing
    auto body = std::make_shared<ListBody>();
    auto &json = body->json;
    json = "{\"kind\":\"" + resource.kind.toUtf8() + "List\",\"apiVersion\":\""
        + resource.apiVersion().toUtf8() + "\",\"decoded\":false,\"items\":[";
    bool isFirst = true;
    for (const auto &item : collection.sorted()) {
        if (!view.shows(item))
            continue;
        const auto object = item.unpacked().json;
        if (!std::exchange(isFirst, false))
            json += ',';
        json += masks ? masked(object) : object;
        hash.addData(item.uidKey());
        hash.addData(item.resourceVersion().toUtf8());
    }
    json += "]}";
    hash.addData(masks ? "masked" : "whole");
    body->tag = '"' + hash.result().toHex() + '"';
    return body;
}

std::shared_ptr<const ListBody> ListBodies::bodyOf(const Collection &collection,
                                                   const ListView &view)
{
    const auto now = Clock::now();
    const auto key = (view.isRevealed ? 'r' : 'm') + view.key;
    auto found = std::ranges::find(m_made, key, &Made::key);
    Made made;
    if (found != m_made.end()) {
        made = *found;
        m_made.erase(found);
    }
    const bool isCurrent =
        made.body && (made.generation == collection.generation() || now - made.at < Freshness);
    if (!isCurrent)
        made = {.key = key,
                .generation = collection.generation(),
                .at = now,
                .body = makeListBody(collection, view)};
    m_made.push_back(made);
    if (m_made.size() > Most)
        m_made.pop_front();
    return made.body;
}

} // namespace gateway
