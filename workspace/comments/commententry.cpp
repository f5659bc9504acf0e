// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/comments/commententry.h"

#include "workspace/comments/mentions.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace workspace {

static constexpr int FewestLines = 2;
static constexpr int MostLines = 6;
static constexpr int OfferHeight = 26; // a name's

CommentEntry::CommentEntry(QWidget *parent)
    : QWidget(parent)
    , m_offered(new QListWidget(this))
    , m_field(new QPlainTextEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(6);
    column->addWidget(m_offered);
    column->addWidget(m_field);
    m_offered->setFocusPolicy(Qt::NoFocus);
    m_offered->setAccessibleName(tr("People to mention"));
    m_offered->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_offered->hide();
    m_field->setAccessibleName(tr("Write a comment"));
    m_field->setPlaceholderText(tr("Write a comment. @ mentions a person."));
    m_field->setTabChangesFocus(true);
    m_field->installEventFilter(this);
    setFocusProxy(m_field);
    connect(m_field, &QPlainTextEdit::textChanged, this, [this] {
        fit();
        offer();
        Q_EMIT edited();
    });
    connect(m_field, &QPlainTextEdit::cursorPositionChanged, this, &CommentEntry::offer);
    connect(m_offered, &QListWidget::itemClicked, this, &CommentEntry::take);
    fit();
}

void CommentEntry::setNames(const QStringList &names)
{
    m_names = names;
}

QString CommentEntry::text() const
{
    return m_field->toPlainText();
}

void CommentEntry::setText(const QString &text)
{
    m_field->setPlainText(text);
    m_field->moveCursor(QTextCursor::End);
    m_offered->hide();
}

bool CommentEntry::isOffering() const
{
    return !m_offered->isHidden();
}

void CommentEntry::fit()
{
    const int lines = qBound(FewestLines, m_field->blockCount(), MostLines);
    const int height = lines * m_field->fontMetrics().lineSpacing() + 20;
    if (height == m_field->height() && m_field->minimumHeight() == height)
        return;
    m_field->setFixedHeight(height);
    Q_EMIT sizeWished();
}

void CommentEntry::offer()
{
    const auto begun = mentionBegun(text(), m_field->textCursor().position());
    const auto names = begun ? namesFor(begun->typed, m_names) : QStringList();
    // Who is there in full already needs no offer.
    const bool wanted = !names.isEmpty() && !names.contains(begun->typed);
    const bool was = isOffering();
    m_offered->clear();
    m_offered->setVisible(wanted);
    if (wanted) {
        m_offered->addItems(names);
        m_offered->setCurrentRow(0);
        m_offered->setFixedHeight(int(names.size()) * OfferHeight + 6);
    }
    if (wanted || was)
        Q_EMIT sizeWished();
}

/// The name that is chosen takes the place of what was typed of it.
void CommentEntry::take()
{
    const auto *chosen = m_offered->currentItem();
    auto cursor = m_field->textCursor();
    const auto begun = mentionBegun(text(), cursor.position());
    if (!chosen || !begun)
        return;
    const auto name = chosen->text();
    cursor.setPosition(int(begun->at), QTextCursor::KeepAnchor);
    cursor.insertText(u'@' + name + u' ');
    m_field->setTextCursor(cursor);
    m_offered->hide();
    m_field->setFocus(Qt::OtherFocusReason);
    Q_EMIT sizeWished();
}

bool CommentEntry::takesKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    const bool isBare = !(modifiers & ~Qt::KeypadModifier);
    if (isOffering() && isBare) {
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            const int count = m_offered->count();
            m_offered->setCurrentRow((m_offered->currentRow() + step + count) % count);
        } else if (key == Qt::Key_Escape) {
            m_offered->hide();
            Q_EMIT sizeWished();
        } else if (isEnter || key == Qt::Key_Tab) {
            take();
        } else {
            return false;
        }
        return true;
    }
    if (isEnter && isBare)
        Q_EMIT sent();
    return isEnter && isBare;
}

bool CommentEntry::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto &key = static_cast<QKeyEvent &>(*event);
        if (takesKey(key.key(), key.modifiers()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace workspace
