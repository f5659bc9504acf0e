// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/yamlshape.h"

#include <QObject>
#include <QTextBlock>
#include <QTextCursor>

#include <vector>

namespace workspace {

/// Which blocks of a text are folded, by indentation. A fold stays with its first line while the
/// text is edited, and hides what belongs to that line then; folded text is only out of sight.
/// For a document with a QPlainTextDocumentLayout.
class FoldSet final : public QObject
{
    Q_OBJECT

public:
    /// `document` is borrowed and must outlive the set.
    explicit FoldSet(QTextDocument &document, QObject *parent = nullptr);

    /// The last line that belongs to `header`; `header` itself when there is none.
    QTextBlock endOf(const QTextBlock &header) const;
    bool isFoldable(const QTextBlock &block) const;
    bool isFolded(const QTextBlock &block) const;
    bool isEmpty() const { return m_folds.empty(); }

    void fold(const QTextBlock &header);
    void unfold(const QTextBlock &header);
    void toggle(const QTextBlock &header);
    /// Folds the innermost block that `inside` belongs to or begins; returns its first line, or
    /// nothing.
    QTextBlock foldAround(const QTextBlock &inside);
    void foldAll();
    void unfoldAll();
    /// Unfolds whatever hides this line.
    void reveal(const QTextBlock &block);

Q_SIGNALS:
    void changed();

private:
    struct Fold
    {
        QTextCursor header = {}; ///< at the start of the line
        QString text = {}; ///< to know the line again after a deletion
        bool isDoubtful = false; ///< a deletion reached it
    };

    void edited(int position, int removed, int added);
    void settle();
    bool isStructureSame() const;
    void apply();
    /// Looks at every line once; also keeps its shape in m_shapes.
    std::vector<bool> hiddenBlocks();
    std::vector<int> foldedNumbers() const; ///< sorted

    QTextDocument &m_document;
    std::vector<Fold> m_folds; ///< in no order
    std::vector<YamlShape> m_shapes; ///< of all lines when they were last looked at
    int m_editedFrom = -1; ///< where the text changed since then; -1: nowhere
    int m_editedTo = -1;
    bool m_hasHidden = false;
};

} // namespace workspace
