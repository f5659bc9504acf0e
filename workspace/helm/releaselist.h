// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/helm/helmstore.h"
#include "kube/helm/helmwatch.h"
#include "workspace/helm/releasemodel.h"
#include "workspace/list/listcontent.h"

#include <QSet>

#include <array>

namespace kube {
class ApiClient;
class ResourceCache;
} // namespace kube

namespace workspace {

/// The Helm releases of a cluster or of namespaces, live: known by labels alone; the chart and its
/// version are read for the rows in view, a few at a time.
class ReleaseList final : public ListContent
{
    Q_OBJECT

public:
    /// `cache` (with its client) and `look` are borrowed and must outlive the content. No
    /// namespaces: all.
    ReleaseList(kube::ResourceCache &cache, const QStringList &nameSpaces, Look &look,
                QObject *parent = nullptr);

    /// When it was written, and why its chart is not known.
    QString toolTipAt(QPointF position) const override;
    Freshness freshness() const override;

    ReleaseModel &model() { return m_model; }

Q_SIGNALS:
    void countsChanged(); ///< of the model

protected:
    int rowCount() const override { return m_model.rowCount(); }
    int total() const override { return m_model.total(); }
    QString idOf(int row) const override { return m_model.row(row).newest.releaseId(); }
    int rowOf(const QString &id) const override { return m_model.rowOf(id); }
    ObjectId objectAt(int row) const override;
    QString rowText(int row) const override;
    View usualView() const override { return View::Values; }
    std::optional<View> viewOfKey(int key) const override;
    void applyFilter(const QString &text) override { m_model.setFilter(text); }
    QString filterHint() const override;
    Message message() const override;
    QString footerText() const override;
    void paintRow(QPainter &painter, int row, const QRectF &box) override;
    void paintHeader(QPainter &painter) override;
    QString ageOf(int row) const override { return textOf(row, ReleaseModel::UpdatedColumn); }

private:
    struct Place
    {
        qreal left = 0;
        qreal width = 0; ///< 0: no room for it
    };
    using Places = std::array<Place, ReleaseModel::Columns>;

    void take();
    void readInView();
    void read(const kube::HelmRevision &revision);
    Places places() const;
    QString textOf(int row, ReleaseModel::Column column) const;

    kube::HelmWatch m_watch;
    kube::HelmStore m_store;
    ReleaseModel m_model;
    QTimer m_readSoon; ///< after rows came into view
    QSet<QString> m_reading; ///< releases whose payload is on its way
};

} // namespace workspace
