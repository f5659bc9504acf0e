// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/level.h"

#include "kube/logstore/bytescan.h"

#include <hs.h>

#include <array>
#include <string>

namespace logstore {

/// How every word begins that names a level or says that one follows.
static constexpr std::array Words{"err",  "warn",  "info",  "debug", "fatal", "panic", "trace",
                                  "crit", "notic", "sever", "emerg", "level", "lvl"};

struct LevelScanner::Database
{
    hs_database_t *patterns = nullptr;
    hs_scratch_t *scratch = nullptr;

    Database()
    {
        const std::vector<unsigned> flags(Words.size(), HS_FLAG_CASELESS);
        std::vector<unsigned> ids;
        std::vector<size_t> lengths;
        for (const auto *stem : Words) {
            lengths.push_back(std::char_traits<char>::length(stem));
            ids.push_back(unsigned(lengths.back()));
        }
        hs_compile_error_t *error = nullptr;
        const auto result =
            hs_compile_lit_multi(Words.data(), flags.data(), ids.data(), lengths.data(),
                                 unsigned(Words.size()), HS_MODE_BLOCK, nullptr, &patterns, &error);
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

LevelScanner::LevelScanner() = default;

LevelScanner::~LevelScanner() = default;

void LevelScanner::findWords(QByteArrayView bytes, quint32 from)
{
    m_words.renew();
    if (!m_database)
        m_database = std::make_unique<Database>();
    const auto take = [](unsigned length, unsigned long long, unsigned long long to, unsigned,
                         void *places) {
        static_cast<std::vector<quint32> *>(places)->push_back(quint32(to - length));
        return 0;
    };
    const auto rest = bytes.sliced(from);
    hs_scan(m_database->patterns, rest.data(), unsigned(rest.size()), 0, m_database->scratch, take,
            &m_words.found);
    for (auto &place : m_words.found)
        place += from;
}

void LevelScanner::findKeys(QByteArrayView bytes, quint32 from)
{
    m_keys.renew();
    logstore::findKeys(bytes, from, m_keys.found);
}

} // namespace logstore
