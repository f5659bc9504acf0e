// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/codetext.h"

#include "workspace/editor/codegutter.h"
#include "workspace/editor/codehighlighter.h"
#include "workspace/editor/editing.h"
#include "workspace/look/look.h"
#include "workspace/yaml/yamlhighlighting.h"

#include <KSyntaxHighlighting/Definition>

#include <QScopedValueRollback>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal fontPixels = 12.5;

CodeText::CodeText(YamlHighlighting &highlighting, Look &look, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_look(look)
    , m_highlighter(std::make_unique<CodeHighlighter>(highlighting.definition(), look.theme()))
    , m_folds(*document())
    , m_gutter(new CodeGutter(*this))
{
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(NoWrap);
    setLayoutDirection(Qt::LeftToRight); // code is, in every language
    auto option = document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    document()->setDefaultTextOption(option);
    document()->setDocumentMargin(4);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setCursorWidth(2);
    m_highlighter->setDocument(document());
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &CodeText::cursorWasMoved);
    connect(this, &QPlainTextEdit::selectionChanged, this, &CodeText::snapToMasks);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect & /*area*/, int dy) {
        if (dy != 0)
            Q_EMIT scrolled();
        m_gutter->follow();
    });
    connect(this, &QPlainTextEdit::blockCountChanged, m_gutter, &CodeGutter::follow);
    connect(&m_folds, &FoldSet::changed, this, [this] {
        viewport()->update();
        m_gutter->update();
    });
    applyLook();
}

CodeText::~CodeText()
{
    m_highlighter->setDocument(nullptr); // it goes before the document does
}

void CodeText::applyLook()
{
    const auto &theme = m_look.theme();
    auto colors = palette();
    colors.setColor(QPalette::Base, theme.panel);
    colors.setColor(QPalette::Window, theme.panel);
    colors.setColor(QPalette::Text, theme.text);
    colors.setColor(QPalette::Highlight, blended(theme.panel, theme.selection));
    colors.setBrush(QPalette::HighlightedText, QBrush(Qt::NoBrush)); // its own colours
    colors.setColor(QPalette::PlaceholderText, theme.textFaint);
    setPalette(colors);
    m_highlighter->setColors(theme);
    setZoom(m_zoom);
}

void CodeText::setZoom(qreal zoom)
{
    m_zoom = zoom;
    const auto font = m_look.mono(fontPixels * zoom);
    setFont(font);
    document()->setDefaultFont(font);
    document()->setDocumentMargin(qRound(4 * zoom));
    m_charWidth = QFontMetricsF(font).horizontalAdvance(u'0');
    setTabStopDistance(2 * m_charWidth);
    setCursorWidth(std::max(1, qRound(1.6 * zoom)));
    m_gutter->follow();
}

void CodeText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    m_gutter->follow();
}

QString CodeText::plainText() const
{
    auto text = document()->toRawText();
    return text.replace(QChar::ParagraphSeparator, u'\n');
}

/// The text with dots at its masks, and where these stand in it.
static std::pair<QString, std::vector<MaskRun>> masked(const QString &text,
                                                       std::vector<EditorMask> masks)
{
    std::ranges::sort(masks, {}, &EditorMask::position);
    QString shown;
    std::vector<MaskRun> runs;
    qsizetype at = 0;
    for (const auto &mask : masks) {
        const auto position = std::clamp(mask.position, at, text.size());
        shown += QStringView(text).sliced(at, position - at);
        runs.push_back({int(shown.size()), int(maskDots().size()), mask.id});
        shown += maskDots();
        at = position;
    }
    shown += QStringView(text).sliced(at);
    return {shown, runs};
}

void CodeText::load(const QString &text, const std::vector<EditorMask> &masks)
{
    const auto [shown, runs] = masked(text, masks);
    m_folds.unfoldAll();
    m_problems.clear();
    m_matches.clear();
    m_copied = {};
    m_highlighter->setDocument(shown.size() > MostColoured ? nullptr : document());
    setPlainText(shown);
    applyMasks(runs);
    document()->clearUndoRedoStacks();
    document()->setModified(false);
    m_gutter->follow();
}

static void replaceHunk(QTextDocument &document, const DiffHunk &hunk, const QString &text)
{
    QTextCursor cursor(&document);
    if (hunk.leftCount == 0) {
        const auto block = document.findBlockByNumber(hunk.left);
        if (block.isValid()) {
            cursor.setPosition(block.position());
            cursor.insertText(text + u'\n', QTextCharFormat());
        } else {
            cursor.movePosition(QTextCursor::End);
            cursor.insertText(u'\n' + text, QTextCharFormat());
        }
        return;
    }
    const auto first = document.findBlockByNumber(hunk.left);
    const auto last = document.findBlockByNumber(hunk.left + hunk.leftCount - 1);
    int start = first.position();
    int end = last.position() + last.length() - 1;
    if (hunk.rightCount == 0) { // the line end goes too
        if (last.next().isValid())
            ++end;
        else if (start > 0)
            --start;
    }
    cursor.setPosition(start);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    cursor.insertText(text, QTextCharFormat());
}

void CodeText::replace(const QString &text, const std::vector<EditorMask> &masks)
{
    const auto [shown, runs] = masked(text, masks);
    const auto before = plainText().split(u'\n');
    const auto after = shown.split(u'\n');
    const auto diff = diffLines(before, after);
    QTextCursor once(document());
    once.beginEditBlock();
    for (auto hunk = diff.hunks.rbegin(); hunk != diff.hunks.rend(); ++hunk)
        replaceHunk(*document(), *hunk, after.mid(hunk->right, hunk->rightCount).join(u'\n'));
    applyMasks(runs);
    once.endEditBlock();
}

void CodeText::applyMasks(const std::vector<MaskRun> &wanted)
{
    const auto present = maskRuns(*document());
    const auto format = [this](const MaskRun &run, const QTextCharFormat &with) {
        QTextCursor cursor(document());
        cursor.setPosition(run.start);
        cursor.setPosition(run.end(), QTextCursor::KeepAnchor);
        cursor.setCharFormat(with);
    };
    for (const auto &run : present) {
        if (!std::ranges::contains(wanted, run))
            format(run, {});
    }
    for (const auto &run : wanted) {
        if (!std::ranges::contains(present, run))
            format(run, maskFormat(run.id, MaskState::Masked));
    }
}

bool CodeText::reveal(const QString &id, const QString &value)
{
    const auto run = maskRun(*document(), id, MaskState::Masked);
    if (!run)
        return false;
    QTextCursor cursor(document());
    cursor.setPosition(run->start);
    cursor.setPosition(run->end(), QTextCursor::KeepAnchor);
    cursor.insertText(value, maskFormat(id, MaskState::Revealed));
    return true;
}

QString CodeText::conceal(const QString &id)
{
    auto run = maskRun(*document(), id, MaskState::Revealed);
    if (!run)
        return {};
    // What was typed right before the value belongs to it too.
    while (run->start > 0 && !document()->characterAt(run->start - 1).isSpace()
           && document()->characterAt(run->start - 1) != QChar::ParagraphSeparator) {
        --run->start;
        ++run->length;
    }
    QTextCursor cursor(document());
    cursor.setPosition(run->start);
    cursor.setPosition(run->end(), QTextCursor::KeepAnchor);
    const auto value = cursor.selectedText().replace(QChar::ParagraphSeparator, u'\n');
    cursor.insertText(maskDots(), maskFormat(id, MaskState::Masked));
    return value;
}

void CodeText::cursorWasMoved()
{
    snapToMasks();
    if (!textCursor().block().isVisible()) {
        m_folds.reveal(textCursor().block());
        ensureCursorVisible();
    }
    m_lastPosition = textCursor().position();
    m_brackets = bracketPair(*document(), m_lastPosition);
    viewport()->update();
    m_gutter->update();
}

void CodeText::snapToMasks()
{
    if (m_snapping)
        return;
    const QScopedValueRollback guard(m_snapping, true);
    auto cursor = textCursor();
    if (cursor.hasSelection()) {
        const auto around = aroundMasks(cursor);
        if (around.anchor() != cursor.anchor() || around.position() != cursor.position())
            setTextCursor(around);
        return;
    }
    const auto run = maskRunAt(*document(), cursor.position());
    if (!run || cursor.position() == run->start || cursor.position() == run->end())
        return;
    cursor.setPosition(m_lastPosition <= run->start ? run->end() : run->start);
    setTextCursor(cursor);
}

void CodeText::setMatches(const std::vector<TextRange> &matches, int current)
{
    m_matches = matches;
    m_currentMatch = current;
    viewport()->update();
}

void CodeText::goToPosition(int position, int anchor)
{
    const int most = document()->characterCount() - 1;
    auto cursor = textCursor();
    m_folds.reveal(document()->findBlock(std::min(position, most)));
    cursor.setPosition(std::clamp(anchor < 0 ? position : anchor, 0, most));
    cursor.setPosition(std::clamp(position, 0, most), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    const auto where = cursorRect();
    if (where.top() < 0 || where.bottom() > viewport()->height())
        centerCursor();
    ensureCursorVisible();
}

EditorPosition CodeText::positionOf(int position) const
{
    const auto block = document()->findBlock(position);
    return {block.blockNumber(), position - block.position()};
}

QRectF CodeText::blockRect(const QTextBlock &block) const
{
    return blockBoundingGeometry(block).translated(contentOffset());
}

} // namespace workspace
