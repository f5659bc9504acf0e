// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/editorassist.h"

#include <QWidget>

namespace workspace {

class Look;

/// The list of ways to go on, over the window. It never takes the focus: keys stay with the text,
/// whose driver moves the selection.
class CompletionPopup final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int MostRows = 10; ///< in view

    /// `look` is borrowed and must outlive the popup.
    CompletionPopup(Look &look, QWidget *parent);

    void setItems(const std::vector<CompletionItem> &items, qreal zoom);
    /// Narrows the list down; returns how many are left.
    int filter(const QString &typed);
    /// Shows it below the word that begins at `word` (in the parent), or above.
    void showAt(const QRect &word);
    void step(int by); ///< goes round at the ends, but by more than one stops there
    const CompletionItem *current() const; ///< nullptr when the list is empty
    QStringList texts() const; ///< what is listed, in order

Q_SIGNALS:
    void currentChanged();
    void chosen(); ///< the current one was clicked

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    qreal rowHeight() const;
    int rowsInView() const;
    void setCurrent(int row);
    void paintRow(QPainter &painter, const CompletionItem &item, const QRectF &row, bool isCurrent);

    Look &m_look;
    std::vector<CompletionItem> m_items;
    std::vector<int> m_fitting;
    QString m_typed;
    qreal m_zoom = 1;
    int m_current = 0;
    int m_first = 0; ///< row in view
};

} // namespace workspace
