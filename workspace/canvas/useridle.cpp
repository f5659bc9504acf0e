// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/useridle.h"

#include <QCoreApplication>
#include <QEvent>

namespace workspace {

static bool isOfPerson(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::ShortcutOverride:
    case QEvent::InputMethod:
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::Wheel:
    case QEvent::NativeGesture:
    case QEvent::TabletMove:
    case QEvent::TabletPress:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::HoverMove:
    case QEvent::WindowActivate: return true;
    default: return false;
    }
}

UserIdle::UserIdle(std::chrono::milliseconds after, QObject *parent)
    : QObject(parent)
    , m_after(after)
{
    m_since.start();
    QCoreApplication::instance()->installEventFilter(this);
}

bool UserIdle::eventFilter(QObject *, QEvent *event)
{
    if (isOfPerson(event->type())) {
        const bool wasIdle = isIdle();
        m_since.restart();
        if (wasIdle)
            Q_EMIT returned();
    }
    return false;
}

} // namespace workspace
