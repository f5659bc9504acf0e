// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/errortext.h"

#include <QCoreApplication>

namespace workspace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace)
};

QString errorText(const kube::Error &error)
{
    switch (error.kind) {
    case kube::Error::Kind::Unreachable:
        return Tr::tr("The cluster cannot be reached. Krateyard keeps trying.");
    case kube::Error::Kind::Timeout:
        return Tr::tr("The cluster does not answer. Krateyard keeps trying.");
    case kube::Error::Kind::Tls:
        return Tr::tr("The secure connection was refused: %1").arg(error.message);
    case kube::Error::Kind::Config: return error.message;
    case kube::Error::Kind::Credentials: return error.message;
    case kube::Error::Kind::Unauthorized:
        return Tr::tr("The cluster did not accept your sign-in. Renew the credentials of this "
                      "context, then try again.");
    case kube::Error::Kind::Forbidden:
        return error.message.isEmpty() ? Tr::tr("You are not allowed to do this.")
                                       : Tr::tr("You are not allowed to: %1").arg(error.message);
    case kube::Error::Kind::NotFound: return Tr::tr("The object does not exist any more.");
    case kube::Error::Kind::Conflict: return Tr::tr("Someone else changed the object first.");
    case kube::Error::Kind::Gone: return Tr::tr("The cluster no longer has this version.");
    case kube::Error::Kind::Invalid:
        return Tr::tr("The cluster found a mistake in the request: %1").arg(error.message);
    case kube::Error::Kind::TooManyRequests:
        return Tr::tr("The cluster is busy and asked to wait.");
    case kube::Error::Kind::Server:
        return Tr::tr("The cluster has a fault of its own: %1").arg(error.message);
    case kube::Error::Kind::ReadOnly:
        return Tr::tr("You have set this context to read-only. Allow changes again with the "
                      "command “Allow changes in this context”.");
    case kube::Error::Kind::Malformed:
        return Tr::tr("The cluster's answer makes no sense. Is something in between?");
    case kube::Error::Kind::Other: return Tr::tr("The cluster refused: %1").arg(error.message);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace workspace
