// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/assistdriver.h"

#include "workspace/editor/codetext.h"
#include "workspace/editor/completionpopup.h"
#include "workspace/editor/notecard.h"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace workspace {

AssistDriver::AssistDriver(CodeText &text, Look &look, QObject *parent)
    : QObject(parent)
    , m_text(text)
    , m_look(look)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(HoverDelay);
    connect(&m_rest, &QTimer::timeout, this, &AssistDriver::rested);
    connect(&m_text, &QPlainTextEdit::textChanged, this, &AssistDriver::edited);
    connect(&m_text, &QPlainTextEdit::cursorPositionChanged, this, &AssistDriver::cursorMoved);
    connect(&m_text, &CodeText::scrolled, this, &AssistDriver::closeAll);
    connect(&m_text, &CodeText::problemReached, this,
            [this](int position) { showCard(position, {}); });
    m_text.installEventFilter(this);
    m_text.viewport()->installEventFilter(this);
}

AssistDriver::~AssistDriver()
{
    delete m_list;
    delete m_documentation;
    delete m_card;
}

void AssistDriver::setAssist(EditorAssist *assist)
{
    closeAll();
    if (m_assist)
        m_assist->disconnect(this);
    m_assist = assist;
    if (!assist)
        return;
    connect(assist, &EditorAssist::completed, this, &AssistDriver::answered);
    connect(assist, &EditorAssist::hovered, this, &AssistDriver::hovered);
}

/// They lie over everything in the window that the editor is in now.
void AssistDriver::makeWidgets()
{
    auto *window = m_text.window();
    if (!m_list) {
        m_list = new CompletionPopup(m_look, window);
        m_list->setFocusProxy(&m_text); // or a click would give the focus to what is below the list
        m_documentation = new NoteCard(m_look, window);
        m_card = new NoteCard(m_look, window);
        connect(m_list, &CompletionPopup::chosen, this, &AssistDriver::accept);
        connect(m_list, &CompletionPopup::currentChanged, this, &AssistDriver::showDocumentation);
    }
    for (QWidget *widget : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_documentation),
                            static_cast<QWidget *>(m_card)}) {
        if (widget->parentWidget() != window)
            widget->setParent(window);
    }
}

CompletionPopup *AssistDriver::list() const
{
    return m_list;
}

NoteCard *AssistDriver::card() const
{
    return m_card;
}

bool AssistDriver::isListOpen() const
{
    return m_list && !m_list->isHidden();
}

bool AssistDriver::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress: return watched == &m_text && key(static_cast<const QKeyEvent &>(*event));
    case QEvent::ShortcutOverride:
        if (isListOpen() && static_cast<const QKeyEvent &>(*event).key() == Qt::Key_Escape)
            event->accept();
        return false;
    case QEvent::MouseMove:
        if (watched == m_text.viewport())
            pointerMoved(static_cast<const QMouseEvent &>(*event).position().toPoint());
        return false;
    case QEvent::MouseButtonPress:
    case QEvent::FocusOut:
    case QEvent::Hide:
    case QEvent::Resize: closeAll(); return false;
    case QEvent::Leave: closeCard(); return false;
    default: return false;
    }
}

bool AssistDriver::key(const QKeyEvent &event)
{
    if (event.key() >= Qt::Key_Shift && event.key() <= Qt::Key_ScrollLock)
        return false; // a modifier alone
    const bool hadCard = m_card && !m_card->isHidden();
    closeCard();
    if (hadCard && event.key() == Qt::Key_Escape && !isListOpen())
        return true;
    if (event.key() == Qt::Key_Space && event.modifiers() == Qt::ControlModifier) {
        suggest();
        return true;
    }
    if (isListOpen() && listKey(event))
        return true;
    const bool isWriting = (event.text().size() == 1 && event.text().front().isPrint()
                            && !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
        || event.key() == Qt::Key_Backspace;
    m_isTyping = isWriting && !m_text.isReadOnly();
    return false;
}

bool AssistDriver::listKey(const QKeyEvent &event)
{
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Up: m_list->step(-1); return true;
    case Qt::Key_Down: m_list->step(1); return true;
    case Qt::Key_PageUp: m_list->step(-CompletionPopup::MostRows); return true;
    case Qt::Key_PageDown: m_list->step(CompletionPopup::MostRows); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: accept(); return true;
    case Qt::Key_Escape: closeList(); return true;
    default: return false;
    }
}

static bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || u"_-./$"_s.contains(c);
}

int AssistDriver::wordStart() const
{
    const auto cursor = m_text.textCursor();
    const auto text = cursor.block().text();
    int at = cursor.positionInBlock();
    while (at > 0 && isWordCharacter(text[at - 1]))
        --at;
    return cursor.block().position() + at;
}

QString AssistDriver::typed() const
{
    const auto cursor = m_text.textCursor();
    const int start = wordStart() - cursor.block().position();
    return cursor.block().text().mid(start, cursor.positionInBlock() - start);
}

/// Whether somebody who types there may want suggestions: not in a comment.
static bool isWorthAsking(const QString &before)
{
    return !before.trimmed().startsWith(u'#') && !before.contains(" #"_L1);
}

void AssistDriver::edited()
{
    if (!std::exchange(m_isTyping, false))
        return;
    const auto cursor = m_text.textCursor();
    const auto before = cursor.block().text().first(cursor.positionInBlock());
    const bool inWord = !before.isEmpty() && isWordCharacter(before.back());
    if (isListOpen() && wordStart() == m_asked) {
        const auto word = typed();
        const int left = m_list->filter(word);
        const bool isWhole = left == 1 && m_list->current()->text == word;
        if (left == 0 || isWhole || (word.isEmpty() && !m_explicit))
            closeList();
        else
            m_list->showAt(wordRect(m_asked));
        return;
    }
    if (inWord && before.back() != u'-' && isWorthAsking(before)
        && (m_listToken == 0 || wordStart() != m_asked))
        ask(false);
}

void AssistDriver::cursorMoved()
{
    if ((isListOpen() || m_listToken != 0) && wordStart() != m_asked)
        closeList();
}

void AssistDriver::suggest()
{
    if (!m_text.isReadOnly())
        ask(true);
}

void AssistDriver::ask(bool explicitly)
{
    closeList();
    if (!m_assist)
        return;
    m_explicit = explicitly;
    m_asked = wordStart();
    m_listToken = ++m_token;
    m_assist->complete(m_listToken, m_text.plainText(),
                       m_text.positionOf(m_text.textCursor().position()));
}

void AssistDriver::answered(quint64 token, const std::vector<CompletionItem> &items)
{
    if (token != m_listToken || m_asked != wordStart())
        return; // the person has moved on
    m_listToken = 0;
    makeWidgets();
    m_list->setItems(items, m_text.zoom());
    const auto word = typed();
    const int left = m_list->filter(word);
    if (left == 0) {
        if (m_explicit)
            Q_EMIT m_text.noticed(tr("There are no suggestions here."));
        return;
    }
    if (!m_explicit && left == 1 && m_list->current()->text == word)
        return; // it stands there already
    m_list->showAt(wordRect(m_asked));
    showDocumentation();
}

void AssistDriver::accept()
{
    const auto *item = isListOpen() ? m_list->current() : nullptr;
    if (!item)
        return;
    auto text = item->insert.isEmpty() ? item->text : item->insert;
    const auto cursor = m_text.textCursor();
    const auto line = cursor.block().text();
    // A key that stands there already keeps what follows it.
    if (line.mid(cursor.positionInBlock()).startsWith(u':') && text.startsWith(item->text))
        text = item->text;
    int indent = 0;
    while (indent < line.size() && line[indent] == u' ')
        ++indent;
    text.replace(u'\n', u'\n' + QString(indent, u' '));
    const auto end = text.indexOf("$0"_L1);
    if (end >= 0)
        text.remove(end, 2);
    auto target = cursor;
    target.setPosition(m_asked);
    target.setPosition(cursor.position(), QTextCursor::KeepAnchor);
    const int start = m_asked;
    closeList();
    m_text.write(target, text);
    if (end >= 0)
        m_text.goToPosition(start + int(end));
}

void AssistDriver::closeList()
{
    m_listToken = 0;
    if (m_list)
        m_list->hide();
    if (m_documentation)
        m_documentation->hide();
}

void AssistDriver::showDocumentation()
{
    const auto *item = isListOpen() ? m_list->current() : nullptr;
    if (!item || item->documentation.isEmpty()) {
        m_documentation->hide();
        return;
    }
    const auto type = item->required ? tr("%1, required").arg(item->type) : item->type;
    m_documentation->setNote({.heading = item->text, .type = type, .text = item->documentation}, {},
                             m_text.zoom());
    m_documentation->showBeside(m_list->geometry());
}

QRect AssistDriver::wordRect(int position) const
{
    QTextCursor cursor(m_text.document());
    cursor.setPosition(position);
    auto rect = m_text.cursorRect(cursor);
    rect.moveTopLeft(m_text.viewport()->mapTo(m_text.window(), rect.topLeft()));
    return rect;
}

void AssistDriver::pointerMoved(QPoint point)
{
    m_pointer = point;
    m_rest.start();
    if (m_card && !m_card->isHidden()) {
        auto cursor = m_text.cursorForPosition(point);
        cursor.select(QTextCursor::WordUnderCursor);
        if (m_hoverPosition < cursor.selectionStart() || m_hoverPosition > cursor.selectionEnd())
            closeCard();
    }
}

void AssistDriver::rested()
{
    if (!m_text.isVisible() || isListOpen())
        return;
    const auto cursor = m_text.cursorForPosition(m_pointer);
    const auto rect = m_text.cursorRect(cursor);
    const bool isOnText = std::abs(rect.center().x() - m_pointer.x()) <= 2 * m_text.charWidth()
        && rect.top() <= m_pointer.y() && m_pointer.y() <= rect.bottom();
    if (!isOnText)
        return;
    m_hoverPosition = cursor.position();
    if (!m_text.problemsAt(m_hoverPosition).isEmpty())
        showCard(m_hoverPosition, {});
    if (m_assist) {
        m_hoverToken = ++m_token;
        m_assist->hover(m_hoverToken, m_text.plainText(), m_text.positionOf(m_hoverPosition));
    }
}

void AssistDriver::hovered(quint64 token, const AssistNote &note)
{
    if (token == m_hoverToken)
        showCard(m_hoverPosition, note);
}

void AssistDriver::showCard(int position, const AssistNote &note)
{
    makeWidgets();
    m_hoverPosition = position;
    m_card->setNote(note, m_text.problemsAt(position), m_text.zoom());
    if (m_card->isEmpty())
        m_card->hide();
    else
        m_card->showAt(wordRect(position));
}

void AssistDriver::closeCard()
{
    m_rest.stop();
    m_hoverToken = 0;
    if (m_card)
        m_card->hide();
}

void AssistDriver::closeAll()
{
    closeList();
    closeCard();
}

} // namespace workspace
