// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

class QListWidget;
class QPlainTextEdit;

namespace workspace {

/// Where a comment is written: Enter sends, Shift+Enter begins a new line, "@" offers people, of
/// whom Up, Down, Enter and Tab choose one and Escape none. GUI thread only.
class CommentEntry final : public QWidget
{
    Q_OBJECT

public:
    explicit CommentEntry(QWidget *parent = nullptr);

    /// Whom "@" offers, those who are present first.
    void setNames(const QStringList &names);
    QString text() const;
    void setText(const QString &text);
    bool isOffering() const;
    QPlainTextEdit &field() { return *m_field; }

Q_SIGNALS:
    void sent();
    void edited();
    void sizeWished(); ///< it is higher or lower than it was

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takesKey(int key, Qt::KeyboardModifiers modifiers);
    void offer();
    void take();
    void fit();

    QStringList m_names;
    QListWidget *m_offered;
    QPlainTextEdit *m_field;
};

} // namespace workspace
