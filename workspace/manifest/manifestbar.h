// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace workspace {

class Look;

/// A line of text with buttons at its end, above or below an editor.
class ManifestBar final : public QWidget
{
    Q_OBJECT

public:
    enum class Tone { Plain, Warning, Error };
    struct Button
    {
        QString id = {};
        QString text = {};
        bool primary = false;
        bool enabled = true;

        bool operator==(const Button &) const = default;
    };

    /// `look` is borrowed and must outlive the bar.
    explicit ManifestBar(Look &look, QWidget *parent = nullptr);

    void show(const QString &text, Tone tone, const std::vector<Button> &buttons);
    QString text() const;
    QPushButton *button(const QString &id) const; ///< nullptr when it is not shown
    void setZoom(qreal zoom);

Q_SIGNALS:
    void activated(const QString &id);

private:
    void applyLook();

    Look &m_look;
    QHBoxLayout *m_layout;
    QLabel *m_text;
    std::vector<Button> m_shown;
    std::vector<QPushButton *> m_buttons;
    Tone m_tone = Tone::Plain;
    qreal m_zoom = 1;
};

} // namespace workspace
