// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/columntitle.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace workspace {

static constexpr auto Context = "workspace::Columns";

// Words of kubectl's printers (kubernetes/pkg/printers/internalversion/printers.go).
static constexpr std::array Words{
    QT_TRANSLATE_NOOP("workspace::Columns", "Name"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Namespace"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Ready"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Status"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Restarts"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Age"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Type"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Available"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Up-to-date"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Desired"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Current"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Data"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Capacity"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Reason"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Completions"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Duration"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Schedule"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Active"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Last Schedule"),
    QT_TRANSLATE_NOOP("workspace::Columns", "Version"),
};

QString columnTitle(const QString &servers)
{
    const auto word = std::ranges::find_if(
        Words, [&](const char *known) { return servers == QLatin1StringView(known); });
    return word == Words.end() ? servers : QCoreApplication::translate(Context, *word);
}

} // namespace workspace
