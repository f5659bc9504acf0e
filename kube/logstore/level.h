// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <memory>
#include <span>
#include <vector>

namespace logstore {

/// What a line says about itself, from the words in it. A Mark is no line of the log: it says that
/// something happened to it (a pod went, lines are missing).
enum class Level : quint8 { None, Debug, Info, Warn, Error, Mark };
inline constexpr int LevelCount = 6;

struct NewLine;

/// Reads the level of one line: `level=warn` and `"level":"warn"`, else klog's first letter, else
/// the first word that names a level, capitals before small letters. Looks at the first 512 bytes.
Level levelOf(QByteArrayView line);

/// The levels of many lines at once, several times faster than one by one. Most lines say theirs in
/// their first words; where one does not, a scan over all of them finds the few places where a
/// level can be named, for all words with vectorscan. Few lines are read one by one. One thread.
class LevelScanner
{
public:
    LevelScanner();
    ~LevelScanner();
    Q_DISABLE_COPY_MOVE(LevelScanner)

    /// Finds the level of each line. They lie one behind the other in `bytes`, each with a newline,
    /// up to its end.
    void scan(QByteArrayView bytes, std::span<NewLine> lines);

private:
    struct Database;
    /// Where in the bytes some words may begin, in order; found when first asked for.
    struct Places
    {
        std::vector<quint32> found = {};
        size_t next = 0;
        bool isKnown = false;

        /// They are about to be found, in other bytes.
        void renew()
        {
            found.clear();
            next = 0;
            isKnown = true;
        }
        /// Goes on to those from `begin` on.
        void skipTo(quint32 begin)
        {
            while (hasBefore(begin))
                ++next;
        }
        bool hasBefore(quint32 end) const { return next < found.size() && found[next] < end; }
    };

    Level levelIn(QByteArrayView bytes, quint32 begin, quint32 end, quint32 first);
    void findWords(QByteArrayView bytes, quint32 from);
    void findKeys(QByteArrayView bytes, quint32 from);

    std::unique_ptr<Database> m_database; ///< some megabytes; null before it was needed
    Places m_words; ///< of all kinds
    Places m_keys; ///< "level" and its kin: the level is in what follows
};

} // namespace logstore
