// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/detached/surfaceaccess.h"

#include "workspace/detached/contentsurface.h"

namespace workspace {

SurfaceAccess::SurfaceAccess(QWidget &widget, ContentPlace place)
    : QAccessibleWidget(&widget)
    , m_rows([&] {
        place.parent = [&widget] { return QAccessible::queryAccessibleInterface(&widget); };
        return std::move(place);
    }())
{
}

int SurfaceAccess::childCount() const
{
    return m_rows.count() + QAccessibleWidget::childCount();
}

QAccessibleInterface *SurfaceAccess::child(int index) const
{
    if (auto *row = m_rows.row(index))
        return row;
    return QAccessibleWidget::child(index - m_rows.count());
}

int SurfaceAccess::indexOfChild(const QAccessibleInterface *child) const
{
    if (child && child->object()) {
        const int index = QAccessibleWidget::indexOfChild(child);
        return index < 0 ? -1 : index + m_rows.count();
    }
    return m_rows.indexOf(child);
}

QAccessibleInterface *SurfaceAccess::childAt(int x, int y) const
{
    if (auto *inside = QAccessibleWidget::childAt(x, y))
        return inside;
    return m_rows.row(m_rows.at({x, y}));
}

QAccessibleInterface *SurfaceAccess::focusChild() const
{
    if (widget()->hasFocus()) {
        if (auto *row = m_rows.current())
            return row;
    }
    return QAccessibleWidget::focusChild();
}

QString SurfaceAccess::text(QAccessible::Text type) const
{
    const auto *content = m_rows.place().content();
    if (type == QAccessible::Name && content && !content->accessibleText().isEmpty())
        return content->accessibleText();
    return QAccessibleWidget::text(type);
}

QAccessibleInterface *accessibleSurface(const QString & /*key*/, QObject *object)
{
    auto *surface = qobject_cast<ContentSurface *>(object);
    if (!surface)
        return nullptr;
    return new SurfaceAccess(
        *surface,
        {.content = [surface] { return surface->content(); },
         .onScreen =
             [surface](const QRectF &rect) {
                 const QRect area = rect.isNull() ? surface->rect() : rect.toAlignedRect();
                 return QRect(surface->mapToGlobal(area.topLeft()), area.size());
             },
         .hasKeys = [surface] { return surface->hasFocus(); },
         .takeKeys = [surface] { surface->setFocus(Qt::OtherFocusReason); }});
}

} // namespace workspace
