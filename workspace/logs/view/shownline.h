// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/logmodel.h"

#include <QColor>
#include <QStringList>
#include <QTextLayout>

namespace workspace {

struct Theme;

/// How lines are shown, the same for all of a pane.
struct LineStyle
{
    /// A value of JSON lines that has a column of its own.
    struct Column
    {
        QString field = {};
        int width = 0; ///< characters

        bool operator==(const Column &) const = default;
    };

    bool stamps = false;
    QStringList sources = {}; ///< short names, by id; empty: no column for them
    std::vector<QColor> sourceColors = {}; ///< by id
    std::vector<Column> columns = {}; ///< empty: lines as they are
    bool whole = true; ///< or only their first `most` characters, which need less shaping
    int most = 512;

    int sourceWidth() const; ///< characters, the gap after it included
    static constexpr int StampWidth = 14; ///< "03:04:05.123  "
    static constexpr int ColumnGap = 2;
};

/// A line as it is painted. After QChar::LineSeparator comes what was folded open.
struct ShownLine
{
    QString text = {};
    int prefix = 0; ///< characters before the line's own text: stream and stamp
    QList<QTextLayout::FormatRange> formats = {};
};

/// `open`: a JSON line is spread over many below itself.
ShownLine shownLine(const LogModel &model, qint64 number, const LineStyle &style, bool open,
                    const Theme &theme);
/// The same without colours.
QString shownText(const LogModel &model, qint64 number, const LineStyle &style, bool open);
/// The line alone, as a person would copy it: no colours, no stamp.
QString plainText(const LogModel::Line &line);
/// "03:04:05.123", UTC.
QString clockText(qint64 nanoseconds);

/// The names of the values that JSON lines have, those that most have first: a sample of the newest
/// lines up to `end`.
QStringList sampledFields(const LogModel &model, qint64 end);
/// Columns for these, as wide as the sample needs.
std::vector<LineStyle::Column> columnsFor(const LogModel &model, const QStringList &fields);

} // namespace workspace
