// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/access/canvasaccess.h"

#include "workspace/canvas/yardcanvas.h"

#include <QWidget>

#include <ranges>

namespace workspace {

using Type = CanvasPart::Type;

/// The last, which is the nearest to the viewer, that is painted there.
static QAccessibleInterface *at(CanvasTree &tree, const std::vector<CanvasPart> &parts,
                                QPoint point)
{
    for (const auto &part : std::views::reverse(parts)) {
        if (tree.rectOf(part).contains(point))
            return tree.interfaceOf(part);
    }
    return nullptr;
}

static int indexIn(CanvasTree &tree, const std::vector<CanvasPart> &parts,
                   const QAccessibleInterface *child)
{
    for (size_t i = 0; i < parts.size(); ++i) {
        if (tree.interfaceOf(parts[i]) == child)
            return int(i);
    }
    return -1;
}

CanvasAccess::CanvasAccess(QWidget &canvas)
    : QAccessibleWidget(&canvas, QAccessible::Canvas)
{
}

CanvasTree *CanvasAccess::tree() const
{
    if (!m_tree && widget())
        m_tree = widget()->findChild<CanvasTree *>(Qt::FindDirectChildrenOnly);
    return m_tree;
}

std::vector<CanvasPart> CanvasAccess::parts() const
{
    const auto *known = tree();
    return known ? known->roots() : std::vector<CanvasPart>();
}

int CanvasAccess::childCount() const
{
    return int(parts().size()) + QAccessibleWidget::childCount();
}

QAccessibleInterface *CanvasAccess::child(int index) const
{
    const auto own = parts();
    if (index >= 0 && index < int(own.size()))
        return m_tree->interfaceOf(own[size_t(index)]);
    return QAccessibleWidget::child(index - int(own.size()));
}

int CanvasAccess::indexOfChild(const QAccessibleInterface *child) const
{
    if (child && child->object()) {
        const int index = QAccessibleWidget::indexOfChild(child);
        return index < 0 ? -1 : index + int(parts().size());
    }
    return tree() ? indexIn(*m_tree, parts(), child) : -1;
}

QAccessibleInterface *CanvasAccess::childAt(int x, int y) const
{
    if (auto *widget = QAccessibleWidget::childAt(x, y))
        return widget;
    return tree() ? at(*m_tree, parts(), {x, y}) : nullptr;
}

QAccessibleInterface *CanvasAccess::focusChild() const
{
    if (tree() && widget()->hasFocus()) {
        if (auto *focused = m_tree->focused())
            return focused;
    }
    return QAccessibleWidget::focusChild();
}

QAccessibleInterface *accessibleCanvas(const QString & /*key*/, QObject *object)
{
    auto *canvas = qobject_cast<YardCanvas *>(object);
    return canvas ? new CanvasAccess(*canvas) : nullptr;
}

QWindow *PartAccess::window() const
{
    return m_tree.canvas().window()->windowHandle();
}

QAccessibleInterface *PartAccess::parent() const
{
    const auto above = m_tree.parentOf(m_part);
    return above ? m_tree.interfaceOf(*above)
                 : QAccessible::queryAccessibleInterface(&m_tree.canvas());
}

QAccessibleInterface *PartAccess::child(int index) const
{
    const auto children = m_tree.childrenOf(m_part);
    return index >= 0 && index < int(children.size()) ? m_tree.interfaceOf(children[size_t(index)])
                                                      : nullptr;
}

QAccessibleInterface *PartAccess::childAt(int x, int y) const
{
    return at(m_tree, m_tree.childrenOf(m_part), {x, y});
}

int PartAccess::indexOfChild(const QAccessibleInterface *child) const
{
    return indexIn(m_tree, m_tree.childrenOf(m_part), child);
}

QString PartAccess::text(QAccessible::Text type) const
{
    switch (type) {
    case QAccessible::Name: return m_tree.nameOf(m_part);
    case QAccessible::Description: return m_tree.descriptionOf(m_part);
    case QAccessible::Accelerator: return m_tree.keyOf(m_part);
    default: return {};
    }
}

QAccessible::Role PartAccess::role() const
{
    switch (m_part.type) {
    case Type::Krate: return QAccessible::Grouping;
    case Type::Window: return QAccessible::Pane;
    case Type::Content: return QAccessible::Document; // has an interface of its own
    case Type::Button:
        return m_part.hit.part == Hit::Part::WindowMoreTabs ? QAccessible::ButtonMenu
                                                            : QAccessible::Button;
    case Type::Tab: return QAccessible::PageTab;
    case Type::Minimap: return QAccessible::Graphic;
    case Type::Pill: return QAccessible::ToolBar;
    }
    Q_UNREACHABLE_RETURN(QAccessible::NoRole);
}

void *PartAccess::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                : nullptr;
}

QStringList PartAccess::actionNames() const
{
    switch (m_part.type) {
    case Type::Krate: return {pressAction(), toggleAction(), setFocusAction()};
    case Type::Window: return {setFocusAction(), pressAction()};
    case Type::Button:
    case Type::Tab: return {pressAction()};
    case Type::Content:
    case Type::Minimap:
    case Type::Pill: return {};
    }
    Q_UNREACHABLE_RETURN({});
}

void PartAccess::doAction(const QString &name)
{
    if (!isValid() || !actionNames().contains(name))
        return;
    if (name == toggleAction())
        m_tree.toggle(m_part);
    else if (name == setFocusAction())
        m_tree.giveKeys(m_part);
    else
        m_tree.press(m_part);
}

QStringList PartAccess::keyBindingsForAction(const QString &name) const
{
    const QString key = m_tree.keyOf(m_part);
    return name == pressAction() && !key.isEmpty() ? QStringList{key} : QStringList();
}

} // namespace workspace
