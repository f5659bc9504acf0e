// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/detached/detachedwindow.h"

#include "workspace/canvas/freshness.h"
#include "workspace/canvas/paint/textpaint.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/commands/commandkeys.h"
#include "workspace/commands/passingnote.h"
#include "workspace/detached/contentsurface.h"
#include "workspace/look/formstyle.h"
#include "workspace/look/look.h"
#include "workspace/yard/kinds.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QTabBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

/// The dot and the words that tell how current a window is.
class FreshnessLabel final : public QWidget
{
public:
    FreshnessLabel(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
    {
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    void show(WindowContent::Freshness freshness, const QString &text)
    {
        m_freshness = freshness;
        m_text = text;
        setAccessibleName(text);
        updateGeometry();
        update();
    }
    QSize sizeHint() const override { return {int(lineWidth(m_text, m_look.sans(12))) + 18, 24}; }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setLayoutDirection(Qt::LeftToRight);
        QRectF dot(0, height() / 2.0 - 4, 8, 8);
        QRectF text = QRectF(rect()).adjusted(14, 0, 0, 0);
        if (layoutDirection() == Qt::RightToLeft) {
            dot.moveRight(width());
            text = QRectF(rect()).adjusted(0, 0, -14, 0);
        }
        paintFreshness(painter, m_freshness, dot, m_look.theme());
        drawLine(painter, text, m_text, m_look.sans(12), m_look.theme().textDim,
                 layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    }

private:
    const Look &m_look;
    WindowContent::Freshness m_freshness = WindowContent::Freshness::Loading;
    QString m_text;
};

DetachedWindow::DetachedWindow(YardCanvas &canvas, const QString &windowId, CommandKeys &commands,
                               Look &look)
    : QWidget(nullptr, Qt::Window)
    , m_canvas(canvas)
    , m_windowId(windowId)
    , m_commands(commands)
    , m_look(look)
    , m_tabs(new QTabBar(this))
    , m_freshness(new FreshnessLabel(look, this))
    , m_back(new QPushButton(tr("Bring it back"), this))
    , m_surface(new ContentSurface(
          look, [this](const QKeyEvent &event) { return key(event); }, this))
    , m_note(new PassingNote(look, this))
{
    commands.share(*this);
    m_tabs->setAccessibleName(tr("Views"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_back->setToolTip(tr("Shows it on the yard again (Alt+W)"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 4, 10, 4);
    bar->setSpacing(12);
    bar->addWidget(m_tabs, 1);
    bar->addWidget(m_freshness);
    bar->addWidget(m_back);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_surface, 1);
    setMinimumSize(320, 200);
    setTabOrder(m_surface, m_tabs);
    setTabOrder(m_tabs, m_back);

    connect(m_back, &QPushButton::clicked, this, &DetachedWindow::bringBackRequested);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0 && index < int(m_views.size()))
            Q_EMIT viewChosen(m_views[size_t(index)]);
    });
    connect(m_surface, &ContentSurface::menuRequested, this, &DetachedWindow::menuRequested);
    connect(&m_look, &Look::changed, this, &DetachedWindow::applyLook);
    applyLook();
    m_surface->setFocus(Qt::OtherFocusReason);
}

DetachedWindow::~DetachedWindow() = default;

void DetachedWindow::applyLook()
{
    const auto &theme = m_look.theme();
    auto colors = palette();
    colors.setColor(QPalette::Window, theme.raised);
    setPalette(colors);
    setFont(m_look.sans(13));
    setStyleSheet(formStyle(m_look)
                  + u"QTabBar::tab { color: %1; background: transparent; padding: 6px 10px;"
                    u" border: none; border-bottom: 2px solid transparent; }"
                    u"QTabBar::tab:selected { color: %2; border-bottom-color: %3;"
                    u" font-weight: 600; }"
                    u"QTabBar::tab:hover { color: %2; }"
                    u"QTabBar:focus { border: 1px solid %3; border-radius: 4px; }"_s.arg(
                        theme.textDim.name(), theme.text.name(), theme.accent.name()));
}

void DetachedWindow::refresh(const WindowRecord &record)
{
    setWindowTitle(m_canvas.titleOf(m_windowId));
    const auto views = m_canvas.viewsOf(m_windowId);
    const QSignalBlocker quiet(m_tabs);
    if (views != m_views) {
        m_views = views;
        while (m_tabs->count() > 0)
            m_tabs->removeTab(0);
        for (const View view : views) {
            const int tab = m_tabs->addTab(viewLabel(view));
            m_tabs->setTabToolTip(tab, u"Alt+"_s + viewLetter(view));
        }
        m_tabs->setVisible(!views.empty());
    }
    const auto found = std::ranges::find(m_views, record.view);
    m_tabs->setCurrentIndex(found == m_views.end() ? -1 : int(found - m_views.begin()));
    m_surface->setContent(m_canvas.lend(m_windowId));
    refreshFreshness();
}

void DetachedWindow::refreshFreshness()
{
    if (const auto *content = m_canvas.contentOf(m_windowId))
        m_freshness->show(content->freshness(), m_canvas.freshnessOf(m_windowId));
}

bool DetachedWindow::key(const QKeyEvent &event)
{
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::AltModifier)
        return false;
    if (event.key() == Qt::Key_W) {
        if (!event.isAutoRepeat())
            Q_EMIT bringBackRequested();
        return true;
    }
    if (event.key() == Qt::Key_Z) {
        if (!event.isAutoRepeat())
            setWindowState(windowState() ^ Qt::WindowMaximized);
        return true;
    }
    const auto found = std::ranges::find_if(
        m_views, [&](View view) { return viewLetter(view).unicode() == event.key(); });
    if (found == m_views.end())
        return false;
    Q_EMIT viewChosen(*found);
    return true;
}

void DetachedWindow::keyPressEvent(QKeyEvent *event)
{
    if (!key(*event) && !m_commands.pressIn(*this, *event))
        QWidget::keyPressEvent(event);
}

void DetachedWindow::say(const QString &text)
{
    m_note->say(text);
}

void DetachedWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT bringBackRequested();
}

void DetachedWindow::moveEvent(QMoveEvent *)
{
    Q_EMIT placed();
}

void DetachedWindow::resizeEvent(QResizeEvent *)
{
    Q_EMIT placed();
}

} // namespace workspace
