// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/editing.h"

#include "workspace/editor/yamlshape.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextDocumentFragment>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int step = 2;

namespace {

/// Makes everything until its end one step of undo.
class EditStep
{
public:
    explicit EditStep(QTextCursor &cursor)
        : m_cursor(cursor)
    {
        m_cursor.beginEditBlock();
    }
    ~EditStep() { m_cursor.endEditBlock(); }
    Q_DISABLE_COPY_MOVE(EditStep)

private:
    QTextCursor m_cursor;
};

struct Lines
{
    QTextBlock first;
    QTextBlock last;
};

} // namespace

/// The lines that a selection touches; one that ends at a line's start does not touch that line.
static Lines linesOf(const QTextCursor &cursor)
{
    const auto *document = cursor.document();
    const auto first = document->findBlock(cursor.selectionStart());
    auto last = document->findBlock(cursor.selectionEnd());
    if (last != first && last.position() == cursor.selectionEnd())
        last = last.previous();
    return {first, last};
}

static QTextCursor selecting(const QTextBlock &block, int from, int length)
{
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + from);
    cursor.setPosition(block.position() + from + length, QTextCursor::KeepAnchor);
    return cursor;
}

static void insertPlain(QTextCursor cursor, const QString &text)
{
    cursor.insertText(text, QTextCharFormat());
}

void editing::newLine(QTextCursor &cursor)
{
    const EditStep once(cursor);
    cursor.removeSelectedText();
    const auto block = cursor.block();
    const auto before = block.text().first(cursor.positionInBlock());
    int column = indentAfter(before);
    const auto after = block.text().sliced(cursor.positionInBlock());
    int spaces = 0; // that would follow the new indentation
    while (spaces < after.size() && after[spaces] == u' ')
        ++spaces;
    if (before.trimmed().isEmpty())
        column = int(before.size());
    if (spaces > 0)
        selecting(block, cursor.positionInBlock(), spaces).removeSelectedText();
    cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
    insertPlain(cursor, QString(column, u' '));
}

void editing::indent(QTextCursor &cursor)
{
    const EditStep once(cursor);
    const auto [first, last] = linesOf(cursor);
    if (!cursor.hasSelection() || first == last) {
        cursor.removeSelectedText();
        insertPlain(cursor, QString(step - cursor.positionInBlock() % step, u' '));
        return;
    }
    for (auto block = first;; block = block.next()) {
        if (!block.text().trimmed().isEmpty())
            insertPlain(QTextCursor(block), QString(step, u' '));
        if (block == last)
            break;
    }
}

void editing::outdent(QTextCursor &cursor)
{
    const EditStep once(cursor);
    const auto [first, last] = linesOf(cursor);
    for (auto block = first;; block = block.next()) {
        const int spaces = std::min(step, shapeOf(block.text()).indent);
        selecting(block, 0, spaces).removeSelectedText();
        if (block == last)
            break;
    }
}

/// Replaces as little of a line as possible, so that marks in the rest of it stay.
static void rewrite(const QTextBlock &block, const QString &text)
{
    const auto old = block.text();
    const auto shortest = std::min(old.size(), text.size());
    qsizetype head = 0;
    while (head < shortest && old[head] == text[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shortest - head && old[old.size() - 1 - tail] == text[text.size() - 1 - tail])
        ++tail;
    auto cursor = selecting(block, int(head), int(old.size() - head - tail));
    cursor.insertText(text.sliced(head, text.size() - head - tail), QTextCharFormat());
}

void editing::toggleComments(QTextCursor &cursor)
{
    const EditStep once(cursor);
    const auto [first, last] = linesOf(cursor);
    QStringList lines;
    for (auto block = first;; block = block.next()) {
        lines.append(block.text());
        if (block == last)
            break;
    }
    auto block = first;
    for (const auto &line : withCommentsToggled(lines)) {
        rewrite(block, line);
        block = block.next();
    }
}

void editing::duplicate(QTextCursor &cursor)
{
    const EditStep once(cursor);
    if (cursor.hasSelection()) {
        const auto copy = cursor.selection();
        const int end = cursor.selectionEnd();
        cursor.setPosition(end);
        cursor.insertFragment(copy);
        const int newEnd = cursor.position();
        cursor.setPosition(end);
        cursor.setPosition(newEnd, QTextCursor::KeepAnchor);
        return;
    }
    const auto block = cursor.block();
    const int column = cursor.positionInBlock();
    const auto copy = selecting(block, 0, block.length() - 1).selection();
    QTextCursor target(block);
    target.movePosition(QTextCursor::EndOfBlock);
    target.insertBlock(QTextBlockFormat(), QTextCharFormat());
    target.insertFragment(copy);
    cursor.setPosition(target.block().position() + column);
}

void editing::moveLines(QTextCursor &cursor, int direction)
{
    const auto [first, last] = linesOf(cursor);
    const auto other = direction < 0 ? first.previous() : last.next();
    if (!other.isValid())
        return;
    const EditStep once(cursor);
    const auto copy = selecting(other, 0, other.length() - 1).selection();
    if (direction < 0) {
        // The line above goes below: written there first, then taken away.
        QTextCursor target(last);
        target.movePosition(QTextCursor::EndOfBlock);
        const bool keepsEnd = cursor.selectionEnd() == target.position();
        const int anchor = cursor.anchor();
        const int position = cursor.position();
        target.insertBlock(QTextBlockFormat(), QTextCharFormat());
        target.insertFragment(copy);
        if (keepsEnd) { // what was written at the cursor has moved it
            cursor.setPosition(anchor);
            cursor.setPosition(position, QTextCursor::KeepAnchor);
        }
        selecting(other, 0, other.length()).removeSelectedText();
        return;
    }
    const int anchor = cursor.anchor() - first.position();
    const int position = cursor.position() - first.position();
    selecting(other, -1, other.length()).removeSelectedText();
    QTextCursor target(first);
    target.insertBlock(QTextBlockFormat(), QTextCharFormat());
    target.movePosition(QTextCursor::PreviousBlock);
    target.insertFragment(copy);
    const int start = target.block().next().position();
    const int most = cursor.document()->characterCount() - 1;
    cursor.setPosition(std::min(start + anchor, most));
    cursor.setPosition(std::min(start + position, most), QTextCursor::KeepAnchor);
}

static QChar closerOf(QChar opener)
{
    switch (opener.unicode()) {
    case u'{': return u'}';
    case u'[': return u']';
    case u'(': return u')';
    case u'"':
    case u'\'': return opener;
    default: return {};
    }
}

bool editing::typePaired(QTextCursor &cursor, QChar typed)
{
    const auto *document = cursor.document();
    const QChar next = document->characterAt(cursor.selectionEnd());
    const QChar previous =
        cursor.selectionStart() > 0 ? document->characterAt(cursor.selectionStart() - 1) : QChar();
    const QChar closer = closerOf(typed);
    const bool isQuote = closer == typed;
    const bool isClosing = u"}])"_s.contains(typed) || isQuote;
    if (cursor.hasSelection()) {
        if (closer.isNull())
            return false;
        const EditStep once(cursor);
        QTextCursor end(cursor);
        end.setPosition(cursor.selectionEnd());
        const int start = cursor.selectionStart();
        const int length = cursor.selectionEnd() - start;
        insertPlain(end, closer);
        QTextCursor begin(cursor);
        begin.setPosition(start);
        insertPlain(begin, typed);
        cursor.setPosition(start + 1);
        cursor.setPosition(start + 1 + length, QTextCursor::KeepAnchor);
        return true;
    }
    if (isClosing && next == typed) {
        cursor.movePosition(QTextCursor::NextCharacter);
        return true;
    }
    const bool nothingFollows = next.isNull() || next == QChar::ParagraphSeparator || next.isSpace()
        || u"}]),"_s.contains(next);
    // A quote in the middle of a word is an apostrophe.
    if (closer.isNull() || !nothingFollows
        || (isQuote && (previous.isLetterOrNumber() || previous == typed)))
        return false;
    const EditStep once(cursor);
    insertPlain(cursor, QString(typed) + closer);
    cursor.movePosition(QTextCursor::PreviousCharacter);
    return true;
}

bool editing::deletePair(QTextCursor &cursor)
{
    const auto *document = cursor.document();
    if (cursor.hasSelection() || cursor.positionInBlock() == 0)
        return false;
    const QChar previous = document->characterAt(cursor.position() - 1);
    const QChar closer = closerOf(previous);
    if (closer.isNull() || document->characterAt(cursor.position()) != closer)
        return false;
    const EditStep once(cursor);
    cursor.deletePreviousChar();
    cursor.deleteChar();
    return true;
}

std::pair<int, int> bracketPair(const QTextDocument &document, int position)
{
    static constexpr int farthest = 100'000;
    static const QString openers = u"{["_s;
    static const QString closers = u"}]"_s;
    for (const int at : {position, position - 1}) {
        if (at < 0)
            continue;
        const QChar bracket = document.characterAt(at);
        const auto opener = openers.indexOf(bracket);
        const auto closer = closers.indexOf(bracket);
        if (opener < 0 && closer < 0)
            continue;
        const int direction = opener >= 0 ? 1 : -1;
        const QChar other = opener >= 0 ? closers[opener] : openers[closer];
        int depth = 0;
        for (int i = at; i >= 0 && i < document.characterCount() && std::abs(i - at) < farthest;
             i += direction) {
            const QChar c = document.characterAt(i);
            depth += c == bracket ? 1 : c == other ? -1 : 0;
            if (depth == 0)
                return {at, i};
        }
    }
    return {-1, -1};
}

} // namespace workspace
