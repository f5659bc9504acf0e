// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/view/logpane.h"

namespace workspace {

/// The lines of a log window: in one pane, or two streams side by side, each with its own model.
///
/// A part of LogContent: coordinates are the content's. GUI thread only.
class LogPanes final : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed and must outlive the panes.
    LogPanes(const logstore::LogStore &store, Look &look, QObject *parent = nullptr);
    ~LogPanes() override;

    const logstore::LogStore &store() const { return m_left.model.store(); }
    /// Of the left one, or the only one.
    LogModel &model() { return m_left.model; }
    const LogModel &model() const { return m_left.model; }
    LogPane &pane() { return m_left.pane; }
    const LogPane &pane() const { return m_left.pane; }
    /// Of the right one of two, or null.
    const LogModel *otherModel() const { return m_right ? &m_right->model : nullptr; }
    const LogPane *otherPane() const { return m_right ? &m_right->pane : nullptr; }

    void setNotes(const LogPane::NoteOf &notes);
    /// Calls `change` with each model, or each pane.
    template<typename Change>
    void changeModels(Change change)
    {
        change(m_left.model);
        if (m_right)
            change(m_right->model);
    }
    template<typename Change>
    void changePanes(Change change)
    {
        change(m_left.pane);
        if (m_right)
            change(m_right->pane);
    }

    /// Shows two streams side by side. What was chosen for the one pane goes for both.
    void compare(logstore::SourceId left, logstore::SourceId right);
    /// One pane with all streams again.
    void endComparing();
    bool isComparing() const { return m_right != nullptr; }

    void place(const QRectF &area);
    void paint(QPainter &painter, bool focused);
    /// Tells whose each line is when there are several streams.
    void nameSources();
    /// Where an event goes: who is pointed at, or was when the button went down; keys go to the
    /// left one.
    LogPane &paneOf(const QEvent &event);
    bool isOverText(QPointF position) const;
    /// The pane to copy from: with a selection, the left one first.
    const LogPane &selected() const;
    /// Brings the pane beside this one, if there is one, to a time.
    void showBeside(const LogPane *pane, qint64 time);

Q_SIGNALS:
    void changed(); ///< lines, or which of them are shown
    void updated();
    void scrolled(workspace::LogPane *pane); ///< by the person

private:
    struct Side
    {
        Side(const logstore::LogStore &store, Look &look)
            : model(store)
            , pane(model, look)
        {
        }
        LogModel model;
        LogPane pane;
    };

    void watch(Side &side);
    void openRight();
    void paintNames(QPainter &painter, const Side &side);

    Look &m_look;
    Side m_left;
    std::unique_ptr<Side> m_right;
    LogPane::NoteOf m_noteOf;
    LogPane *m_held = nullptr; ///< in which the button went down
    GlyphCache m_glyphs;
};

} // namespace workspace
