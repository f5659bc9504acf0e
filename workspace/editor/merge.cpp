// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/merge.h"

#include "workspace/editor/linediff.h"

#include <algorithm>

namespace workspace {

static QStringList linesOf(const QString &text)
{
    auto lines = text.split(u'\n');
    if (lines.back().isEmpty())
        lines.removeLast();
    return lines;
}

namespace {

/// One side's hunks, read from first to last.
class Side
{
public:
    Side(const QStringList &base, const QStringList &text)
        : m_text(text)
        , m_hunks(diffLines(base, text).hunks)
    {
    }

    const DiffHunk *next() const { return m_at < m_hunks.size() ? &m_hunks[m_at] : nullptr; }

    /// Goes past the next hunk and returns where it ends in the base.
    int take()
    {
        const auto &hunk = m_hunks[m_at++];
        m_shiftAfter += hunk.rightCount - hunk.leftCount;
        return hunk.left + hunk.leftCount;
    }

    /// What became of the base's lines from `from` to `to`, up to the hunks taken.
    QStringList linesFor(int from, int to)
    {
        const int start = from + m_shift;
        m_shift = m_shiftAfter;
        return m_text.mid(start, to + m_shift - start);
    }

private:
    const QStringList &m_text;
    std::vector<DiffHunk> m_hunks;
    size_t m_at = 0;
    int m_shift = 0;
    int m_shiftAfter = 0;
};

} // namespace

/// Whether a hunk touches what is between `from` and `to` in the base: it shares a line with it, or
/// one of both puts lines in where the other changes some, so that their order cannot be known.
static bool touches(const DiffHunk &hunk, int from, int to)
{
    if (hunk.leftCount == 0 || from == to)
        return hunk.left <= to && hunk.left + hunk.leftCount >= from;
    return hunk.left < to;
}

static MergeChunk chunkOf(const QStringList &base, const QStringList &mine,
                          const QStringList &theirs, bool byMe, bool byThem)
{
    MergeChunk chunk{.base = base, .mine = mine, .theirs = theirs};
    if (byMe && byThem)
        chunk.kind = mine == theirs ? MergeChunk::Kind::Same : MergeChunk::Kind::Conflict;
    else if (byMe || byThem)
        chunk.kind = byMe ? MergeChunk::Kind::Mine : MergeChunk::Kind::Theirs;
    return chunk;
}

Merge::Merge(const QString &base, const QString &mine, const QString &theirs)
    : m_endsWithNewline(mine.endsWith(u'\n') || theirs.endsWith(u'\n'))
{
    const auto baseLines = linesOf(base);
    const auto mineLines = linesOf(mine);
    const auto theirLines = linesOf(theirs);
    Side me(baseLines, mineLines);
    Side them(baseLines, theirLines);
    const auto append = [&](int from, int to, bool byMe, bool byThem) {
        const auto mineNow = me.linesFor(from, to);
        const auto theirsNow = them.linesFor(from, to);
        if (from < to || byMe || byThem)
            m_chunks.push_back(
                chunkOf(baseLines.mid(from, to - from), mineNow, theirsNow, byMe, byThem));
    };
    int at = 0;
    while (me.next() || them.next()) {
        const bool mineFirst = me.next() && (!them.next() || me.next()->left <= them.next()->left);
        const int from = mineFirst ? me.next()->left : them.next()->left;
        append(at, from, false, false);
        int to = mineFirst ? me.take() : them.take();
        bool byMe = mineFirst;
        bool byThem = !mineFirst;
        for (;;) {
            if (me.next() && touches(*me.next(), from, to)) {
                to = std::max(to, me.take());
                byMe = true;
            } else if (them.next() && touches(*them.next(), from, to)) {
                to = std::max(to, them.take());
                byThem = true;
            } else {
                break;
            }
        }
        append(from, to, byMe, byThem);
        at = to;
    }
    append(at, int(baseLines.size()), false, false);
}

std::vector<int> Merge::conflicts() const
{
    std::vector<int> result;
    for (int i = 0; size_t(i) < m_chunks.size(); ++i) {
        if (m_chunks[size_t(i)].kind == MergeChunk::Kind::Conflict)
            result.push_back(i);
    }
    return result;
}

void Merge::choose(int chunk, MergeChunk::Choice choice)
{
    m_chunks[size_t(chunk)].choice = choice;
}

int Merge::openConflicts() const
{
    return int(std::ranges::count_if(m_chunks, [](const MergeChunk &chunk) {
        return chunk.kind == MergeChunk::Kind::Conflict && chunk.choice == MergeChunk::Choice::None;
    }));
}

QStringList resolvedLines(const MergeChunk &chunk)
{
    switch (chunk.kind) {
    case MergeChunk::Kind::Same:
    case MergeChunk::Kind::Mine: return chunk.mine;
    case MergeChunk::Kind::Theirs: return chunk.theirs;
    case MergeChunk::Kind::Conflict: break;
    }
    switch (chunk.choice) {
    case MergeChunk::Choice::None:
    case MergeChunk::Choice::Mine: return chunk.mine;
    case MergeChunk::Choice::Theirs: return chunk.theirs;
    case MergeChunk::Choice::Base: return chunk.base;
    case MergeChunk::Choice::MineThenTheirs: return chunk.mine + chunk.theirs;
    }
    Q_UNREACHABLE_RETURN({});
}

QString Merge::result() const
{
    QStringList lines;
    for (const auto &chunk : m_chunks)
        lines += resolvedLines(chunk);
    const auto text = lines.join(u'\n');
    return m_endsWithNewline && !lines.isEmpty() ? text + u'\n' : text;
}

} // namespace workspace
