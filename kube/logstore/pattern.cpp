// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/pattern.h"

#include "kube/logstore/patterntext.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <hs.h>
#include <pcre2.h>

#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace logstore {
namespace {

/// How much PCRE2 may try on one line, about a millisecond; a line on which it does not suffice
/// does not match. PCRE2 counts anew at each character.
constexpr qsizetype MostTries = 200'000;
constexpr qsizetype LeastTries = 1000;
constexpr quint32 TriesInBlock = 20'000;
/// An expression is looked for in the lines alone that have its text while they are fewer than one
/// in so many; from there on one call for the whole block is quicker.
constexpr int FewLines = 16;
constexpr qsizetype ShortestText = 3;

template<auto Free>
struct Freeing
{
    template<typename T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};
using Code = std::unique_ptr<pcre2_code, Freeing<pcre2_code_free>>;
using MatchData = std::unique_ptr<pcre2_match_data, Freeing<pcre2_match_data_free>>;
using MatchContext = std::unique_ptr<pcre2_match_context, Freeing<pcre2_match_context_free>>;
using Database = std::unique_ptr<hs_database_t, Freeing<hs_free_database>>;
using Scratch = std::unique_ptr<hs_scratch_t, Freeing<hs_free_scratch>>;

bool isAscii(QByteArrayView bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return quint8(c) < 0x80; });
}

Code compile(const QByteArray &needle, quint32 options, QString *problem = nullptr)
{
    int error = 0;
    size_t at = 0;
    Code code(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(needle.constData()), size_t(needle.size()),
                            options, &error, &at, nullptr));
    if (code)
        pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE);
    if (std::array<PCRE2_UCHAR, 256> text{};
        !code && problem && pcre2_get_error_message(error, text.data(), text.size()) > 0)
        *problem = QString::fromUtf8(reinterpret_cast<const char *>(text.data()));
    return code;
}

/// Only texts: vectorscan 5.4.11, which Debian 13 has, misses matches of expressions like `\\d$`
/// near the end of what it scans.
Database compileText(const QByteArray &needle, bool caseless)
{
    hs_database_t *database = nullptr;
    hs_compile_error_t *error = nullptr;
    const auto result =
        hs_compile_lit(needle.constData(), caseless ? HS_FLAG_CASELESS : 0, size_t(needle.size()),
                       HS_MODE_BLOCK, nullptr, &database, &error);
    if (error)
        hs_free_compile_error(error);
    return Database(result == HS_SUCCESS ? database : nullptr);
}

/// How many newlines there are; in short stretches, whose sums fit into bytes, which processors add
/// sixteen or more at a time.
int newlinesIn(const char *at, const char *end)
{
    int sum = 0;
    while (at < end) {
        const char *stop = at + std::min<qsizetype>(end - at, 240);
        quint8 some = 0;
        for (; at < stop; ++at)
            some = quint8(some + (*at == '\n'));
        sum += some;
    }
    return sum;
}

/// Whether all letters are small; `\\S` and the like are no letters.
bool isSmall(const QString &needle)
{
    for (qsizetype i = 0; i < needle.size(); ++i) {
        if (needle[i] == u'\\')
            ++i;
        else if (needle[i].toLower() != needle[i])
            return false;
    }
    return true;
}

/// Whether lines around a line or the ends of the subject have a say in what matches in it.
bool looksAround(const QByteArray &needle)
{
    for (const char *token : {"\\A", "\\z", "\\Z", "\\G", "(*", "(?=", "(?!", "(?<"}) {
        if (needle.contains(token))
            return true;
    }
    return false;
}

} // namespace

struct Pattern::Compiled
{
    QString text = {};
    QString error = {};
    bool isNegated = false;
    bool isLineByLine = false;
    Code code = nullptr; ///< null: nothing to find
    Code asciiCode = nullptr; ///< faster, right for ASCII alone; may be null
    bool isText = false;
    /// For a text; of an expression one that is in all it matches in ASCII; null: use the code.
    Database literal = nullptr;
    Scratch scratch = nullptr; ///< to clone from

    void find(const QByteArray &needle, bool caseless)
    {
        literal = compileText(needle, caseless);
        hs_scratch_t *memory = nullptr;
        if (literal && hs_alloc_scratch(literal.get(), &memory) != HS_SUCCESS)
            literal.reset();
        scratch.reset(memory);
    }
};

/// One search through the lines of a block.
class Pattern::Scan
{
public:
    Scan(const Compiled &compiled, QByteArrayView bytes, int lines, bool isAscii = false)
        : m_compiled(compiled)
        , m_code(isAscii && compiled.asciiCode ? compiled.asciiCode.get() : compiled.code.get())
        , m_bytes(bytes)
        , m_found(lines)
        , m_match(pcre2_match_data_create(1, nullptr))
        , m_limits(pcre2_match_context_create(nullptr))
    {
    }

    /// For a text; false when it cannot be.
    bool literal()
    {
        return eachText([](Scan &scan, qsizetype at) {
            scan.take(at);
            return true;
        });
    }
    /// For an expression with a text; false when too many lines have the text.
    bool linesWithText()
    {
        if (eachText([](Scan &scan, qsizetype at) { return scan.takeIfMatches(at); }))
            return true;
        m_found = Bits(m_found.count());
        m_at = 0;
        m_line = 0;
        return false;
    }
    /// From one line that matches to the next. A match that crosses the end of its line says
    /// nothing but that the line has to be looked at alone; so does one that is given up.
    void wholeBlock()
    {
        for (qsizetype at = 0; at < m_bytes.size();) {
            pcre2_set_match_limit(m_limits.get(), TriesInBlock);
            const int result = match(m_bytes, at, 0);
            if (result == PCRE2_ERROR_NOMATCH)
                return;
            if (result < 0)
                return eachLine(at);
            const auto [begin, end] = place();
            if (begin >= m_bytes.size())
                return;
            const auto lineEnd = m_bytes.indexOf('\n', begin);
            const auto lineBegin = begin > 0 ? m_bytes.first(begin).lastIndexOf('\n') + 1 : 0;
            if (end <= lineEnd || matches(m_bytes.sliced(lineBegin, lineEnd - lineBegin)))
                take(begin);
            at = lineEnd + 1;
        }
    }
    void eachLine(qsizetype begin = 0)
    {
        while (begin < m_bytes.size()) {
            const auto end = m_bytes.indexOf('\n', begin);
            if (matches(m_bytes.sliced(begin, end - begin)))
                take(begin);
            begin = end + 1;
        }
    }
    /// Looks from a byte on. Where it is found lies in place().
    bool matches(QByteArrayView line, qsizetype from = 0, quint32 options = 0)
    {
        pcre2_set_match_limit(m_limits.get(),
                              quint32(std::max(LeastTries, MostTries / (line.size() + 1))));
        return match(line, from, options) >= 0;
    }
    /// First byte and byte behind the last.
    std::pair<qsizetype, qsizetype> place() const
    {
        const auto *ends = pcre2_get_ovector_pointer(m_match.get());
        return {qsizetype(ends[0]), qsizetype(ends[1])};
    }
    Bits take() { return std::move(m_found); }

private:
    int match(QByteArrayView bytes, qsizetype from, quint32 options)
    {
        return pcre2_match(m_code, reinterpret_cast<PCRE2_SPTR>(bytes.data()), size_t(bytes.size()),
                           size_t(from), options, m_match.get(), m_limits.get());
    }
    /// Calls `visit` with the last byte of each place that has the text until it says no; whether
    /// it never did.
    template<typename Visit>
    bool eachText(Visit)
    {
        hs_scratch_t *scratch = nullptr;
        if (hs_clone_scratch(m_compiled.scratch.get(), &scratch) != HS_SUCCESS)
            return false;
        const Scratch owner(scratch);
        const auto hit = [](unsigned, unsigned long long, unsigned long long to, unsigned,
                            void *scan) {
            return Visit()(*static_cast<Scan *>(scan), qsizetype(to) - 1) ? 0 : 1;
        };
        return hs_scan(m_compiled.literal.get(), m_bytes.data(), unsigned(m_bytes.size()), 0,
                       scratch, hit, this)
            == HS_SUCCESS;
    }
    /// False when that was done for too many lines.
    bool takeIfMatches(qsizetype at)
    {
        if (at < m_seen)
            return true;
        const auto begin = m_bytes.first(at).lastIndexOf('\n') + 1;
        m_seen = m_bytes.indexOf('\n', at) + 1;
        if (matches(m_bytes.sliced(begin, m_seen - 1 - begin)))
            take(begin);
        return ++m_tried * FewLines <= m_found.count();
    }
    /// The line of this byte matches. Bytes mostly come in order.
    void take(qsizetype at)
    {
        if (at < m_at) {
            m_at = 0;
            m_line = 0;
        }
        m_line += newlinesIn(m_bytes.data() + m_at, m_bytes.data() + at);
        m_at = at;
        m_found.set(m_line);
    }

    const Compiled &m_compiled;
    const pcre2_code *m_code;
    QByteArrayView m_bytes;
    Bits m_found;
    MatchData m_match;
    MatchContext m_limits;
    qsizetype m_at = 0; ///< a byte of line m_line
    int m_line = 0;
    qsizetype m_seen = 0; ///< lines that end before here have been looked at
    int m_tried = 0; ///< lines that have the text
};

Pattern::Pattern()
    : Pattern(QString())
{
}

Pattern::~Pattern() = default;

Pattern::Pattern(const QString &text)
{
    const auto made = std::make_shared<Compiled>();
    m_compiled = made;
    made->text = text;
    made->isNegated = text.startsWith(u'!');
    const auto needle = made->isNegated ? text.sliced(1) : text;
    if (needle.isEmpty())
        return;
    static const auto Special = u"\\^$|?*+()[]{}"_s;
    const bool caseless = isSmall(needle);
    const auto bytes = needle.toUtf8();
    const quint32 options = caseless ? PCRE2_CASELESS : 0;
    const quint32 utf = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF;
    bool isLiteral = std::ranges::none_of(needle, [](QChar c) { return Special.contains(c); });
    if (!isLiteral)
        made->code = compile(bytes, options | utf | PCRE2_MULTILINE, &made->error);
    if (!made->code) {
        isLiteral = true;
        made->code = compile(bytes, options | utf | PCRE2_LITERAL);
    }
    if (!made->code)
        return; // half of a surrogate pair: nothing that can be typed
    if (!isLiteral) {
        made->isLineByLine = looksAround(bytes);
        if (!isAscii(bytes))
            return;
        made->asciiCode = compile(bytes, options | PCRE2_MULTILINE);
        if (const auto part = textInEveryMatch(bytes); part.size() >= ShortestText)
            made->find(part, caseless);
        return;
    }
    made->isText = true;
    if (!caseless || isAscii(bytes))
        made->find(bytes, caseless);
}

bool Pattern::isEmpty() const
{
    return !m_compiled->code;
}

const QString &Pattern::text() const
{
    return m_compiled->text;
}

const QString &Pattern::error() const
{
    return m_compiled->error;
}

Bits Pattern::find(QByteArrayView bytes, int lines, bool isAscii, bool hasEscapes) const
{
    if (isEmpty())
        return Bits(lines, true);
    const auto plain = hasEscapes ? withoutEscapes(bytes) : QByteArray();
    if (hasEscapes)
        bytes = plain;
    Scan scan(*m_compiled, bytes, lines, isAscii);
    const bool isFound = m_compiled->literal
        && (m_compiled->isText ? scan.literal() : isAscii && scan.linesWithText());
    if (!isFound && m_compiled->isLineByLine)
        scan.eachLine();
    else if (!isFound)
        scan.wholeBlock();
    auto found = scan.take();
    if (m_compiled->isNegated)
        found.invert();
    return found;
}

bool Pattern::matches(QByteArrayView line) const
{
    if (isEmpty())
        return true;
    const auto plain = line.contains('\x1b') ? withoutEscapes(line) : QByteArray();
    Scan scan(*m_compiled, {}, 0);
    return scan.matches(plain.isNull() ? line : QByteArrayView(plain)) != m_compiled->isNegated;
}

std::vector<Pattern::Range> Pattern::rangesIn(const QString &line) const
{
    constexpr size_t Most = 500;
    std::vector<Range> ranges;
    if (isEmpty() || m_compiled->isNegated)
        return ranges;
    const auto bytes = line.toUtf8();
    Scan scan(*m_compiled, {}, 0);
    qsizetype at = 0;
    int unit = 0; // where `at` is in UTF-16
    while (ranges.size() < Most && scan.matches(bytes, at, PCRE2_NOTEMPTY)) {
        const auto [begin, end] = scan.place();
        if (begin < at || end <= begin)
            break; // \\K in a look-ahead can do that
        unit += int(QString::fromUtf8(QByteArrayView(bytes).sliced(at, begin - at)).size());
        const auto text = QByteArrayView(bytes).sliced(begin, end - begin);
        ranges.push_back({.start = unit, .length = int(QString::fromUtf8(text).size())});
        unit += ranges.back().length;
        at = end;
    }
    return ranges;
}

} // namespace logstore
