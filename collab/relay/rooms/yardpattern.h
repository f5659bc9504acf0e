// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRegularExpression>
#include <QString>

namespace relay {

/// Whether a yard of that name is meant by `pattern`, in which `*` stands for anything.
inline bool isMeant(const QString &yard, const QString &pattern)
{
    return QRegularExpression::fromWildcard(pattern, Qt::CaseSensitive,
                                            QRegularExpression::NonPathWildcardConversion)
        .match(yard)
        .hasMatch();
}

} // namespace relay
