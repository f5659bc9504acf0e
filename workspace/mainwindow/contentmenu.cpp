// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/mainwindow/contentmenu.h"

#include <QInputDialog>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace workspace {

static void ask(const MenuEntry &entry, QWidget &parent)
{
    auto *dialog = new QInputDialog(&parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(entry.text);
    dialog->setLabelText(entry.question);
    QObject::connect(dialog, &QInputDialog::textValueSelected, dialog, entry.answer);
    dialog->open();
}

void addEntries(QMenu &menu, const std::vector<MenuEntry> &entries, QWidget &parent)
{
    for (const auto &entry : entries) {
        // What a cluster named may hold an ampersand, which is no shortcut.
        auto text = entry.text;
        text.replace(u'&', "&&"_L1);
        if (text.isEmpty()) {
            menu.addSeparator();
        } else if (!entry.children.empty()) {
            auto *children = menu.addMenu(text);
            children->setEnabled(entry.isEnabled);
            addEntries(*children, entry.children, parent);
        } else {
            auto *action = menu.addAction(text);
            action->setCheckable(entry.isCheckable);
            action->setChecked(entry.isChecked);
            action->setEnabled(entry.isEnabled);
            if (entry.answer)
                QObject::connect(action, &QAction::triggered, &parent,
                                 [entry, &parent] { ask(entry, parent); });
            else if (entry.run)
                QObject::connect(action, &QAction::triggered, &parent, entry.run);
        }
    }
}

} // namespace workspace
