// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/access/accesslist.h"
#include "workspace/access/whocantext.h"
#include "workspace/textview/textpane.h"

namespace workspace {

/// The window "Access": what the user may do, and, asked from there, who else may do it.
class AccessContent final : public WindowContent
{
    Q_OBJECT

public:
    /// `cluster` and `look` are borrowed and must outlive the content. No namespaces: all.
    AccessContent(kube::Cluster &cluster, const QStringList &nameSpaces, Look &look,
                  QObject *parent = nullptr);

    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) override;
    bool handleInput(QEvent &event) override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    QString toolTipAt(QPointF position) const override;
    Freshness freshness() const override;
    QString statusText() const override;
    QString accessibleText() const override;
    ContentRows *contentRows() override;

    AccessList &list() { return m_list; }
    TextPane &pane() { return m_pane; }
    bool isAsking() const { return m_asked.has_value(); }
    /// Shows who may do this.
    void askWho(const AccessSubject &subject, const QString &verb);

Q_SIGNALS:
    void namespacesRequested();
    void openRequested(const workspace::ObjectId &object, workspace::View view);

private:
    void read(const QString &nameSpace, qsizetype index);
    void refresh();
    void act(const QString &action);

    kube::Cluster &m_cluster;
    QStringList m_nameSpaces;
    AccessList m_list;
    TextPane m_pane;
    AccessSubject m_subject;
    std::optional<WhoCanState> m_asked;
    std::map<QString, kube::RbacObjects> m_rbac; ///< by namespace, of the question that is shown
    int m_question = 0; ///< answers of earlier ones come too late
};

} // namespace workspace
