// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/health/namespaceroll.h"
#include "kube/metrics/usageroll.h"
#include "kube/watch/subscription.h"
#include "workspace/collection/collectionmodel.h"
#include "workspace/list/listcontent.h"

#include <QTimer>

namespace kube {
class ResourceCache;
}

namespace workspace {

/// The objects of one kind as a filtered, sorted, live table with the server's columns.
///
/// Several namespaces are listed one by one, so that rights in each are enough. A click on a
/// column's title sorts by it, its right edge drags its width.
class CollectionContent final : public ListContent
{
    Q_OBJECT

public:
    /// `cache` and `look` are borrowed and must outlive the content. No namespaces: all.
    CollectionContent(kube::ResourceCache &cache, const kube::ApiResource &resource,
                      const QStringList &nameSpaces, Look &look, QObject *parent = nullptr);
    ~CollectionContent() override;

    Qt::CursorShape cursorAt(QPointF position) const override;
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

protected:
    int rowCount() const override { return m_model.rowCount(); }
    int total() const override { return m_model.counts().total; }
    QString idOf(int row) const override { return m_model.packed(row).uid(); }
    int rowOf(const QString &id) const override { return m_model.rowOf(id); }
    ObjectId objectAt(int row) const override;
    QString rowText(int row) const override;
    void applyFilter(const QString &text) override { m_model.setFilter(text); }
    QString filterHint() const override;
    Message message() const override;
    QString footerText() const override;
    QString staleText() const override;
    void paintRow(QPainter &painter, int row, const QRectF &box) override;
    void paintHeader(QPainter &painter) override;
    bool pressHeader(QPointF position) override;
    bool dragHeader(QPointF position) override;
    void releaseHeader() override { m_resizing = -1; }
    bool doubleClickHeader(QPointF position) override;
    void tick() override;
    qreal contentWidth() override;

private:
    struct HeaderHit
    {
        int column = -1;
        bool edge = false; ///< on the line at the column's right, which drags its width
    };

    void watchModel();
    void subscribe(kube::ResourceCache &cache, const QString &nameSpace);
    void scheduleUpdate();
    void layoutColumns();
    HeaderHit headerAt(QPointF position) const;
    void sortBy(int column);
    bool isOldUsage(int row) const;

    kube::Subscription::State state() const; ///< of all namespaces together
    std::optional<kube::Error> lastError() const;
    QStringList refusedNamespaces() const;
    Message refusal(const kube::Error &error) const;

    kube::ApiResource m_resource;
    CollectionModel m_model;
    std::vector<std::unique_ptr<kube::Subscription>> m_objects; ///< one for each namespace
    std::unique_ptr<kube::NamespaceRoll> m_pods; ///< only of namespaces
    std::unique_ptr<kube::UsageRoll> m_usage; ///< only of kinds that can be measured
    QTimer m_coalesce; ///< many model signals, one repaint
    std::vector<qreal> m_widths; ///< as painted
    std::vector<qreal> m_dragged; ///< chosen by the person; 0: by content
    std::vector<QString> m_ages; ///< that are on screen
    int m_resizing = -1;
};

} // namespace workspace
