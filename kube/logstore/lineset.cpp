// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/lineset.h"

#include <algorithm>
#include <bit>

namespace logstore {

Bits::Bits(int count, bool value)
    : m_words((size_t(count) + 63) / 64, value ? ~quint64(0) : 0)
    , m_count(count)
{
    if (value && count % 64 != 0)
        m_words.back() = (quint64(1) << (count % 64)) - 1;
}

void Bits::append(const Bits &more)
{
    const int shift = m_count % 64;
    m_count += more.m_count;
    for (const auto word : more.m_words) {
        if (shift > 0)
            m_words.back() |= word << shift;
        m_words.push_back(shift > 0 ? word >> (64 - shift) : word);
    }
    m_words.resize((size_t(m_count) + 63) / 64);
}

void Bits::keep(const Bits &other)
{
    for (size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= other.m_words[i];
}

void Bits::invert()
{
    for (auto &word : m_words)
        word = ~word;
    if (m_count % 64 != 0)
        m_words.back() &= (quint64(1) << (m_count % 64)) - 1;
}

void Bits::spread(int by)
{
    const auto lines = *this;
    for (int i = 0; i < m_count; ++i) {
        if (lines.m_words[size_t(i) / 64] == 0) {
            i |= 63; // none in this word
            continue;
        }
        if (lines.at(i)) {
            for (int at = std::max(0, i - by); at <= std::min(m_count - 1, i + by); ++at)
                set(at);
        }
    }
}

int Bits::ones() const
{
    int sum = 0;
    for (const auto word : m_words)
        sum += std::popcount(word);
    return sum;
}

int Bits::onesBefore(int index) const
{
    int sum = 0;
    for (size_t i = 0; i < size_t(index) / 64; ++i)
        sum += std::popcount(m_words[i]);
    if (index % 64 != 0)
        sum += std::popcount(m_words[size_t(index) / 64] & ((quint64(1) << (index % 64)) - 1));
    return sum;
}

int Bits::indexOf(int nth) const
{
    size_t i = 0;
    for (int ones = std::popcount(m_words[i]); nth >= ones; ones = std::popcount(m_words[++i]))
        nth -= ones;
    auto word = m_words[i];
    for (; nth > 0; --nth)
        word &= word - 1; // takes the lowest one away
    return int(i) * 64 + std::countr_zero(word);
}

void LineSet::set(qint64 first, Bits bits)
{
    auto part = std::ranges::lower_bound(m_parts, first, {}, &Part::first);
    if (part == m_parts.end() || part->first != first)
        part = m_parts.insert(part, Part{.first = first});
    part->ones = bits.ones();
    part->bits = std::move(bits);
    m_isSummed = false;
}

void LineSet::extend(const Bits &bits)
{
    auto &last = m_parts.back();
    last.ones += bits.ones();
    last.bits.append(bits);
}

void LineSet::insert(qint64 number)
{
    auto after = std::ranges::upper_bound(m_parts, number, {}, &Part::first);
    if (after == m_parts.begin())
        return;
    auto &part = *std::prev(after);
    const auto index = number - part.first;
    if (index >= part.bits.count() || part.bits.at(int(index)))
        return;
    part.bits.set(int(index));
    ++part.ones;
    m_isSummed = false;
}

void LineSet::remove(qint64 number)
{
    const auto after = std::ranges::upper_bound(m_parts, number, {}, &Part::first);
    if (after == m_parts.begin() || !contains(number))
        return;
    auto &part = *std::prev(after);
    part.bits.reset(int(number - part.first));
    --part.ones;
    m_isSummed = false;
}

void LineSet::spread(int by)
{
    // 1. What lies near the end of a block has a say in the next one, and the other way round.
    std::vector<qint64> over;
    for (const auto &part : m_parts) {
        const int count = part.bits.count();
        const auto reach = [&](int from, int to) {
            for (int i = std::max(0, from); i < std::min(count, to); ++i) {
                if (!part.bits.at(i))
                    continue;
                for (int at = i - by; at <= i + by; ++at) {
                    if (at < 0 || at >= count)
                        over.push_back(part.first + at);
                }
            }
        };
        reach(0, by);
        reach(std::max(by, count - by), count);
    }
    // 2. Each block by itself.
    for (auto &part : m_parts) {
        part.bits.spread(by);
        part.ones = part.bits.ones();
    }
    m_isSummed = false;
    for (const auto number : over)
        insert(number);
}

void LineSet::dropBefore(qint64 number)
{
    while (!m_parts.empty() && m_parts.front().first + m_parts.front().bits.count() <= number) {
        m_parts.pop_front();
        m_isSummed = false;
    }
}

qint64 LineSet::end() const
{
    return m_parts.empty() ? 0 : m_parts.back().first + m_parts.back().bits.count();
}

void LineSet::sum() const
{
    if (m_isSummed)
        return;
    qint64 before = 0;
    for (auto &part : m_parts) {
        part.before = before;
        before += part.ones;
    }
    m_isSummed = true;
}

qint64 LineSet::count() const
{
    sum();
    return m_parts.empty() ? 0 : m_parts.back().before + m_parts.back().ones;
}

qint64 LineSet::numberAt(qint64 row) const
{
    sum();
    const auto part = std::prev(
        std::ranges::partition_point(m_parts, [row](const Part &p) { return p.before <= row; }));
    return part->first + part->bits.indexOf(int(row - part->before));
}

qint64 LineSet::rowOf(qint64 number) const
{
    sum();
    const auto after = std::ranges::upper_bound(m_parts, number, {}, &Part::first);
    if (after == m_parts.begin())
        return 0;
    const auto &part = *std::prev(after);
    const auto index = std::min<qint64>(number - part.first, part.bits.count());
    return part.before + part.bits.onesBefore(int(index));
}

bool LineSet::contains(qint64 number) const
{
    const auto after = std::ranges::upper_bound(m_parts, number, {}, &Part::first);
    if (after == m_parts.begin())
        return false;
    const auto &part = *std::prev(after);
    const auto index = number - part.first;
    return index < part.bits.count() && part.bits.at(int(index));
}

} // namespace logstore
