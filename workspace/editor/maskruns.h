// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTextCursor>

#include <optional>
#include <vector>

class QTextDocument;

namespace workspace {

/// A stretch of a text document that stands for a masked value (dots), or that was one and is
/// shown. The mark is a property of the characters' format, so it stays through editing and undo.
struct MaskRun
{
    int start = 0;
    int length = 0;
    QString id = {};

    int end() const { return start + length; }
    bool operator==(const MaskRun &) const = default;
};

enum class MaskState { Masked, Revealed };

/// What is shown in place of every masked value, whatever its length.
QString maskDots();
/// The format of characters that belong to the mask `id`.
QTextCharFormat maskFormat(const QString &id, MaskState state);

/// All of them, in order.
std::vector<MaskRun> maskRuns(const QTextDocument &document, MaskState state = MaskState::Masked);
std::vector<MaskRun> maskRunsIn(const QTextBlock &block, MaskState state = MaskState::Masked);
std::optional<MaskRun> maskRun(const QTextDocument &document, const QString &id, MaskState state);
/// The masked run that `position` is in or at an edge of.
std::optional<MaskRun> maskRunAt(const QTextDocument &document, int position);

/// `selection` made larger so that it covers no mask in part.
QTextCursor aroundMasks(const QTextCursor &selection);

} // namespace workspace
