// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/codegutter.h"
#include "workspace/editor/codetext.h"

#include <QTextBlock>

#include <algorithm>

namespace workspace {

static QTextCursor rangeOf(QTextDocument &document, const EditorProblem &problem)
{
    auto block = document.findBlockByNumber(problem.at.line);
    if (!block.isValid())
        block = document.lastBlock();
    const auto text = block.text();
    const auto isWord = [&text](qsizetype i) {
        return i >= 0 && i < text.size() && !text[i].isSpace() && text[i] != u':'
            && text[i] != u',';
    };
    int from = std::clamp(problem.at.column, 0, int(text.size()));
    int to = std::min(from + problem.length, int(text.size()));
    if (problem.length <= 0) {
        to = from;
        while (isWord(from - 1))
            --from;
        while (isWord(to))
            ++to;
    }
    if (to <= from) { // nothing there: the whole line
        from = 0;
        while (from < text.size() && text[from] == u' ')
            ++from;
        to = int(text.size());
    }
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + from);
    cursor.setPosition(block.position() + to, QTextCursor::KeepAnchor);
    return cursor;
}

void CodeText::setProblems(const std::vector<EditorProblem> &problems)
{
    m_problems.clear();
    for (const auto &problem : problems)
        m_problems.push_back({problem.severity, rangeOf(*document(), problem), problem.message});
    std::ranges::stable_sort(m_problems, {}, [](const PlacedProblem &problem) {
        return problem.range.selectionStart();
    });
    viewport()->update();
    m_gutter->update();
}

QString CodeText::problemsAt(int position) const
{
    std::vector<const PlacedProblem *> here;
    for (const auto &problem : m_problems) {
        if (problem.range.selectionStart() <= position && position <= problem.range.selectionEnd())
            here.push_back(&problem);
    }
    std::ranges::stable_sort(here, {}, [](const auto *problem) { return problem->severity; });
    QStringList messages;
    for (const auto *problem : here)
        messages.append(problem->message);
    return messages.join(u'\n');
}

const CodeText::PlacedProblem *CodeText::worstIn(const QTextBlock &block) const
{
    const PlacedProblem *worst = nullptr;
    // A folded line answers for what it hides.
    const auto last = m_folds.isFolded(block) ? m_folds.endOf(block) : block;
    const int end = last.position() + last.length();
    for (const auto &problem : m_problems) {
        const int start = problem.range.selectionStart();
        if (start >= block.position() && start < end
            && (!worst || problem.severity < worst->severity))
            worst = &problem;
    }
    return worst;
}

void CodeText::goToProblem(int step)
{
    if (m_problems.empty()) {
        Q_EMIT noticed(tr("There are no problems."));
        return;
    }
    const int here = textCursor().selectionStart();
    const auto startOf = [](const PlacedProblem &problem) {
        return problem.range.selectionStart();
    };
    auto next = m_problems.begin();
    if (step > 0) {
        next = std::ranges::upper_bound(m_problems, here, {}, startOf);
        if (next == m_problems.end())
            next = m_problems.begin();
    } else {
        next = std::ranges::lower_bound(m_problems, here, {}, startOf);
        next = next == m_problems.begin() ? m_problems.end() - 1 : next - 1;
    }
    goToPosition(startOf(*next));
    Q_EMIT problemReached(startOf(*next));
}

} // namespace workspace
