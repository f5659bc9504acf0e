// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <deque>
#include <vector>

namespace logstore {

/// One bit a line.
class Bits
{
public:
    Bits() = default;
    explicit Bits(int count, bool value = false);

    int count() const { return m_count; }
    bool at(int index) const { return m_words[size_t(index) / 64] >> (index % 64) & 1; }
    void set(int index) { m_words[size_t(index) / 64] |= quint64(1) << (index % 64); }
    void reset(int index) { m_words[size_t(index) / 64] &= ~(quint64(1) << (index % 64)); }
    void append(const Bits &more);
    /// Keeps what is set in both.
    void keep(const Bits &other);
    void invert();
    /// Sets the `by` before and after each one that is set, too.
    void spread(int by);

    int ones() const;
    /// How many are set before an index.
    int onesBefore(int index) const;
    /// Where the nth set one is, from 0; there must be so many.
    int indexOf(int nth) const;

private:
    std::vector<quint64> m_words;
    int m_count = 0;
};

/// Which lines of a LogStore are in a set: a bit for each, by blocks, so that ten million lines
/// take a megabyte and a quarter and a row is found without walking.
class LineSet
{
public:
    void clear() { m_parts.clear(); }
    /// The lines of a block, in the order of their numbers; replaces what was said of them.
    void set(qint64 first, Bits bits);
    /// Adds lines after the last one of the newest block.
    void extend(const Bits &bits);
    /// Adds one line of a block that is there.
    void insert(qint64 number);
    void remove(qint64 number);
    /// Adds the `by` lines before and after each, over the ends of blocks.
    void spread(int by);
    /// Forgets blocks that end at or before a number.
    void dropBefore(qint64 number);

    qint64 end() const;
    qint64 count() const;
    /// The number of the line in a row from 0; there must be so many.
    qint64 numberAt(qint64 row) const;
    /// The first row whose line has this number or a higher one.
    qint64 rowOf(qint64 number) const;
    bool contains(qint64 number) const;

private:
    struct Part
    {
        qint64 first = 0;
        Bits bits = {};
        int ones = 0;
        qint64 before = 0; ///< rows in older parts
    };
    void sum() const;

    mutable std::deque<Part> m_parts;
    mutable bool m_isSummed = true;
};

} // namespace logstore
