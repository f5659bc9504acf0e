// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/textsearch.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QWidget>

namespace workspace {

class Look;

/// The strip above a text that searches it and replaces what is found. Only the controls.
///
/// Enter goes to the next match and Shift+Enter to the one before; Alt+C, Alt+W and Alt+R switch
/// case, whole words and patterns; Enter in the second field replaces one, Ctrl+Alt+Enter all.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    /// `look` is borrowed and must outlive the bar.
    FindBar(Look &look, QWidget *parent);

    /// Shows the bar with its field selected; `text` (if any) is searched for.
    void open(bool withReplace, const QString &text);
    bool hasReplace() const { return m_with->isVisibleTo(this); }
    SearchQuery query() const;
    QString replacement() const { return m_with->text(); }
    /// `current` counts from 0; -1: none.
    void setCount(int current, int total);
    QString countText() const { return m_count->text(); }
    /// Says what is wrong with the pattern; empty: nothing.
    void setError(const QString &error);
    QString error() const { return m_error->text(); }
    void setZoom(qreal zoom);

    QLineEdit &field() { return *m_what; }
    QLineEdit &replaceField() { return *m_with; }
    QToolButton &replaceAllButton() { return *m_all; }

Q_SIGNALS:
    void queryChanged();
    void nextRequested(int step);
    void replaceRequested();
    void replaceAllRequested();
    void closed();
    void sizeChanged(); ///< it needs more or less height

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *makeButton(const QString &text, const QString &name);
    QToolButton *makeSwitch(const QString &text, const QString &name);
    bool key(QObject *watched, int key, Qt::KeyboardModifiers held);
    void showReplace(bool shown);

    Look &m_look;
    QLineEdit *m_what;
    QLineEdit *m_with;
    QToolButton *m_case;
    QToolButton *m_word;
    QToolButton *m_pattern;
    QLabel *m_count;
    QLabel *m_error;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_close;
    QToolButton *m_one;
    QToolButton *m_all;
};

} // namespace workspace
