// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/codetext.h"
#include "workspace/editor/yamlshape.h"

#include <QMimeData>
#include <QMouseEvent>
#include <QTextBlock>
#include <QUuid>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace workspace {

static QString markFormat()
{
    return u"application/x-krateyard-editor"_s;
}

/// Read by clipboard managers, which then keep no history of it.
static QString secretFormat()
{
    return u"x-kde-passwordManagerHint"_s;
}

void CodeText::mousePressEvent(QMouseEvent *event)
{
    m_pressedMask.clear();
    const auto point = event->position();
    if (event->button() == Qt::LeftButton) {
        const auto block = cursorForPosition(point.toPoint()).block();
        if (m_folds.isFolded(block) && foldMark(block).contains(point)) {
            m_folds.unfold(block);
            event->accept();
            return;
        }
        const auto at = cursorForPosition(point.toPoint()).position();
        if (const auto run = maskRunAt(*document(), at); run
            && rectOf(document()->findBlock(at), run->start - document()->findBlock(at).position(),
                      run->end() - document()->findBlock(at).position())
                   .contains(point))
            m_pressedMask = run->id;
    }
    QPlainTextEdit::mousePressEvent(event);
}

void CodeText::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    const auto id = std::exchange(m_pressedMask, {});
    if (!id.isEmpty() && !textCursor().hasSelection())
        Q_EMIT maskActivated(id);
}

static QList<QUrl> filesIn(const QMimeData *data)
{
    QList<QUrl> files;
    if (!data)
        return files;
    for (const auto &url : data->urls()) {
        if (url.isLocalFile())
            files.append(url);
    }
    return files;
}

void CodeText::dragEnterEvent(QDragEnterEvent *event)
{
    if (filesIn(event->mimeData()).isEmpty()) {
        QPlainTextEdit::dragEnterEvent(event);
        return;
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void CodeText::dragMoveEvent(QDragMoveEvent *event)
{
    if (filesIn(event->mimeData()).isEmpty()) {
        QPlainTextEdit::dragMoveEvent(event);
        return;
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void CodeText::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier)
        event->ignore(); // the base class would make letters larger, which is the canvas's to do
    else
        QPlainTextEdit::wheelEvent(event);
}

void CodeText::dropEvent(QDropEvent *event)
{
    const auto files = filesIn(event->mimeData());
    if (files.isEmpty()) {
        QPlainTextEdit::dropEvent(event);
        return;
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT filesDropped(files);
}

QMimeData *CodeText::createMimeDataFromSelection() const
{
    const auto cursor = textCursor();
    auto *copy = new QMimeData; // the clipboard or the drag takes it
    copy->setText(cursor.selectedText().replace(QChar::ParagraphSeparator, u'\n'));
    m_copied = cursor.selection();
    m_copyMark = QUuid::createUuid().toByteArray();
    copy->setData(markFormat(), m_copyMark);
    for (const auto &run : maskRuns(*document(), MaskState::Revealed)) {
        if (run.start < cursor.selectionEnd() && run.end() > cursor.selectionStart()) {
            copy->setData(secretFormat(), "secret"_ba);
            Q_EMIT secretCopied();
            break;
        }
    }
    return copy;
}

bool CodeText::canInsertFromMimeData(const QMimeData *source) const
{
    return source && (source->hasText() || !filesIn(source).isEmpty());
}

void CodeText::insertFromMimeData(const QMimeData *source)
{
    if (!source)
        return;
    if (const auto files = filesIn(source); !files.isEmpty()) {
        Q_EMIT filesDropped(files);
        return;
    }
    if (isReadOnly())
        return;
    auto cursor = textCursor();
    if (!m_copyMark.isEmpty() && source->data(markFormat()) == m_copyMark) {
        cursor.beginEditBlock();
        cursor.insertFragment(m_copied); // masked values come along
        cursor.endEditBlock();
        setTextCursor(cursor);
        ensureCursorVisible();
        return;
    }
    auto text = source->text();
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    if (text.contains(u'\t')) {
        text = withoutTabs(text, positionOf(cursor.selectionStart()).column);
        Q_EMIT noticed(
            tr("YAML allows no tabs for indentation: pasted tabs were turned into spaces."));
    }
    write(cursor, text);
}

} // namespace workspace
