// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/metrics/usage.h"
#include "kube/watch/packeditem.h"
#include "workspace/collection/podneeds.h"

#include <optional>

namespace workspace {

/// Which cells of a row hold figures; -1: none.
struct CellPlaces
{
    static CellPlaces of(const QString &kind, const QList<kube::TableColumn> &columns);

    int restarts = -1;
    int ready = -1; ///< "2/3", or a number beside `desired`
    int desired = -1;
};

/// Adds up what rows say in figures: restarts, replicas, and what they use of what they ask for.
class RowSums
{
public:
    void add(const kube::PackedItem &item, const CellPlaces &places,
             const std::optional<kube::UsageFigure> &usage = {},
             const std::optional<PodNeeds> &needs = {});
    /// For people: "14 restarts · 5/6 ready · CPU 340m (req 1500m) · MEM 1200Mi"; only what there
    /// is.
    QString text() const;

private:
    void addReplicas(const kube::PackedItem &item, const CellPlaces &places);

    qint64 m_restarts = 0;
    qint64 m_ready = 0;
    qint64 m_desired = 0;
    bool m_isMeasured = false;
    kube::Usage m_usage;
    PodNeeds m_needs;
};

} // namespace workspace
