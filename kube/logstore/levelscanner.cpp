// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/level.h"

#include <hs.h>

#include <array>
#include <string>
#include <utility>

namespace logstore {

/// How every word begins that names a level or says that one follows.
static constexpr std::array Words{"err",  "warn",  "info",  "debug", "fatal", "panic", "trace",
                                  "crit", "notic", "sever", "emerg", "level", "lvl"};
static constexpr std::array Keys{"level", "lvl", "sever"};

struct LevelScanner::Database
{
    hs_database_t *patterns = nullptr;
    hs_scratch_t *scratch = nullptr;

    explicit Database(std::span<const char *const> stems)
    {
        const std::vector<unsigned> flags(stems.size(), HS_FLAG_CASELESS);
        std::vector<unsigned> ids;
        std::vector<size_t> lengths;
        for (const auto *stem : stems) {
            lengths.push_back(std::char_traits<char>::length(stem));
            ids.push_back(unsigned(lengths.back()));
        }
        hs_compile_error_t *error = nullptr;
        const auto result =
            hs_compile_lit_multi(stems.data(), flags.data(), ids.data(), lengths.data(),
                                 unsigned(stems.size()), HS_MODE_BLOCK, nullptr, &patterns, &error);
        if (result != HS_SUCCESS || hs_alloc_scratch(patterns, &scratch) != HS_SUCCESS)
            qFatal("the scanner for log levels cannot be made: %s",
                   error ? error->message : "memory");
    }
    ~Database()
    {
        hs_free_scratch(scratch);
        hs_free_database(patterns);
    }
    Q_DISABLE_COPY_MOVE(Database)
};

LevelScanner::Places::Places(std::span<const char *const> words)
    : stems(words)
{
}

LevelScanner::Places::~Places() = default;

LevelScanner::LevelScanner()
    : m_words(Words)
    , m_keys(Keys)
{
}

LevelScanner::~LevelScanner() = default;

void LevelScanner::Places::find(QByteArrayView bytes, quint32 from)
{
    if (std::exchange(isKnown, true))
        return;
    next = 0;
    found.clear();
    if (!database)
        database = std::make_unique<Database>(stems);
    const auto take = [](unsigned length, unsigned long long, unsigned long long to, unsigned,
                         void *places) {
        static_cast<std::vector<quint32> *>(places)->push_back(quint32(to - length));
        return 0;
    };
    const auto rest = bytes.sliced(from);
    hs_scan(database->patterns, rest.data(), unsigned(rest.size()), 0, database->scratch, take,
            &found);
    for (auto &place : found)
        place += from;
}

void LevelScanner::Places::skipTo(quint32 begin)
{
    while (next < found.size() && found[next] < begin)
        ++next;
}

} // namespace logstore
