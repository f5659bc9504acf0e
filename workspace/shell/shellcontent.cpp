// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/shell/shellcontent.h"

#include "kube/api/apiclient.h"
#include "workspace/errortext.h"
#include "workspace/look/look.h"
#include "workspace/shell/shelldesk.h"
#include "workspace/shell/shellsurface.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>

#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int PictureMilliseconds = 100;
static constexpr int BellMilliseconds = 3000;

ShellContent::ShellContent(kube::ApiClient &client, const ShellPlace &place, ShellDesk &desk,
                           Look &look, QObject *parent)
    : WindowContent(parent)
    , m_client(client)
    , m_place(place)
    , m_desk(desk)
    , m_look(look)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(PictureMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &ShellContent::updated);
    m_bell.setSingleShot(true);
    m_bell.setInterval(BellMilliseconds);
    connect(&m_bell, &QTimer::timeout, this, [this] {
        if (m_surface && !m_surface->isVisible())
            m_bell.start(); // until somebody has seen it
        updateBar();
    });
    connect(&m_desk, &ShellDesk::changed, this, &ShellContent::takeDesk);
    connect(&m_desk, &ShellDesk::broadcastChanged, this, &ShellContent::takeDesk);
    connect(&m_desk, &ShellDesk::shellsChanged, this, &ShellContent::takeDesk);
    connect(&m_client, &kube::ApiClient::reachableChanged, this, &ShellContent::reachableChanged);
    m_desk.enter(*this);
}

ShellContent::~ShellContent()
{
    m_desk.disconnect(this);
    m_desk.leave(*this);
    dropSession();
    delete m_surface.data();
}

void ShellContent::setContainers(const QStringList &containers)
{
    m_containers = containers;
    if (m_place.container.isEmpty())
        m_place.container = containers.value(0);
    updateBar();
}

void ShellContent::showContainer(const QString &container)
{
    m_place.container = container;
    restart(tr("Container %1").arg(container));
}

void ShellContent::run(const ShellChoice &choice)
{
    m_choice = choice;
    restart(choice.name());
}

void ShellContent::restart(const QString &line)
{
    dropSession();
    m_exit = {};
    setState(State::Ended);
    if (m_surface)
        say(line);
    start();
}

void ShellContent::makeSurface()
{
    m_surface = new ShellSurface(m_look);
    connectSurface();
    takeDesk();
    m_surface->resize(m_size.isEmpty() ? QSize(640, 400) : m_size.toSize());
    m_surface->grab(); // lays out what was never shown: the terminal's size is known from here on
}

void ShellContent::connectSurface()
{
    auto *surface = m_surface.data();
    connect(surface, &ShellSurface::typed, this, &ShellContent::typed);
    connect(surface, &ShellSurface::answered, this, &ShellContent::send);
    connect(surface, &ShellSurface::cellsChanged, this, [this] {
        if (m_session)
            m_session->resize(m_surface->cells());
        m_refresh.start();
    });
    connect(surface, &ShellSurface::congested, this, [this](bool congested) {
        if (m_session)
            m_session->setPaused(congested);
    });
    connect(surface, &ShellSurface::fed, this, &ShellContent::outputArrived);
    connect(surface, &ShellSurface::hidden, this, &ShellContent::updated);
    connect(surface, &ShellSurface::reconnectRequested, this, &ShellContent::start);
    connect(surface, &ShellSurface::rang, this, &ShellContent::ring);
    connect(surface, &ShellSurface::linkActivated, &m_desk, &ShellDesk::openLink);
    connect(surface, &ShellSurface::broadcastEndRequested, &m_desk, &ShellDesk::endBroadcast);
    connect(surface, &ShellSurface::largerFontRequested, this, [this](int pixels) {
        m_desk.setTerminalFont(m_desk.preferences().terminalFont + pixels);
    });
    connect(&surface->bar(), &ShellBar::pressed, this, &ShellContent::pressed);
}

void ShellContent::outputArrived()
{
    m_linesAreOld = true;
    if (!m_refresh.isActive() && m_surface && !m_surface->isVisible())
        m_refresh.start();
}

void ShellContent::start()
{
    if (m_state == State::Connecting || m_state == State::Open)
        return;
    if (!m_surface)
        makeSurface();
    connectShell();
}

void ShellContent::connectShell()
{
    dropSession();
    ++m_attempt;
    m_isRaw = false;
    m_wasOpen = false;
    m_wasLost = false;
    m_wasAway = false;
    m_hasSpoken = false;
    m_surface->setEnded(false);
    setState(State::Connecting);
    if (m_choice.kind == ShellChoice::Kind::Attach)
        lookBeforeAttaching();
    else
        openSession({.container = m_place.container, .command = m_choice.command()});
}

void ShellContent::openSession(const kube::ExecOptions &options)
{
    m_session =
        std::make_unique<kube::ExecSession>(m_client, m_place.nameSpace, m_place.pod, options);
    connect(m_session.get(), &kube::ExecSession::opened, this, &ShellContent::opened);
    connect(m_session.get(), &kube::ExecSession::standardOutput, this, &ShellContent::printed);
    connect(m_session.get(), &kube::ExecSession::standardError, this, &ShellContent::printed);
    connect(m_session.get(), &kube::ExecSession::finished, this, &ShellContent::ended);
    m_session->resize(m_surface->cells());
    m_session->start();
}

void ShellContent::opened()
{
    m_wasOpen = true;
    setState(State::Open);
}

void ShellContent::typed(const QByteArray &bytes)
{
    send(bytes);
    // Where the mouse is in this terminal means nothing in another.
    if (!bytes.startsWith("\x1b[M") && !bytes.startsWith("\x1b[<"))
        m_desk.type(*this, bytes);
}

void ShellContent::send(const QByteArray &bytes)
{
    if (m_session && !m_session->write(bytes))
        say(tr("What was typed did not fit: the connection is too slow, or nothing reads it."));
}

void ShellContent::printed(const QByteArray &bytes)
{
    m_hasSpoken = true;
    if (m_transcript && !m_transcript->write(bytes)) {
        say(tr("The transcript has ended: %1.").arg(m_transcript->problem()));
        endTranscript();
    }
    if (!m_surface)
        return;
    if (!m_isRaw)
        return m_surface->feed(bytes);
    auto lines = bytes;
    m_surface->feed(lines.replace("\n", "\r\n"));
}

void ShellContent::ended(const kube::ExitStatus &status)
{
    m_exit = status;
    dropSession();
    if (!m_surface)
        return;
    m_surface->setEnded(true);
    // 1047, not 1049, which would also move the cursor to where it was saved. Out of the full
    // screen, mouse reports and bracketed paste that a program left behind.
    m_surface->feed("\x1b[?1047l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?2004l\x1b[?1l"
                    "\x1b[?25h\x1b[0m");
    say(endText());
    setState(State::Ended);
    const bool lost = status.error && status.error->kind == kube::Error::Kind::Unreachable;
    m_wasLost = lost && (m_wasOpen || m_wasAway);
    if (m_wasLost && m_wasAway && m_client.isReachable())
        QMetaObject::invokeMethod(this, &ShellContent::start, Qt::QueuedConnection);
}

/// A shell may have died with its connection without anybody having told: it is asked.
void ShellContent::reachableChanged()
{
    if (!m_client.isReachable()) {
        m_wasAway = true;
        return;
    }
    if (m_state == State::Open && m_session)
        m_session->check();
    else if (m_state == State::Ended && m_wasLost)
        start();
}

void ShellContent::dropSession()
{
    m_desk.leaveBroadcast(*this);
    if (!m_session)
        return;
    m_session->disconnect(this);
    m_session.release()->deleteLater(); // this may run inside one of its signals
}

void ShellContent::say(const QString &line)
{
    if (m_surface)
        m_surface->feed("\r\n\x1b[2m-- " + line.toUtf8() + " --\x1b[0m\r\n");
}

void ShellContent::setState(State state)
{
    m_state = state;
    updateBar();
    Q_EMIT statusChanged();
    Q_EMIT updated();
}

void ShellContent::setSize(QSizeF size)
{
    m_size = size;
    if (m_surface && !m_surface->isVisible())
        m_surface->resize((size * m_surface->zoom()).toSize());
    Q_EMIT updated();
}

void ShellContent::paint(QPainter &painter, bool focused)
{
    Q_UNUSED(focused)
    painter.fillRect(QRectF({}, m_size), m_look.theme().panel);
    if (!m_surface) {
        painter.setPen(m_look.theme().textFaint);
        painter.setFont(m_look.sans(12.5));
        painter.drawText(QRectF({}, m_size), Qt::AlignCenter, tr("Starting a shell…"));
        QMetaObject::invokeMethod(this, &ShellContent::start, Qt::QueuedConnection);
        return;
    }
    painter.save();
    painter.setClipRect(QRectF({}, m_size), Qt::IntersectClip);
    painter.scale(m_size.width() / m_surface->width(), m_size.height() / m_surface->height());
    m_surface->render(&painter, {}, {}, QWidget::DrawChildren);
    painter.restore();
}

bool ShellContent::handleInput(QEvent &event)
{
    if (event.type() == QEvent::KeyPress && m_state == State::Ended) {
        const auto key = static_cast<QKeyEvent &>(event).key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            start();
            return true;
        }
    }
    return false;
}

int ShellContent::rows() const
{
    if (std::exchange(m_linesAreOld, false))
        m_lines = m_surface ? m_surface->lines() : QStringList();
    return int(m_lines.size());
}

QString ShellContent::rowText(int row) const
{
    return m_lines.value(row);
}

/// The last lines fill the window.
QRectF ShellContent::rowRect(int row) const
{
    const int shown = m_surface ? m_surface->cells().height() : 0;
    const int line = row - qMax(0, int(m_lines.size()) - shown);
    if (line < 0 || shown <= 0)
        return {};
    const qreal height = m_size.height() / shown;
    return {0, line * height, m_size.width(), height};
}

QWidget *ShellContent::liveWidget()
{
    if (!m_surface)
        makeSurface();
    if (m_state == State::Idle)
        QMetaObject::invokeMethod(this, &ShellContent::start, Qt::QueuedConnection);
    return m_surface;
}

void ShellContent::setLiveZoom(qreal zoom)
{
    if (m_surface && !qFuzzyCompare(zoom, m_surface->zoom()))
        m_surface->setZoom(zoom);
}

} // namespace workspace
