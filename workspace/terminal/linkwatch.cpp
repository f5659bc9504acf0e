// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/terminal/linkwatch.h"

#include "workspace/terminal/termwidget.h"

#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qsizetype LinkLimit = 4000;

QUrl linkFrom(const QString &text)
{
    if (text.size() > LinkLimit)
        return {};
    QString full = text;
    if (text.startsWith("www."_L1, Qt::CaseInsensitive))
        full = u"http://"_s + text;
    else if (!text.contains(':'_L1) && text.contains('@'_L1))
        full = u"mailto:"_s + text;
    const QUrl link(full, QUrl::StrictMode);
    const auto scheme = link.scheme();
    const bool isWeb = (scheme == "http"_L1 || scheme == "https"_L1) && !link.host().isEmpty();
    return link.isValid() && (isWeb || scheme == "mailto"_L1) ? link : QUrl();
}

LinkWatch::LinkWatch(QTermWidget &terminal, QWidget &display, QObject *parent)
    : QObject(parent)
    , m_terminal(terminal)
{
    display.installEventFilter(this);
}

QUrl LinkWatch::linkAt(QPoint position) const
{
    const auto *spot =
        dynamic_cast<Konsole::RegExpFilter::HotSpot *>(m_terminal.getHotSpotAt(position));
    return spot ? linkFrom(spot->capturedTexts().value(0)) : QUrl();
}

void LinkWatch::hover(const QUrl &link)
{
    if (std::exchange(m_hovered, link) != link)
        Q_EMIT hoveredChanged();
}

bool LinkWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove: hover(linkAt(static_cast<QMouseEvent *>(event)->pos())); return false;
    case QEvent::Leave: hover({}); return false;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease: break;
    default: return QObject::eventFilter(watched, event);
    }
    const auto &mouse = static_cast<const QMouseEvent &>(*event);
    if (mouse.button() != Qt::LeftButton)
        return false;
    if (event->type() == QEvent::MouseButtonPress) {
        m_pressed = mouse.modifiers() == Qt::ControlModifier ? linkAt(mouse.pos()) : QUrl();
        return m_pressed.isValid();
    }
    const auto pressed = std::exchange(m_pressed, {});
    if (!pressed.isValid())
        return false;
    if (linkAt(mouse.pos()) == pressed)
        Q_EMIT activated(pressed);
    return true;
}

} // namespace workspace
