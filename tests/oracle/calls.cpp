// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oracle/calls.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace oracle {

QJsonObject answer(const QByteArray &line)
{
    const auto document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return {{u"error"_s, u"the line is not a JSON object"_s}};
    const auto request = document.object();
    const auto call = request["call"_L1].toString();
    if (call == "kubeconfig"_L1)
        return kubeconfigCall(request);
    return {{u"error"_s, u"unknown call"_s}};
}

} // namespace oracle
