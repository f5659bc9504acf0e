// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/access/accessmodel.h"
#include "workspace/list/listcontent.h"

namespace kube {
class Cluster;
}

namespace workspace {

/// What the user may do, as a table: kinds down, verbs across; a check for yes, a cross for no, a
/// triangle for some, a clock for not told yet.
///
/// Asks for the rules of the namespaces, and by single reviews for what rows in view lack, a few at
/// a time. Left and right choose a verb while the filter is empty; Enter, a double click and a
/// click on a chosen cell ask who may do that.
class AccessList final : public ListContent
{
    Q_OBJECT

public:
    /// `cluster` and `look` are borrowed and must outlive the content. No namespaces: all.
    AccessList(kube::Cluster &cluster, const QStringList &nameSpaces, Look &look,
               QObject *parent = nullptr);

    bool handleInput(QEvent &event) override;
    QString toolTipAt(QPointF position) const override;
    Freshness freshness() const override;

    AccessModel &model() { return m_model; }
    QString chosenVerb() const { return AccessModel::verbs()[m_verb]; }

Q_SIGNALS:
    /// The person wants to know who may do this.
    void whoRequested(const workspace::AccessSubject &subject, const QString &verb);

protected:
    int rowCount() const override { return m_model.rowCount(); }
    int total() const override { return m_model.total(); }
    QString idOf(int row) const override { return m_model.subject(row).title(); }
    int rowOf(const QString &id) const override { return m_model.rowOf(id); }
    ObjectId objectAt(int row) const override;
    QString rowText(int row) const override;
    void open(int row, View view) override;
    std::optional<View> viewOfKey(int key) const override;
    void applyFilter(const QString &text) override { m_model.setFilter(text); }
    QString filterHint() const override;
    Message message() const override;
    QString footerText() const override;
    void paintRow(QPainter &painter, int row, const QRectF &box) override;
    void paintHeader(QPainter &painter) override;

private:
    void readRules(const QString &nameSpace);
    void askInView();
    void ask(const kube::AccessQuestion &question);
    qreal cellsLeft() const;
    qreal cellWidth() const;
    int verbAt(QPointF position) const; ///< -1: none
    bool moveVerb(int key);
    void paintCell(QPainter &painter, int row, int verb, const QRectF &cell);

    kube::Cluster &m_cluster;
    AccessModel m_model;
    QTimer m_askSoon; ///< after rows came into view
    QSet<kube::AccessQuestion> m_asked; ///< under way, or failed
    int m_underWay = 0;
    int m_rulesLeft = 0;
    std::optional<kube::Error> m_problem; ///< of the last question that failed
    qsizetype m_verb = 0;
};

} // namespace workspace
