// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/codeeditor.h"

#include "workspace/editor/assistdriver.h"
#include "workspace/editor/codetext.h"
#include "workspace/editor/editorlook.h"
#include "workspace/editor/findbar.h"
#include "workspace/editor/finder.h"
#include "workspace/editor/linebar.h"
#include "workspace/look/look.h"

#include <QKeyEvent>
#include <QLayout>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace workspace {

CodeEditor::CodeEditor(YamlHighlighting &highlighting, Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_text(new CodeText(highlighting, look, this))
    , m_find(new FindBar(look, this))
    , m_line(new LineBar(look, this))
    , m_notice(new NoticeLine(look, this))
    , m_finder(new Finder(*m_text, *m_find, this))
    , m_assist(new AssistDriver(*m_text, look, this))
{
    setFocusProxy(m_text);
    setFocusPolicy(Qt::StrongFocus);
    setLayoutDirection(Qt::LeftToRight);
    m_text->setAccessibleName(tr("YAML editor"));
    connect(m_text, &QPlainTextEdit::textChanged, this, &CodeEditor::textChanged);
    connect(m_text, &QPlainTextEdit::modificationChanged, this, &CodeEditor::modificationChanged);
    connect(m_text, &QPlainTextEdit::cursorPositionChanged, this,
            [this] { Q_EMIT cursorMoved(cursorPosition()); });
    connect(m_text, &CodeText::filesDropped, this, &CodeEditor::filesDropped);
    connect(m_text, &CodeText::maskActivated, this, &CodeEditor::maskActivated);
    connect(m_text, &CodeText::secretCopied, this, &CodeEditor::secretCopied);
    connect(m_text, &CodeText::submitRequested, this, &CodeEditor::submitRequested);
    connect(m_text, &CodeText::noticed, this, &CodeEditor::notify);
    connect(m_text, &CodeText::goToLineRequested, this, &CodeEditor::openGoToLine);
    connect(&m_look, &Look::changed, this, &CodeEditor::applyLook);
    wireBars();
    applyLook();
}

CodeEditor::~CodeEditor()
{
    m_text->disconnect(this); // it goes after this part of the editor
    delete m_assist; // it looks at the text until then
    delete m_finder;
}

void CodeEditor::wireBars()
{
    const auto close = [this] {
        m_find->hide();
        m_line->hide();
        m_finder->clear();
        arrange();
        m_text->setFocus(Qt::OtherFocusReason);
    };
    connect(m_find, &FindBar::closed, this, close);
    connect(m_line, &LineBar::closed, this, close);
    connect(m_find, &FindBar::sizeChanged, this, &CodeEditor::arrange);
    connect(m_notice, &NoticeLine::shownOrHidden, this, &CodeEditor::arrange);
    connect(m_text, &CodeText::findRequested, this, &CodeEditor::openFind);
    connect(m_text, &CodeText::findNextRequested, m_finder, &Finder::next);
    connect(m_line, &LineBar::chosen, this, [this, close](EditorPosition position) {
        close();
        goTo(position);
    });
    m_text->installEventFilter(this);
}

bool CodeEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress
        && static_cast<const QKeyEvent &>(*event).key() == Qt::Key_Escape && hideExtras())
        return true;
    return QWidget::eventFilter(watched, event);
}

/// Escape closes one thing after the other before it leaves the editor.
bool CodeEditor::hideExtras()
{
    if (m_assist->isListOpen())
        return false; // its own filter closes it
    if (!m_find->isHidden()) {
        Q_EMIT m_find->closed();
        return true;
    }
    if (!m_notice->isHidden()) {
        m_notice->say({});
        return true;
    }
    return false;
}

void CodeEditor::setText(const QString &text, const std::vector<EditorMask> &masks)
{
    m_assist->closeAll();
    m_text->load(text, masks);
}

void CodeEditor::replaceText(const QString &text, const std::vector<EditorMask> &masks)
{
    m_assist->closeAll();
    m_text->replace(text, masks);
}

QString CodeEditor::text() const
{
    return m_text->plainText();
}

QString CodeEditor::text(const Unmask &unmask) const
{
    auto text = m_text->plainText();
    const auto runs = maskRuns(*m_text->document());
    for (auto run = runs.rbegin(); run != runs.rend(); ++run)
        text.replace(run->start, run->length, unmask(run->id));
    return text;
}

bool CodeEditor::isModified() const
{
    return m_text->document()->isModified();
}

void CodeEditor::setModified(bool modified)
{
    m_text->document()->setModified(modified);
}

void CodeEditor::setReadOnly(bool readOnly)
{
    m_text->setReadOnly(readOnly);
    // A read-only text has a cursor too: for selecting, folding and reading aloud.
    m_text->setTextInteractionFlags(m_text->textInteractionFlags() | Qt::TextSelectableByKeyboard);
}

bool CodeEditor::isReadOnly() const
{
    return m_text->isReadOnly();
}

bool CodeEditor::reveal(const QString &id, const QString &value)
{
    return m_text->reveal(id, value);
}

bool CodeEditor::isRevealed(const QString &id) const
{
    return maskRun(*m_text->document(), id, MaskState::Revealed).has_value();
}

QString CodeEditor::conceal(const QString &id)
{
    return m_text->conceal(id);
}

QStringList CodeEditor::masks() const
{
    QStringList ids;
    for (const auto &run : maskRuns(*m_text->document()))
        ids.append(run.id);
    return ids;
}

void CodeEditor::setProblems(const std::vector<EditorProblem> &problems)
{
    m_text->setProblems(problems);
}

void CodeEditor::setAssist(EditorAssist *assist)
{
    m_assist->setAssist(assist);
}

EditorPosition CodeEditor::cursorPosition() const
{
    return m_text->positionOf(m_text->textCursor().position());
}

void CodeEditor::goTo(EditorPosition position)
{
    auto block = m_text->document()->findBlockByNumber(qMax(0, position.line));
    if (!block.isValid())
        block = m_text->document()->lastBlock();
    m_text->goToPosition(block.position() + qBound(0, position.column, block.length() - 1));
}

void CodeEditor::openFind(bool withReplace)
{
    m_line->hide();
    m_assist->closeAll();
    const auto selected = m_text->textCursor().selectedText();
    const bool isOneLine = !selected.contains(QChar::ParagraphSeparator)
        && !selected.contains(maskDots()) && selected.size() < 200;
    m_find->open(withReplace && !isReadOnly(), isOneLine ? selected : QString());
}

void CodeEditor::openGoToLine()
{
    m_find->hide();
    m_finder->clear();
    m_assist->closeAll();
    m_line->open(cursorPosition().line, m_text->blockCount());
    arrange();
}

void CodeEditor::foldAll()
{
    m_text->folds().foldAll();
    if (!m_text->textCursor().block().isVisible()) {
        auto block = m_text->textCursor().block();
        while (!block.isVisible())
            block = block.previous();
        m_text->goToPosition(block.position());
    }
}

void CodeEditor::unfoldAll()
{
    m_text->folds().unfoldAll();
}

void CodeEditor::notify(const QString &text)
{
    m_notice->say(text);
}

QString CodeEditor::notice() const
{
    return m_notice->isHidden() ? QString() : m_notice->text();
}

void CodeEditor::setZoom(qreal zoom)
{
    m_zoom = zoom;
    applyLook();
}

void CodeEditor::applyLook()
{
    m_text->setZoom(m_zoom);
    m_text->applyLook();
    const auto bars = scrollBarStyle(m_look, m_zoom);
    m_text->verticalScrollBar()->setStyleSheet(bars);
    m_text->horizontalScrollBar()->setStyleSheet(bars);
    m_find->setZoom(m_zoom);
    m_line->setZoom(m_zoom);
    m_notice->setZoom(m_zoom);
    m_assist->closeAll();
    arrange();
}

void CodeEditor::arrange()
{
    int top = 0;
    for (QWidget *bar : {static_cast<QWidget *>(m_find), static_cast<QWidget *>(m_line)}) {
        if (bar->isHidden())
            continue;
        bar->layout()->activate();
        const int wrapped = bar->layout()->hasHeightForWidth()
            ? bar->layout()->totalHeightForWidth(width())
            : bar->sizeHint().height();
        bar->setGeometry(0, 0, width(), wrapped);
        top = wrapped;
    }
    const int bottom = m_notice->isHidden() ? 0 : m_notice->heightForWidth(width());
    m_notice->setGeometry(0, height() - bottom, width(), bottom);
    m_text->setGeometry(0, top, width(), qMax(0, height() - top - bottom));
}

void CodeEditor::paintPicture(QPainter &painter, QSizeF size)
{
    if (width() <= 0 || height() <= 0)
        return;
    painter.save();
    painter.setClipRect(QRectF({}, size), Qt::IntersectClip);
    painter.fillRect(QRectF({}, size), m_look.theme().panel);
    painter.scale(size.width() / width(), size.height() / height());
    render(&painter, {}, {}, QWidget::DrawChildren);
    painter.restore();
}

void CodeEditor::resizeEvent(QResizeEvent * /*event*/)
{
    arrange();
}

void CodeEditor::hideEvent(QHideEvent * /*event*/)
{
    m_assist->closeAll();
    Q_EMIT hidden();
}

} // namespace workspace
