// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/script.h"

#include "kube/demo/apierror.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace demo {

static constexpr size_t maxRecorded = 20'000;

static bool pathMatches(const QString &pattern, const QString &path)
{
    if (pattern.endsWith(u'*'))
        return path.startsWith(QStringView(pattern).chopped(1));
    return pattern == path;
}

static bool queryMatches(const QString &part, const HttpRequest &request)
{
    return part.isEmpty() || request.query.toString(QUrl::FullyDecoded).contains(part);
}

void Script::answer(const QString &path, int code, const QByteArray &body, int times)
{
    add({.path = path, .times = times, .code = code, .body = body});
}

void Script::fail(const QString &path, int code, const QString &reason, int times)
{
    const auto status = statusObject(apiError(code, reason, u"scripted failure: "_s + reason));
    answer(path, code, toJson(status), times);
}

void Script::throttle(const QString &path, int code, int retryAfterSeconds, int times)
{
    auto error = apiError(code, code == 429 ? u"TooManyRequests"_s : u"ServiceUnavailable"_s,
                          u"the server asks to come back later"_s);
    error.retryAfterSeconds = retryAfterSeconds;
    add({.path = path,
         .times = times,
         .code = code,
         .body = toJson(statusObject(error)),
         .headers = {{"Retry-After", QByteArray::number(retryAfterSeconds)}}});
}

void Script::hang(const QString &path, int times)
{
    add({.action = Fault::Action::Hang, .path = path, .times = times});
}

void Script::cut(const QString &path, qint64 afterBytes, int times)
{
    add({.action = Fault::Action::Cut, .path = path, .times = times, .cutAfter = afterBytes});
}

void Script::garbage(const QString &path, int times)
{
    add({.action = Fault::Action::Garbage, .path = path, .times = times});
}

void Script::delay(const QString &path, std::chrono::milliseconds delay, int times)
{
    add({.action = Fault::Action::Delay, .path = path, .times = times, .delay = delay});
}

void Script::clear()
{
    m_faults.clear();
    m_refusals.clear();
    m_watchesSilent = false;
    m_goneAsStatus = false;
}

int Script::count(const QString &path, const QString &queryContains) const
{
    return int(std::ranges::count_if(m_requests, [&](const HttpRequest &request) {
        return pathMatches(path, request.path) && queryMatches(queryContains, request);
    }));
}

void Script::record(const HttpRequest &request)
{
    if (m_isRecording && m_requests.size() < maxRecorded)
        m_requests.push_back(request);
}

std::optional<Fault> Script::take(const HttpRequest &request)
{
    std::erase_if(m_faults, [](const Fault &fault) { return fault.times == 0; });
    for (auto &fault : m_faults | std::views::reverse) {
        if ((!fault.method.isEmpty() && fault.method != request.method)
            || !pathMatches(fault.path, request.path)
            || !queryMatches(fault.queryContains, request))
            continue;
        if (fault.times > 0)
            --fault.times;
        return fault;
    }
    return {};
}

bool Script::refuses(const QString &user, const QString &verb, const QString &resource,
                     const QString &nameSpace) const
{
    const auto matches = [](const QString &rule, const QString &value) {
        return rule.isEmpty() || rule == value;
    };
    return std::ranges::any_of(m_refusals, [&](const Refusal &refusal) {
        return matches(refusal.user, user) && matches(refusal.verb, verb)
            && matches(refusal.resource, resource) && matches(refusal.nameSpace, nameSpace);
    });
}

} // namespace demo
