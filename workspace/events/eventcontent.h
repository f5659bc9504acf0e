// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/events/eventwatch.h"
#include "workspace/events/eventmodel.h"
#include "workspace/list/listcontent.h"

namespace workspace {

/// The events of namespaces or a cluster, live and grouped, the newest first. Opens the object that
/// an event is about.
class EventContent final : public ListContent
{
    Q_OBJECT

public:
    /// `cache` and `look` are borrowed and must outlive the content. Empty `nameSpaces` show
    /// the events of all.
    EventContent(kube::ResourceCache &cache, const QStringList &nameSpaces, Look &look,
                 QObject *parent = nullptr);

    /// The whole message, and when it was seen first and last.
    QString toolTipAt(QPointF position) const override;
    Freshness freshness() const override;

    EventModel &model() { return m_model; }
    /// Selects the newest event that had happened by then, in milliseconds since 1970.
    void showTime(qint64 time);

Q_SIGNALS:
    void countsChanged(); ///< of the model

protected:
    int rowCount() const override { return m_model.rowCount(); }
    int total() const override { return m_model.total(); }
    // The bytes of a hash: Latin-1 keeps every one.
    QString idOf(int row) const override { return QString::fromLatin1(m_model.group(row).id); }
    int rowOf(const QString &id) const override { return m_model.rowOf(id.toLatin1()); }
    ObjectId objectAt(int row) const override;
    QString rowText(int row) const override;
    void applyFilter(const QString &text) override { m_model.setFilter(text); }
    QString filterHint() const override;
    Message message() const override;
    QString footerText() const override;
    void paintRow(QPainter &painter, int row, const QRectF &box) override;
    QString ageOf(int row) const override;

private:
    void take();
    /// Returns where the texts at the left must end.
    qreal paintTimes(QPainter &painter, int row, const QRectF &box);

    kube::EventWatch m_watch;
    EventModel m_model;
};

} // namespace workspace
