// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/foldset.h"

#include "workspace/editor/yamlshape.h"

#include <QAbstractTextDocumentLayout>
#include <QTextDocument>

#include <algorithm>
#include <set>

namespace workspace {

FoldSet::FoldSet(QTextDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&m_document, &QTextDocument::contentsChange, this, &FoldSet::edited);
    connect(&m_document, &QTextDocument::contentsChanged, this, &FoldSet::settle);
}

/// The next line that says something about structure.
static QTextBlock nextShaped(QTextBlock block)
{
    do
        block = block.next();
    while (block.isValid() && shapeOf(block.text()).isBlank);
    return block;
}

QTextBlock FoldSet::endOf(const QTextBlock &header) const
{
    const auto shape = shapeOf(header.text());
    auto last = header;
    if (shape.isBlank)
        return last;
    for (auto block = nextShaped(header); block.isValid(); block = nextShaped(block)) {
        if (!belongsTo(shape, shapeOf(block.text())))
            break;
        last = block;
    }
    return last;
}

bool FoldSet::isFoldable(const QTextBlock &block) const
{
    const auto shape = shapeOf(block.text());
    if (shape.isBlank)
        return false;
    const auto next = nextShaped(block);
    return next.isValid() && belongsTo(shape, shapeOf(next.text()));
}

bool FoldSet::isFolded(const QTextBlock &block) const
{
    return std::ranges::any_of(m_folds,
                               [&block](const Fold &fold) { return fold.header.block() == block; });
}

void FoldSet::fold(const QTextBlock &header)
{
    if (isFolded(header) || !isFoldable(header))
        return;
    m_folds.push_back({.header = QTextCursor(header), .text = header.text().trimmed()});
    apply();
}

void FoldSet::unfold(const QTextBlock &header)
{
    if (std::erase_if(m_folds,
                      [&header](const Fold &fold) { return fold.header.block() == header; })
        > 0)
        apply();
}

void FoldSet::toggle(const QTextBlock &header)
{
    if (isFolded(header))
        unfold(header);
    else
        fold(header);
}

QTextBlock FoldSet::foldAround(const QTextBlock &inside)
{
    for (auto header = inside; header.isValid(); header = header.previous()) {
        if (isFolded(header) || !isFoldable(header))
            continue;
        if (header == inside || endOf(header).blockNumber() >= inside.blockNumber()) {
            fold(header);
            return header;
        }
    }
    return {};
}

void FoldSet::foldAll()
{
    std::set<int> folded;
    for (const auto &fold : m_folds)
        folded.insert(fold.header.blockNumber());
    for (auto block = m_document.begin(); block.isValid(); block = block.next()) {
        const auto shape = shapeOf(block.text());
        // Top-level blocks of each document; a document as a whole stays open.
        if (shape.indent == 0 && !shape.isSeparator && isFoldable(block)
            && !folded.contains(block.blockNumber()))
            m_folds.push_back({.header = QTextCursor(block), .text = block.text().trimmed()});
    }
    apply();
}

void FoldSet::unfoldAll()
{
    if (m_folds.empty())
        return;
    m_folds.clear();
    apply();
}

void FoldSet::reveal(const QTextBlock &block)
{
    if (block.isVisible())
        return;
    const int number = block.blockNumber();
    std::erase_if(m_folds, [&](const Fold &fold) {
        const auto header = fold.header.block();
        return header.blockNumber() < number && endOf(header).blockNumber() >= number;
    });
    apply();
}

void FoldSet::edited(int position, int removed, int added)
{
    for (auto &fold : m_folds) {
        const int header = fold.header.position();
        if (removed > 0 && header >= position && header <= position + added)
            fold.isDoubtful = true;
    }
}

void FoldSet::settle()
{
    if (m_folds.empty() && !m_hasHidden)
        return;
    std::set<int> seen;
    std::erase_if(m_folds, [&](Fold &fold) {
        const auto block = fold.header.block();
        const auto text = block.text().trimmed();
        // A deletion may leave the mark of a line that is gone at the start of another one.
        const bool isOther = std::exchange(fold.isDoubtful, false) && text != fold.text
            && !text.startsWith(fold.text.section(u':', 0, 0) + u':');
        if (isOther || !isFoldable(block) || !seen.insert(block.blockNumber()).second)
            return true;
        fold.header.setPosition(block.position());
        fold.text = text;
        return false;
    });
    apply();
}

std::vector<bool> FoldSet::hiddenBlocks() const
{
    std::vector<bool> hidden(size_t(m_document.blockCount()));
    for (const auto &fold : m_folds) {
        const auto header = fold.header.block();
        const auto first = hidden.begin() + header.blockNumber() + 1;
        std::fill(first, hidden.begin() + endOf(header).blockNumber() + 1, true);
    }
    return hidden;
}

void FoldSet::apply()
{
    const auto hidden = hiddenBlocks();
    int from = -1;
    int to = -1;
    m_hasHidden = false;
    for (auto block = m_document.begin(); block.isValid(); block = block.next()) {
        const bool hide = hidden[size_t(block.blockNumber())];
        m_hasHidden = m_hasHidden || hide;
        if (block.isVisible() == !hide)
            continue;
        block.setVisible(!hide);
        block.setLineCount(hide ? 0 : std::max(1, block.layout()->lineCount()));
        from = from < 0 ? block.position() : from;
        to = block.position() + block.length();
    }
    if (from >= 0) {
        m_document.markContentsDirty(from, to - from);
        auto *layout = m_document.documentLayout();
        Q_EMIT layout->documentSizeChanged(layout->documentSize());
    }
    Q_EMIT changed();
}

} // namespace workspace
