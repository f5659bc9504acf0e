// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/look/look.h"
#include "workspace/window/windowcontent.h"

#include <QDir>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QWidget>

/// Shows something painted (a WindowContent or a TextPane) in a widget and hands it real events, as
/// the canvas does at zoom 1.
template<typename Content>
class PaintedHost final : public QWidget
{
public:
    PaintedHost(Content &content, const workspace::Look &look, QSize size)
        : m_content(content)
        , m_look(look)
    {
        setFocusPolicy(Qt::StrongFocus);
        setMouseTracking(true);
        setAttribute(Qt::WA_Hover);
        resize(size);
        m_content.setSize(size);
        connect(&content, &Content::updated, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_look.theme().panel);
        m_content.paint(painter, hasFocus() || !isVisible());
    }

    bool event(QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::InputMethod:
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
        case QEvent::MouseButtonDblClick:
        case QEvent::MouseMove:
        case QEvent::HoverMove:
        case QEvent::HoverLeave:
        case QEvent::Wheel: {
            const bool used = m_content.handleInput(*event);
            event->setAccepted(used || isModifier(*event));
            return event->isAccepted();
        }
        default: return QWidget::event(event);
        }
    }

private:
    // QTest presses Control on its own before Ctrl+C, and warns when nobody wants it.
    static bool isModifier(const QEvent &event)
    {
        if (event.type() != QEvent::KeyPress)
            return false;
        const int key = static_cast<const QKeyEvent &>(event).key();
        return key >= Qt::Key_Shift && key <= Qt::Key_Alt;
    }

    Content &m_content;
    const workspace::Look &m_look;
};

/// Saves a picture for people to look at when KRATEYARD_SCREENSHOTS names a folder.
inline void takePicture(QWidget &widget, const QString &name)
{
    const auto folder = qEnvironmentVariable("KRATEYARD_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QImage image(widget.size() * 2, QImage::Format_RGB32);
    image.setDevicePixelRatio(2);
    widget.render(&image);
    QDir().mkpath(folder);
    image.save(folder + u'/' + name + QStringLiteral(".png"));
}
