// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QTimer>

namespace workspace {

class Look;

/// A few words at the lower edge of its parent that say what has just happened, and go away by
/// themselves: "Copied". Takes no clicks and no keys; screen readers are told. GUI thread only.
class PassingNote final : public QLabel
{
    Q_OBJECT

public:
    static constexpr int ShownMs = 2500;

    /// `look` is borrowed and must outlive the note.
    PassingNote(Look &look, QWidget *parent);

    void say(const QString &text);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void applyLook();

    Look &m_look;
    QTimer m_goes;
};

} // namespace workspace
