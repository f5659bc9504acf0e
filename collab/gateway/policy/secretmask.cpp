// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/policy/secretmask.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

bool holdsSecrets(QStringView group, QStringView resource)
{
    return group.isEmpty() && resource == "secrets"_L1;
}

namespace {

constexpr qsizetype ShortestRepeated = 4; // less is in many texts by chance

/// The values of a Secret, as it holds them and in clear text.
QByteArrayList valuesOf(const QJsonObject &secret, qsizetype longest)
{
    QByteArrayList values;
    const auto add = [&values](const QByteArray &value) {
        if (value.size() >= ShortestRepeated)
            values.append(value);
    };
    for (const auto &value : secret["data"_L1].toObject()) {
        const auto packed = value.toString().toLatin1();
        if (packed.size() / 4 * 3 > longest + 2)
            continue; // in nothing that is so short
        add(packed);
        add(QByteArray::fromBase64(packed));
    }
    for (const auto &value : secret["stringData"_L1].toObject())
        add(value.toString().toUtf8());
    return values;
}

/// Where clients keep the object as they sent it, in whatever form.
bool keepsObject(const QString &name, const QString &text)
{
    return name.endsWith("last-applied-configuration"_L1) || name.endsWith("/applied"_L1)
        || text.contains("data\""_L1, Qt::CaseInsensitive)
        || text.startsWith("H4sI"_L1); // gzip in base64
}

/// Annotations or labels without those that repeat what is secret.
QJsonObject withoutRepeated(QJsonObject texts, const QJsonObject &secret)
{
    qsizetype longest = 0;
    for (const auto &text : std::as_const(texts))
        longest = std::max(longest, text.toString().size() * 3); // in UTF-8
    const auto values = valuesOf(secret, longest);
    for (auto one = texts.begin(); one != texts.end();) {
        const auto text = one.value().toString();
        const bool repeats = keepsObject(one.key(), text)
            || std::ranges::any_of(values, [bytes = text.toUtf8()](const QByteArray &value) {
                                 return bytes.contains(value);
                             });
        one = repeats ? texts.erase(one) : std::next(one);
    }
    return texts;
}

} // namespace

QJsonObject masked(QJsonObject secret)
{
    auto metadata = secret["metadata"_L1].toObject();
    auto annotations = withoutRepeated(metadata["annotations"_L1].toObject(), secret);
    if (metadata.contains("labels"_L1))
        metadata.insert("labels"_L1, withoutRepeated(metadata["labels"_L1].toObject(), secret));
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
