// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/auth/admission.h"

#include <QDateTime>
#include <QStringList>

#include <optional>
#include <vector>

namespace relay {

/// A token that the operator gave to a person or a program. The token itself is kept nowhere.
struct AccessToken
{
    QByteArray sha256 = {}; ///< 32 bytes
    Person person = {};
    QStringList yards = {}; ///< names, in which `*` stands for anything; empty: every yard
    QDateTime expires = {}; ///< invalid: never
};

/// A token with which one may administer the relay.
struct AdminToken
{
    QString name = {};
    QByteArray sha256 = {}; ///< 32 bytes

    bool operator==(const AdminToken &) const = default;
};

/// A new token: 32 random bytes, base64url, behind "ky_".
QByteArray makeToken();
QByteArray makeApiKey(); ///< the same behind "kyk_", for programs that use the gateway
QByteArray hashOf(const QByteArray &token);

/// Whether one of the names, in which `*` stands for anything, is the yard's. None: every yard's.
bool isAmong(const QStringList &yards, const QString &yard);
/// Who the token of `credential` (Person::credential) stands for in the yard; nobody when it is not
/// among them, is for other yards, or has expired.
std::optional<Person> personBy(const std::vector<AccessToken> &tokens, const QString &yard,
                               const QByteArray &credential);
bool isOfAccessToken(const Person &person); ///< let in by one

/// Lets in who has one of the tokens that is for the yard and still holds.
Admission admissionBy(const std::vector<AccessToken> &tokens);

} // namespace relay
