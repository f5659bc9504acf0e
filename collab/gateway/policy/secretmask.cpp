// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/policy/secretmask.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway {

bool holdsSecrets(QStringView group, QStringView resource)
{
    return group.isEmpty() && resource == "secrets"_L1;
}

QJsonObject masked(QJsonObject secret)
{
    for (const auto *key : {"data", "stringData"}) {
        const auto part = secret.find(QLatin1StringView(key));
        if (part == secret.end())
            continue;
        QJsonObject without;
        const auto values = part->toObject();
        for (auto value = values.begin(); value != values.end(); ++value)
            without.insert(value.key(), QString());
        *part = without;
    }
    auto metadata = secret["metadata"_L1].toObject();
    // What clients repeat the object in, or keep it as it was.
    auto annotations = metadata["annotations"_L1].toObject();
    for (auto one = annotations.begin(); one != annotations.end();) {
        const bool repeats = one.value().toString().contains("data\""_L1, Qt::CaseInsensitive);
        one = repeats ? annotations.erase(one) : std::next(one);
    }
    annotations.insert("krateyard.io/masked"_L1, u"true"_s);
    metadata.insert("annotations"_L1, annotations);
    metadata.remove("managedFields"_L1);
    secret.insert("metadata"_L1, metadata);
    return secret;
}

QByteArray masked(const QByteArray &json)
{
    const auto object = QJsonDocument::fromJson(json).object();
    return object.isEmpty() ? QByteArray("{}")
                            : QJsonDocument(masked(object)).toJson(QJsonDocument::Compact);
}

} // namespace gateway
