// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/shell/shellsurface.h"

#include "workspace/look/look.h"
#include "workspace/shell/pastepanel.h"
#include "workspace/shell/shellbar.h"
#include "workspace/shell/shellfindbar.h"
#include "workspace/terminal/linkwatch.h"
#include "workspace/terminal/terminalfiles.h"
#include "workspace/terminal/termwidget.h"

#include <QBuffer>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

/// A red line around the terminal, over it, so that it keeps its size.
class BroadcastFrame final : public QWidget
{
public:
    BroadcastFrame(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        hide();
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setPen(QPen(m_look.theme().error, 3));
        painter.drawRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5));
    }

private:
    const Look &m_look;
};

QWidget *displayOf(QTermWidget &terminal)
{
    const auto widgets = terminal.findChildren<QWidget *>();
    for (auto *widget : widgets) {
        if (widget->inherits("Konsole::TerminalDisplay"))
            return widget;
    }
    return nullptr;
}

} // namespace

ShellSurface::ShellSurface(Look &look, QWidget *parent, TerminalFeed::Road road)
    : QWidget(parent)
    , m_look(look)
    , m_terminal(new QTermWidget(0, this))
    , m_bar(new ShellBar(look, this))
    , m_find(new ShellFindBar(look, *m_terminal, this))
    , m_frame(new BroadcastFrame(look, this))
{
    makeTerminal(road);
    watchDisplay();
    connect(m_find, &ShellFindBar::closed, this, [this] { setFocus(Qt::OtherFocusReason); });
    m_settled.setSingleShot(true);
    m_settled.setInterval(100);
    connect(&m_settled, &QTimer::timeout, this, &ShellSurface::cellsChanged);
    connect(&m_look, &Look::changed, this, &ShellSurface::applyLook);
    applyLook();
}

ShellSurface::~ShellSurface()
{
    m_feed.reset(); // before the terminal closes the pty
}

void ShellSurface::makeTerminal(TerminalFeed::Road road)
{
    m_terminal->setHistorySize(HistoryLines); // without a bound it is 3-4 times slower
    m_terminal->setScrollBarPosition(QTermWidgetInterface::NoScrollBar);
    m_terminal->setFlowControlEnabled(false); // Ctrl+S is the container's
    m_terminal->setTerminalSizeHint(false);
    m_terminal->setConfirmMultilinePaste(false); // ours asks, and asks only where it matters
    m_terminal->setBlinkingCursor(false);
    m_terminal->setMargin(4);
    m_terminal->setMotionAfterPasting(0);
    if (const auto keys = installKeyTable(); !keys.isEmpty())
        m_terminal->setKeyBindings(keys);
    m_terminal->startTerminalTeletype();
    m_feed = std::make_unique<TerminalFeed>(*m_terminal, road);
    connect(m_feed.get(), &TerminalFeed::congested, this, &ShellSurface::congested);
    connect(m_feed.get(), &TerminalFeed::fed, this, &ShellSurface::fed);
    connect(m_feed.get(), &TerminalFeed::fed, m_find, &ShellFindBar::outputCame);
    connect(m_terminal, &QTermWidget::bell, this, &ShellSurface::rang);
    connect(m_terminal, &QTermWidget::sendData, this, [this](const char *bytes, int size) {
        if (m_ended || size <= 0) // Shift alone sends nothing
            return;
        if (m_feed->isFeeding())
            Q_EMIT answered(QByteArray(bytes, size));
        else
            Q_EMIT typed(QByteArray(bytes, size));
    });
}

void ShellSurface::watchDisplay()
{
    m_display = displayOf(*m_terminal);
    if (!m_display)
        return;
    // clang-format off: as moc writes it
    connect(m_display, SIGNAL(changedContentSizeSignal(int,int)), this,
            SLOT(contentSizeChanged()));
    connect(m_display, SIGNAL(configureRequest(QPoint)), this, SLOT(showMenu(QPoint)));
    // clang-format on
    m_display->installEventFilter(this);
    m_display->setAccessibleName(tr("Terminal"));
    setFocusProxy(m_display);
    m_links = new LinkWatch(*m_terminal, *m_display, this);
    connect(m_links, &LinkWatch::activated, this, &ShellSurface::linkActivated);
    connect(m_links, &LinkWatch::hoveredChanged, this, [this] {
        const auto &link = m_links->hovered();
        // Encoded: a name that only looks like another one is seen through.
        m_bar->setPassingText(link.isValid()
                                  ? tr("Ctrl+click opens %1").arg(link.toString(QUrl::FullyEncoded))
                                  : QString());
    });
}

void ShellSurface::applyLook()
{
    m_terminal->setColorScheme(installColorScheme(m_look.theme()));
    setZoom(m_zoom);
}

void ShellSurface::setFontPixels(int pixels)
{
    if (std::exchange(m_fontPixels, pixels) != pixels)
        setZoom(m_zoom);
}

void ShellSurface::setZoom(qreal zoom)
{
    m_zoom = zoom;
    auto font = m_look.mono(m_fontPixels * zoom);
    font.setHintingPreference(QFont::PreferFullHinting); // the terminal's cells are whole pixels
    m_terminal->setTerminalFont(font);
    m_terminal->setMargin(qRound(5 * zoom));
    m_bar->setZoom(zoom);
    m_find->setZoom(zoom);
    arrange();
}

void ShellSurface::arrange()
{
    const int barHeight = qRound(ShellBar::Height * m_zoom);
    const QRect over(0, 0, width(), qMax(0, height() - barHeight));
    m_bar->setGeometry(0, over.height(), width(), barHeight);
    m_terminal->setGeometry(over);
    m_frame->setGeometry(over);
    m_find->place(over);
}

void ShellSurface::setBroadcasting(bool broadcasting)
{
    m_broadcasting = broadcasting;
    m_frame->setVisible(broadcasting);
    m_frame->raise();
}

void ShellSurface::addPanel(ShellPanel &panel)
{
    m_panels.push_back(&panel);
}

ShellPanel *ShellSurface::openPanel() const
{
    const auto open =
        std::ranges::find_if(m_panels, [](const ShellPanel *panel) { return !panel->isHidden(); });
    return open == m_panels.end() ? nullptr : *open;
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

} // namespace workspace
