// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/access/maskedsecret.h"

#include "kube/api/apiclient.h"

using namespace Qt::StringLiterals;

namespace kube {

bool isMasked(const QJsonObject &object)
{
    return object["kind"_L1].toString() == "Secret"_L1
        && object["metadata"_L1]["annotations"_L1]["krateyard.io/masked"_L1].toString()
        == "true"_L1;
}

QFuture<Result<QJsonObject>> readRevealed(ApiClient &client, const ObjectRef &ref)
{
    return client.get(ref, QUrlQuery{{u"reveal"_s, u"true"_s}})
        .then(&client, [](const Result<QJsonObject> &answer) -> Result<QJsonObject> {
            if (answer && isMasked(*answer))
                return std::unexpected(
                    Error{.kind = Error::Kind::Forbidden,
                          .code = 403,
                          .message = u"the values of this Secret are not shown to you"_s});
            return answer;
        });
}

} // namespace kube
