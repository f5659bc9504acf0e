// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/findbar.h"

#include "workspace/editor/editorlook.h"
#include "workspace/look/look.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace workspace {

FindBar::FindBar(Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_what(new QLineEdit(this))
    , m_with(new QLineEdit(this))
    , m_case(makeSwitch(u"Aa"_s, tr("Match case (Alt+C)")))
    , m_word(makeSwitch(u"|w|"_s, tr("Whole words (Alt+W)")))
    , m_pattern(makeSwitch(u".*"_s, tr("Regular expression (Alt+R)")))
    , m_count(new QLabel(this))
    , m_error(new QLabel(this))
    , m_previous(makeButton(u"↑"_s, tr("Previous match (Shift+F3)")))
    , m_next(makeButton(u"↓"_s, tr("Next match (F3)")))
    , m_close(makeButton(u"✕"_s, tr("Close (Esc)")))
    , m_one(makeButton(tr("Replace"), tr("Replace this match (Enter)")))
    , m_all(makeButton(tr("All"), tr("Replace all matches (Ctrl+Alt+Enter)")))
{
    auto *grid = new QGridLayout(this);
    auto *tools = new QHBoxLayout;
    for (QWidget *tool : {static_cast<QWidget *>(m_case), static_cast<QWidget *>(m_word),
                          static_cast<QWidget *>(m_pattern), static_cast<QWidget *>(m_count),
                          static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next),
                          static_cast<QWidget *>(m_close)})
        tools->addWidget(tool);
    auto *replaceTools = new QHBoxLayout;
    replaceTools->addWidget(m_one);
    replaceTools->addWidget(m_all);
    replaceTools->addStretch();
    grid->addWidget(m_what, 0, 0);
    grid->addLayout(tools, 0, 1);
    grid->addWidget(m_with, 1, 0);
    grid->addLayout(replaceTools, 1, 1);
    grid->addWidget(m_error, 2, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    m_what->setPlaceholderText(tr("Find"));
    m_what->setAccessibleName(tr("Find"));
    m_with->setPlaceholderText(tr("Replace with"));
    m_with->setAccessibleName(tr("Replace with"));
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);
    m_error->hide();
    m_what->installEventFilter(this);
    m_with->installEventFilter(this);
    connect(m_what, &QLineEdit::textChanged, this, &FindBar::queryChanged);
    for (auto *button : {m_case, m_word, m_pattern})
        connect(button, &QToolButton::toggled, this, &FindBar::queryChanged);
    connect(m_previous, &QToolButton::clicked, this, [this] { Q_EMIT nextRequested(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { Q_EMIT nextRequested(1); });
    connect(m_close, &QToolButton::clicked, this, &FindBar::closed);
    connect(m_one, &QToolButton::clicked, this, &FindBar::replaceRequested);
    connect(m_all, &QToolButton::clicked, this, &FindBar::replaceAllRequested);
    setZoom(1);
    hide();
}

QToolButton *FindBar::makeButton(const QString &text, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QToolButton *FindBar::makeSwitch(const QString &text, const QString &name)
{
    auto *button = makeButton(text, name);
    button->setCheckable(true);
    return button;
}

void FindBar::setZoom(qreal zoom)
{
    const auto style = buttonStyle(m_look, zoom);
    const int height = qRound(24 * zoom);
    for (auto *button : {m_case, m_word, m_pattern, m_previous, m_next, m_close, m_one, m_all}) {
        button->setStyleSheet(style);
        button->setFixedHeight(height);
    }
    for (auto *field : {m_what, m_with}) {
        field->setStyleSheet(
            fieldStyle(m_look, zoom, field == m_what && !m_error->text().isEmpty()));
        field->setFixedHeight(height);
        field->setMinimumWidth(qRound(60 * zoom));
    }
    const auto &theme = m_look.theme();
    for (auto *label : {m_count, m_error}) {
        label->setFont(m_look.sans(11.5 * zoom));
        auto colors = label->palette();
        colors.setColor(QPalette::WindowText, label == m_count ? theme.textDim : theme.error);
        label->setPalette(colors);
    }
    m_count->setMinimumWidth(qRound(54 * zoom));
    m_count->setAlignment(Qt::AlignCenter);
    const int margin = qRound(5 * zoom);
    auto *grid = static_cast<QGridLayout *>(layout());
    grid->setContentsMargins(margin + qRound(3 * zoom), margin, margin, margin);
    grid->setSpacing(qRound(4 * zoom));
    for (auto *part : {grid->itemAtPosition(0, 1), grid->itemAtPosition(1, 1)})
        part->layout()->setSpacing(qRound(1 * zoom));
    update();
}

void FindBar::showReplace(bool shown)
{
    m_with->setVisible(shown);
    m_one->setVisible(shown);
    m_all->setVisible(shown);
}

void FindBar::open(bool withReplace, const QString &text)
{
    showReplace(withReplace);
    if (!text.isEmpty())
        m_what->setText(text);
    show();
    Q_EMIT sizeChanged();
    m_what->setFocus(Qt::ShortcutFocusReason);
    m_what->selectAll();
    Q_EMIT queryChanged();
}

SearchQuery FindBar::query() const
{
    return {.text = m_what->text(),
            .matchCase = m_case->isChecked(),
            .wholeWord = m_word->isChecked(),
            .isPattern = m_pattern->isChecked()};
}

void FindBar::setCount(int current, int total)
{
    const bool asked = !m_what->text().isEmpty() && m_error->text().isEmpty();
    const auto text = !asked ? QString()
        : total == 0         ? tr("Nothing")
        : current < 0        ? QString::number(total)
                             : tr("%1 of %2").arg(current + 1).arg(total);
    m_count->setText(text);
    m_what->setAccessibleDescription(asked ? tr("%n matches", nullptr, total) : error());
    for (auto *button : {m_previous, m_next, m_one, m_all})
        button->setEnabled(total > 0);
}

void FindBar::setError(const QString &error)
{
    if (m_error->text() == error)
        return;
    const qreal zoom = m_what->height() / 24.0;
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    m_what->setStyleSheet(fieldStyle(m_look, zoom, !error.isEmpty()));
    Q_EMIT sizeChanged();
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto &press = static_cast<const QKeyEvent &>(*event);
        if (key(watched, press.key(), press.modifiers() & ~Qt::KeypadModifier))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool FindBar::key(QObject *watched, int key, Qt::KeyboardModifiers held)
{
    switch (key) {
    case Qt::Key_Escape: Q_EMIT closed(); return true;
    case Qt::Key_F3: Q_EMIT nextRequested(held == Qt::ShiftModifier ? -1 : 1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (held == (Qt::ControlModifier | Qt::AltModifier))
            Q_EMIT replaceAllRequested();
        else if (watched == m_with)
            Q_EMIT replaceRequested();
        else
            Q_EMIT nextRequested(held == Qt::ShiftModifier ? -1 : 1);
        return true;
    case Qt::Key_F:
    case Qt::Key_H:
        if (held != Qt::ControlModifier)
            return false;
        open(key == Qt::Key_H, {});
        return true;
    case Qt::Key_C:
    case Qt::Key_W:
    case Qt::Key_R:
        if (held != Qt::AltModifier)
            return false;
        (key == Qt::Key_C ? m_case : key == Qt::Key_W ? m_word : m_pattern)->toggle();
        return true;
    default: return false;
    }
}

void FindBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.fillRect(rect(), m_look.theme().raised);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_look.theme().border);
}

} // namespace workspace
