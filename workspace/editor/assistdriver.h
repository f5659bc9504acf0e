// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/editorassist.h"

#include <QPoint>
#include <QPointer>
#include <QTimer>

class QKeyEvent;

namespace workspace {

class CodeText;
class CompletionPopup;
class Look;
class NoteCard;

/// Asks an EditorAssist on behalf of a text and shows its answers: suggestions on Ctrl+Space and
/// while a word is typed, and what a word means when the pointer rests on it for 400 ms.
class AssistDriver final : public QObject
{
    Q_OBJECT

public:
    static constexpr int HoverDelay = 400; ///< milliseconds

    /// Both are borrowed and must outlive the driver.
    AssistDriver(CodeText &text, Look &look, QObject *parent = nullptr);
    ~AssistDriver() override;

    void setAssist(EditorAssist *assist);
    void suggest(); ///< asks, as Ctrl+Space does
    void closeAll();
    bool isListOpen() const;
    CompletionPopup *list() const; ///< nullptr before the first use
    NoteCard *card() const; ///< nullptr before the first use

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool key(const QKeyEvent &event);
    bool listKey(const QKeyEvent &event);
    void edited();
    void cursorMoved();
    void ask(bool explicitly);
    void answered(quint64 token, const std::vector<CompletionItem> &items);
    void accept();
    void closeList();
    void showDocumentation();
    int wordStart() const; ///< position in the text where the word before the cursor begins
    QString typed() const;

    void pointerMoved(QPoint point);
    void rested();
    void hovered(quint64 token, const AssistNote &note);
    void showCard(int position, const AssistNote &note);
    void closeCard();
    QRect wordRect(int position) const; ///< in the window
    void makeWidgets();

    CodeText &m_text;
    Look &m_look;
    QPointer<EditorAssist> m_assist;
    QPointer<CompletionPopup> m_list; ///< owned; the window is their parent
    QPointer<NoteCard> m_documentation;
    QPointer<NoteCard> m_card;
    quint64 m_token = 0;
    quint64 m_listToken = 0; ///< of the question that is open, or 0
    quint64 m_hoverToken = 0;
    int m_asked = -1; ///< the start of the word that was asked about
    bool m_explicit = false;
    bool m_isTyping = false;
    QTimer m_rest;
    QPoint m_pointer;
    int m_hoverPosition = -1;
};

} // namespace workspace
