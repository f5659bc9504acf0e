// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/events/eventcontent.h"

#include "workspace/collection/sortkey.h"
#include "workspace/errortext.h"
#include "workspace/events/eventmetrics.h"
#include "workspace/look/look.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace workspace {

EventContent::EventContent(kube::ResourceCache &cache, const QStringList &nameSpaces, Look &look,
                           QObject *parent)
    : ListContent(look, true, nameSpaces, {.row = EventMetrics::row, .keepsPlace = true}, parent)
    , m_watch(cache, {.nameSpaces = nameSpaces})
{
    connect(&m_watch, &kube::EventWatch::changed, this, &EventContent::take);
    connect(&m_watch, &kube::EventWatch::stateChanged, this, [this] {
        Q_EMIT updated();
        Q_EMIT statusChanged();
    });
    m_watch.start();
}

void EventContent::take()
{
    m_model.take(m_watch.log());
    Q_EMIT countsChanged();
    rowsChanged();
}

ObjectId EventContent::objectAt(int row) const
{
    const auto &object = m_model.group(row).object;
    const auto version = object.apiVersion.isEmpty() ? u"v1"_s : object.apiVersion;
    return {version, object.kind, object.nameSpace, object.name};
}

QString EventContent::rowText(int row) const
{
    const auto &event = m_model.group(row);
    return u"%1 %2, %3 %4: %5"_s.arg(event.type, event.reason, event.object.kind, event.object.name,
                                     event.message);
}

WindowContent::Freshness EventContent::freshness() const
{
    return freshnessOf(m_watch.state(), m_model.total() == 0);
}

QString EventContent::footerText() const
{
    QStringList parts{tr("%Ln event(s)", nullptr, m_model.total())};
    if (m_model.warnings() > 0)
        parts += tr("%Ln warning(s)", nullptr, m_model.warnings());
    if (!filter().isEmpty())
        parts += tr("showing %Ln", nullptr, m_model.rowCount());
    return parts.join(u" · "_s);
}

QString EventContent::filterHint() const
{
    return tr("Filter by reason, object, message");
}

QString EventContent::toolTipAt(QPointF position) const
{
    const int row = rowAt(position);
    if (row < 0)
        return {};
    const auto &event = m_model.group(row);
    const auto moment = [](qint64 time) {
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time), QLocale::ShortFormat);
    };
    const auto seen = event.count > 1
        ? tr("%Ln time(s), first %1, last %2; says %3", nullptr, int(event.count))
              .arg(moment(event.first), moment(event.last), event.source)
        : tr("%1; says %2").arg(moment(event.last), event.source);
    return event.message.simplified() + u'\n' + seen;
}

void EventContent::showTime(qint64 time)
{
    if (rowCount() == 0)
        return;
    int row = 0; // the newest first
    while (row + 1 < rowCount() && m_model.group(row).last > time)
        ++row;
    select(row);
}

Message EventContent::message() const
{
    if (freshness() == Freshness::Failed) {
        const auto error = m_watch.lastError().value_or(kube::Error{});
        if (error.kind == kube::Error::Kind::Forbidden && nameSpaces().isEmpty())
            return {Message::Tone::Warn, tr("You may not see the events of all namespaces"),
                    tr("Choose namespaces that you have access to: the button above, or Alt+N.")};
        return {Message::Tone::Error, tr("The events cannot be read"), errorText(error)};
    }
    if (freshness() == Freshness::Loading)
        return {.title = tr("Reading events…")};
    if (m_model.total() == 0)
        return {.title = tr("Nothing has happened lately"),
                .text = tr("Clusters forget events, mostly after an hour. New ones appear here by "
                           "themselves.")};
    return {.title = tr("No match"),
            .text = tr("None of %Ln event(s) fits the filter. Escape clears it.", nullptr,
                       m_model.total())};
}

} // namespace workspace
