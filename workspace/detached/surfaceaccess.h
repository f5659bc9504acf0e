// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/window/contentaccess.h"

#include <QAccessibleWidget>

namespace workspace {

/// A widget that shows rows it has painted itself, for a screen reader: the rows, then the widgets
/// in it.
class SurfaceAccess final : public QAccessibleWidget
{
public:
    /// `content` answers nullptr when there is none; `parent` of the place is set by this.
    SurfaceAccess(QWidget &widget, ContentPlace place);

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    QAccessible::Role role() const override { return m_rows.role(); }
    QString text(QAccessible::Text type) const override;

private:
    mutable AccessibleRows m_rows;
};

/// Of a ContentSurface; nullptr for other objects. For QAccessible::installFactory().
QAccessibleInterface *accessibleSurface(const QString &key, QObject *object);

} // namespace workspace
