// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/editortypes.h"

#include <QLabel>
#include <QLineEdit>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace workspace {

class Look;

/// Asks for a line to go to: "120" or "120:7".
class LineBar final : public QWidget
{
    Q_OBJECT

public:
    /// `look` is borrowed and must outlive the bar.
    LineBar(Look &look, QWidget *parent);

    void open(int line, int lines); ///< `line` counts from 0
    void setZoom(qreal zoom);
    QLineEdit &field() { return *m_field; }

Q_SIGNALS:
    void chosen(workspace::EditorPosition position);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<EditorPosition> position() const;

    Look &m_look;
    QLabel *m_label;
    QLineEdit *m_field;
};

/// A line below a text that says something for some seconds.
class NoticeLine final : public QLabel
{
    Q_OBJECT

public:
    /// `look` is borrowed and must outlive the line.
    NoticeLine(Look &look, QWidget *parent);

    void say(const QString &text);
    void setZoom(qreal zoom);

Q_SIGNALS:
    void shownOrHidden();

private:
    Look &m_look;
    QTimer m_gone;
};

} // namespace workspace
