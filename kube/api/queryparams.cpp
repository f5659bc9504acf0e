// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/queryparams.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace kube {

/// Go's url.QueryEscape: a space becomes "+", all but letters, digits and "-_.~" a percent sign.
static QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text).replace("%20", "+"));
}

void QueryParams::add(const QString &name, const QString &value)
{
    if (!value.isEmpty())
        m_values[name].append(value);
}

void QueryParams::addAll(const QString &name, const QStringList &values)
{
    if (!values.isEmpty())
        m_values[name].append(values);
}

void QueryParams::addFlag(const QString &name, bool isSet)
{
    if (isSet)
        m_values[name].append(u"true"_s);
}

void QueryParams::addNumber(const QString &name, std::optional<qint64> number)
{
    if (number)
        m_values[name].append(QString::number(*number));
}

QString QueryParams::toString() const
{
    QStringList items;
    for (const auto &[name, values] : m_values.asKeyValueRange()) {
        for (const auto &value : values)
            items.append(encoded(name) + u'=' + encoded(value));
    }
    return items.join(u'&');
}

QueryParams paramsOf(const ListOptions &options)
{
    QueryParams params;
    params.addFlag(u"allowWatchBookmarks"_s, options.allowWatchBookmarks);
    params.add(u"continue"_s, options.continueToken);
    params.add(u"fieldSelector"_s, options.fieldSelector);
    params.add(u"labelSelector"_s, options.labelSelector);
    if (options.limit != 0)
        params.addNumber(u"limit"_s, options.limit);
    params.add(u"resourceVersion"_s, options.resourceVersion);
    params.add(u"resourceVersionMatch"_s, options.resourceVersionMatch);
    if (options.sendInitialEvents)
        params.add(u"sendInitialEvents"_s, *options.sendInitialEvents ? u"true"_s : u"false"_s);
    params.addNumber(u"timeoutSeconds"_s, options.timeoutSeconds);
    params.addFlag(u"watch"_s, options.watch);
    return params;
}

} // namespace kube
