// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/logstream.h"

#include "kube/api/apiclient.h"
#include "kube/api/rawstream.h"

using namespace Qt::StringLiterals;

namespace kube {

QueryParams paramsOf(const LogOptions &options)
{
    QueryParams params;
    params.add(u"container"_s, options.container);
    params.addFlag(u"follow"_s, options.follow);
    params.addFlag(u"insecureSkipTLSVerifyBackend"_s, options.insecureSkipTlsVerifyBackend);
    params.addNumber(u"limitBytes"_s, options.limitBytes);
    params.addFlag(u"previous"_s, options.previous);
    if (options.sinceTime.isValid()) {
        const auto utc = options.sinceTime.toUTC();
        const bool isWhole = utc.time().msec() == 0;
        params.add(u"sinceTime"_s, utc.toString(isWhole ? Qt::ISODate : Qt::ISODateWithMs));
    } else {
        params.addNumber(u"sinceSeconds"_s, options.sinceSeconds);
    }
    params.add(u"stream"_s, options.stream);
    params.addNumber(u"tailLines"_s, options.tailLines);
    params.addFlag(u"timestamps"_s, options.timestamps);
    return params;
}

LogStream::LogStream(ApiClient &client, const QString &nameSpace, const QString &pod,
                     const LogOptions &options, QObject *parent)
    : QObject(parent)
{
    const ObjectRef ref{{{}, u"v1"_s, u"pods"_s}, nameSpace, pod};
    m_stream = client.rawStream({.path = pathOf(ref, u"log"),
                                 .query = paramsOf(options).toQuery(),
                                 // The server answers text/plain, but refuses that as a wish.
                                 .accept = "application/json, */*"});
    connect(m_stream.get(), &RawStream::opened, this, &LogStream::opened);
    connect(m_stream.get(), &RawStream::received, this, &LogStream::received);
    connect(m_stream.get(), &RawStream::ended, this, &LogStream::ended);
}

LogStream::~LogStream() = default;

void LogStream::start()
{
    m_stream->start();
}

void LogStream::setPaused(bool paused)
{
    m_stream->setPaused(paused);
}

} // namespace kube
