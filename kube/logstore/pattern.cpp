// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <hs.h>
#include <pcre2.h>

#include <QLoggingCategory>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace logstore {
namespace {

/// How much PCRE2 may try on one line, some tens of milliseconds at most; a line on which it does not
/// suffice does not match. PCRE2 counts anew at each character of the line.
constexpr qsizetype MostTries = 5'000'000;
constexpr qsizetype LeastTries = 1000;
/// A pattern that matches more often than this per line is cheaper to look for line by line.
constexpr int MostHitsALine = 16;

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

Code compileForLines(const QByteArray &needle, quint32 options)
{
    int error = 0;
    size_t at = 0;
    Code code(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(needle.constData()),
                            size_t(needle.size()), PCRE2_MATCH_INVALID_UTF | options, &error, &at,
                            nullptr));
    if (code)
        pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE);
    return code;
}

Database compileForBlocks(const QByteArray &needle, bool isLiteral, bool caseless)
{
    hs_database_t *database = nullptr;
    hs_compile_error_t *error = nullptr;
    const unsigned flags = caseless ? HS_FLAG_CASELESS : 0;
    const auto result = isLiteral
        ? hs_compile_lit(needle.constData(), flags, size_t(needle.size()), HS_MODE_BLOCK, nullptr,
                         &database, &error)
        : hs_compile(needle.constData(), flags | HS_FLAG_MULTILINE, HS_MODE_BLOCK, nullptr,
                     &database, &error);
    if (error)
        hs_free_compile_error(error); // what it cannot do is done line by line
    return Database(result == HS_SUCCESS ? database : nullptr);
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

/// What means something else to a block than to a line.
bool isBoundToSubject(const QByteArray &needle)
{
    for (const char *token : {"\\A", "\\z", "\\Z", "\\G", "(*"}) {
        if (needle.contains(token))
            return true;
    }
    return false;
}

/// What may match a newline, and so in a block more than in any line.
bool mayCrossLines(const QByteArray &needle)
{
    return needle.contains('\\') || needle.contains("[^") || needle.contains("(?");
}

} // namespace

struct Pattern::Compiled
{
    QString text = {};
    bool isNegated = false;
    bool needsCheck = false; ///< a hit in a block must be confirmed in its line
    bool isForAnyBytes = false; ///< `blocks` is right beyond ASCII too
    Code lines = nullptr; ///< null: nothing to find
    Database blocks = nullptr; ///< null: line by line only
    Scratch scratch = nullptr; ///< to clone from
};

/// One search through the lines of a block.
class Pattern::Scan
{
public:
    Scan(const Compiled &compiled, QByteArrayView bytes, int lines)
        : m_compiled(compiled)
        , m_bytes(bytes)
        , m_found(lines)
        , m_match(pcre2_match_data_create(1, nullptr))
        , m_limits(pcre2_match_context_create(nullptr))
    {
    }

    /// False when it matched so often that it was given up.
    bool wholeBlock()
    {
        hs_scratch_t *scratch = nullptr;
        if (hs_clone_scratch(m_compiled.scratch.get(), &scratch) != HS_SUCCESS)
            return false;
        const Scratch owner(scratch);
        m_hitsLeft = m_found.count() * MostHitsALine + 1000;
        const auto hit = [](unsigned, unsigned long long, unsigned long long to, unsigned,
                            void *scan) { return static_cast<Scan *>(scan)->take(qsizetype(to)); };
        return hs_scan(m_compiled.blocks.get(), m_bytes.data(), unsigned(m_bytes.size()), 0, scratch,
                       hit, this)
            == HS_SUCCESS;
    }
    /// Looks at each line, or at those only that were found already, which it confirms.
    void eachLine(bool onlyFound)
    {
        qsizetype begin = 0;
        for (int line = 0; line < m_found.count() && begin < m_bytes.size(); ++line) {
            const auto end = m_bytes.indexOf('\n', begin);
            if (!onlyFound || m_found.at(line)) {
                if (matches(m_bytes.sliced(begin, end - begin)))
                    m_found.set(line);
                else
                    m_found.reset(line);
            }
            begin = end + 1;
        }
    }
    bool matches(QByteArrayView line)
    {
        pcre2_set_match_limit(m_limits.get(),
                              quint32(std::max(LeastTries, MostTries / (line.size() + 1))));
        return pcre2_match(m_compiled.lines.get(), reinterpret_cast<PCRE2_SPTR>(line.data()),
                           size_t(line.size()), 0, 0, m_match.get(), m_limits.get())
            >= 0;
    }
    Bits take() { return std::move(m_found); }

private:
    /// A match that ends here. Ends mostly come in order.
    int take(qsizetype to)
    {
        if (--m_hitsLeft < 0)
            return 1;
        const auto last = std::max<qsizetype>(to - 1, 0);
        if (last < m_at) {
            m_at = 0;
            m_line = 0;
        }
        m_line += int(std::count(m_bytes.begin() + m_at, m_bytes.begin() + last, '\n'));
        m_at = last;
        if (m_line < m_found.count())
            m_found.set(m_line);
        return 0;
    }

    const Compiled &m_compiled;
    QByteArrayView m_bytes;
    Bits m_found;
    MatchData m_match;
    MatchContext m_limits;
    qsizetype m_at = 0; ///< a byte of line m_line
    int m_line = 0;
    int m_hitsLeft = 0;
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
    const quint32 options = PCRE2_UTF | (caseless ? PCRE2_CASELESS : 0);
    bool isLiteral =
        std::ranges::none_of(needle, [](QChar c) { return Special.contains(c); });
    if (!isLiteral)
        made->lines = compileForLines(bytes, options);
    if (!made->lines) {
        isLiteral = true;
        made->lines = compileForLines(bytes, options | PCRE2_LITERAL);
    }
    if (!made->lines)
        return; // half of a surrogate pair: nothing that can be typed
    made->needsCheck = !isLiteral && mayCrossLines(bytes);
    made->isForAnyBytes = isLiteral && (!caseless || isAscii(bytes));
    if (isLiteral ? made->isForAnyBytes : !isBoundToSubject(bytes))
        made->blocks = compileForBlocks(bytes, isLiteral, caseless);
    hs_scratch_t *scratch = nullptr;
    if (made->blocks && hs_alloc_scratch(made->blocks.get(), &scratch) != HS_SUCCESS)
        made->blocks.reset();
    made->scratch.reset(scratch);
}

bool Pattern::isEmpty() const
{
    return !m_compiled->lines;
}

const QString &Pattern::text() const
{
    return m_compiled->text;
}

Bits Pattern::find(QByteArrayView bytes, int lines, bool isAscii, bool hasEscapes) const
{
    if (isEmpty())
        return Bits(lines, true);
    const auto plain = hasEscapes ? withoutEscapes(bytes) : QByteArray();
    if (hasEscapes)
        bytes = plain;
    Scan scan(*m_compiled, bytes, lines);
    const bool canScan = m_compiled->blocks && (isAscii || m_compiled->isForAnyBytes);
    if (!canScan || !scan.wholeBlock())
        scan.eachLine(false);
    else if (m_compiled->needsCheck)
        scan.eachLine(true);
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

} // namespace logstore
