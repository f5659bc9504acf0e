// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/finder.h"

#include "workspace/editor/codetext.h"
#include "workspace/editor/findbar.h"

#include <QTextBlock>

#include <algorithm>

namespace workspace {

static constexpr int manyLines = 5000; // a search of so many is not made for every key

Finder::Finder(CodeText &text, FindBar &bar, QObject *parent)
    : QObject(parent)
    , m_text(text)
    , m_bar(bar)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Finder::search);
    connect(&m_bar, &FindBar::queryChanged, this, &Finder::queryChanged);
    connect(&m_bar, &FindBar::nextRequested, this, &Finder::next);
    connect(&m_bar, &FindBar::replaceRequested, this, &Finder::replaceOne);
    connect(&m_bar, &FindBar::replaceAllRequested, this, &Finder::replaceAll);
    connect(&m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_bar.isVisibleTo(m_bar.parentWidget()))
            return;
        if (m_text.blockCount() < manyLines)
            search();
        else
            m_again.start(150);
    });
}

std::vector<TextSearch::Match> Finder::matchesIn(const QTextBlock &block) const
{
    auto matches = m_search.matchesIn(block.text());
    if (matches.empty())
        return matches;
    const auto runs = maskRunsIn(block);
    std::erase_if(matches, [&](const TextSearch::Match &match) {
        const int start = block.position() + match.range.start;
        return std::ranges::any_of(runs, [&](const MaskRun &run) {
            return start < run.end() && start + match.range.length > run.start;
        });
    });
    return matches;
}

void Finder::search()
{
    m_matches.clear();
    for (auto block = m_text.document()->begin(); block.isValid() && !m_search.isEmpty();
         block = block.next()) {
        for (const auto &match : matchesIn(block))
            m_matches.push_back({block.position() + match.range.start, match.range.length});
    }
    const auto cursor = m_text.textCursor();
    const TextRange selected{cursor.selectionStart(),
                             cursor.selectionEnd() - cursor.selectionStart()};
    const auto found = std::ranges::find(m_matches, selected);
    m_current = found == m_matches.end() ? -1 : int(found - m_matches.begin());
    report();
}

void Finder::report()
{
    m_text.setMatches(m_matches, m_current);
    m_bar.setCount(m_current, int(m_matches.size()));
}

void Finder::queryChanged()
{
    m_search = TextSearch(m_bar.query());
    const auto error = m_search.error();
    m_bar.setError(error.isEmpty()
                       ? QString()
                       : FindBar::tr("This is no regular expression (at character %1): %2.")
                             .arg(m_search.errorOffset())
                             .arg(error));
    const int from = m_text.textCursor().selectionStart();
    search();
    const auto first = std::ranges::lower_bound(m_matches, from, {}, &TextRange::start);
    if (!m_matches.empty())
        show(first == m_matches.end() ? 0 : int(first - m_matches.begin()));
}

void Finder::show(int match)
{
    m_current = match;
    const auto &range = m_matches[size_t(match)];
    m_text.goToPosition(range.start + range.length, range.start);
    report();
}

void Finder::next(int step)
{
    m_search = TextSearch(m_bar.query());
    search();
    if (m_matches.empty())
        return;
    const int count = int(m_matches.size());
    if (m_current >= 0) {
        show((m_current + step + count) % count);
        return;
    }
    const int here = m_text.textCursor().position();
    const auto after =
        int(std::ranges::lower_bound(m_matches, here, {}, &TextRange::start) - m_matches.begin());
    show(step > 0 ? after % count : (after - 1 + count) % count);
}

void Finder::replaceOne()
{
    if (m_text.isReadOnly())
        return;
    search();
    if (m_current < 0) {
        next(1);
        return;
    }
    const auto range = m_matches[size_t(m_current)];
    const auto block = m_text.document()->findBlock(range.start);
    for (const auto &match : matchesIn(block)) {
        if (block.position() + match.range.start != range.start)
            continue;
        m_text.write(m_text.textCursor(), m_search.replacement(match, m_bar.replacement()));
        break;
    }
    search();
    if (!m_matches.empty())
        next(1);
}

void Finder::replaceAll()
{
    if (m_text.isReadOnly() || m_search.isEmpty())
        return;
    int count = 0;
    const auto with = m_bar.replacement();
    QTextCursor cursor(m_text.document());
    cursor.beginEditBlock(); // one step of undo
    for (auto block = m_text.document()->lastBlock(); block.isValid();) {
        const auto before = block.previous(); // a replacement may break the line
        const auto matches = matchesIn(block);
        const int start = block.position();
        for (auto match = matches.rbegin(); match != matches.rend(); ++match, ++count) {
            cursor.setPosition(start + match->range.start);
            cursor.setPosition(start + match->range.start + match->range.length,
                               QTextCursor::KeepAnchor);
            cursor.insertText(m_search.replacement(*match, with), QTextCharFormat());
        }
        block = before;
    }
    cursor.endEditBlock();
    search();
    Q_EMIT m_text.noticed(FindBar::tr("Places replaced: %1").arg(count));
}

void Finder::clear()
{
    m_again.stop();
    m_matches.clear();
    m_current = -1;
    m_text.setMatches({}, -1);
}

} // namespace workspace
