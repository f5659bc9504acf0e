// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/demo/httpconnection.h"

#include <chrono>
#include <optional>
#include <vector>

namespace demo {

/// A request whose answer is not the ordinary one.
///
/// Several faults may match; the one added last wins until it has been used `times` times.
struct Fault
{
    enum class Action {
        Answer, ///< `code`, `headers` and `body` instead of the ordinary answer
        Hang, ///< accepts the request and never answers
        Cut, ///< the ordinary answer, cut off after `cutAfter` bytes of its body
        Garbage, ///< bytes that are no HTTP, then the end
        Drop, ///< the connection ends without a byte
        Delay, ///< the ordinary answer, `delay` later
    };

    Action action = Action::Answer;
    QString path = {}; ///< decoded path, whole, or a prefix that ends with "*"
    QByteArray method = {}; ///< empty: any
    QString queryContains = {}; ///< for example "watch=true"; empty: any
    int times = -1; ///< how often; -1: always
    int code = 500;
    QByteArray body = {};
    QByteArray contentType = "application/json";
    HttpHeaders headers = {};
    qint64 cutAfter = 0;
    std::chrono::milliseconds delay = {};
};

/// What a user may not do (403). Empty fields match everything.
struct Refusal
{
    QString user = {};
    QString verb = {}; ///< "get", "list", "watch", "create", "update", "patch", "delete"
    QString resource = {}; ///< plural; a subresource as "pods/log"
    QString nameSpace = {};
};

/// How a test bends the server's behaviour, and what the server was asked.
class Script
{
public:
    void add(const Fault &fault) { m_faults.push_back(fault); }
    void answer(const QString &path, int code, const QByteArray &body, int times = -1);
    /// A `Status` failure, for example 410 or 503.
    void fail(const QString &path, int code, const QString &reason, int times = -1);
    /// 429 or 503 with Retry-After.
    void throttle(const QString &path, int code, int retryAfterSeconds, int times = -1);
    void hang(const QString &path, int times = -1);
    void cut(const QString &path, qint64 afterBytes, int times = -1);
    void garbage(const QString &path, int times = -1);
    void delay(const QString &path, std::chrono::milliseconds delay, int times = -1);

    void forbid(const Refusal &refusal) { m_refusals.push_back(refusal); }
    /// Open and new watches send nothing any more, not even bookmarks, and do not end; events of
    /// the silence are lost.
    void setWatchesSilent(bool silent) { m_watchesSilent = silent; }
    bool watchesSilent() const { return m_watchesSilent; }
    /// Whether a watch from a forgotten revision is refused with HTTP 410; else, as real servers
    /// mostly do, it answers 200 and sends an ERROR event.
    void setGoneAsStatus(bool on) { m_goneAsStatus = on; }
    bool goneAsStatus() const { return m_goneAsStatus; }
    void clear(); ///< ends all faults and refusals; keeps the record

    /// The first 20,000. A server that nobody asks and that runs for hours had better not keep
    /// them: setRecording(false).
    const std::vector<HttpRequest> &requests() const { return m_requests; }
    void setRecording(bool on) { m_isRecording = on; }
    /// How many recorded requests went to `path` ("…*" for a prefix), optionally with a query part.
    int count(const QString &path, const QString &queryContains = {}) const;
    void clearRequests() { m_requests.clear(); }

    // What the server asks.
    void record(const HttpRequest &request);
    std::optional<Fault> take(const HttpRequest &request);
    bool refuses(const QString &user, const QString &verb, const QString &resource,
                 const QString &nameSpace) const;

private:
    std::vector<Fault> m_faults;
    std::vector<Refusal> m_refusals;
    std::vector<HttpRequest> m_requests;
    bool m_isRecording = true;
    bool m_watchesSilent = false;
    bool m_goneAsStatus = false;
};

} // namespace demo
