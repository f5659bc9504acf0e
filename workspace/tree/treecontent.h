// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/collection/tablecontent.h"
#include "workspace/tree/treefeed.h"

#include <QElapsedTimer>

namespace workspace {

/// Objects with what stands below them: workloads with their pods and what those mount, services
/// and ingresses with their targets; or everything in a namespace, below headings.
///
/// Right and Left open and close, or go to the first branch and to what is above; a click on the
/// triangle does so, too. Ctrl+Right and Ctrl+Left do it everywhere.
class TreeContent final : public TableContent
{
    Q_OBJECT

public:
    /// Everything in `source` and `look` are borrowed; the caches, relations and the look must
    /// outlive the content, the kinds are copied. No namespaces: all. Of an ungrouped shape
    /// `isNamespaced` tells whether its kind is.
    TreeContent(const TreeFeed::Source &source, const TreeShape &shape, bool isNamespaced,
                const QStringList &nameSpaces, Look &look, QObject *parent = nullptr);
    ~TreeContent() override;

    QString toolTipAt(QPointF position) const override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    Freshness freshness() const override;
    QDateTime lastHeard() const override { return m_feed.lastHeard(); }
    QString accessibleText() const override;
    TreeModel &model() { return m_model; }

protected:
    int rowCount() const override { return m_model.rowCount(); }
    int total() const override { return m_model.counts().total; }
    QString idOf(int row) const override;
    int rowOf(const QString &id) const override;
    ObjectId objectAt(int row) const override;
    QString rowText(int row) const override;
    void open(int row, View view) override;
    void applyFilter(const QString &text) override { m_model.setFilter(text); }
    QString filterHint() const override;
    QString filterProblem() const override { return m_model.filterProblem(); }
    QString completedFilter(const QString &typed) const override;
    Message message() const override;
    QString footerText() const override;
    QString sumsOf(const std::vector<int> &rows) const override;
    Form form() const override { return m_shape.isGrouped ? Form::OnlyList : Form::Tree; }
    bool ownKey(const QKeyEvent &event) override;
    bool pressRow(int row, QPointF position) override;
    void tick() override;
    QString ageOf(int row) const override;
    QRectF agesRect() const override;

    const std::vector<Column> &columns() const override { return m_model.columns(); }
    const std::vector<Column> &availableColumns() const override { return m_model.available(); }
    void showChoice(const ColumnChoice &choice) override;
    int sortColumn() const override { return m_model.sortColumn(); }
    Qt::SortOrder sortOrder() const override { return m_model.sortOrder(); }
    QString cellText(int row, int column) const override { return m_model.text(row, column); }
    Health healthAt(int row) const override { return m_model.health(row); }
    bool hasHealth(int row) const override;
    bool tellsHealth(int row, int column) const override;
    bool isFaint(int row, int column) const override;
    qreal indentOf(int row) const override;
    void paintLead(QPainter &painter, int row, const QRectF &box) override;
    std::vector<MenuEntry> moreEntries() override;

private:
    static constexpr int FewObjects = 2000; ///< that are added up again at each change

    void watchModel();
    void addUp();
    int ageColumn() const; ///< -1: none is shown
    void scheduleUpdate();
    void setOpen(int row, bool open);
    void setAllOpen(bool open);
    bool goRight(int row);
    bool goLeft(int row);
    QRectF twistyRect(int row) const;
    Message refusal() const;

    TreeShape m_shape;
    kube::ApiResources m_kinds;
    TreeModel m_model;
    TreeFeed m_feed;
    QTimer m_coalesce;
    QString m_sums; ///< of all that pass the filter
    bool m_sumsAreOld = false;
    QElapsedTimer m_summed; ///< since they were made
};

} // namespace workspace
