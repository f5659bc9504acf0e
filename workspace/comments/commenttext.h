// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/comments/mentions.h"

#include <QTextLayout>
#include <QWidget>

namespace workspace {

class Look;

/// What somebody wrote, as plain text with the people in it marked: nothing of it is taken as
/// markup. As high as the text needs at its width. GUI thread only.
class CommentText final : public QWidget
{
    Q_OBJECT

public:
    /// `look` is borrowed and must outlive the widget.
    CommentText(const QString &text, const std::vector<Mention> &mentions, const Look &look,
                QWidget *parent = nullptr);

    QString text() const { return m_text; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qreal arrange(QTextLayout &layout, qreal width) const;

    QString m_text;
    QList<QTextLayout::FormatRange> m_marks;
    const Look &m_look;
};

} // namespace workspace
