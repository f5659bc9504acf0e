// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/maskruns.h"

#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static int propertyOf(MaskState state)
{
    return QTextFormat::UserProperty + (state == MaskState::Masked ? 71 : 72);
}

QString maskDots()
{
    return QString(8, QChar(0x2022));
}

QTextCharFormat maskFormat(const QString &id, MaskState state)
{
    QTextCharFormat format;
    format.setProperty(propertyOf(state), id);
    return format;
}

std::vector<MaskRun> maskRunsIn(const QTextBlock &block, MaskState state)
{
    std::vector<MaskRun> runs;
    const int property = propertyOf(state);
    for (auto part = block.begin(); !part.atEnd(); ++part) {
        const auto fragment = part.fragment();
        const auto id = fragment.charFormat().stringProperty(property);
        if (id.isEmpty())
            continue;
        if (!runs.empty() && runs.back().id == id && runs.back().end() == fragment.position())
            runs.back().length += fragment.length();
        else
            runs.push_back({fragment.position(), fragment.length(), id});
    }
    return runs;
}

std::vector<MaskRun> maskRuns(const QTextDocument &document, MaskState state)
{
    std::vector<MaskRun> runs;
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        for (auto &run : maskRunsIn(block, state))
            runs.push_back(std::move(run));
    }
    return runs;
}

std::optional<MaskRun> maskRun(const QTextDocument &document, const QString &id, MaskState state)
{
    std::optional<MaskRun> whole;
    for (const auto &run : maskRuns(document, state)) {
        if (run.id != id)
            continue;
        if (!whole)
            whole = run;
        else if (state == MaskState::Revealed && run.start <= whole->end() + 1)
            whole->length = run.end() - whole->start; // it has got several lines
        else
            break; // a copy of it
    }
    return whole;
}

std::optional<MaskRun> maskRunAt(const QTextDocument &document, int position)
{
    const auto runs = maskRunsIn(document.findBlock(position));
    const auto found = std::ranges::find_if(runs, [position](const MaskRun &run) {
        return run.start <= position && position <= run.end();
    });
    return found == runs.end() ? std::nullopt : std::optional(*found);
}

QTextCursor aroundMasks(const QTextCursor &selection)
{
    const auto *document = selection.document();
    int start = selection.selectionStart();
    int end = selection.selectionEnd();
    for (const auto &run : maskRunsIn(document->findBlock(start))) {
        if (run.start < start && start < run.end())
            start = run.start;
    }
    for (const auto &run : maskRunsIn(document->findBlock(end))) {
        if (run.start < end && end < run.end())
            end = run.end();
    }
    const bool forward = selection.anchor() <= selection.position();
    auto result = selection;
    result.setPosition(forward ? start : end);
    result.setPosition(forward ? end : start, QTextCursor::KeepAnchor);
    return result;
}

} // namespace workspace
