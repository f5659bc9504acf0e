// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/spotlight/spotlightaccess.h"

#include "workspace/spotlight/spotlightpanel.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

/// One row; it counts as long as there are so many.
class RowAccess final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    RowAccess(SpotlightPanel *panel, int row)
        : m_panel(panel)
        , m_row(row)
    {
    }

    bool isValid() const override { return m_panel && m_row < int(m_panel->hits().size()); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_panel.data());
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_panel->textOf(m_row) : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const auto row = m_panel->rowRect(m_row);
        return {m_panel->mapToGlobal(row.topLeft()), row.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.selectable = true;
        state.invisible = !m_panel || !m_panel->isVisible();
        state.offscreen = isValid() && !m_panel->rect().contains(m_panel->rowRect(m_row));
        state.selected = isValid() && m_panel->selected() == m_row;
        state.active = state.selected;
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }

    QStringList actionNames() const override { return {pressAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {u"Enter"_s}; }
    void doAction(const QString &name) override
    {
        if (name != pressAction() || !isValid())
            return;
        m_panel->select(m_row);
        m_panel->choose(View::Describe);
    }

private:
    QPointer<SpotlightPanel> m_panel;
    int m_row = 0;
};

/// The panel: its input, then its rows.
class PanelAccess final : public QAccessibleWidget
{
public:
    explicit PanelAccess(SpotlightPanel *panel)
        : QAccessibleWidget(panel, QAccessible::List, panel->accessibleName())
        , m_panel(panel)
    {
    }

    ~PanelAccess() override
    {
        for (const auto id : m_rows)
            QAccessible::deleteAccessibleInterface(id);
    }
    Q_DISABLE_COPY_MOVE(PanelAccess)

    int childCount() const override
    {
        return QAccessibleWidget::childCount() + int(m_panel->hits().size());
    }

    QAccessibleInterface *child(int index) const override
    {
        const int widgets = QAccessibleWidget::childCount();
        if (index < widgets)
            return QAccessibleWidget::child(index);
        const auto row = size_t(index - widgets);
        if (row >= m_panel->hits().size())
            return nullptr;
        while (m_rows.size() <= row) {
            auto *made = new RowAccess(m_panel, int(m_rows.size())); // the registry owns it
            m_rows.push_back(QAccessible::registerAccessibleInterface(made));
        }
        return QAccessible::accessibleInterface(m_rows[row]);
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (size_t row = 0; row < m_rows.size(); ++row) {
            if (QAccessible::accessibleInterface(m_rows[row]) == child)
                return QAccessibleWidget::childCount() + int(row);
        }
        return QAccessibleWidget::indexOfChild(child);
    }

private:
    SpotlightPanel
        *m_panel; ///< lives longer: the registry drops what belongs to an object that goes
    mutable std::vector<QAccessible::Id> m_rows;
};

QAccessibleInterface *accessOf(const QString &, QObject *object)
{
    auto *panel = qobject_cast<SpotlightPanel *>(object);
    return panel ? new PanelAccess(panel) : nullptr;
}

} // namespace

void makeSpotlightAccessible()
{
    QAccessible::removeFactory(accessOf);
    QAccessible::installFactory(accessOf);
}

} // namespace workspace
