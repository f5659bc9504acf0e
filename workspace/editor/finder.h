// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/textsearch.h"

#include <QObject>
#include <QTimer>

class QTextBlock;

namespace workspace {

class CodeText;
class FindBar;

/// Searches a text for what its find bar asks, keeps the matches while the text is edited, and
/// replaces them. Masked values are never searched and never replaced in part.
class Finder final : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed and must outlive the finder.
    Finder(CodeText &text, FindBar &bar, QObject *parent = nullptr);

    void next(int step); ///< goes round; looks for the last query again when the bar is closed
    void replaceOne();
    void replaceAll();
    void clear();
    const std::vector<TextRange> &matches() const { return m_matches; }

private:
    void queryChanged();
    void search();
    void report();
    void show(int match);
    std::vector<TextSearch::Match> matchesIn(const QTextBlock &block) const;

    CodeText &m_text;
    FindBar &m_bar;
    TextSearch m_search;
    std::vector<TextRange> m_matches; ///< by position in the text
    int m_current = -1;
    QTimer m_again; ///< after an edit
};

} // namespace workspace
