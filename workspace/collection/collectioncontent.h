// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/health/namespaceroll.h"
#include "kube/metrics/usageroll.h"
#include "kube/watch/subscription.h"
#include "workspace/collection/collectionmodel.h"
#include "workspace/collection/rowsums.h"
#include "workspace/collection/tablecontent.h"

#include <QElapsedTimer>
#include <QStringList>
#include <QTimer>

#include <map>

namespace kube {
class ResourceCache;
}

namespace workspace {

/// The objects of one kind as a filtered, sorted, live table with the server's columns.
///
/// Several namespaces are listed one by one, so that rights in each are enough.
class CollectionContent final : public TableContent
{
    Q_OBJECT

public:
    /// `cache` and `look` are borrowed and must outlive the content. No namespaces: all.
    CollectionContent(kube::ResourceCache &cache, const kube::ApiResource &resource,
                      const QStringList &nameSpaces, Look &look, QObject *parent = nullptr);
    ~CollectionContent() override;

    /// A row's health in a sentence.
    QString toolTipAt(QPointF position) const override;
    Freshness freshness() const override;
    QDateTime lastHeard() const override;
    QString accessibleText() const override;

    CollectionModel &model() { return m_model; }
    /// Of namespaces: judges them by their pods, too.
    void countPods(kube::ResourceCache &cache, const kube::ApiResource &pods);
    /// Adds what each object uses, where that can be had. Both are borrowed and must outlive the
    /// content.
    void showUsage(kube::ResourceCache &cache, kube::MetricsFeed &metrics);
    /// There is a tree that this can change to.
    void offerTree() { m_offersTree = true; }

protected:
    int rowCount() const override { return m_model.rowCount(); }
    int total() const override { return m_model.counts().total; }
    QString idOf(int row) const override { return m_model.packed(row).uid(); }
    int rowOf(const QString &id) const override { return m_model.rowOf(id); }
    ObjectId objectAt(int row) const override;
    QString rowText(int row) const override;
    void applyFilter(const QString &text) override;
    QString filterHint() const override;
    QString filterProblem() const override { return m_model.filterProblem(); }
    QString completedFilter(const QString &typed) const override;
    Form form() const override { return m_offersTree ? Form::List : Form::OnlyList; }
    QString sumsOf(const std::vector<int> &rows) const override;
    QString sumsOfAll() const;
    void addUp(RowSums &sums, const CellPlaces &places, int row) const;
    void readNeeds();
    Message message() const override;
    QString footerText() const override;
    void paintHeader(QPainter &painter) override;
    void tick() override;

    const std::vector<Column> &columns() const override { return m_model.columns(); }
    const std::vector<Column> &availableColumns() const override { return m_model.available(); }
    QStringList labelKeys() const override { return m_model.labelKeys(); }
    bool offersLabels() const override { return true; }
    void showChoice(const ColumnChoice &choice) override;
    int sortColumn() const override { return m_model.sortColumn(); }
    Qt::SortOrder sortOrder() const override { return m_model.sortOrder(); }
    QString cellText(int row, int column) const override { return m_model.text(row, column); }
    Health healthAt(int row) const override { return m_model.health(row); }
    bool tellsHealth(int, int column) const override { return m_model.tellsHealth(column); }
    bool isFaint(int row, int column) const override;

private:
    static constexpr int FewRows = 2000; ///< that are added up again at each change

    void watchModel();
    void subscribe();
    void scheduleUpdate();

    kube::Subscription::State state() const; ///< of all namespaces together
    std::optional<kube::Error> lastError() const;
    QStringList refusedNamespaces() const;
    Message refusal(const kube::Error &error) const;

    kube::ResourceCache &m_cache;
    kube::ApiResource m_resource;
    CollectionModel m_model;
    std::vector<std::unique_ptr<kube::Subscription>> m_objects; ///< one for each namespace
    std::unique_ptr<kube::NamespaceRoll> m_pods; ///< only of namespaces
    std::unique_ptr<PodNeedsFeed> m_needs; ///< only of pods, and not of too many
    std::unique_ptr<kube::UsageRoll> m_usage; ///< only of kinds that can be measured
    QTimer m_coalesce; ///< many model signals, one repaint
    std::map<int, QStringList> m_ages; ///< that are on screen, by column
    QStringList m_annotations; ///< that the rows bring as well
    bool m_offersTree = false;
    mutable std::optional<QString> m_sums; ///< of all rows that pass the filter
    mutable bool m_sumsAreOld = false;
    mutable QElapsedTimer m_summed; ///< since they were made
};

} // namespace workspace
