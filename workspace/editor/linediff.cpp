// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/linediff.h"

#include <QHash>

#include <algorithm>
#include <optional>

namespace workspace {

namespace {

using Numbers = std::vector<int>;

/// Marks which numbers of two sequences have no counterpart in the other.
class Myers
{
public:
    Myers(const Numbers &left, const Numbers &right, qint64 limit)
        : m_left(left)
        , m_right(right)
        , m_limit(limit)
        , m_origin(int(left.size() + right.size()) / 2 + 2)
        , m_forward(left.size() + right.size() + 6, Nowhere)
        , m_backward(m_forward)
        , leftOnly(left.size())
        , rightOnly(right.size())
    {
        compare({0, int(left.size()), 0, int(right.size())});
    }

private:
    struct Box
    {
        int left = 0;
        int leftEnd = 0;
        int right = 0;
        int rightEnd = 0;
    };
    struct Point
    {
        int x = 0;
        int y = 0;
    };
    static constexpr int Nowhere = -1;

    void compare(Box box);
    std::optional<Point> middle(const Box &box);
    int furthest(const Numbers &reach, int diagonal, int width, int height, int step) const;
    void markAll(const Box &box);

    const Numbers &m_left;
    const Numbers &m_right;
    qint64 m_limit;
    int m_origin;
    Numbers m_forward; ///< by diagonal: the furthest x that so many edits reach
    Numbers m_backward; ///< the same from the other end

public:
    std::vector<bool> leftOnly;
    std::vector<bool> rightOnly;
    qint64 steps = 0;
    bool isCoarse = false;
};

void Myers::markAll(const Box &box)
{
    std::fill(leftOnly.begin() + box.left, leftOnly.begin() + box.leftEnd, true);
    std::fill(rightOnly.begin() + box.right, rightOnly.begin() + box.rightEnd, true);
}

void Myers::compare(Box box)
{
    const auto same = [this](int x, int y) {
        ++steps;
        return m_left[size_t(x)] == m_right[size_t(y)];
    };
    while (box.left < box.leftEnd && box.right < box.rightEnd && same(box.left, box.right)) {
        ++box.left;
        ++box.right;
    }
    while (box.left < box.leftEnd && box.right < box.rightEnd
           && same(box.leftEnd - 1, box.rightEnd - 1)) {
        --box.leftEnd;
        --box.rightEnd;
    }
    if (box.left == box.leftEnd || box.right == box.rightEnd) {
        markAll(box);
        return;
    }
    const auto split = middle(box);
    if (!split) {
        isCoarse = true;
        markAll(box);
        return;
    }
    compare({box.left, box.left + split->x, box.right, box.right + split->y});
    compare({box.left + split->x, box.leftEnd, box.right + split->y, box.rightEnd});
}

/// Where one more edit leads to on a diagonal: down from the one above or right from the one below.
int Myers::furthest(const Numbers &reach, int diagonal, int width, int height, int step) const
{
    if (step == 0)
        return 0;
    const int above = reach[size_t(m_origin + diagonal + 1)];
    const int below = reach[size_t(m_origin + diagonal - 1)];
    int x = Nowhere;
    if (above != Nowhere && above - diagonal <= height)
        x = above;
    if (below != Nowhere && below + 1 <= width)
        x = std::max(x, below + 1);
    return x;
}

/// A point that a shortest way passes in its middle: ways from both ends are made longer by one
/// edit in turn until they meet. Nothing when the work has become too much.
std::optional<Myers::Point> Myers::middle(const Box &box)
{
    const int width = box.leftEnd - box.left;
    const int height = box.rightEnd - box.right;
    const int delta = width - height;
    const bool odd = delta % 2 != 0;
    const int most = (width + height + 1) / 2;
    const auto reset = [&](Numbers &reach) {
        std::fill(reach.begin() + m_origin - most - 1, reach.begin() + m_origin + most + 2,
                  Nowhere);
    };
    reset(m_forward);
    reset(m_backward);
    for (int d = 0; d <= most; ++d) {
        for (int k = -d; k <= d; k += 2) {
            int x = furthest(m_forward, k, width, height, d);
            ++steps;
            if (x != Nowhere) {
                for (; x < width && x - k < height
                     && m_left[size_t(box.left + x)] == m_right[size_t(box.right + x - k)];
                     ++x)
                    ++steps;
            }
            m_forward[size_t(m_origin + k)] = x;
            const int other = delta - k;
            if (odd && x != Nowhere && std::abs(other) < d) {
                const int back = m_backward[size_t(m_origin + other)];
                if (back != Nowhere && x + back >= width)
                    return Point{x, x - k};
            }
        }
        for (int k = -d; k <= d; k += 2) {
            int x = furthest(m_backward, k, width, height, d);
            ++steps;
            if (x != Nowhere) {
                for (; x < width && x - k < height
                     && m_left[size_t(box.leftEnd - 1 - x)]
                         == m_right[size_t(box.rightEnd - 1 - (x - k))];
                     ++x)
                    ++steps;
            }
            m_backward[size_t(m_origin + k)] = x;
            const int other = delta - k;
            if (!odd && x != Nowhere && std::abs(other) <= d) {
                const int ahead = m_forward[size_t(m_origin + other)];
                if (ahead != Nowhere && x + ahead >= width)
                    return Point{width - x, height - (x - k)};
            }
        }
        if (steps > m_limit)
            return {};
    }
    return {};
}

struct Interned
{
    Numbers left;
    Numbers right;
};

Interned interned(const QStringList &left, const QStringList &right)
{
    QHash<QStringView, int> numbers;
    const auto numbered = [&numbers](const QStringList &texts) {
        Numbers result;
        result.reserve(size_t(texts.size()));
        for (const auto &text : texts) {
            const auto known = numbers.constFind(text);
            result.push_back(known != numbers.cend() ? *known : int(numbers.size()));
            if (known == numbers.cend())
                numbers.insert(text, result.back());
        }
        return result;
    };
    auto first = numbered(left);
    return {std::move(first), numbered(right)};
}

/// What occurs in the other side too, and where it stood.
struct Shared
{
    Numbers values;
    Numbers places;
};

Shared sharedWith(const Numbers &mine, const Numbers &other, size_t kinds)
{
    std::vector<bool> known(kinds);
    for (const int value : other)
        known[size_t(value)] = true;
    Shared result;
    for (int i = 0; size_t(i) < mine.size(); ++i) {
        if (known[size_t(mine[size_t(i)])]) {
            result.values.push_back(mine[size_t(i)]);
            result.places.push_back(i);
        }
    }
    return result;
}

struct Marks
{
    std::vector<bool> left;
    std::vector<bool> right;
    qint64 steps = 0;
    bool isCoarse = false;
};

Marks marked(const Interned &texts, qint64 limit)
{
    // Lines that one side alone has can match nothing: leaving them out makes two texts with
    // nothing in common cheap.
    const size_t kinds = texts.left.size() + texts.right.size();
    const auto left = sharedWith(texts.left, texts.right, kinds);
    const auto right = sharedWith(texts.right, texts.left, kinds);
    const Myers myers(left.values, right.values, limit);
    Marks result{std::vector<bool>(texts.left.size(), true),
                 std::vector<bool>(texts.right.size(), true), myers.steps + qint64(kinds),
                 myers.isCoarse};
    for (size_t i = 0; i < left.places.size(); ++i)
        result.left[size_t(left.places[i])] = myers.leftOnly[i];
    for (size_t i = 0; i < right.places.size(); ++i)
        result.right[size_t(right.places[i])] = myers.rightOnly[i];
    return result;
}

std::vector<DiffHunk> hunksOf(const Marks &marks)
{
    std::vector<DiffHunk> hunks;
    size_t l = 0;
    size_t r = 0;
    const auto leftDiffers = [&] { return l < marks.left.size() && marks.left[l]; };
    const auto rightDiffers = [&] { return r < marks.right.size() && marks.right[r]; };
    while (l < marks.left.size() || r < marks.right.size()) {
        if (!leftDiffers() && !rightDiffers()) {
            ++l;
            ++r;
            continue;
        }
        DiffHunk hunk{.left = int(l), .right = int(r)};
        while (leftDiffers())
            ++l;
        while (rightDiffers())
            ++r;
        hunk.leftCount = int(l) - hunk.left;
        hunk.rightCount = int(r) - hunk.right;
        hunks.push_back(hunk);
    }
    return hunks;
}

int indentOf(const QString &line)
{
    int indent = 0;
    while (indent < line.size() && line[indent] == u' ')
        ++indent;
    return indent == line.size() ? 1000 : indent;
}

/// An added list entry may as well begin one line earlier or later when the lines about it are
/// alike. People see it where its first line is indented least.
void slide(DiffHunk &hunk, int roomAbove, const QStringList &left, const QStringList &right)
{
    if (hunk.leftCount > 0 && hunk.rightCount > 0)
        return;
    const bool isAdded = hunk.leftCount == 0;
    const auto &lines = isAdded ? right : left;
    const int start = isAdded ? hunk.right : hunk.left;
    const int count = hunk.leftCount + hunk.rightCount;
    static constexpr int furthest = 100;
    int best = 0;
    int least = indentOf(lines[start]);
    for (int up = 1; up <= std::min(roomAbove, furthest); ++up) {
        if (lines[start - up] != lines[start - up + count])
            break;
        if (const int indent = indentOf(lines[start - up]); indent < least) {
            least = indent;
            best = up;
        }
    }
    hunk.left -= best;
    hunk.right -= best;
}

} // namespace

LineDiff diffLines(const QStringList &left, const QStringList &right, qint64 limit)
{
    const auto marks = marked(interned(left, right), limit);
    LineDiff diff{.hunks = hunksOf(marks), .steps = marks.steps, .isCoarse = marks.isCoarse};
    int end = -1; // of the hunk before, at the left: one equal line stays between the two
    for (auto &hunk : diff.hunks) {
        slide(hunk, hunk.left - end - 1, left, right);
        end = hunk.left + hunk.leftCount;
        diff.added += hunk.rightCount;
        diff.removed += hunk.leftCount;
    }
    return diff;
}

QStringList applied(const LineDiff &diff, const QStringList &left, const QStringList &right)
{
    QStringList result;
    int at = 0;
    for (const auto &hunk : diff.hunks) {
        result += left.mid(at, hunk.left - at);
        result += right.mid(hunk.right, hunk.rightCount);
        at = hunk.left + hunk.leftCount;
    }
    return result + left.mid(at);
}

static QStringList wordsOf(const QString &line)
{
    enum class Class { Word, Space, Other };
    const auto classOf = [](QChar c) {
        return c.isLetterOrNumber() || c.isSurrogate() ? Class::Word
            : c.isSpace()                              ? Class::Space
                                                       : Class::Other;
    };
    QStringList words;
    for (qsizetype at = 0; at < line.size();) {
        const auto first = classOf(line[at]);
        auto end = at + 1;
        while (first != Class::Other && end < line.size() && classOf(line[end]) == first)
            ++end;
        words.append(line.mid(at, end - at));
        at = end;
    }
    return words;
}

/// The marked words as ranges of characters; a space between two of them is marked too.
static std::vector<TextRange> rangesOf(const QStringList &words, const std::vector<bool> &differs)
{
    std::vector<TextRange> ranges;
    int at = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const int length = int(words[i].size());
        if (differs[size_t(i)]) {
            if (!ranges.empty() && ranges.back().start + ranges.back().length == at)
                ranges.back().length += length;
            else
                ranges.push_back({at, length});
        }
        at += length;
    }
    return ranges;
}

WordDiff diffWords(const QString &left, const QString &right)
{
    static constexpr qsizetype mostWords = 2000;
    static constexpr qsizetype mostCharacters = 8000; // of a line that is read word by word
    if (std::max(left.size(), right.size()) > mostCharacters)
        return {};
    const auto leftWords = wordsOf(left);
    const auto rightWords = wordsOf(right);
    if (leftWords.size() > mostWords || rightWords.size() > mostWords)
        return {};
    const auto marks = marked(interned(leftWords, rightWords), 200'000);
    WordDiff diff{rangesOf(leftWords, marks.left), rangesOf(rightWords, marks.right)};
    qsizetype common = 0;
    for (qsizetype i = 0; i < leftWords.size(); ++i) {
        if (!marks.left[size_t(i)] && !leftWords[i].front().isSpace())
            common += leftWords[i].size();
    }
    const auto longest = std::max(left.trimmed().size(), right.trimmed().size());
    if (common * 5 < longest) // less than a fifth is the same: another line altogether
        return {};
    return diff;
}

} // namespace workspace
