// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/health/judge.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

Judged::Judged(const QJsonObject &judged, const Evidence &known)
    : object(judged)
    , evidence(known)
    , meta(judged["metadata"_L1].toObject())
    , spec(judged["spec"_L1].toObject())
    , status(judged["status"_L1].toObject())
    , conditions(status["conditions"_L1].toArray())
{
}

QJsonObject Judged::condition(QLatin1StringView type) const
{
    QJsonObject found;
    for (const auto &one : conditions) {
        if (one["type"_L1] == type)
            found = one.toObject();
    }
    return found;
}

bool Judged::isTrue(QLatin1StringView type) const
{
    return condition(type).value("status"_L1) == "True"_L1;
}

bool Judged::isFalse(QLatin1StringView type) const
{
    return condition(type).value("status"_L1) == "False"_L1;
}

const EventGroup *Judged::event(std::initializer_list<QLatin1StringView> reasons,
                                const QDateTime &since) const
{
    const EventGroup *found = nullptr;
    for (const auto &event : evidence.events) {
        const bool fits = std::ranges::any_of(
            reasons, [&event](QLatin1StringView reason) { return event.reason == reason; });
        if (!fits || (since.isValid() && event.last < since.toMSecsSinceEpoch()))
            continue;
        if (!found || event.last >= found->last)
            found = &event;
    }
    return found;
}

bool Judged::isOutdated() const
{
    const auto observed = status["observedGeneration"_L1];
    return observed.isDouble() && observed.toInteger() < meta["generation"_L1].toInteger();
}

std::vector<Diagnosis> Judged::podsToBlame() const
{
    const bool known = evidence.pods && evidence.pods->worst;
    if (!known || rankOf(evidence.pods->worst->health) > rankOf(Health::Pending))
        return {};
    return {*evidence.pods->worst};
}

QDateTime instantOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QString messageOf(const QJsonObject &condition)
{
    const auto message = condition["message"_L1].toString().simplified();
    return message.isEmpty() ? condition["reason"_L1].toString() : message;
}

} // namespace kube
