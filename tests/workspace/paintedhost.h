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

#include <concepts>
#include <utility>

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
        connect(&content, &Content::updated, this, &PaintedHost::renew);
        if constexpr (std::derived_from<Content, workspace::WindowContent>)
            connect(&content, &workspace::WindowContent::partUpdated, this, &PaintedHost::renew);
        renew();
    }

protected:
    void showEvent(QShowEvent * /*event*/) override { m_wasShown = true; }

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
    /// A host that was never shown paints, too: what nobody sees rests.
    void renew()
    {
        if (isVisible())
            update();
        else if (!m_wasShown && !std::exchange(m_pends, true))
            QMetaObject::invokeMethod(this, &PaintedHost::paintUnshown, Qt::QueuedConnection);
    }

    void paintUnshown()
    {
        m_pends = false;
        QImage image(size(), QImage::Format_RGB32);
        QPainter painter(&image);
        m_content.paint(painter, true);
    }

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
    bool m_wasShown = false;
    bool m_pends = false;
};

/// Moves the pointer with the left button held.
inline void dragTo(QWidget &host, QPoint to)
{
    QMouseEvent event(QEvent::MouseMove, to, host.mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                      {});
    QCoreApplication::sendEvent(&host, &event);
}

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
