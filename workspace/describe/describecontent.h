// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/subscription.h"
#include "workspace/textview/textpane.h"
#include "workspace/window/windowcontent.h"
#include "workspace/yaml/objectwatch.h"

#include <map>
#include <memory>

namespace workspace {

class Look;

/// One object as `kubectl describe` tells it, live, with its events and links to what it names.
class DescribeContent final : public WindowContent
{
    Q_OBJECT

public:
    /// `cache` and `look` are borrowed and must outlive the content. `resource` is the discovery
    /// entry of the object's kind.
    DescribeContent(kube::ResourceCache &cache, const kube::ApiResource &resource,
                    const ObjectId &id, Look &look, QObject *parent = nullptr);
    ~DescribeContent() override;

    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) override;
    bool handleInput(QEvent &event) override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    Freshness freshness() const override;
    QString statusText() const override;
    QString accessibleText() const override;

    TextPane &pane() { return m_pane; }

Q_SIGNALS:
    void openRequested(const workspace::ObjectId &object, workspace::View view);

private:
    void takeObject();
    void watchEvents(const QString &uid);
    void takeEvent(const kube::PackedItem &item, bool deleted);
    void refresh();

    kube::ResourceCache &m_cache;
    ObjectId m_id;
    Look &m_look;
    ObjectWatch m_watch;
    TextPane m_pane;
    QSizeF m_size;
    QString m_uid; ///< whose events are watched
    std::unique_ptr<kube::Subscription> m_eventWatch;
    std::map<QString, QJsonObject> m_events; ///< by uid
    QTimer m_ticker; ///< ages go on
};

} // namespace workspace
