// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QTextBlock;

namespace workspace {

class CodeText;

/// The strip at the left of an editor: marks of problems, line numbers, arrows of folds.
class CodeGutter final : public QWidget
{
    Q_OBJECT

public:
    explicit CodeGutter(CodeText &text);

    /// Takes its place and width after the text, its font or its size changed.
    void follow();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    qreal markWidth() const;
    qreal arrowWidth() const;
    QTextBlock blockAt(qreal y) const;
    void paintLine(QPainter &painter, const QTextBlock &block, const QRectF &row);

    CodeText &m_text;
};

} // namespace workspace
