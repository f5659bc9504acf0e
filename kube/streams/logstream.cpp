// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/logstream.h"

#include "kube/api/apiclient.h"
#include "kube/api/apistream.h"

using namespace Qt::StringLiterals;

namespace kube {

QUrlQuery queryOf(const LogOptions &options)
{
    QUrlQuery query;
    const auto add = [&query](QLatin1StringView key, const QString &value) {
        // Encoded here: QUrlQuery would let "+" pass, which servers read as a space.
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    if (!options.container.isEmpty())
        add("container"_L1, options.container);
    if (options.follow)
        add("follow"_L1, u"true"_s);
    if (options.limitBytes)
        add("limitBytes"_L1, QString::number(*options.limitBytes));
    if (options.previous)
        add("previous"_L1, u"true"_s);
    if (options.sinceTime.isValid()) {
        const auto utc = options.sinceTime.toUTC();
        add("sinceTime"_L1, utc.toString(utc.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs));
    } else if (options.sinceSeconds) {
        add("sinceSeconds"_L1, QString::number(*options.sinceSeconds));
    }
    if (options.tailLines)
        add("tailLines"_L1, QString::number(*options.tailLines));
    if (options.timestamps)
        add("timestamps"_L1, u"true"_s);
    return query;
}

LogStream::LogStream(ApiClient &client, const QString &nameSpace, const QString &pod,
                     const LogOptions &options, QObject *parent)
    : QObject(parent)
{
    const ObjectRef ref{{{}, u"v1"_s, u"pods"_s}, nameSpace, pod};
    m_stream = client.stream({.path = pathOf(ref, u"log"),
                              .query = queryOf(options),
                              // The server answers text/plain, but refuses that as a wish.
                              .accept = "application/json, */*"});
    connect(m_stream.get(), &ApiStream::opened, this, &LogStream::opened);
    connect(m_stream.get(), &ApiStream::received, this, &LogStream::received);
    connect(m_stream.get(), &ApiStream::ended, this, &LogStream::ended);
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
