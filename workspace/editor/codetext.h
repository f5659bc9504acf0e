// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/editortypes.h"
#include "workspace/editor/foldset.h"
#include "workspace/editor/linediff.h"
#include "workspace/editor/maskruns.h"

#include <QPlainTextEdit>
#include <QTextDocumentFragment>
#include <QUrl>

#include <memory>

namespace workspace {

class CodeGutter;
class CodeHighlighter;
class Look;
class YamlHighlighting;

/// The text of a CodeEditor: what is painted and what its keys do. Its parts talk to it; others use
/// CodeEditor.
class CodeText final : public QPlainTextEdit
{
    Q_OBJECT

public:
    struct PlacedProblem
    {
        EditorProblem::Severity severity = EditorProblem::Severity::Error;
        QTextCursor range = {}; ///< selects it
        QString message = {};
    };
    /// Beyond this many characters a text is shown without colours, which would take seconds.
    static constexpr int MostColoured = 600'000;

    CodeText(YamlHighlighting &highlighting, Look &look, QWidget *parent);
    ~CodeText() override;

    /// As toPlainText(), but with its no-break spaces.
    QString plainText() const;
    void load(const QString &text, const std::vector<EditorMask> &masks);
    void replace(const QString &text, const std::vector<EditorMask> &masks);
    void setZoom(qreal zoom);
    qreal zoom() const { return m_zoom; }
    void applyLook();
    const Look &look() const { return m_look; }
    FoldSet &folds() { return m_folds; }

    void setProblems(const std::vector<EditorProblem> &problems);
    const std::vector<PlacedProblem> &problems() const { return m_problems; }
    /// The messages about this place, the worst first, one a line; empty: none.
    QString problemsAt(int position) const;
    const PlacedProblem *worstIn(const QTextBlock &block) const;
    void goToProblem(int step);

    /// Marks these places (by position in the text); `current` is an index or -1.
    void setMatches(const std::vector<TextRange> &matches, int current);
    void goToPosition(int position, int anchor = -1);
    EditorPosition positionOf(int position) const;

    bool reveal(const QString &id, const QString &value);
    QString conceal(const QString &id);
    /// Puts text in place of the selection, as typed text.
    void write(QTextCursor cursor, const QString &text);

    qreal charWidth() const { return m_charWidth; }
    QRectF blockRect(const QTextBlock &block) const; ///< in the viewport
    using QPlainTextEdit::firstVisibleBlock;
    void setGutterWidth(int width) { setViewportMargins(width, 0, 0, 0); }

Q_SIGNALS:
    void filesDropped(const QList<QUrl> &files);
    void maskActivated(const QString &id);
    void submitRequested();
    void secretCopied() const;
    void noticed(const QString &text);
    void findRequested(bool withReplace);
    void findNextRequested(int step);
    void goToLineRequested();
    void problemReached(int position);
    void scrolled();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    bool commandKey(const QKeyEvent &event);
    bool controlKey(const QKeyEvent &event);
    bool editKey(const QKeyEvent &event);
    bool maskKey(const QKeyEvent &event);
    bool deletionKey(const QKeyEvent &event);
    bool edit(void (*change)(QTextCursor &));
    void moveLines(int step);
    void foldHere(bool fold);
    void openFoldsAbout(const QKeyEvent &event);
    void snapToMasks();
    void typePlain();
    void cursorWasMoved();
    void paintUnder(QPainter &painter);
    void paintOver(QPainter &painter);
    void paintRange(QPainter &painter, const QTextBlock &block, int from, int to,
                    const QColor &fill);
    void paintSquiggle(QPainter &painter, const QTextBlock &block, const PlacedProblem &problem);
    void paintPill(QPainter &painter, const QTextBlock &block, const MaskRun &run,
                   const QColor &fill, const QColor &outline);
    void coverRevealed(QPainter &painter, const QTextBlock &block);
    void paintFold(QPainter &painter, const QTextBlock &block);
    QString foldText(const QTextBlock &block) const;
    QRectF foldMark(const QTextBlock &block) const;
    QRectF rectOf(const QTextBlock &block, int from, int to) const;
    void applyMasks(const std::vector<MaskRun> &wanted);
    void colour();

    Look &m_look;
    std::unique_ptr<CodeHighlighter> m_highlighter;
    FoldSet m_folds;
    CodeGutter *m_gutter;
    std::vector<PlacedProblem> m_problems; ///< by place
    std::vector<TextRange> m_matches;
    int m_currentMatch = -1;
    std::pair<int, int> m_brackets{-1, -1};
    mutable QTextDocumentFragment m_copied; ///< with its masks, for a paste in this editor
    mutable QByteArray m_copyMark;
    QString m_pressedMask;
    int m_lastPosition = 0;
    qreal m_zoom = 1;
    qreal m_charWidth = 7;
    bool m_snapping = false;
};

} // namespace workspace
