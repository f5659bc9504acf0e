// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/window/contentaccess.h"

#include "workspace/window/contentrows.h"
#include "workspace/window/windowcontent.h"

namespace workspace {

namespace {

/// One row of a list, one line of a text.
class RowAccess final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    RowAccess(const AccessibleRows &rows, int index)
        : m_rows(rows)
        , m_index(index)
    {
    }

    bool isValid() const override { return m_index < m_rows.count(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override
    {
        const auto *above = parent();
        return above ? above->window() : nullptr;
    }
    QAccessibleInterface *parent() const override { return m_rows.place().parent(); }
    QAccessibleInterface *child(int /*index*/) const override { return nullptr; }
    QAccessibleInterface *childAt(int /*x*/, int /*y*/) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface * /*child*/) const override { return -1; }
    void setText(QAccessible::Text /*type*/, const QString & /*text*/) override { }
    QString text(QAccessible::Text type) const override
    {
        return type == QAccessible::Name && isValid() ? m_rows.source()->rowText(m_index)
                                                      : QString();
    }
    QRect rect() const override
    {
        const QRectF box = isValid() ? m_rows.source()->rowRect(m_index) : QRectF();
        return box.isEmpty() ? QRect() : m_rows.place().onScreen(box);
    }
    QAccessible::Role role() const override
    {
        return isList() ? QAccessible::ListItem : QAccessible::StaticText;
    }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString & /*name*/) const override { return {}; }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        if (name == pressAction())
            m_rows.source()->openRow(m_index);
        else if (name == setFocusAction()) {
            m_rows.place().takeKeys();
            m_rows.source()->goToRow(m_index);
        }
    }

private:
    bool isList() const
    {
        return m_rows.source() && m_rows.source()->rowKind() == ContentRows::Kind::List;
    }

    const AccessibleRows &m_rows;
    int m_index;
};

QAccessible::State RowAccess::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    const auto &source = *m_rows.source();
    state.offscreen = source.rowRect(m_index).isEmpty();
    if (isList()) {
        state.selectable = true;
        state.focusable = true;
        state.selected = source.isRowSelected(m_index);
        state.focused = m_rows.place().hasKeys() && source.currentRow() == m_index;
    }
    return state;
}

} // namespace

AccessibleRows::~AccessibleRows()
{
    clear();
}

void AccessibleRows::clear()
{
    for (const auto id : std::as_const(m_ids))
        QAccessible::deleteAccessibleInterface(id);
    m_ids.clear();
}

ContentRows *AccessibleRows::source() const
{
    auto *content = m_place.content();
    return content ? content->contentRows() : nullptr;
}

int AccessibleRows::count() const
{
    const auto *rows = source();
    return rows ? rows->rows() : 0;
}

QAccessibleInterface *AccessibleRows::row(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    if (const auto known = m_ids.constFind(index); known != m_ids.constEnd())
        return QAccessible::accessibleInterface(*known);
    if (m_ids.size() >= MostKept)
        clear(); // who reads a long list from end to end has done with its beginning
    auto *made = new RowAccess(*this, index); // owned by Qt's cache
    m_ids[index] = QAccessible::registerAccessibleInterface(made);
    return made;
}

int AccessibleRows::indexOf(const QAccessibleInterface *row) const
{
    for (auto it = m_ids.begin(); it != m_ids.end(); ++it) {
        if (QAccessible::accessibleInterface(it.value()) == row)
            return it.key();
    }
    return -1;
}

QAccessibleInterface *AccessibleRows::current()
{
    const auto *rows = source();
    return rows ? row(rows->currentRow()) : nullptr;
}

int AccessibleRows::at(QPoint onScreen) const
{
    const auto *rows = source();
    for (int i = rows ? qMax(0, rows->firstRowInView()) : 0; i < count(); ++i) {
        const QRectF box = rows->rowRect(i);
        if (box.isEmpty())
            return -1; // below the view
        if (m_place.onScreen(box).contains(onScreen))
            return i;
    }
    return -1;
}

QAccessible::Role AccessibleRows::role() const
{
    const auto *rows = source();
    if (!rows)
        return QAccessible::Document;
    switch (rows->rowKind()) {
    case ContentRows::Kind::List: return QAccessible::List;
    case ContentRows::Kind::Text: return QAccessible::Document;
    case ContentRows::Kind::Terminal: return QAccessible::Terminal;
    }
    Q_UNREACHABLE_RETURN(QAccessible::Document);
}

ContentAccess::ContentAccess(ContentPlace place, std::function<QString()> name,
                             std::function<QAccessibleInterface *()> parent)
    : m_rows(std::move(place))
    , m_name(std::move(name))
    , m_parent(std::move(parent))
{
}

bool ContentAccess::isValid() const
{
    return m_rows.place().content() != nullptr;
}

QWindow *ContentAccess::window() const
{
    const auto *above = parent();
    return above ? above->window() : nullptr;
}

QAccessibleInterface *ContentAccess::childAt(int x, int y) const
{
    return m_rows.row(m_rows.at({x, y}));
}

QString ContentAccess::text(QAccessible::Text type) const
{
    const auto *content = m_rows.place().content();
    if (!content)
        return {};
    switch (type) {
    case QAccessible::Name: {
        const auto own = content->accessibleText();
        return own.isEmpty() ? m_name() : own;
    }
    case QAccessible::Description: return content->statusText();
    default: return {};
    }
}

QRect ContentAccess::rect() const
{
    return m_rows.place().onScreen({});
}

QAccessible::State ContentAccess::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    state.focusable = true;
    state.readOnly = role() == QAccessible::Document;
    state.multiSelectable = role() == QAccessible::List;
    state.focused = isValid() && m_rows.place().hasKeys();
    return state;
}

void *ContentAccess::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                : nullptr;
}

void ContentAccess::doAction(const QString &name)
{
    if (name == setFocusAction() && isValid())
        m_rows.place().takeKeys();
}

} // namespace workspace
