// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/yard/watchroutes.h"

#include "collab/gateway/http/router.h"
#include "collab/gateway/identity/proof.h"

using namespace Qt::StringLiterals;

namespace gateway {

using relay::ApiAnswer;
using Status = ApiAnswer::Status;

namespace {

/// One client that watches over HTTP. Goes with its connection.
class WatchStream : public QObject
{
public:
    WatchStream(const WatchSession::Setting &setting, std::unique_ptr<ResponseStream> stream,
                bool isEvents, qint64 backlog)
        : m_stream(std::move(stream))
        , m_session(setting,
                    {.hasRoom = [this, backlog] { return m_stream->waiting() < backlog; },
                     .take = [this](const auto &messages,
                                    const auto &tokens) { write(messages, tokens); }})
        , m_isEvents(isEvents)
        , m_proof(setting.caller, setting.parts.authenticator)
    {
        connect(m_stream.get(), &ResponseStream::closed, this, &QObject::deleteLater);
        connect(m_stream.get(), &ResponseStream::drained, &m_session, &WatchSession::resume);
        connect(&m_proof, &Proof::ended, this, [this] {
            write({R"({"type":"END","error":"Your sign-in has ended."})"}, {});
            deleteLater();
        });
    }

    WatchSession &session() { return m_session; }

private:
    void write(const QByteArrayList &messages, const QByteArray &tokens)
    {
        QByteArray bytes;
        for (const auto &message : messages) {
            if (!m_isEvents) {
                bytes += message + '\n';
                continue;
            }
            bytes += "data: " + message + "\n";
            // The id holds for all before it: it comes with the last.
            if (&message == &messages.constLast() && !tokens.isEmpty())
                bytes += "id: " + tokens + "\n";
            bytes += '\n';
        }
        if (!m_isEvents && !tokens.isEmpty())
            bytes += R"({"type":"TOKEN","token":")" + tokens + "\"}\n";
        m_stream->write(bytes);
    }

    const std::unique_ptr<ResponseStream> m_stream;
    WatchSession m_session;
    const bool m_isEvents;
    Proof m_proof;
};

struct Asked
{
    QStringList kinds = {};
    QString nameSpace = {};
    kube::LabelSelector selector = {};
    bool patches = false;
    std::map<QString, QByteArray> since = {};
};

std::expected<Asked, Denial> askedBy(const Request &request)
{
    const auto selector = kube::LabelSelector::parse(request.parameter(u"labelSelector"_s));
    if (!selector)
        return std::unexpected(
            Denial{.status = Status::BadRequest,
                   .sentence = u"labelSelector: %1"_s.arg(selector.error().message)});
    Asked asked{.nameSpace = request.parameter(u"ns"_s),
                .selector = *selector,
                .patches = request.parameter(u"patch"_s) == "true"_L1};
    if (const auto kind = request.part(u"kind"_s); !kind.isEmpty())
        asked.kinds = {kind};
    else
        asked.kinds = request.parameter(u"kinds"_s).split(u',', Qt::SkipEmptyParts);
    if (asked.kinds.isEmpty())
        asked.kinds = firstKinds();
    static constexpr qsizetype MostKinds = 50;
    if (asked.kinds.size() > MostKinds)
        return std::unexpected(
            Denial{.status = Status::BadRequest, .sentence = u"These are too many kinds."_s});
    auto since = request.parameter(u"since"_s).toUtf8();
    if (since.isEmpty())
        since = request.headers.value("Last-Event-ID").toByteArray();
    asked.since = WatchSession::tokensIn(since);
    return asked;
}

void answerWatch(const WatchSession::Setting &setting, const Request &request,
                 const std::shared_ptr<Exchange> &exchange)
{
    auto asked = askedBy(request);
    if (!asked)
        return exchange->send(answerTo(asked.error()));
    exchange->isAbout(
        {.verb = u"watch"_s, .resource = asked->kinds.join(u','), .nameSpace = asked->nameSpace},
        setting.cluster);
    // Who may watch nothing of it gets a status instead of a stream.
    std::vector<std::pair<QString, ChangeFeed::Wish>> wishes;
    std::optional<Denial> denial;
    for (const auto &kind : asked->kinds) {
        const auto named = WatchSession::find(setting, kind, asked->nameSpace);
        if (!named)
            denial = named.error();
        wishes.emplace_back(kind,
                            ChangeFeed::Wish{.nameSpace = asked->nameSpace,
                                             .selector = asked->selector,
                                             .patches = asked->patches,
                                             .since = named ? asked->since[named->resource.resource]
                                                            : QByteArray()});
    }
    if (denial && (asked->kinds.size() == 1 || denial->status != Status::Forbidden))
        return exchange->send(answerTo(*denial));
    const bool isEvents =
        QByteArrayView(request.headers.value("Accept")).contains("text/event-stream");
    auto stream = exchange->stream(isEvents ? "text/event-stream" : "application/x-ndjson");
    auto *watch = new WatchStream(setting, std::move(stream), isEvents,
                                  setting.parts.config.limits.backlogBytes / 2);
    watch->setParent(&setting.collections); // which goes before what it works with
    for (const auto &[kind, wish] : wishes)
        watch->session().add(kind, wish);
}

} // namespace

std::vector<Route> watchRoutes(const GatewayParts &parts, Collections &collections,
                               StreamLimits &limits)
{
    const auto handle = [parts, &collections, &limits](const Request &request,
                                                       const std::shared_ptr<Exchange> &exchange) {
        answerWatch({.parts = parts,
                     .collections = collections,
                     .limits = limits,
                     .caller = request.caller,
                     .cluster = request.parameter(u"cluster"_s)},
                    request, exchange);
    };
    return {{.method = "GET", .path = u"/api/watch"_s, .handle = handle},
            {.method = "GET", .path = u"/api/watch/{kind}"_s, .handle = handle}};
}

} // namespace gateway
