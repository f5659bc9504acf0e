// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/look/look.h"
#include "workspace/shell/pastepanel.h"
#include "workspace/shell/shellfindbar.h"
#include "workspace/shell/shellsurface.h"
#include "workspace/terminal/linkwatch.h"
#include "workspace/terminal/terminalsearch.h"
#include "workspace/terminal/termwidget.h"

#include <QAction>
#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

// What a person does with a ShellSurface: keys, mouse, clipboard, menu.
namespace workspace {

bool ShellSurface::eventFilter(QObject *watched, QEvent *event)
{
    auto *panel = openPanel();
    switch (event->type()) {
    case QEvent::ShortcutOverride: event->accept(); return true; // every key is the shell's
    case QEvent::KeyPress:
        return panel || key(static_cast<QKeyEvent &>(*event)); // a question wants its answer first
    case QEvent::FocusIn:
        if (panel)
            QMetaObject::invokeMethod(panel, &ShellPanel::takeKeys, Qt::QueuedConnection);
        break;
    case QEvent::MouseButtonPress:
        if (static_cast<QMouseEvent *>(event)->button() == Qt::MiddleButton)
            return middleButton(static_cast<QMouseEvent &>(*event));
        break;
    case QEvent::Drop: // the terminal would type it as it is
        pasteText(static_cast<QDropEvent *>(event)->mimeData()->text());
        return true;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

bool ShellSurface::key(const QKeyEvent &event)
{
    const auto held = event.modifiers() & ~Qt::KeypadModifier;
    if (held == (Qt::ControlModifier | Qt::ShiftModifier) && controlShiftKey(event.key()))
        return true;
    if (held == Qt::ShiftModifier && event.key() == Qt::Key_Insert) {
        paste();
        return true;
    }
    if (event.key() == Qt::Key_Backtab) { // else it leaves the terminal
        QKeyEvent copy(event.type(), event.key(), event.modifiers(), event.text());
        m_terminal->sendKeyEvent(&copy);
        return true;
    }
    if (event.key() == Qt::Key_Space && held == Qt::ControlModifier) {
        if (!m_ended)
            Q_EMIT typed(QByteArray(1, '\0')); // what a key table cannot say
        return true;
    }
    if (m_broadcasting && event.key() == Qt::Key_Escape) {
        Q_EMIT broadcastEndRequested();
        return true;
    }
    if (m_ended && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)) {
        Q_EMIT reconnectRequested();
        return true;
    }
    return false;
}

bool ShellSurface::controlShiftKey(int key)
{
    switch (key) {
    case Qt::Key_C: copy(); return true;
    case Qt::Key_V: paste(); return true;
    case Qt::Key_F: find(); return true;
    case Qt::Key_Plus: Q_EMIT largerFontRequested(1); return true;
    case Qt::Key_Minus:
    case Qt::Key_Underscore: Q_EMIT largerFontRequested(-1); return true;
    default: return false;
    }
}

/// Pastes what is selected elsewhere, as the clipboard is pasted; a program that follows the mouse
/// gets the button.
bool ShellSurface::middleButton(const QMouseEvent &event)
{
    bool isOurs = true;
    QMetaObject::invokeMethod(m_display, "usesMouse", Q_RETURN_ARG(bool, isOurs));
    if (!isOurs && !(event.modifiers() & Qt::ShiftModifier))
        return false;
    const auto *clipboard = QGuiApplication::clipboard();
    if (clipboard->supportsSelection())
        pasteText(clipboard->text(QClipboard::Selection));
    return true;
}

void ShellSurface::copy()
{
    const auto text = m_terminal->selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void ShellSurface::paste()
{
    pasteText(QGuiApplication::clipboard()->text());
}

void ShellSurface::pasteText(const QString &pasted)
{
    auto text = pasted;
    text.replace("\r\n"_L1, "\r"_L1).replace(u'\n', u'\r');
    // An escape in the text could end the bracket and have the rest taken for typed commands.
    text.removeIf([](QChar c) {
        return (c.unicode() < 0x20 && c != u'\r' && c != u'\t')
            || (c.unicode() >= 0x7f && c.unicode() <= 0x9f);
    });
    if (text.isEmpty() || m_ended)
        return;
    if (m_guard.isEmpty() || !text.contains(u'\r'))
        return typePaste(text);
    if (!m_paste) {
        m_paste = new PastePanel(m_look, this);
        addPanel(*m_paste);
        connect(m_paste, &PastePanel::accepted, this, &ShellSurface::typePaste);
    }
    m_paste->ask(text, m_guard);
}

void ShellSurface::typePaste(const QString &text)
{
    if (m_ended)
        return;
    QString bracketed = text;
    m_terminal->bracketText(bracketed);
    m_terminal->scrollToEnd();
    Q_EMIT typed(bracketed.toUtf8());
}

void ShellSurface::selectAll()
{
    const int last = m_terminal->historyLinesCount() + m_terminal->screenLinesCount() - 1;
    selectCells(*m_terminal, {0, 0, last, m_terminal->screenColumnsCount() - 1});
    m_terminal->scrollToEnd();
}

void ShellSurface::find()
{
    m_find->open();
}

void ShellSurface::clear()
{
    feed(m_ended ? "\x1b[H\x1b[2J\x1b[3J" : "\x1b[3J");
    if (!m_ended)
        Q_EMIT typed("\x0c"); // Ctrl+L
}

void ShellSurface::fillMenu(QMenu &menu, const QUrl &link)
{
    const auto add = [&menu, this](const QString &text, const QString &keys, auto &&deed) {
        auto *action = menu.addAction(keys.isEmpty() ? text : QString(text + u'\t' + keys));
        connect(action, &QAction::triggered, this, deed);
        return action;
    };
    if (link.isValid()) {
        add(tr("Open %1").arg(menu.fontMetrics().elidedText(link.toString(QUrl::FullyEncoded),
                                                            Qt::ElideMiddle, 320)),
            {}, [this, link] { Q_EMIT linkActivated(link); });
        add(tr("Copy the link"), {},
            [link] { QGuiApplication::clipboard()->setText(link.toString(QUrl::FullyEncoded)); });
        menu.addSeparator();
    }
    add(tr("Copy"), u"Ctrl+Shift+C"_s, [this] {
        copy();
    })->setEnabled(!m_terminal->selectedText().isEmpty());
    add(tr("Paste"), u"Ctrl+Shift+V"_s, [this] { paste(); })->setEnabled(!m_ended);
    add(tr("Select all"), {}, [this] { selectAll(); });
    menu.addSeparator();
    add(tr("Find…"), u"Ctrl+Shift+F"_s, [this] { find(); });
    add(tr("Clear"), {}, [this] { clear(); });
    menu.addSeparator();
    add(tr("Larger text"), u"Ctrl+Shift++"_s, [this] { Q_EMIT largerFontRequested(1); });
    add(tr("Smaller text"), u"Ctrl+Shift+-"_s, [this] { Q_EMIT largerFontRequested(-1); });
}

void ShellSurface::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, m_links->linkAt(position));
    menu->popup(m_display->mapToGlobal(position));
}

} // namespace workspace
