// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oracle/vectors.h"

#include "support/testdata.h"

#include <QFile>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace oracle {

namespace {

constexpr double pastInt64 = 9.2e18;

double figureOf(const QJsonObject &quantityCase)
{
    return std::abs(quantityCase["approxFloat"_L1].toDouble());
}

} // namespace

QJsonObject vectors(const QString &fileName)
{
    QFile file(support::testData(u"kube/"_s + fileName));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

QJsonArray cases(const QString &fileName)
{
    return vectors(fileName).value("cases"_L1).toArray();
}

QJsonObject kubeconfigRequest(const QJsonObject &recorded)
{
    auto request = recorded["case"_L1].toObject();
    request.insert("call"_L1, "kubeconfig"_L1);
    request.insert("order"_L1, request.take("kubeconfig_env_order"_L1));
    return request;
}

QJsonValue withoutErrorTexts(const QJsonValue &value)
{
    if (!value.isObject())
        return value;
    auto object = value.toObject();
    object.remove("case"_L1);
    for (const auto &key : object.keys())
        object[key] = key.contains("error"_L1) ? QJsonValue(true) : withoutErrorTexts(object[key]);
    return object;
}

bool isValueDefined(const QJsonObject &quantityCase)
{
    // The reference keeps long numbers in billionths; negative ones past 64 bits come out wrong.
    const auto text = quantityCase["in"_L1].toString();
    const bool isLongFraction = text.startsWith(u'-') && text.contains(u'.') && text.size() > 18;
    return figureOf(quantityCase) < pastInt64 && !isLongFraction;
}

bool isMilliValueDefined(const QJsonObject &quantityCase)
{
    return figureOf(quantityCase) * 1000 < pastInt64;
}

} // namespace oracle
