// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/rooms/syncendpoint.h"

#include <QDateTime>
#include <QStringList>

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

/// A new token: 32 random bytes, base64url, behind "ky_".
QByteArray makeToken();
QByteArray hashOf(const QByteArray &token);

/// Lets in who has one of the tokens that is for the yard and still holds.
Admission admissionBy(const std::vector<AccessToken> &tokens);

} // namespace relay
