// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/foldset.h"

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
    m_editedFrom = m_editedFrom < 0 ? position : std::min(m_editedFrom, position);
    m_editedTo = std::max(m_editedTo, position + added);
    for (auto &fold : m_folds) {
        const int header = fold.header.position();
        if (removed > 0 && header >= position && header <= position + added)
            fold.isDoubtful = true;
    }
}

/// Whether only words changed: then no fold begins or ends elsewhere.
bool FoldSet::isStructureSame() const
{
    if (m_shapes.size() != size_t(m_document.blockCount()))
        return false;
    const auto last = m_document.findBlock(m_editedTo);
    for (auto block = m_document.findBlock(m_editedFrom); block.isValid(); block = block.next()) {
        if (shapeOf(block.text()) != m_shapes[size_t(block.blockNumber())])
            return false;
        if (block == last)
            break;
    }
    return true;
}

void FoldSet::settle()
{
    if (m_folds.empty() && !m_hasHidden)
        return;
    const bool doubtful = std::ranges::any_of(m_folds, &Fold::isDoubtful);
    if (!doubtful && isStructureSame()) {
        m_editedFrom = m_editedTo = -1;
        return;
    }
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

std::vector<int> FoldSet::foldedNumbers() const
{
    std::vector<int> numbers;
    numbers.reserve(m_folds.size());
    for (const auto &fold : m_folds)
        numbers.push_back(fold.header.blockNumber());
    std::ranges::sort(numbers);
    return numbers;
}

std::vector<bool> FoldSet::hiddenBlocks()
{
    const auto folded = foldedNumbers();
    auto nextFolded = folded.begin();
    std::vector<bool> hidden(size_t(m_document.blockCount()));
    m_shapes.resize(hidden.size());
    m_editedFrom = m_editedTo = -1;
    std::vector<YamlShape> open; // of the folded lines whose part this is
    size_t blanks = 0; // lines before this one that go with what follows
    size_t number = 0;
    for (auto block = m_document.begin(); block.isValid(); block = block.next(), ++number) {
        const auto shape = shapeOf(block.text());
        m_shapes[number] = shape;
        if (shape.isBlank) {
            ++blanks;
            continue;
        }
        std::erase_if(open,
                      [&shape](const YamlShape &header) { return !belongsTo(header, shape); });
        if (!open.empty())
            std::fill_n(hidden.begin() + qsizetype(number - blanks), blanks + 1, true);
        blanks = 0;
        while (nextFolded != folded.end() && size_t(*nextFolded) < number)
            ++nextFolded;
        if (nextFolded != folded.end() && size_t(*nextFolded) == number)
            open.push_back(shape);
    }
    return hidden;
}

void FoldSet::apply()
{
    const auto hidden = hiddenBlocks();
    int from = -1;
    int to = -1;
    m_hasHidden = false;
    size_t number = 0;
    for (auto block = m_document.begin(); block.isValid(); block = block.next()) {
        const bool hide = hidden[number++];
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
