// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/history/history.h"
#include "workspace/textview/messagepaint.h"
#include "workspace/textview/textpane.h"
#include "workspace/window/windowcontent.h"
#include "workspace/yaml/objectwatch.h"

namespace workspace {

class Look;

/// What changed in one object since it was opened: time, field, before → after, live. Can be
/// selected, copied and searched.
class ChangesContent final : public WindowContent
{
    Q_OBJECT

public:
    /// `cache`, `history` and `look` are borrowed and must outlive the content. `cluster` tells
    /// clusters apart in the history, to which other windows of the object may add too.
    ChangesContent(kube::ResourceCache &cache, const kube::ApiResource &resource,
                   const ObjectId &id, const QString &cluster, kube::History &history, Look &look,
                   QObject *parent = nullptr);

    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) override;
    bool handleInput(QEvent &event) override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    Freshness freshness() const override;
    QString statusText() const override;
    QDateTime lastHeard() const override;
    QString accessibleText() const override;
    ContentRows *contentRows() override { return &m_pane; }

    TextPane &pane() { return m_pane; }

private:
    void refresh();
    const kube::Timeline *timeline() const;
    bool hasChanges() const;
    Message message() const;

    ObjectId m_id;
    QString m_cluster;
    kube::History &m_history;
    Look &m_look;
    ObjectWatch m_watch;
    TextPane m_pane;
    QSizeF m_size;
};

/// Tells the history what a watch has now.
void observe(kube::History &history, const QString &cluster, const ObjectWatch &watch);

} // namespace workspace
