// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/detached/detachedwindows.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/detached/contentsurface.h"
#include "workspace/detached/detachedwindow.h"
#include "workspace/session/session.h"
#include "workspace/yard/yardactions.h"
#include "workspace/yard/yarddocument.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static const QString Section = u"detached"_s;

/// The krate and the window of this id; null when there is none.
static std::pair<const KrateRecord *, const WindowRecord *> find(const YardDocument &document,
                                                                 const QString &windowId)
{
    for (const auto &[id, krate] : document.krates()) {
        const auto found = std::ranges::find(krate.windows, windowId, &WindowRecord::id);
        if (found != krate.windows.end())
            return {&krate, &*found};
    }
    return {};
}

/// For when it may be what asked for it. Only the listener's connections end: Qt keeps one of its
/// own to every widget that has an accessible interface, and would take another one at that address
/// for it.
static void letGo(std::unique_ptr<DetachedWindow> window, const QObject *listener)
{
    QObject::disconnect(window.get(), nullptr, listener, nullptr);
    window->hide();
    window->surface().setContent(nullptr);
    window.release()->deleteLater();
}

DetachedWindows::DetachedWindows(YardCanvas &canvas, YardDocument &document, Session &session,
                                 CommandKeys &commands, Look &look, QObject *parent)
    : QObject(parent)
    , m_canvas(canvas)
    , m_document(document)
    , m_session(session)
    , m_commands(commands)
    , m_look(look)
{
    m_save.setSingleShot(true);
    m_save.setInterval(250);
    connect(&m_save, &QTimer::timeout, this, [this] { save(); });
    connect(&canvas, &YardCanvas::detachRequested, this, &DetachedWindows::detach);
    connect(&canvas, &YardCanvas::bringBackRequested, this, &DetachedWindows::bringBack);
    connect(&canvas, &YardCanvas::windowChanged, this, [this](const QString &id) {
        if (auto *shown = window(id))
            shown->refreshFreshness();
    });
    connect(&document, &YardDocument::changed, this, [this](const YardChange &change) {
        follow(change.origin == YardChange::Origin::Load);
    });
    connect(&session, &Session::restored, this, &DetachedWindows::restore);
    // Once the yard is there and the main window has been shown first.
    QMetaObject::invokeMethod(this, &DetachedWindows::restore, Qt::QueuedConnection);
    QCoreApplication::instance()->installEventFilter(this);
}

DetachedWindows::~DetachedWindows()
{
    if (m_save.isActive())
        save();
    m_windows.clear();
}

bool DetachedWindows::isDetached(const QString &windowId) const
{
    return m_windows.contains(windowId);
}

DetachedWindow *DetachedWindows::window(const QString &windowId) const
{
    const auto found = m_windows.find(windowId);
    return found == m_windows.end() ? nullptr : found->second.get();
}

QString DetachedWindows::activeWindow() const
{
    const auto found = std::ranges::find_if(
        m_windows, [](const auto &entry) { return entry.second->isActiveWindow(); });
    return found == m_windows.end() ? QString() : found->first;
}

DetachedWindow &DetachedWindows::make(const QString &windowId)
{
    auto *made = new DetachedWindow(m_canvas, windowId, m_commands, m_look);
    m_windows[windowId].reset(made);
    // Queued: both may take away what a person clicked or typed into.
    connect(
        made, &DetachedWindow::bringBackRequested, this, [this, windowId] { bringBack(windowId); },
        Qt::QueuedConnection);
    connect(
        made, &DetachedWindow::viewChosen, this,
        [this, windowId](View view) {
            if (const auto [krate, record] = find(m_document, windowId); record)
                yard::setView(m_document, krate->id, windowId, view);
        },
        Qt::QueuedConnection);
    connect(made, &DetachedWindow::menuRequested, this, [this, windowId](QPoint at) {
        if (const auto [krate, record] = find(m_document, windowId); record)
            Q_EMIT menuRequested(krate->id, windowId, at);
    });
    connect(made, &DetachedWindow::placed, this, [this] { m_save.start(); });
    auto &surface = made->surface();
    connect(&surface, &ContentSurface::dragged, &m_canvas, &YardCanvas::showDragged);
    connect(&surface, &ContentSurface::draggedOut, this,
            [this, windowId](const std::vector<ObjectId> &objects, QPoint at) {
                m_canvas.dropObjects(windowId, objects, at);
            });
    return *made;
}

void DetachedWindows::detach(const QString &windowId)
{
    if (auto *known = window(windowId)) {
        known->raise();
        known->activateWindow();
        return;
    }
    const auto record = find(m_document, windowId).second;
    if (!record)
        return;
    auto &made = make(windowId);
    const QSize wanted = record->rect.size().toSize();
    made.resize(wanted.expandedTo({760, 520}));
    made.refresh(*record);
    made.show();
    made.activateWindow();
    save();
}

void DetachedWindows::bringBack(const QString &windowId)
{
    const auto found = m_windows.find(windowId);
    if (found == m_windows.end())
        return;
    found->second->surface().setContent(nullptr);
    m_windows.erase(found);
    m_canvas.takeBack(windowId);
    save();
    m_canvas.window()->activateWindow();
    m_canvas.setFocus(Qt::OtherFocusReason);
    m_canvas.setFocusedWindow(windowId);
}

/// After the document changed: what is gone goes, what shows another view shows it.
void DetachedWindows::follow(bool isOtherYard)
{
    QStringList gone;
    for (auto it = m_windows.begin(); it != m_windows.end();) {
        const auto *record = find(m_document, it->first).second;
        if (record) {
            it->second->refresh(*record);
            ++it;
        } else {
            gone.append(it->first);
            letGo(std::move(it->second), this);
            it = m_windows.erase(it);
        }
    }
    if (isOtherYard)
        restore(); // those of the yard before are kept for when it comes again
    else if (!gone.isEmpty())
        save(gone);
}

void DetachedWindows::restore()
{
    if (m_ended)
        return;
    const auto kept = m_session.section(Section);
    for (auto it = kept.begin(); it != kept.end(); ++it) {
        const auto *record = find(m_document, it.key()).second;
        if (!record || isDetached(it.key()))
            continue;
        auto &made = make(it.key());
        if (!made.restoreGeometry(QByteArray::fromBase64(it->toString().toLatin1())))
            made.resize(760, 520);
        made.refresh(*record);
        made.show();
    }
}

void DetachedWindows::save(const QStringList &gone)
{
    m_save.stop();
    if (m_ended)
        return;
    auto kept = m_session.section(Section);
    for (const auto &id : kept.keys()) {
        if (gone.contains(id) || find(m_document, id).second)
            kept.remove(id); // of this yard: those that are there now
    }
    while (kept.size() + qsizetype(m_windows.size()) > MostRemembered && !kept.isEmpty())
        kept.erase(kept.begin());
    for (const auto &[id, window] : m_windows)
        kept[id] = QString::fromLatin1(window->saveGeometry().toBase64());
    m_session.setSection(Section, kept);
}

void DetachedWindows::end()
{
    if (m_ended)
        return;
    save();
    m_ended = true;
    const auto windows = std::exchange(m_windows, {});
    for (const auto &[id, window] : windows) {
        window->surface().setContent(nullptr);
        m_canvas.takeBack(id);
    }
}

bool DetachedWindows::eventFilter(QObject *watched, QEvent *event)
{
    // Before the application closes its windows, which would bring them back.
    if (event->type() == QEvent::Quit && watched == QCoreApplication::instance())
        end();
    return false;
}

} // namespace workspace
