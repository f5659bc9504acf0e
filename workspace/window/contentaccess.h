// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessible>
#include <QAccessibleInterface>
#include <QHash>
#include <QRect>

#include <functional>

namespace workspace {

class ContentRows;
class WindowContent;

/// Where a content is shown, for its accessible interface.
struct ContentPlace
{
    std::function<WindowContent *()> content = {}; ///< nullptr when it is gone
    std::function<QAccessibleInterface *()> parent = {}; ///< of the rows
    std::function<QRect(const QRectF &)> onScreen = {}; ///< from content coordinates
    std::function<bool()> hasKeys = {};
    std::function<void()> takeKeys = {};
};

/// The accessible rows of a content. They are made when they are asked for, and end with this.
class AccessibleRows
{
public:
    explicit AccessibleRows(ContentPlace place)
        : m_place(std::move(place))
    {
    }
    ~AccessibleRows();
    Q_DISABLE_COPY_MOVE(AccessibleRows)

    const ContentPlace &place() const { return m_place; }
    ContentRows *source() const; ///< nullptr: it has no rows
    int count() const;
    QAccessibleInterface *row(int index);
    int indexOf(const QAccessibleInterface *row) const;
    QAccessibleInterface *current(); ///< the row that keys act on; nullptr: none
    int at(QPoint onScreen) const; ///< -1: none

    /// What the whole of it is: a list, a text, a terminal.
    QAccessible::Role role() const;

private:
    static constexpr int MostKept = 4000;

    void clear();

    ContentPlace m_place;
    QHash<int, QAccessible::Id> m_ids;
};

/// What a window shows, as a child of that window.
class ContentAccess final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    /// `name` is for a content that has nothing to say about itself yet; `parent` that of this.
    ContentAccess(ContentPlace place, std::function<QString()> name,
                  std::function<QAccessibleInterface *()> parent);

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override { return m_parent(); }
    QAccessibleInterface *child(int index) const override { return m_rows.row(index); }
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override { return m_rows.current(); }
    int childCount() const override { return m_rows.count(); }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        return m_rows.indexOf(child);
    }
    QString text(QAccessible::Text type) const override;
    void setText(QAccessible::Text /*type*/, const QString & /*text*/) override { }
    QRect rect() const override;
    QAccessible::Role role() const override { return m_rows.role(); }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override { return {setFocusAction()}; }
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString & /*name*/) const override { return {}; }

    AccessibleRows &rows() { return m_rows; }

private:
    mutable AccessibleRows m_rows;
    std::function<QString()> m_name;
    std::function<QAccessibleInterface *()> m_parent;
};

} // namespace workspace
