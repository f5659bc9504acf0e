// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/rowsums.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

struct SumsTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Sums)
};

/// The number that a cell begins with: "3 (5m ago)" is 3.
qint64 leadingNumber(QStringView cell)
{
    qsizetype digits = 0;
    while (digits < cell.size() && digits < 12 && cell[digits].isDigit())
        ++digits;
    return cell.left(digits).toLongLong();
}

QString cpuText(qint64 billionths)
{
    constexpr qint64 ManyCores = 100'000'000'000;
    return billionths < ManyCores ? kube::topCpu(billionths)
                                  : u"%L1"_s.arg(double(billionths) / 1e9, 0, 'f', 0);
}

QString memoryText(qint64 bytes)
{
    constexpr double Gibi = 1024.0 * 1024 * 1024;
    return double(bytes) < 10 * Gibi ? kube::topMemory(bytes)
                                     : u"%1Gi"_s.arg(double(bytes) / Gibi, 0, 'f', 1);
}

QString usageText(const QString &name, const QString &used, qint64 requested, qint64 limit,
                  QString (*text)(qint64))
{
    QStringList bounds;
    if (requested > 0)
        bounds += SumsTr::tr("requests %1").arg(text(requested));
    if (limit > 0)
        bounds += SumsTr::tr("limits %1").arg(text(limit));
    const QString said = name + u' ' + used;
    return bounds.isEmpty() ? said : QString(said + u" ("_s + bounds.join(u", "_s) + u')');
}

} // namespace

CellPlaces CellPlaces::of(const QString &kind, const QList<kube::TableColumn> &columns)
{
    CellPlaces places;
    for (int i = 0; i < int(columns.size()); ++i) {
        const auto &name = columns[i].name;
        if (name == "Restarts"_L1)
            places.restarts = i;
        else if (name == "Ready"_L1 && kind != "Pod"_L1) // of a pod: its containers
            places.ready = i;
        else if (name == "Desired"_L1)
            places.desired = i;
    }
    return places;
}

void RowSums::addReplicas(const kube::PackedItem &item, const CellPlaces &places)
{
    const auto ready = item.cell(places.ready);
    const auto slash = ready.indexOf(u'/');
    m_ready += leadingNumber(ready);
    m_desired += slash >= 0 ? leadingNumber(QStringView(ready).sliced(slash + 1))
                            : leadingNumber(item.cell(places.desired));
}

void RowSums::add(const kube::PackedItem &item, const CellPlaces &places,
                  const std::optional<kube::UsageFigure> &usage,
                  const std::optional<PodNeeds> &needs)
{
    if (places.restarts >= 0)
        m_restarts += leadingNumber(item.cell(places.restarts));
    if (places.ready >= 0)
        addReplicas(item, places);
    if (usage) {
        m_isMeasured = true;
        m_usage += usage->usage;
    }
    if (needs)
        m_needs += *needs;
}

QString RowSums::text() const
{
    QStringList parts;
    if (m_desired > 0)
        parts += SumsTr::tr("%L1/%L2 ready").arg(m_ready).arg(m_desired);
    if (m_restarts > 0)
        parts += SumsTr::tr("%Ln restart(s)", nullptr, int(m_restarts));
    if (m_isMeasured) {
        parts += usageText(SumsTr::tr("CPU"), cpuText(m_usage.cpu), m_needs.requests.cpu,
                           m_needs.limits.cpu, cpuText);
        parts += usageText(SumsTr::tr("MEM"), memoryText(m_usage.memory), m_needs.requests.memory,
                           m_needs.limits.memory, memoryText);
    }
    return parts.join(u" · "_s);
}

} // namespace workspace
