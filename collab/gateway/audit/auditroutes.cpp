// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/audit/auditroutes.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gateway {

using relay::ApiAnswer;
using Status = ApiAnswer::Status;

namespace {

QJsonObject jsonOf(const AuditEntry &entry)
{
    return {{u"at"_s, entry.at.toString(Qt::ISODateWithMs)},
            {u"subject"_s, entry.subject},
            {u"name"_s, entry.name},
            {u"address"_s, entry.address},
            {u"action"_s, entry.action},
            {u"object"_s, entry.object},
            {u"cluster"_s, entry.cluster},
            {u"allowed"_s, entry.isAllowed},
            {u"status"_s, entry.status}};
}

ApiAnswer answerOf(const AuditPage &page)
{
    QJsonArray entries;
    for (const auto &entry : page.entries)
        entries.append(jsonOf(entry));
    QJsonObject body{{u"entries"_s, entries}};
    if (page.next > 0)
        body.insert(u"next"_s, QString::number(page.next));
    return ApiAnswer::json(body);
}

/// An error is a sentence.
std::expected<QDateTime, QString> timeIn(const Request &request, const QString &name)
{
    auto text = request.parameter(name);
    if (text.isEmpty())
        return QDateTime();
    text.replace(u' ', u'+'); // of an offset that was not encoded
    auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return std::unexpected(
            u"“%1” wants a time with an offset: 2026-11-23T08:00:00Z."_s.arg(name));
    return time;
}

std::expected<qint64, QString> numberIn(const Request &request, const QString &name, qint64 without,
                                        qint64 most)
{
    const auto text = request.parameter(name);
    if (text.isEmpty())
        return without;
    bool isNumber = false;
    const auto number = text.toLongLong(&isNumber);
    if (!isNumber || number < 1 || number > most)
        return std::unexpected(u"“%1” wants a number from 1 to %2."_s.arg(name).arg(most));
    return number;
}

std::expected<AuditQuery, QString> queryOf(const Request &request)
{
    const auto since = timeIn(request, u"since"_s);
    if (!since)
        return std::unexpected(since.error());
    const auto until = timeIn(request, u"until"_s);
    if (!until)
        return std::unexpected(until.error());
    const auto limit = numberIn(request, u"limit"_s, 100, AuditQuery::MostAtOnce);
    if (!limit)
        return std::unexpected(limit.error());
    const auto before = numberIn(request, u"cursor"_s, 0, std::numeric_limits<qint64>::max());
    if (!before)
        return std::unexpected(before.error());
    return AuditQuery{.since = *since,
                      .until = *until,
                      .subject = request.parameter(u"subject"_s),
                      .action = request.parameter(u"action"_s),
                      .object = request.parameter(u"object"_s),
                      .limit = int(*limit),
                      .before = *before};
}

} // namespace

std::vector<Route> auditRoutes(SqlAuditLog &log, const Authorizer &authorizer)
{
    const auto handle = [&log, &authorizer](const Request &request,
                                            const std::shared_ptr<Exchange> &exchange) {
        exchange->isAbout({.verb = u"get"_s, .resource = u"audit"_s});
        if (!authorizer.isAdmin(request.caller))
            return exchange->send(
                ApiAnswer::failure(Status::Forbidden, u"Only admins may read the audit log."_s));
        const auto query = queryOf(request);
        if (!query)
            return exchange->send(ApiAnswer::failure(Status::BadRequest, query.error()));
        log.find(*query, [exchange](const std::expected<AuditPage, QString> &page) {
            exchange->send(page ? answerOf(*page) : ApiAnswer::storeFailure(page.error()));
        });
    };
    return {
        {.method = "GET", .path = u"/api/v1/admin/audit"_s, .handle = handle, .label = "audit"}};
}

} // namespace gateway
