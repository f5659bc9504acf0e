// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/actions/change.h"
#include "kube/apply/fieldowners.h"
#include "kube/error.h"
#include "kube/objectref.h"

#include <QFuture>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace kube {

class ApiClient;

/// One object to be brought to a state.
struct ApplyRequest
{
    ApiResource resource = {};
    QString nameSpace = {}; ///< empty for cluster-scoped kinds
    QJsonObject object = {}; ///< as it is wanted
    /// What the person began to edit from. With it only what they changed since is asked for, and
    /// what they removed is removed. Without it `object` is a manifest: applied as it is, and what
    /// it does not mention stays.
    std::optional<QJsonObject> base = {};
    bool dryRun = true; ///< the server checks everything and keeps nothing
    QStringList takeOver = {}; ///< fields in conflict that are taken from their owners
    QStringList leave = {}; ///< fields in conflict that stay as their owners want them
};

/// What became of it.
struct ApplyAnswer
{
    enum class Outcome {
        Created,
        Changed,
        Unchanged,
        Conflicted, ///< others own fields of it: see `conflicts`; nothing was changed
        Refused, ///< see `error`; nothing was changed
    };

    Outcome outcome = Outcome::Refused;
    QJsonObject before = {}; ///< empty: it did not exist, or may not be read
    QJsonObject after = {}; ///< as the server answered
    std::vector<FieldConflict> conflicts = {};
    QStringList warnings = {}; ///< the server's own English
    std::optional<Error> error = {};
};

/// Applies one object on the server's side, with the field manager "krateyard".
///
/// Fields of other managers are taken over only where `takeOver` names them; a conflict that
/// neither `takeOver` nor `leave` names ends it as Conflicted. An edit that removes something is
/// sent as a whole, with the resourceVersion it was made for, because server-side apply takes away
/// only what its manager owns. Where server-side apply is refused (405, 415, no `patch` in
/// discovery, no name yet), the object is created, or else its fields are put over the present
/// ones. Answers on the client's thread; `client` is borrowed, and destroying it cancels the
/// future.
[[nodiscard]] QFuture<ApplyAnswer> applyObject(ApiClient &client, const ApplyRequest &request);

} // namespace kube
