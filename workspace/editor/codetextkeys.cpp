// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/codetext.h"
#include "workspace/editor/editing.h"

#include <QKeyEvent>
#include <QTextBlock>

#include <array>

using namespace Qt::StringLiterals;

namespace workspace {

static Qt::KeyboardModifiers heldIn(const QKeyEvent &event)
{
    return event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
}

static constexpr auto CtrlShift = Qt::ControlModifier | Qt::ShiftModifier;

bool CodeText::event(QEvent *event)
{
    // No shortcut of the window may take a key of the editor away.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        static constexpr std::array own{Qt::Key_F, Qt::Key_H,     Qt::Key_G,     Qt::Key_D,
                                        Qt::Key_S, Qt::Key_Slash, Qt::Key_Space, Qt::Key_Return};
        const bool isOwn =
            (heldIn(key) & Qt::ControlModifier) && std::ranges::contains(own, Qt::Key(key.key()));
        if (isOwn || key.key() == Qt::Key_F3 || key.key() == Qt::Key_F8
            || key.key() == Qt::Key_Tab) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

/// Keys that are the editor's even when they do nothing: they must not go on to the canvas. Escape
/// leaves the editor, and the keys of functions may mean something to what is about it.
static bool goesOn(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Escape
        || (event.key() >= Qt::Key_F1 && event.key() <= Qt::Key_F35);
}

void CodeText::keyPressEvent(QKeyEvent *event)
{
    if (commandKey(*event) || controlKey(*event)) {
        event->accept();
        return;
    }
    if (!isReadOnly()) {
        openFoldsAbout(*event);
        if (editKey(*event)) {
            event->accept();
            return;
        }
        typePlain();
    }
    QPlainTextEdit::keyPressEvent(event);
    if (!goesOn(*event) && !isReadOnly())
        event->accept();
}

void CodeText::inputMethodEvent(QInputMethodEvent *event)
{
    typePlain();
    QPlainTextEdit::inputMethodEvent(event);
}

/// What is typed beside a masked value is no part of it.
void CodeText::typePlain()
{
    const auto cursor = textCursor();
    if (!cursor.hasSelection() && maskRunAt(*document(), cursor.position()))
        setCurrentCharFormat(QTextCharFormat());
}

bool CodeText::commandKey(const QKeyEvent &event)
{
    const auto held = heldIn(event);
    const bool isShifted = held == Qt::ShiftModifier;
    if (held == Qt::NoModifier || isShifted) {
        switch (event.key()) {
        case Qt::Key_F3: Q_EMIT findNextRequested(isShifted ? -1 : 1); return true;
        case Qt::Key_F8: goToProblem(isShifted ? -1 : 1); return true;
        default: return false;
        }
    }
    if (held != Qt::ControlModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_F: Q_EMIT findRequested(false); return true;
    case Qt::Key_H: Q_EMIT findRequested(true); return true;
    case Qt::Key_G: Q_EMIT goToLineRequested(); return true;
    case Qt::Key_S:
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT submitRequested(); return true;
    default: return false;
    }
}

bool CodeText::controlKey(const QKeyEvent &event)
{
    const auto held = heldIn(event);
    if ((held & Qt::ControlModifier)
        && (event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab)) {
        // Tab alone writes spaces: this is the way out for who works without a mouse.
        // Not the heir's own, which never leaves.
        QWidget::focusNextPrevChild(event.key() == Qt::Key_Tab && !(held & Qt::ShiftModifier));
        return true;
    }
    // Shift makes braces of brackets on many keyboards.
    if (held == CtrlShift
        && (event.key() == Qt::Key_BracketLeft || event.key() == Qt::Key_BraceLeft)) {
        foldHere(true);
        return true;
    }
    if (held == CtrlShift
        && (event.key() == Qt::Key_BracketRight || event.key() == Qt::Key_BraceRight)) {
        foldHere(false);
        return true;
    }
    return maskKey(event);
}

void CodeText::foldHere(bool fold)
{
    const auto block = textCursor().block();
    if (!fold) {
        m_folds.unfold(block);
        return;
    }
    const auto header = m_folds.foldAround(block);
    if (header.isValid() && header != block)
        goToPosition(header.position() + header.length() - 1);
}

/// Enter on a masked value that is selected as a whole asks for it.
bool CodeText::maskKey(const QKeyEvent &event)
{
    const auto cursor = textCursor();
    if (!cursor.hasSelection() || heldIn(event) != Qt::NoModifier
        || (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter))
        return false;
    const auto run = maskRunAt(*document(), cursor.selectionStart());
    if (!run || run->start != cursor.selectionStart() || run->end() != cursor.selectionEnd())
        return false;
    Q_EMIT maskActivated(run->id);
    return true;
}

/// An edit at the edge of a fold would change what is out of sight: it is shown first.
void CodeText::openFoldsAbout(const QKeyEvent &event)
{
    const auto cursor = textCursor();
    const auto block = cursor.block();
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if ((isEnter || (event.key() == Qt::Key_Delete && cursor.atBlockEnd()))
        && m_folds.isFolded(block))
        m_folds.unfold(block);
    if (event.key() == Qt::Key_Backspace && cursor.atBlockStart() && block.previous().isValid())
        m_folds.reveal(block.previous());
}

bool CodeText::edit(void (*change)(QTextCursor &))
{
    auto cursor = textCursor();
    change(cursor);
    setTextCursor(cursor);
    ensureCursorVisible();
    return true;
}

void CodeText::moveLines(int step)
{
    auto cursor = textCursor();
    const auto first = document()->findBlock(cursor.selectionStart());
    const auto last = document()->findBlock(cursor.selectionEnd());
    for (auto block = first; block.isValid(); block = block.next()) {
        m_folds.unfold(block);
        if (block == last)
            break;
    }
    if (const auto other = step < 0 ? first.previous() : last.next(); other.isValid()) {
        m_folds.reveal(other);
        m_folds.unfold(other);
    }
    editing::moveLines(cursor, step);
    setTextCursor(cursor);
    ensureCursorVisible();
}

bool CodeText::editKey(const QKeyEvent &event)
{
    const auto held = heldIn(event);
    const bool isPlain = held == Qt::NoModifier || held == Qt::ShiftModifier;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: return isPlain && edit(editing::newLine);
    case Qt::Key_Tab: return held == Qt::NoModifier && edit(editing::indent);
    case Qt::Key_Backtab: return edit(editing::outdent);
    case Qt::Key_Slash:
        if (held & Qt::ControlModifier) // with Shift, where the slash is above the 7
            return edit(editing::toggleComments);
        break;
    case Qt::Key_D:
        if (held == Qt::ControlModifier)
            return edit(editing::duplicate);
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (held != Qt::AltModifier)
            return false;
        moveLines(event.key() == Qt::Key_Up ? -1 : 1);
        return true;
    case Qt::Key_Backspace:
    case Qt::Key_Delete: return deletionKey(event);
    default: break;
    }
    auto cursor = textCursor();
    if ((held & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        || event.text().size() != 1 || !editing::typePaired(cursor, event.text().front()))
        return false;
    setTextCursor(cursor);
    return true;
}

/// At the edge of a masked value the first key selects all of it, the second deletes it.
bool CodeText::deletionKey(const QKeyEvent &event)
{
    auto cursor = textCursor();
    if (cursor.hasSelection())
        return false;
    const bool isBack = event.key() == Qt::Key_Backspace;
    const bool byWord = heldIn(event) & Qt::ControlModifier;
    const auto run = maskRunAt(*document(), cursor.position());
    if (run && cursor.position() == (isBack ? run->end() : run->start)) {
        cursor.setPosition(isBack ? run->end() : run->start);
        cursor.setPosition(isBack ? run->start : run->end(), QTextCursor::KeepAnchor);
        setTextCursor(cursor);
        return true;
    }
    if (byWord) {
        cursor.movePosition(isBack ? QTextCursor::PreviousWord : QTextCursor::NextWord,
                            QTextCursor::KeepAnchor);
        cursor = aroundMasks(cursor);
        cursor.removeSelectedText();
        setTextCursor(cursor);
        return true;
    }
    if (!isBack || !editing::deletePair(cursor))
        return false;
    setTextCursor(cursor);
    return true;
}

void CodeText::write(QTextCursor cursor, const QString &text)
{
    cursor.beginEditBlock();
    cursor.insertText(text, QTextCharFormat());
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

} // namespace workspace
