// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oracle/calls.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace oracle {

namespace {

QJsonDocument problem(const QString &text)
{
    return QJsonDocument(QJsonObject{{u"error"_s, text}});
}

} // namespace

QJsonDocument answer(const QByteArray &line)
{
    const auto document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return problem(u"the line is not a JSON object"_s);
    const auto request = document.object();
    const auto call = request["call"_L1].toString();
    if (call == "humanDuration"_L1)
        return QJsonDocument(humanDurationCall(request));
    if (call == "quantity"_L1)
        return QJsonDocument(quantityCall(request));
    if (call == "labelSelector"_L1)
        return QJsonDocument(labelSelectorCall(request));
    if (call == "kubeconfig"_L1)
        return QJsonDocument(kubeconfigCall(request));
    if (call == "podStatus"_L1)
        return QJsonDocument(podStatusCall(request));
    if (call == "nodeStatus"_L1)
        return QJsonDocument(nodeStatusCall(request));
    if (call == "serviceRow"_L1)
        return QJsonDocument(serviceRowCall(request));
    if (call == "jsonpath"_L1)
        return QJsonDocument(jsonPathCall(request));
    if (call == "crdColumns"_L1)
        return QJsonDocument(crdColumnsCall(request));
    if (call == "jobStatus"_L1)
        return QJsonDocument(jobStatusCall(request));
    if (call == "versionSort"_L1)
        return QJsonDocument(versionSortCall(request));
    if (call == "queryParams"_L1)
        return QJsonDocument(queryParamsCall(request));
    return problem(u"no such call"_s);
}

} // namespace oracle
