// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/textview/textpane.h"
#include "workspace/window/windowcontent.h"
#include "workspace/yaml/objectwatch.h"

#include <QSet>

namespace workspace {

class Look;
class YamlHighlighting;

/// One object as live YAML. A Secret's values are masked until they are clicked; what was shown is
/// forgotten with the window.
class YamlContent final : public WindowContent
{
    Q_OBJECT

public:
    /// `cache`, `highlighting` and `look` are borrowed and must outlive the content. `resource` is
    /// the discovery entry of the object's kind.
    YamlContent(kube::ResourceCache &cache, const kube::ApiResource &resource, const ObjectId &id,
                YamlHighlighting &highlighting, Look &look, QObject *parent = nullptr);

    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) override;
    bool handleInput(QEvent &event) override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    Freshness freshness() const override;
    QString statusText() const override;
    QString accessibleText() const override;

    TextPane &pane() { return m_pane; }
    ObjectWatch &watch() { return m_watch; }

private:
    void refresh();
    void act(const QString &action);

    ObjectId m_id;
    YamlHighlighting &m_highlighting;
    Look &m_look;
    ObjectWatch m_watch;
    TextPane m_pane;
    QSizeF m_size;
    QSet<QString> m_revealed;
};

} // namespace workspace
