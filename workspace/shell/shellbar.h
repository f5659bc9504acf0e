// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

namespace workspace {

class Look;

/// The strip below a terminal: the container, what runs in it, what happened to it and a way back,
/// and the signs for what else can be done.
class ShellBar final : public QWidget
{
    Q_OBJECT

public:
    static constexpr qreal Height = 30; ///< at zoom 1

    enum Button {
        Container, ///< which container
        Shell, ///< what runs in it
        Find,
        Broadcast,
        Record,
        Reconnect,
        Stop, ///< the broadcast
        None
    };
    Q_ENUM(Button)

    struct State
    {
        QString container = {}; ///< empty: there is only one, no chooser
        QString shell = {};
        QString message = {};
        int broadcast = 0; ///< how many shells hear what is typed; 0: this one
        bool ended = false; ///< offers a new connection, and the message warns
        bool mayBroadcast = false;
        bool recording = false;
        bool ringing = false;

        bool operator==(const State &) const = default;
    };

    /// `look` is borrowed and must outlive the bar.
    explicit ShellBar(Look &look, QWidget *parent = nullptr);

    void setState(const State &state);
    const State &state() const { return m_state; }
    /// Told in place of the message for as long as it is not empty: where a link leads.
    void setPassingText(const QString &text);
    const QString &passingText() const { return m_passing; }
    void setZoom(qreal zoom);
    QRectF rectOf(Button button) const; ///< in pixels of the bar; empty when it is not there
    QString message() const { return m_state.message; }

Q_SIGNALS:
    /// `global` is where a menu would go.
    void pressed(workspace::ShellBar::Button button, QPoint global);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Item
    {
        Button button = None;
        QRectF rect = {};
    };

    void arrange();
    Button buttonAt(QPointF position) const;
    QString nameOf(Button button) const;
    void paintChip(QPainter &painter, const Item &item, const QString &text) const;
    void paintWord(QPainter &painter, const Item &item, const QString &text) const;
    void paintSign(QPainter &painter, const Item &item) const;
    void paintMessage(QPainter &painter) const;

    Look &m_look;
    State m_state;
    QString m_passing;
    std::vector<Item> m_items;
    qreal m_left = 0; ///< where the message has its place
    qreal m_right = 0;
    qreal m_zoom = 1;
    Button m_hovered = None;
};

} // namespace workspace
