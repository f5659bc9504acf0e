// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/comments/commenttext.h"

#include "workspace/look/look.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>

#include <cmath>

namespace workspace {

static constexpr int UsualWidth = 420;

CommentText::CommentText(const QString &text, const std::vector<Mention> &mentions,
                         const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_look(look)
{
    for (const auto &mention : mentions) {
        QTextCharFormat format;
        format.setForeground(look.theme().accent);
        format.setFontWeight(QFont::DemiBold);
        m_marks.append({int(mention.at), int(mention.length), format});
    }
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFont(look.sans(13));
    setAccessibleName(text);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(tr("Copy"), this);
    addAction(copy);
    connect(copy, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_text); });
}

/// Returns the height.
qreal CommentText::arrange(QTextLayout &layout, qreal width) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(m_text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    layout.setTextOption(option);
    layout.setFormats(m_marks);
    layout.beginLayout();
    qreal height = 0;
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height() + 2;
    }
    layout.endLayout();
    return height;
}

/// Of the same length, so that the marks stay where they are.
static QString inLines(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator);
}

int CommentText::heightForWidth(int width) const
{
    QTextLayout layout(inLines(m_text), font());
    return int(std::ceil(arrange(layout, width)));
}

QSize CommentText::sizeHint() const
{
    return {UsualWidth, heightForWidth(UsualWidth)};
}

void CommentText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QTextLayout layout(inLines(m_text), font());
    arrange(layout, width());
    painter.setPen(m_look.theme().text);
    layout.draw(&painter, {0, 0});
}

} // namespace workspace
