// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>

class QEvent;
class QPainter;

namespace workspace {

class Look;

/// Where a mouse, hover or wheel event happened; nothing for other events.
std::optional<QPointF> pointerOf(const QEvent &event);

/// A painted one-line input: a filter, a find field. Its owner says where it is, gives it the keys
/// and paints again when something was used.
class LineField
{
public:
    const QString &text() const { return m_text; }
    void setText(const QString &text);

    /// A key press or an input method's text. Returns whether it was used; Enter, Escape, arrows up
    /// and down and unknown shortcuts are not.
    bool handleInput(QEvent &event);
    /// Puts the cursor where the pointer is. `field` is the rectangle given to paint().
    void press(QPointF position, const QRectF &field, const Look &look);

    /// `trailing` (a count) is drawn at the right.
    void paint(QPainter &painter, const QRectF &field, const Look &look, bool focused,
               const QString &placeholder, const QString &trailing = {}) const;

private:
    bool handleEdit(int key, bool byWord);
    void insert(const QString &text);
    QRectF textRect(const QRectF &field) const;

    QString m_text;
    qsizetype m_cursor = 0;
    bool m_allSelected = false;
};

} // namespace workspace
