// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/health/healthwatch.h"
#include "workspace/describe/objectdescription.h"
#include "workspace/textview/textpane.h"
#include "workspace/window/seenticker.h"
#include "workspace/window/windowcontent.h"

namespace workspace {

class Look;

/// One object as `kubectl describe` tells it, live, with its relations, its events and links to
/// what it names.
class DescribeContent final : public WindowContent
{
    Q_OBJECT

public:
    /// `cache` and `look` are borrowed and must outlive the content.
    DescribeContent(kube::ResourceCache &cache, const DescribedObject &described, Look &look,
                    QObject *parent = nullptr);
    ~DescribeContent() override;

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
    const ObjectWatch &watch() const { return m_description.watch(); }
    const kube::HealthWatch &health() const { return m_health; }

Q_SIGNALS:
    void openRequested(const workspace::ObjectId &object, workspace::View view);

private:
    void refreshSoon();
    void refresh();

    ObjectId m_id;
    Look &m_look;
    ObjectDescription m_description;
    TextPane m_pane;
    QSizeF m_size;
    kube::HealthWatch m_health;
    QTimer m_soon; ///< many changes, one text
    SeenTicker m_ticker{*this, std::chrono::seconds(5)}; ///< ages go on
};

} // namespace workspace
