// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/people/presenceteller.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/report/redaction.h"
#include "workspace/sharing/sharetext.h"
#include "workspace/yard/yarddocument.h"

#include <algorithm>

namespace workspace {

PresenceTeller::PresenceTeller(YardConnection &connection, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_window(window)
    , m_canvas(window.canvas())
{
    for (auto *timer : {&m_settle, &m_gather})
        timer->setSingleShot(true);
    m_settle.setInterval(SettlesMs);
    m_gather.setInterval(GathersMs);
    connect(&m_settle, &QTimer::timeout, this, &PresenceTeller::noteNames);
    connect(&m_gather, &QTimer::timeout, this, &PresenceTeller::sayWhoCameAndWent);
    connect(&m_canvas, &YardCanvas::pointerMoved, this, [this](QPointF world) {
        m_presence.cursor = world;
        tell();
    });
    connect(&m_canvas, &YardCanvas::pointerLeft, this, [this] {
        m_presence.cursor.reset();
        tell();
    });
    connect(&m_canvas, &YardCanvas::viewChanged, this, &PresenceTeller::tellView);
    connect(&m_canvas, &YardCanvas::focusChanged, this, &PresenceTeller::tellPlace);
    connect(&m_canvas, &YardCanvas::selectionChanged, this, &PresenceTeller::tellPlace);
    connect(&m_canvas, &YardCanvas::dragChanged, this, &PresenceTeller::tellDrag);
    connect(&window, &MainWindow::searching, this, [this](const std::optional<QString> &query) {
        // Not what looks like a secret that was pasted into the wrong place.
        const bool isHarmless = query && redacted(*query) == *query;
        m_presence.spotlightQuery = query
            ? std::optional(isHarmless ? query->left(Presence::LongestQuery) : QString())
            : std::nullopt;
        tell();
    });
    connect(&connection, &YardConnection::synced, this, [this] {
        tellView();
        m_settle.start();
    });
    connect(&connection, &YardConnection::addressChanged, this, [this] {
        m_knows = false;
        m_names.clear();
    });
    connect(&connection.people(), &YardPeople::changed, this, &PresenceTeller::showPeers);
}

void PresenceTeller::setProfile(const OwnProfile &profile)
{
    m_presence.userId = profile.userId;
    m_presence.name = profile.name;
    m_presence.color = profile.color;
    tell();
}

void PresenceTeller::setSummons(int number)
{
    m_presence.summons = number;
    tell();
}

void PresenceTeller::tell()
{
    m_connection.setPresence(m_presence);
}

void PresenceTeller::tellView()
{
    if (!m_connection.isJoined())
        return;
    const auto view = m_canvas.view();
    m_presence.camera = std::array{view.centre.x(), view.centre.y(), view.zoom};
    m_presence.viewport = m_canvas.size();
    tell();
}

QString PresenceTeller::krateOf(const QString &windowId) const
{
    for (const auto &[id, krate] : m_window.document().krates()) {
        if (std::ranges::contains(krate.windows, windowId, &WindowRecord::id))
            return id;
    }
    return {};
}

void PresenceTeller::tellPlace()
{
    if (!m_connection.isJoined())
        return;
    const auto window = m_canvas.focusedWindow();
    m_presence.activeKrate = window.isEmpty() ? m_canvas.focusedKrate() : krateOf(window);
    m_presence.selection = m_canvas.selection();
    tell();
}

void PresenceTeller::tellDrag()
{
    const auto dragged = m_canvas.draggedKrates();
    m_presence.drag.reset();
    if (!dragged.empty() && std::ssize(dragged) <= Presence::MostSelected) {
        Presence::Drag drag{.by = dragged.begin()->second};
        for (const auto &[id, by] : dragged)
            drag.krates.append(id);
        m_presence.drag = drag;
    }
    tell();
}

void PresenceTeller::showPeers()
{
    std::vector<YardPeer> peers;
    for (const auto &person : m_connection.people().all()) {
        if (person.isSelf)
            continue;
        const auto &presence = person.presence;
        YardPeer peer{.id = person.client,
                      .name = presence.name,
                      .color = QColor(presence.color),
                      .cursor = presence.cursor,
                      .krates = presence.selection};
        if (!presence.activeKrate.isEmpty() && !peer.krates.contains(presence.activeKrate))
            peer.krates.append(presence.activeKrate);
        if (presence.drag) {
            peer.dragged = presence.drag->krates;
            peer.by = presence.drag->by;
        }
        peers.push_back(peer);
    }
    m_canvas.setPeers(peers);
    if (m_knows && !m_gather.isActive())
        m_gather.start();
}

static QMap<QString, QString> namesOf(const YardPeople &people)
{
    QMap<QString, QString> names;
    const auto *self = people.self();
    for (const auto &person : people.all()) {
        if (!person.isSelf && (!self || person.presence.userId != self->presence.userId))
            names[person.presence.userId] = person.presence.name;
    }
    return names;
}

/// Who is there some time after connecting was there before. After a cut, who was there then is no
/// news either.
void PresenceTeller::noteNames()
{
    if (m_knows)
        return sayWhoCameAndWent();
    m_names = namesOf(m_connection.people());
    m_knows = true;
}

void PresenceTeller::sayWhoCameAndWent()
{
    if (!m_connection.isSynced() || m_settle.isActive())
        return; // nobody is seen now: that is no news of them
    const auto now = namesOf(m_connection.people());
    QStringList came;
    QStringList went;
    for (const auto &[id, name] : now.asKeyValueRange()) {
        if (!m_names.contains(id))
            came.append(name);
    }
    for (const auto &[id, name] : m_names.asKeyValueRange()) {
        if (!now.contains(id))
            went.append(name);
    }
    m_names = now;
    if (!came.isEmpty() && !went.isEmpty())
        Q_EMIT said(tr("%1 came, %2 left").arg(namesText(came), namesText(went)));
    else if (!came.isEmpty())
        Q_EMIT said(tr("%1 came").arg(namesText(came)));
    else if (!went.isEmpty())
        Q_EMIT said(tr("%1 left").arg(namesText(went)));
}

} // namespace workspace
