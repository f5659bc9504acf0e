// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/window/windowcontent.h"

#include <QDir>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QWidget>

/// A widget that shows one WindowContent and hands it its events, as the canvas does.
class ContentHost : public QWidget
{
public:
    ContentHost(workspace::WindowContent &content, QSize size)
        : m_content(content)
    {
        setFocusPolicy(Qt::StrongFocus);
        setMouseTracking(true);
        setAttribute(Qt::WA_Hover);
        resize(size);
        m_content.setSize(size);
        connect(&m_content, &workspace::WindowContent::updated, this,
                qOverload<>(&QWidget::update));
    }

    /// Saves a picture under $KRATEYARD_SCREENSHOTS, if that is set.
    void shoot(const QString &name)
    {
        const auto folder = qEnvironmentVariable("KRATEYARD_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QPixmap picture(size() * 2);
        picture.setDevicePixelRatio(2);
        render(&picture);
        QDir().mkpath(folder);
        picture.save(folder + QLatin1Char('/') + name + QLatin1String(".png"));
    }

protected:
    bool event(QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
        case QEvent::MouseButtonDblClick:
        case QEvent::MouseMove:
        case QEvent::HoverMove:
        case QEvent::HoverLeave:
        case QEvent::Wheel:
        case QEvent::KeyPress:
        case QEvent::InputMethod: {
            const bool used = m_content.handleInput(*event);
            event->setAccepted(used || isModifier(*event));
            return event->isAccepted();
        }
        default: return QWidget::event(event);
        }
    }
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        m_content.paint(painter, hasFocus() || !isVisible());
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

    workspace::WindowContent &m_content;
};
