// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/helm/helmvalues.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kube {

QJsonObject computedHelmValues(const QJsonObject &chartValues, const QJsonObject &values)
{
    auto result = values;
    for (auto entry = chartValues.begin(); entry != chartValues.end(); ++entry) {
        const auto given = values.find(entry.key());
        if (given == values.end())
            result.insert(entry.key(), entry.value());
        else if (given->isNull())
            result.remove(entry.key());
        else if (given->isObject() && entry.value().isObject())
            result.insert(entry.key(),
                          computedHelmValues(entry.value().toObject(), given->toObject()));
    }
    return result;
}

bool looksSecret(const QString &key)
{
    static constexpr std::array Words{
        "password"_L1,   "passwd"_L1,        "passphrase"_L1,       "token"_L1,     "secret"_L1,
        "credential"_L1, "apikey"_L1,        "privatekey"_L1,       "accesskey"_L1, "secretkey"_L1,
        "signingkey"_L1, "encryptionkey"_L1, "connectionstring"_L1, "dsn"_L1,       "pwd"_L1};
    // What these end with is the name or place of a secret, or a switch.
    static constexpr std::array Harmless{"existingsecret"_L1, "secretname"_L1, "secretref"_L1,
                                         "secretkeyref"_L1,   "secrets"_L1,    "enabled"_L1,
                                         "create"_L1,         "path"_L1,       "file"_L1,
                                         "secretkeys"_L1,     "mount"_L1,      "name"_L1};
    auto plain = key.toLower();
    plain.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    const auto ends = [&plain](QLatin1StringView word) { return plain.endsWith(word); };
    const auto holds = [&plain](QLatin1StringView word) { return plain.contains(word); };
    return std::ranges::any_of(Words, holds) && !std::ranges::any_of(Harmless, ends);
}

} // namespace kube
