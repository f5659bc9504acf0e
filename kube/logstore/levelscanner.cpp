// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/level.h"

#include <hs.h>

#include <array>

namespace logstore {

/// How every word begins that names a level or says that one follows.
static constexpr std::array Stems{"err",  "warn",  "info",  "debug", "fatal", "panic", "trace",
                                  "crit", "notic", "sever", "emerg", "level", "lvl"};

struct LevelScanner::Database
{
    hs_database_t *patterns = nullptr;
    hs_scratch_t *scratch = nullptr;
};

LevelScanner::LevelScanner()
    : m_database(std::make_unique<Database>())
{
    std::array<unsigned, Stems.size()> flags{};
    std::array<unsigned, Stems.size()> ids{};
    std::array<size_t, Stems.size()> lengths{};
    for (unsigned i = 0; i < Stems.size(); ++i) {
        flags[i] = HS_FLAG_CASELESS;
        lengths[i] = std::char_traits<char>::length(Stems[i]);
        ids[i] = unsigned(lengths[i]);
    }
    hs_compile_error_t *error = nullptr;
    const auto result =
        hs_compile_lit_multi(Stems.data(), flags.data(), ids.data(), lengths.data(), Stems.size(),
                             HS_MODE_BLOCK, nullptr, &m_database->patterns, &error);
    if (result != HS_SUCCESS || hs_alloc_scratch(m_database->patterns, &m_database->scratch))
        qFatal("the scanner for log levels cannot be made: %s", error ? error->message : "memory");
}

LevelScanner::~LevelScanner()
{
    hs_free_scratch(m_database->scratch);
    hs_free_database(m_database->patterns);
}

void LevelScanner::findPlaces(QByteArrayView bytes)
{
    m_places.clear();
    const auto found = [](unsigned length, unsigned long long, unsigned long long to, unsigned,
                          void *places) {
        static_cast<std::vector<quint32> *>(places)->push_back(quint32(to - length));
        return 0;
    };
    hs_scan(m_database->patterns, bytes.data(), unsigned(bytes.size()), 0, m_database->scratch,
            found, &m_places);
}

} // namespace logstore
