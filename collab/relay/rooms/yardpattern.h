// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace relay {

/// Whether a yard of that name is meant by `pattern`, in which `*` stands for anything. All else
/// stands for itself: names of yards may have `?` and brackets in them.
inline bool isMeant(const QString &yard, const QString &pattern)
{
    const auto parts = pattern.split(u'*');
    if (parts.size() == 1)
        return yard == pattern;
    if (!yard.startsWith(parts.first()))
        return false;
    qsizetype place = parts.first().size();
    for (const auto &part : parts.sliced(1, parts.size() - 2)) {
        const auto found = yard.indexOf(part, place);
        if (found < 0)
            return false;
        place = found + part.size();
    }
    return yard.size() - place >= parts.last().size() && yard.endsWith(parts.last());
}

} // namespace relay
