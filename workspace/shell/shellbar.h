// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

namespace workspace {

class Look;

/// The strip below a terminal: the container, what happened to the shell, and a way back.
class ShellBar final : public QWidget
{
    Q_OBJECT

public:
    static constexpr qreal Height = 34; ///< at zoom 1

    /// `look` is borrowed and must outlive the bar.
    explicit ShellBar(Look &look, QWidget *parent = nullptr);

    void setContainers(const QStringList &containers, const QString &current);
    /// `ended` offers a new connection and paints the text as a warning.
    void setMessage(const QString &message, bool ended);
    const QString &message() const { return m_message; }
    void setZoom(qreal zoom);
    /// Whether there is anything to show.
    bool isNeeded() const { return m_ended || m_containers.size() > 1 || !m_message.isEmpty(); }
    QRectF buttonRect() const; ///< in pixels of the bar; empty when there is no button

Q_SIGNALS:
    void reconnectRequested();
    void containerRequested(const QString &container);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QRectF containerRect() const;
    void chooseContainer(QPoint global);

    Look &m_look;
    QStringList m_containers;
    QString m_current;
    QString m_message;
    qreal m_zoom = 1;
    bool m_ended = false;
    int m_hovered = 0; ///< 1 the container, 2 the button
};

} // namespace workspace
