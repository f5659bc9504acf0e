// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QFormLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace workspace {

class Look;

/// An overlay over the canvas that asks something and does it: a title, fields, a sentence, two
/// buttons. Escape and the left button go back, Enter and the right one act. GUI thread only.
class ToolPanel : public QWidget
{
    Q_OBJECT

public:
    /// Closes it; what it is doing ends.
    void dismiss();

Q_SIGNALS:
    void closed();

protected:
    enum class Tone { Quiet, Error };

    /// `look` is borrowed and must outlive the panel.
    ToolPanel(Look &look, const QString &actText, QWidget *parent);

    void open(const QString &title, QWidget &first);
    void say(const QString &text, Tone tone = Tone::Quiet);
    void place();
    QFormLayout &form() { return *m_form; }
    QVBoxLayout &column() { return *m_column; } ///< the form, then the sentence, then the buttons
    QPushButton &backButton() { return *m_back; }
    QPushButton &actButton() { return *m_act; }
    Look &look() { return m_look; }

    virtual void act() = 0;
    virtual void back() { dismiss(); }
    virtual void dismissed() { }

    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyLook();

    Look &m_look;
    QVBoxLayout *m_column;
    QLabel *m_title;
    QFormLayout *m_form;
    QLabel *m_note;
    QPushButton *m_back;
    QPushButton *m_act;
};

} // namespace workspace
