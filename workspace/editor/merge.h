// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <vector>

namespace workspace {

/// A stretch of a three-way merge.
struct MergeChunk
{
    enum class Kind {
        Same, ///< as in the base, or changed alike by both
        Mine, ///< only I changed it
        Theirs, ///< only they changed it
        Conflict, ///< both changed it, differently
    };
    enum class Choice { None, Mine, Theirs, Base, MineThenTheirs };

    Kind kind = Kind::Same;
    QStringList base = {};
    QStringList mine = {};
    QStringList theirs = {};
    Choice choice = Choice::None; ///< for conflicts; nothing is chosen at first

    bool operator==(const MergeChunk &) const = default;
};

/// Three versions of a text brought together line by line; for what both sides changed in
/// different ways a person chooses. A value.
class Merge
{
public:
    Merge() = default;
    /// `base` is what both `mine` and `theirs` were made from.
    Merge(const QString &base, const QString &mine, const QString &theirs);

    const std::vector<MergeChunk> &chunks() const { return m_chunks; }
    /// Indices of the chunks in conflict.
    std::vector<int> conflicts() const;
    void choose(int chunk, MergeChunk::Choice choice);
    int openConflicts() const; ///< how many still have no choice
    bool isResolved() const { return openConflicts() == 0; }
    /// The merged text; conflicts without a choice stand as in `mine`.
    QString result() const;

private:
    std::vector<MergeChunk> m_chunks;
    bool m_endsWithNewline = false;
};

/// The lines that a chunk contributes to the result.
QStringList resolvedLines(const MergeChunk &chunk);

} // namespace workspace
