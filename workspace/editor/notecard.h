// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/editorassist.h"

#include <QWidget>

namespace workspace {

class Look;

/// A small card over a window with what is known about a word: its name, its type, its text, and
/// what is wrong with it. The mouse goes through it.
class NoteCard final : public QWidget
{
    Q_OBJECT

public:
    /// `look` is borrowed and must outlive the card.
    NoteCard(Look &look, QWidget *parent);

    /// `problems` is one message a line.
    void setNote(const AssistNote &note, const QString &problems, qreal zoom);
    bool isEmpty() const { return m_note.isEmpty() && m_problems.isEmpty(); }
    const AssistNote &note() const { return m_note; }
    const QString &problems() const { return m_problems; }
    /// Shows it below `word` (in the parent), or above where there is no room.
    void showAt(const QRect &word);
    /// Shows it at the side of `list` (in the parent) that has room.
    void showBeside(const QRect &list);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qreal paintText(QPainter *painter, qreal top, const QString &text, const QFont &font,
                    const QColor &color) const;
    qreal paintAll(QPainter *painter) const; ///< returns the height; nullptr: only measures

    Look &m_look;
    AssistNote m_note;
    QString m_problems;
    qreal m_zoom = 1;
};

} // namespace workspace
