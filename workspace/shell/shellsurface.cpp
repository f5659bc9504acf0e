// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/shell/shellsurface.h"

#include "workspace/look/look.h"
#include "workspace/shell/shellbar.h"
#include "workspace/shell/terminalfiles.h"
#include "workspace/shell/termwidget.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal FontPixels = 13;

static QWidget *displayOf(QTermWidget &terminal)
{
    const auto widgets = terminal.findChildren<QWidget *>();
    for (auto *widget : widgets) {
        if (widget->inherits("Konsole::TerminalDisplay"))
            return widget;
    }
    return nullptr;
}

ShellSurface::ShellSurface(Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_terminal(new QTermWidget(0, this))
    , m_bar(new ShellBar(look, this))
{
    m_terminal->setHistorySize(HistoryLines); // without a bound it is 3-4 times slower
    m_terminal->setScrollBarPosition(QTermWidgetInterface::NoScrollBar);
    m_terminal->setFlowControlEnabled(false); // Ctrl+S is the container's
    m_terminal->setTerminalSizeHint(false);
    m_terminal->setConfirmMultilinePaste(false);
    m_terminal->setBlinkingCursor(false);
    m_terminal->setMargin(4);
    m_terminal->setMotionAfterPasting(0);
    if (const auto keys = installKeyTable(); !keys.isEmpty())
        m_terminal->setKeyBindings(keys);
    m_terminal->startTerminalTeletype();
    m_feed = std::make_unique<PtyFeed>(m_terminal->getPtySlaveFd());
    connect(m_feed.get(), &PtyFeed::congested, this, &ShellSurface::congested);
    connect(m_feed.get(), &PtyFeed::fed, this, &ShellSurface::fed);
    connect(m_terminal, &QTermWidget::sendData, this, [this](const char *bytes, int size) {
        if (!m_ended)
            Q_EMIT typed(QByteArray(bytes, size));
    });
    connect(m_bar, &ShellBar::reconnectRequested, this, &ShellSurface::reconnectRequested);
    if (auto *display = displayOf(*m_terminal)) {
        // clang-format off: as moc writes it
        connect(display, SIGNAL(changedContentSizeSignal(int,int)), this,
                SLOT(contentSizeChanged()));
        // clang-format on
        display->installEventFilter(this);
        display->setAccessibleName(tr("Terminal"));
        setFocusProxy(display);
    }
    m_settled.setSingleShot(true);
    m_settled.setInterval(100);
    connect(&m_settled, &QTimer::timeout, this, &ShellSurface::cellsChanged);
    connect(&m_look, &Look::changed, this, &ShellSurface::applyLook);
    m_bar->hide();
    applyLook();
}

ShellSurface::~ShellSurface()
{
    m_feed.reset(); // before the terminal closes the pty
}

void ShellSurface::applyLook()
{
    m_terminal->setColorScheme(installColorScheme(m_look.theme()));
    setZoom(m_zoom);
}

void ShellSurface::setZoom(qreal zoom)
{
    m_zoom = zoom;
    auto font = m_look.mono(FontPixels * zoom);
    font.setHintingPreference(QFont::PreferFullHinting); // the terminal's cells are whole pixels
    m_terminal->setTerminalFont(font);
    m_terminal->setMargin(qRound(5 * zoom));
    m_bar->setZoom(zoom);
    arrange();
}

void ShellSurface::arrange()
{
    const bool withBar = m_bar->isNeeded();
    const int barHeight = withBar ? qRound(ShellBar::Height * m_zoom) : 0;
    m_bar->setVisible(withBar);
    m_bar->setGeometry(0, height() - barHeight, width(), barHeight);
    m_terminal->setGeometry(0, 0, width(), height() - barHeight);
}

void ShellSurface::resizeEvent(QResizeEvent * /*event*/)
{
    arrange();
}

void ShellSurface::hideEvent(QHideEvent * /*event*/)
{
    Q_EMIT hidden();
}

void ShellSurface::feed(const QByteArray &bytes)
{
    m_feed->write(bytes);
}

QStringList ShellSurface::lines() const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    m_terminal->saveHistory(&buffer);
    return QString::fromUtf8(buffer.data()).trimmed().split(u'\n');
}

QSize ShellSurface::cells() const
{
    return {m_terminal->screenColumnsCount(), m_terminal->screenLinesCount()};
}

void ShellSurface::contentSizeChanged()
{
    m_settled.start();
}

bool ShellSurface::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // every key is the shell's
        return true;
    }
    if (event->type() == QEvent::KeyPress && key(static_cast<QKeyEvent &>(*event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool ShellSurface::key(const QKeyEvent &event)
{
    const auto held = event.modifiers() & ~Qt::KeypadModifier;
    if (held == (Qt::ControlModifier | Qt::ShiftModifier)) {
        if (event.key() == Qt::Key_C) {
            copy();
            return true;
        }
        if (event.key() == Qt::Key_V) {
            paste();
            return true;
        }
    }
    if (held == Qt::ShiftModifier && event.key() == Qt::Key_Insert) {
        paste();
        return true;
    }
    if (m_ended && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)) {
        Q_EMIT reconnectRequested();
        return true;
    }
    return false;
}

void ShellSurface::copy()
{
    const auto text = m_terminal->selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void ShellSurface::paste()
{
    auto text = QGuiApplication::clipboard()->text();
    text.replace("\r\n"_L1, "\r"_L1).replace(u'\n', u'\r');
    // An escape in the text could end the bracket and have the rest taken for typed commands.
    text.removeIf([](QChar c) {
        return (c.unicode() < 0x20 && c != u'\r' && c != u'\t') || c.unicode() == 0x7f
            || c.unicode() == 0x9b;
    });
    if (text.isEmpty() || m_ended)
        return;
    m_terminal->bracketText(text);
    m_terminal->scrollToEnd();
    Q_EMIT typed(text.toUtf8());
}

} // namespace workspace
