// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace workspace {

/// One value of a Secret, decoded for a person.
struct SecretValue
{
    enum class Kind { Text, Json, Certificates, Binary, NotBase64 };

    Kind kind = Kind::Text;
    qsizetype bytes = 0; ///< decoded
    QString text = {}; ///< what it says; of Json indented; empty for Binary
    /// Whether a text editor would give it back as it is, but for what a person changed.
    bool isEditable = true;
    /// What can be told without the value itself: of certificates who they are for, from whom and
    /// until when, a line each.
    QStringList summary = {};
    bool isExpired = false; ///< one of the certificates is
};

/// Decodes a value of `data`. `now` is what expiry is judged by.
/// https://kubernetes.io/docs/concepts/configuration/secret/
SecretValue secretValueOf(const QString &base64, const QDateTime &now);

/// The text as it stands in `data`.
QString encodedSecret(const QString &text);

/// What kind a value is and how large: "JSON, 512 bytes".
QString secretKindText(const SecretValue &value);

} // namespace workspace
