// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <memory>
#include <vector>

namespace logstore {

/// What a line says about itself, from the words in it. A Mark is no line of the log: it says that
/// something happened to it (a pod went, lines are missing).
enum class Level : quint8 { None, Debug, Info, Warn, Error, Mark };
inline constexpr int LevelCount = 6;

/// Reads the level of one line: `level=warn` and `"level":"warn"`, else klog's first letter, else
/// the first word that names a level, capitals before small letters. Looks at the first 512 bytes.
Level levelOf(QByteArrayView line);

/// The levels of many lines at once, several times faster than one by one: a multi-pattern scan
/// (vectorscan) finds the few places where a level can be named. One thread.
class LevelScanner
{
public:
    LevelScanner();
    ~LevelScanner();
    Q_DISABLE_COPY_MOVE(LevelScanner)

    /// Appends a level for each line to `levels`. Every line in `bytes` ends with a newline.
    void scan(QByteArrayView bytes, std::vector<Level> &levels);

private:
    void findPlaces(QByteArrayView bytes);

    struct Database;
    std::unique_ptr<Database> m_database;
    std::vector<quint32> m_places; ///< where a level word may begin, in order
};

} // namespace logstore
