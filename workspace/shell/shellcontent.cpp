// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/shell/shellcontent.h"

#include "workspace/errortext.h"
#include "workspace/look/look.h"
#include "workspace/shell/shellbar.h"
#include "workspace/shell/shellsurface.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPixmap>

#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int PictureMilliseconds = 100;

ShellContent::ShellContent(kube::ApiClient &client, const QString &nameSpace, const QString &pod,
                           const QString &container, Look &look, QObject *parent)
    : WindowContent(parent)
    , m_client(client)
    , m_nameSpace(nameSpace)
    , m_pod(pod)
    , m_container(container)
    , m_look(look)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(PictureMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &ShellContent::updated);
}

ShellContent::~ShellContent()
{
    dropSession();
    delete m_surface.data();
}

void ShellContent::setContainers(const QStringList &containers)
{
    m_containers = containers;
    if (m_container.isEmpty())
        m_container = containers.value(0);
    updateBar();
}

void ShellContent::showContainer(const QString &container)
{
    m_container = container;
    dropSession();
    setState(State::Ended);
    if (m_surface)
        say(tr("Container %1").arg(container));
    start();
}

void ShellContent::makeSurface()
{
    m_surface = new ShellSurface(m_look);
    connect(m_surface, &ShellSurface::typed, this, [this](const QByteArray &bytes) {
        if (m_session && !m_session->write(bytes))
            say(tr("The connection is too slow: what was typed did not fit."));
    });
    connect(m_surface, &ShellSurface::cellsChanged, this, [this] {
        if (m_session)
            m_session->resize(m_surface->cells());
        m_refresh.start();
    });
    connect(m_surface, &ShellSurface::congested, this, [this](bool congested) {
        if (m_session)
            m_session->setPaused(congested);
    });
    connect(m_surface, &ShellSurface::fed, this, &ShellContent::outputArrived);
    connect(m_surface, &ShellSurface::hidden, this, &ShellContent::updated);
    connect(m_surface, &ShellSurface::reconnectRequested, this, &ShellContent::start);
    connect(&m_surface->bar(), &ShellBar::containerRequested, this, &ShellContent::showContainer);
    updateBar();
    m_surface->resize(m_size.isEmpty() ? QSize(640, 400) : m_size.toSize());
    m_surface->grab(); // lays out what was never shown: the terminal's size is known from here on
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

// The container's own bash, else its sh. TERM is set by the container's runtime.
void ShellContent::connectShell()
{
    dropSession();
    const kube::ExecOptions options{
        .container = m_container,
        .command = {u"sh"_s, u"-c"_s, u"command -v bash >/dev/null && exec bash || exec sh"_s}};
    m_session = std::make_unique<kube::ExecSession>(m_client, m_nameSpace, m_pod, options);
    connect(m_session.get(), &kube::ExecSession::opened, this, &ShellContent::opened);
    connect(m_session.get(), &kube::ExecSession::standardOutput, m_surface, &ShellSurface::feed);
    connect(m_session.get(), &kube::ExecSession::standardOutput, this,
            [this] { m_hasSpoken = true; });
    connect(m_session.get(), &kube::ExecSession::standardError, m_surface, &ShellSurface::feed);
    connect(m_session.get(), &kube::ExecSession::finished, this, &ShellContent::ended);
    m_session->resize(m_surface->cells());
    m_wasOpen = false;
    m_hasSpoken = false;
    m_surface->setEnded(false);
    setState(State::Connecting);
    m_session->start();
}

void ShellContent::opened()
{
    m_wasOpen = true;
    setState(State::Open);
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
}

void ShellContent::dropSession()
{
    if (!m_session)
        return;
    m_session->disconnect(this);
    if (m_surface)
        m_session->disconnect(m_surface);
    m_session.release()->deleteLater(); // this may run inside one of its signals
}

void ShellContent::say(const QString &line)
{
    if (m_surface)
        m_surface->feed("\r\n\x1b[2m-- " + line.toUtf8() + " --\x1b[0m\r\n");
}

// A shell that has run may also end with 127, after a command that was not found.
static bool isMissingShell(const kube::ExitStatus &status, bool hasRun)
{
    if (!status.error)
        return !hasRun && (status.code == 126 || status.code == 127);
    const auto &text = status.error->message;
    return text.contains("executable file not found"_L1)
        || (text.contains("exec"_L1) && text.contains("no such file or directory"_L1));
}

QString ShellContent::endText() const
{
    if (isMissingShell(m_exit, m_hasSpoken))
        return tr("This container has no shell.");
    if (m_exit.error) {
        if (m_exit.error->kind == kube::Error::Kind::Unreachable && m_wasOpen)
            return tr("The connection to the shell was lost.");
        return errorText(*m_exit.error);
    }
    return m_exit.code == 0 ? tr("The shell has ended.")
                            : tr("The shell has ended with exit code %1.").arg(m_exit.code);
}

void ShellContent::setState(State state)
{
    m_state = state;
    updateBar();
    Q_EMIT statusChanged();
    Q_EMIT updated();
}

void ShellContent::updateBar()
{
    if (!m_surface)
        return;
    auto &bar = m_surface->bar();
    bar.setContainers(m_containers, m_container);
    switch (m_state) {
    case State::Idle:
    case State::Open: bar.setMessage({}, false); break;
    case State::Connecting: bar.setMessage(tr("Starting a shell…"), false); break;
    case State::Ended:
        bar.setMessage(m_exit.error ? endText() : tr("Exit code %1.").arg(m_exit.code), true);
        break;
    }
    m_surface->arrange();
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

WindowContent::Freshness ShellContent::freshness() const
{
    switch (m_state) {
    case State::Idle:
    case State::Connecting: return Freshness::Loading;
    case State::Open: return Freshness::Live;
    case State::Ended: return Freshness::Ended;
    }
    Q_UNREACHABLE_RETURN(Freshness::Ended);
}

QString ShellContent::statusText() const
{
    switch (m_state) {
    case State::Idle: return tr("Not started");
    case State::Connecting: return tr("Connecting…");
    case State::Open: return tr("Live");
    case State::Ended: return endText();
    }
    Q_UNREACHABLE_RETURN({});
}

ViewOptions ShellContent::options() const
{
    return {.pod = m_pod, .container = m_containers.size() > 1 ? m_container : QString()};
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

QString ShellContent::accessibleText() const
{
    return tr("Shell in %1: %2")
        .arg(m_container.isEmpty() ? m_pod : m_pod + u'/' + m_container, statusText());
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
