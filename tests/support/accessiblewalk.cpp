// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/accessiblewalk.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QApplication>
#include <QMetaEnum>
#include <QSet>
#include <QTest>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace support {

constexpr int MostRows = 30; // of a list; they are all made the same way
constexpr int MostPresses = 300;

/// Only holds others together, or is part of something that has a name.
static bool needsNoName(QAccessible::Role role)
{
    static const QSet<QAccessible::Role> Roles{
        QAccessible::Client,     QAccessible::LayeredPane,  QAccessible::ScrollBar,
        QAccessible::Splitter,   QAccessible::Separator,    QAccessible::Border,
        QAccessible::Grip,       QAccessible::Indicator,    QAccessible::Whitespace,
        QAccessible::StaticText, QAccessible::PopupMenu,    QAccessible::PageTabList,
        QAccessible::RowHeader,  QAccessible::ColumnHeader, QAccessible::Pane};
    return Roles.contains(role);
}

static QString wordOf(QAccessible::Role role)
{
    return QString::fromLatin1(QMetaEnum::fromType<QAccessible::Role>().valueToKey(role));
}

static void walk(QAccessibleInterface *part, const QString &path, AccessibleWalk &found)
{
    if (!part || !part->isValid() || part->state().invisible || path.count(u'>') > 14)
        return;
    ++found.parts;
    const auto role = part->role();
    const auto name = part->text(QAccessible::Name);
    const QString line = wordOf(role) + u": "_s + name;
    const QString here = path + u" > "_s + line
        + (part->object()
               ? u" ("_s + QLatin1StringView(part->object()->metaObject()->className()) + u')'
               : QString());
    found.names.append(line);
    if (role == QAccessible::NoRole)
        found.problems.append(u"no role: "_s + here);
    // A row is named by its first cell; others may be empty.
    const auto *cell = part->tableCellInterface();
    const bool isOther = cell && cell->columnIndex() > 0;
    if (name.trimmed().isEmpty() && !needsNoName(role) && !isOther)
        found.problems.append(u"no name: "_s + here);
    const int count = part->childCount();
    for (int i = 0; i < qMin(count, MostRows); ++i) {
        auto *child = part->child(i);
        if (!child)
            found.problems.append(u"no child %1: "_s.arg(i) + here);
        // Qt's own table counts its children otherwise than it numbers them.
        else if (!part->tableInterface() && part->indexOfChild(child) != i)
            found.problems.append(u"child %1 is not where it says: "_s.arg(i) + here);
        walk(child, here, found);
    }
}

AccessibleWalk walkAccessible(QWidget &widget)
{
    AccessibleWalk found;
    walk(QAccessible::queryAccessibleInterface(&widget), {}, found);
    return found;
}

QList<QWidget *> tabStops(const QWidget &within)
{
    QList<QWidget *> stops;
    for (auto *widget : within.findChildren<QWidget *>()) {
        const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
        if (takesTab && widget->isEnabled() && widget->isVisible() && !widget->isWindow()
            && !widget->size().isEmpty())
            stops.append(widget);
    }
    return stops;
}

QStringList missedByTab(QWidget &within)
{
    const auto stops = tabStops(within);
    QSet<QWidget *> reached;
    const auto isReached = [&](QWidget *stop) { return reached.contains(stop); };
    for (int i = 0; i < MostPresses && !std::ranges::all_of(stops, isReached); ++i) {
        if (auto *focus = QApplication::focusWidget()) {
            reached.insert(focus);
            QTest::keyClick(focus, Qt::Key_Tab);
        }
    }
    QStringList missed;
    for (auto *stop : stops) {
        if (isReached(stop))
            continue;
        const auto *part = QAccessible::queryAccessibleInterface(stop);
        missed.append(QLatin1StringView(stop->metaObject()->className()) + u' '
                      + part->text(QAccessible::Name));
    }
    return missed;
}

} // namespace support
