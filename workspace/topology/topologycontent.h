// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/textview/glyphcache.h"
#include "workspace/textview/linefield.h"
#include "workspace/textview/messagepaint.h"
#include "workspace/textview/textpane.h"
#include "workspace/textview/thinscroll.h"
#include "workspace/topology/policytext.h"
#include "workspace/topology/topologywatch.h"
#include "workspace/window/windowcontent.h"

class QKeyEvent;

namespace workspace {

class Look;

/// What leads to an object and where it leads: hosts and paths, services, pods, in three columns of
/// boxes joined by lines; below that the same in words, with what is broken, and for pods the
/// network policies and an answer to "may A reach this on port p?".
///
/// Arrows choose a box, Enter and a click open it. What is typed goes to the question, and Enter
/// there asks it.
class TopologyContent final : public WindowContent
{
    Q_OBJECT

public:
    /// `cache` and `look` are borrowed and must outlive the content.
    TopologyContent(kube::ResourceCache &cache, const kube::ApiResources &kinds,
                    const kube::ApiResource &resource, const ObjectId &id, Look &look,
                    QObject *parent = nullptr);

    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) override;
    bool handleInput(QEvent &event) override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    QString toolTipAt(QPointF position) const override;
    Freshness freshness() const override;
    QString statusText() const override;
    QDateTime lastHeard() const override;
    QString accessibleText() const override; ///< all of it, in words
    ContentRows *contentRows() override { return &m_pane; }

    const TopologyWatch &watch() const { return m_watch; }
    /// Where a box is painted, in content coordinates.
    QRectF boxRect(int box) const;
    /// Asks "may …?" as if it had been typed.
    void ask(const QString &question);

Q_SIGNALS:
    void openRequested(const workspace::ObjectId &object, workspace::View view);

private:
    void take();
    void relayout();
    void refresh();
    Message message() const;
    bool hasPicture() const;
    QRectF pictureRect() const;
    QRectF fieldRect() const; ///< of the question; empty where there is none
    int boxAt(QPointF position) const; ///< -1: none
    void open(int box);
    void choose(int column, int row);
    bool key(QKeyEvent &event);
    bool press(QPointF position);

    void askPeer(const ReachAsked &asked);
    kube::PolicyEndpoint self() const;
    void answer(const kube::PolicyEndpoint &peer);

    void paintLinks(QPainter &painter);
    void paintBox(QPainter &painter, int box, bool focused);

    ObjectId m_id;
    kube::ApiClient &m_client;
    Look &m_look;
    TopologyWatch m_watch;
    TextPane m_pane;
    LineField m_question;
    ThinScroll m_scroll{Qt::Vertical};
    mutable GlyphCache m_glyphs;
    QSizeF m_size;
    std::vector<QRectF> m_boxes; ///< in the picture, unscrolled
    int m_chosen = 0;
    int m_hovered = -1;
    std::optional<ReachAsked> m_asked;
    QString m_problem; ///< why the question cannot be answered
    QMap<QString, QString> m_nameSpaceLabels; ///< of the object's own; as far as it may be read
    kube::PolicyEndpoint m_peer;
    std::vector<kube::NetworkPolicy> m_peerPolicies; ///< of its namespace, when it is another
    bool m_isAnswered = false;
};

} // namespace workspace
