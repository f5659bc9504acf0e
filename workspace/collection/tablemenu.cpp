// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The menu that chooses the columns of a TableContent.

#include "workspace/collection/tablecontent.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qsizetype MostLabels = 30; // in a menu

/// A menu may be open longer than what it is about.
static void guard(std::vector<MenuEntry> &entries, const QPointer<TableContent> &content)
{
    for (auto &entry : entries) {
        if (entry.run)
            entry.run = [content, run = entry.run] {
                if (content)
                    run();
            };
        if (entry.answer)
            entry.answer = [content, answer = entry.answer](const QString &text) {
                if (content)
                    answer(text);
            };
        guard(entry.children, content);
    }
}

std::vector<MenuEntry> TableContent::ownMenu()
{
    const auto at = menuPlace();
    return at && headerRect().contains(*at) ? columnMenu() : std::vector<MenuEntry>();
}

std::vector<MenuEntry> TableContent::columnMenu()
{
    std::vector<MenuEntry> menu;
    const auto shown = shownIds();
    for (const auto &column : availableColumns()) {
        menu.push_back({.text = column.title,
                        .isCheckable = true,
                        .isChecked = shown.contains(column.id),
                        .run = [this, id = column.id] { toggleColumn(id); }});
    }
    menu.push_back({});
    if (offersLabels())
        menu.push_back(labelMenu());
    menu.push_back(sortMenu());
    menu.push_back(moveMenu());
    menu.push_back({.text = tr("Fit all widths"), .run = [this] {
                        for (int c = 0; c < int(columns().size()); ++c)
                            fit(c);
                    }});
    menu.push_back({.text = tr("Back to the usual columns"),
                    .isEnabled = m_choice != ColumnChoice{.isTree = m_choice.isTree},
                    .run = [this] { change({.isTree = m_choice.isTree}); }});
    for (auto &entry : moreEntries())
        menu.push_back(std::move(entry));
    guard(menu, this);
    return menu;
}

/// Labels that the objects have, and any other by its key.
MenuEntry TableContent::labelMenu()
{
    MenuEntry menu{.text = tr("Labels and annotations")};
    const auto shown = shownIds();
    const auto keys = labelKeys().mid(0, MostLabels);
    for (const auto &key : keys) {
        const QString id = u"label/"_s + key;
        if (!shown.contains(id))
            menu.children.push_back({.text = key, .run = [this, id] { toggleColumn(id); }});
    }
    const auto ask = [this, shown](const QString &text, const QString &question,
                                   const QString &prefix) {
        return MenuEntry{.text = text,
                         .question = question,
                         .answer = [this, shown, prefix](const QString &key) {
                             const QString id = prefix + key.trimmed();
                             if (id != prefix && id.size() <= ColumnChoice::MostText
                                 && !shown.contains(id))
                                 toggleColumn(id);
                         }};
    };
    if (!menu.children.empty())
        menu.children.push_back({});
    menu.children.push_back(ask(tr("Another label…"),
                                tr("The label's key, for example app.kubernetes.io/name"),
                                u"label/"_s));
    menu.children.push_back(ask(tr("An annotation…"),
                                tr("The annotation's key, for example example.org/owner"),
                                u"annotation/"_s));
    return menu;
}

MenuEntry TableContent::sortMenu()
{
    MenuEntry menu{.text = tr("Sort by")};
    menu.children.push_back({.text = tr("Worst first"),
                             .isCheckable = true,
                             .isChecked = sortColumn() < 0,
                             .run = [this] { sortBy(-1); }});
    for (int c = 0; c < int(columns().size()); ++c)
        menu.children.push_back({.text = columns()[size_t(c)].title,
                                 .isCheckable = true,
                                 .isChecked = sortColumn() == c,
                                 .run = [this, c] { sortBy(c); }});
    return menu;
}

/// What dragging a title does, for the keyboard.
MenuEntry TableContent::moveMenu()
{
    MenuEntry menu{.text = tr("Move a column forward")};
    for (int c = 1; c < int(columns().size()); ++c)
        menu.children.push_back(
            {.text = columns()[size_t(c)].title, .run = [this, c] { moveColumn(c, c - 1); }});
    menu.isEnabled = !menu.children.empty();
    return menu;
}

} // namespace workspace
