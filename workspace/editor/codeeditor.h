// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/editortypes.h"

#include <QUrl>
#include <QWidget>

#include <functional>

namespace workspace {

class AssistDriver;
class CodeText;
class EditorAssist;
class FindBar;
class Finder;
class LineBar;
class Look;
class NoticeLine;
class YamlHighlighting;

/// A text editor for YAML: a real widget, for a dialog or for WindowContent::liveWidget().
///
/// Knows the language and nothing of what is written in it: hints come from an EditorAssist,
/// problems and masked values from whoever opens it. Undo is kept in memory only. GUI thread.
class CodeEditor final : public QWidget
{
    Q_OBJECT

public:
    /// Gives the value of a masked place by the id of its mask.
    using Unmask = std::function<QString(const QString &id)>;

    /// `highlighting` and `look` are borrowed and must outlive the editor.
    CodeEditor(YamlHighlighting &highlighting, Look &look, QWidget *parent = nullptr);
    ~CodeEditor() override;

    /// Shows another text, unmodified, with nothing to undo.
    void setText(const QString &text, const std::vector<EditorMask> &masks = {});
    /// Puts another text in place of the present one as one step of undo; the place stays.
    void replaceText(const QString &text, const std::vector<EditorMask> &masks = {});
    /// What is shown, with dots where values are masked: safe to show, not to send.
    QString text() const;
    /// The text with its masked values filled in.
    QString text(const Unmask &unmask) const;
    bool isModified() const;
    void setModified(bool modified);
    void setReadOnly(bool readOnly);
    bool isReadOnly() const;

    /// Shows a masked value, which can be edited from then on. Returns false when there is no such
    /// mask (its line was deleted).
    bool reveal(const QString &id, const QString &value);
    /// Whether the value is shown now: undo may have put its dots back, or deleted it.
    bool isRevealed(const QString &id) const;
    /// Puts dots in place of a revealed value, and returns what it had become; a null string when
    /// it is not revealed, and then the owner's value stands.
    QString conceal(const QString &id);
    /// The masks that are still there, in order.
    QStringList masks() const;

    /// Marks these and forgets earlier ones.
    void setProblems(const std::vector<EditorProblem> &problems);
    /// `assist` is borrowed and may go first; nullptr: no hints.
    void setAssist(EditorAssist *assist);

    EditorPosition cursorPosition() const;
    /// Puts the cursor there and shows the line; unfolds what hides it.
    void goTo(EditorPosition position);
    void openFind(bool withReplace = false);
    void openGoToLine();
    void foldAll();
    void unfoldAll();
    /// Says something in a line below the text for some seconds, and to screen readers.
    void notify(const QString &text);

    qreal zoom() const { return m_zoom; }
    /// 1 is the size of the canvas at zoom 1.
    void setZoom(qreal zoom);
    /// Paints the editor as a picture of this size: what a window shows while it is not worked in.
    /// Revealed values are dots in it while the editor itself is hidden.
    void paintPicture(QPainter &painter, QSizeF size);

    /// The text widget itself: for tests and input that is forwarded.
    CodeText &area() { return *m_text; }
    AssistDriver &assistance() { return *m_assist; }
    FindBar &findBar() { return *m_find; }
    QString notice() const;

Q_SIGNALS:
    void textChanged();
    void modificationChanged(bool modified);
    void cursorMoved(workspace::EditorPosition position);
    /// Files were dropped or pasted; they are not inserted.
    void filesDropped(const QList<QUrl> &files);
    /// A masked value was clicked, or Enter pressed while it is selected: its owner may reveal().
    void maskActivated(const QString &id);
    /// What was copied has a revealed value in it: the clipboard is to be cleared in time.
    void secretCopied();
    /// Ctrl+S or Ctrl+Enter.
    void submitRequested();
    void hidden(); ///< the picture is out of date

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void applyLook();
    void arrange();
    void wireBars();
    bool hideExtras();

    Look &m_look;
    CodeText *m_text;
    FindBar *m_find;
    LineBar *m_line;
    NoticeLine *m_notice;
    Finder *m_finder;
    AssistDriver *m_assist;
    qreal m_zoom = 1;
};

} // namespace workspace
