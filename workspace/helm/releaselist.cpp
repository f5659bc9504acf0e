// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/helm/releaselist.h"

#include "kube/watch/resourcecache.h"
#include "workspace/errortext.h"
#include "workspace/yard/kinds.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int MostReads = 3; ///< payloads at once: each may be a megabyte

ReleaseList::ReleaseList(kube::ResourceCache &cache, const QStringList &nameSpaces, Look &look,
                         QObject *parent)
    : ListContent(look, true, nameSpaces, {.row = 30, .header = 28}, parent)
    , m_watch(cache, {.nameSpaces = nameSpaces})
    , m_store(cache.client())
{
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(0);
    connect(&m_readSoon, &QTimer::timeout, this, &ReleaseList::readInView);
    connect(&m_watch, &kube::HelmWatch::changed, this, &ReleaseList::take);
    connect(&m_watch, &kube::HelmWatch::stateChanged, this, [this] {
        Q_EMIT updated();
        Q_EMIT statusChanged();
    });
    m_watch.start();
}

void ReleaseList::take()
{
    m_model.take(m_watch.releases());
    relayout();
    Q_EMIT countsChanged();
    Q_EMIT updated();
    Q_EMIT statusChanged();
}

void ReleaseList::readInView()
{
    const auto [first, end] = rowsInView();
    for (int row = first; row < end && m_reading.size() < MostReads; ++row) {
        const auto &shown = m_model.row(row);
        if (!shown.isRead && !m_reading.contains(shown.newest.releaseId()))
            read(shown.newest);
    }
}

void ReleaseList::read(const kube::HelmRevision &revision)
{
    m_reading.insert(revision.releaseId());
    m_store.read(revision).then(this, [this, revision](const kube::Result<kube::HelmStored> &read) {
        m_reading.remove(revision.releaseId());
        if (read)
            m_model.setChart(revision, read->release.chartName(), read->release.appVersion);
        else
            m_model.setChart(revision, {}, {}, errorText(read.error()));
        m_readSoon.start();
        relayout(); // the filter may know the chart
        Q_EMIT updated();
    });
}

ObjectId ReleaseList::objectAt(int row) const
{
    const auto &revision = m_model.row(row).newest;
    return {QString(OwnApiVersion), u"Release"_s, revision.nameSpace, revision.name};
}

std::optional<View> ReleaseList::viewOfKey(int key) const
{
    switch (key) {
    case Qt::Key_V: return View::Values;
    case Qt::Key_M: return View::Manifest;
    case Qt::Key_H: return View::History;
    default: return {};
    }
}

WindowContent::Freshness ReleaseList::freshness() const
{
    return freshnessOf(m_watch.state(), m_model.total() == 0);
}

QString ReleaseList::filterHint() const
{
    return tr("Filter by name, status, chart");
}

QString ReleaseList::footerText() const
{
    QStringList parts{tr("%Ln release(s)", nullptr, m_model.total())};
    if (const int failed = m_model.count(u"failed"_s); failed > 0)
        parts += tr("%Ln failed", nullptr, failed);
    if (const int pending = m_model.pending(); pending > 0)
        parts += tr("%Ln pending", nullptr, pending);
    if (!filter().isEmpty())
        parts += tr("showing %Ln", nullptr, m_model.rowCount());
    return parts.join(u" · "_s);
}

QString ReleaseList::toolTipAt(QPointF position) const
{
    const int row = rowAt(position);
    if (row < 0)
        return {};
    const auto &shown = m_model.row(row);
    const auto written = QDateTime::fromSecsSinceEpoch(shown.newest.updated);
    const auto text =
        tr("%1, written %2")
            .arg(shown.newest.object, QLocale().toString(written, QLocale::ShortFormat));
    return shown.problem.isEmpty() ? text : QString(text + u'\n' + shown.problem);
}

Message ReleaseList::message() const
{
    if (freshness() == Freshness::Failed) {
        const auto error = m_watch.lastError().value_or(kube::Error{});
        if (error.kind != kube::Error::Kind::Forbidden)
            return {Message::Tone::Error, tr("The releases cannot be read"), errorText(error)};
        if (nameSpaces().isEmpty())
            return {Message::Tone::Warn, tr("You may not see the releases of all namespaces"),
                    tr("Choose namespaces that you have access to: the button above, or Alt+N.")};
        return {Message::Tone::Warn,
                tr("You may not see the releases in %1").arg(nameSpaces().join(u", "_s)),
                tr("Helm keeps releases in secrets, which you may not list here. Choose other "
                   "namespaces (Alt+N), or ask for that right.")};
    }
    if (freshness() == Freshness::Loading)
        return {.title = tr("Reading releases…")};
    if (m_model.total() == 0)
        return {.title = nameSpaces().isEmpty()
                    ? tr("No Helm releases in this cluster")
                    : tr("No Helm releases in %1").arg(nameSpaces().join(u", "_s)),
                .text = tr("What helm install makes appears here by itself.")};
    return {.title = tr("No match"),
            .text = tr("None of %Ln release(s) fits the filter. Escape clears it.", nullptr,
                       m_model.total())};
}

} // namespace workspace
