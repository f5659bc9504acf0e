// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/access/canvastree.h"

#include <QAccessibleWidget>
#include <QPointer>

namespace workspace {

/// The canvas for a screen reader: its parts, then the widgets that lie over it.
class CanvasAccess final : public QAccessibleWidget
{
public:
    /// The tree is a child object of the canvas: it may come later, and vanish first.
    explicit CanvasAccess(QWidget &canvas);

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

private:
    std::vector<CanvasPart> parts() const;

    CanvasTree *tree() const;

    mutable QPointer<CanvasTree> m_tree;
};

/// Of a YardCanvas; nullptr for other objects. For QAccessible::installFactory().
QAccessibleInterface *accessibleCanvas(const QString &key, QObject *object);

/// A krate, a window, a button, a tab, the pill or the minimap.
class PartAccess final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    /// `tree` is borrowed: it ends this.
    PartAccess(CanvasTree &tree, const CanvasPart &part)
        : m_tree(tree)
        , m_part(part)
    {
    }

    bool isValid() const override { return m_tree.exists(m_part); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    int childCount() const override { return int(m_tree.childrenOf(m_part).size()); }
    int indexOfChild(const QAccessibleInterface *child) const override;
    QString text(QAccessible::Text type) const override;
    void setText(QAccessible::Text /*type*/, const QString & /*text*/) override { }
    QRect rect() const override { return m_tree.rectOf(m_part); }
    QAccessible::Role role() const override;
    QAccessible::State state() const override { return m_tree.stateOf(m_part); }
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &name) const override;

private:
    CanvasTree &m_tree;
    CanvasPart m_part;
};

} // namespace workspace
