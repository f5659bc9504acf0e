// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/window/windowcontent.h"

#include <memory>

namespace workspace {

class Look;

/// Stands in for a content that cannot be made yet: shows a sentence until the real one arrives,
/// and is that one from then on. Also says why there will be none.
class DeferredContent final : public WindowContent
{
    Q_OBJECT

public:
    /// `look` is borrowed and must outlive the content.
    explicit DeferredContent(Look &look, QObject *parent = nullptr);
    ~DeferredContent() override;

    /// Drops the real content, if any, and shows a sentence.
    void setMessage(Freshness freshness, const QString &text);
    /// The same, for what its person may not see: calmly, under the sign of a lock.
    void setLocked(const QString &text);
    bool isLocked() const { return m_isLocked && !m_content; }
    void setContent(std::unique_ptr<WindowContent> content);
    WindowContent *content() const { return m_content.get(); }

    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) override;
    bool handleInput(QEvent &event) override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    QString toolTipAt(QPointF position) const override;
    Freshness freshness() const override;
    QString statusText() const override;
    QDateTime lastHeard() const override;
    QString accessibleText() const override;
    ContentRows *contentRows() override;
    std::vector<ObjectId> selectedObjects() const override;
    ViewOptions options() const override;
    void setOptions(const ViewOptions &options) override;
    QVariant draft() const override;
    void setDraft(const QVariant &draft) override;
    std::vector<MenuEntry> ownMenu() override;
    QString dragText() const override;
    void cancelDrag() override;
    QWidget *liveWidget() override;
    void setLiveZoom(qreal zoom) override;
    bool takesAllKeys() const override;

Q_SIGNALS:
    /// A click or Enter on the sentence of a failure: try again.
    void retryRequested();

private:
    void paintLocked(QPainter &painter, const QRectF &area) const;

    Look &m_look;
    std::unique_ptr<WindowContent> m_content;
    QSizeF m_size;
    Freshness m_freshness = Freshness::Loading;
    QString m_text;
    bool m_isLocked = false;
    QVariant m_draft; ///< of the content before
    std::optional<ViewOptions> m_options; ///< for the content to come
};

} // namespace workspace
