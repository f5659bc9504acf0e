// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/people/peopledrawer.h"

#include "workspace/look/look.h"
#include "workspace/people/spectator.h"
#include "workspace/sharing/sharetext.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/layout.h"
#include "workspace/yard/yarddocument.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace workspace {

PeopleDrawer::PeopleDrawer(const Parts &parts, QWidget &canvas)
    : QWidget(&canvas)
    , m_connection(parts.connection)
    , m_spectator(parts.spectator)
    , m_document(parts.document)
    , m_look(parts.look)
    , m_title(new QLabel(tr("People")))
    , m_close(new QToolButton)
    , m_list(new QWidget)
    , m_column(new QVBoxLayout(m_list))
    , m_summon(new QToolButton)
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 14, 12, 14);
    all->setSpacing(10);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    all->addLayout(head);
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_list);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_list->setAutoFillBackground(false);
    m_column->setContentsMargins(0, 0, 4, 0);
    m_column->setSpacing(8);
    m_column->addStretch(1);
    all->addWidget(scroll, 1);
    all->addWidget(m_summon);
    m_close->setText(u"✕"_s);
    m_close->setAccessibleName(tr("Close"));
    m_summon->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (auto *button : {m_close, m_summon})
        button->setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("People in this yard"));
    setFocusPolicy(Qt::ClickFocus);
    setCursor(Qt::ArrowCursor);
    canvas.installEventFilter(this);
    m_soon.setSingleShot(true);
    m_soon.setInterval(150); // pointers move 20 times a second
    m_ages.setInterval(1500);
    connect(&m_soon, &QTimer::timeout, this, &PeopleDrawer::refresh);
    connect(&m_ages, &QTimer::timeout, this, &PeopleDrawer::refresh);
    connect(m_close, &QToolButton::clicked, this, &PeopleDrawer::dismiss);
    connect(m_summon, &QToolButton::clicked, this,
            [this] { m_spectator.setSummoning(!m_spectator.isSummoning()); });
    connect(&m_connection.people(), &YardPeople::changed, this, &PeopleDrawer::soon);
    connect(&m_connection, &YardConnection::statusChanged, this, &PeopleDrawer::soon);
    connect(&m_spectator, &Spectator::changed, this, &PeopleDrawer::soon);
    connect(&m_document, &YardDocument::changed, this, &PeopleDrawer::soon);
    connect(&m_look, &Look::changed, this, &PeopleDrawer::restyle);
    restyle();
    hide();
}

void PeopleDrawer::toggle()
{
    if (isHidden())
        open();
    else
        dismiss();
}

void PeopleDrawer::open()
{
    place();
    refresh();
    show();
    raise();
    m_ages.start();
    m_close->setFocus(Qt::OtherFocusReason);
}

void PeopleDrawer::dismiss()
{
    if (isHidden())
        return;
    hide();
    m_ages.stop();
    parentWidget()->setFocus(Qt::OtherFocusReason);
}

void PeopleDrawer::place()
{
    const auto *over = parentWidget();
    const int width = std::min(Width, int(over->width() * 0.9));
    setGeometry(over->width() - width, 0, width, over->height());
}

void PeopleDrawer::soon()
{
    if (!isHidden() && !m_soon.isActive())
        m_soon.start();
}

PersonCard *PeopleDrawer::card(quint64 client) const
{
    const auto found = m_cards.find(client);
    return found == m_cards.end() ? nullptr : found->second;
}

PersonCard &PeopleDrawer::cardOf(quint64 client)
{
    auto *&card = m_cards[client];
    if (card)
        return *card;
    card = new PersonCard(m_look, m_list);
    connect(card, &PersonCard::krateChosen, this, &PeopleDrawer::krateChosen);
    connect(card, &PersonCard::visitWanted, this, [this, client] { m_spectator.flyTo(client); });
    connect(card, &PersonCard::spectateWanted, this, [this, client] {
        if (m_spectator.followed() == client)
            m_spectator.stop();
        else
            m_spectator.follow(client);
    });
    return *card;
}

void PeopleDrawer::refresh()
{
    const auto &people = m_connection.people();
    for (auto it = m_cards.begin(); it != m_cards.end();) {
        if (people.find(it->first)) {
            ++it;
            continue;
        }
        it->second->hide();
        it->second->deleteLater();
        it = m_cards.erase(it);
    }
    int place = 0;
    for (const auto &person : people.all()) {
        auto &card = cardOf(person.client);
        card.show(shownOf(person));
        if (m_column->indexOf(&card) != place)
            m_column->insertWidget(place, &card);
        ++place;
    }
    m_title->setText(m_connection.isJoined()
                         ? tr("%n in this yard", nullptr, people.others() + (people.self() ? 1 : 0))
                         : tr("This yard is not shared"));
    refreshSummons();
}

void PeopleDrawer::refreshSummons()
{
    const bool on = m_spectator.isSummoning();
    m_summon->setVisible(m_connection.isJoined());
    m_summon->setEnabled(on || (m_spectator.maySummon() && m_connection.people().others() > 0));
    m_summon->setText(on ? tr("Stop bringing everyone here") : tr("Bring everyone here"));
    m_summon->setToolTip(m_connection.isReadOnly()
                             ? tr("A viewer cannot bring the others anywhere.")
                             : tr("The others see what you see, until you stop or they move on"));
}

/// What somebody has before them: what they have picked first, then what is nearest to the middle.
std::vector<PersonCard::Krate> PeopleDrawer::kratesOf(const Person &person) const
{
    const auto &presence = person.presence;
    QStringList ids = presence.selection;
    if (!presence.activeKrate.isEmpty())
        ids.prepend(presence.activeKrate);
    if (presence.camera && !presence.viewport.isEmpty()) {
        const auto &[x, y, zoom] = *presence.camera;
        QRectF seen(QPointF(), presence.viewport / zoom);
        seen.moveCenter({x, y});
        std::vector<std::pair<qreal, QString>> near;
        for (const auto &[id, krate] : m_document.krates()) {
            const QRectF bounds = layout::bounds(krate);
            if (bounds.intersects(seen))
                near.emplace_back((bounds.center() - seen.center()).manhattanLength(), id);
        }
        std::ranges::sort(near);
        for (const auto &[way, id] : near)
            ids.append(id);
    }
    ids.removeDuplicates();
    std::vector<PersonCard::Krate> krates;
    for (const auto &id : ids) {
        const auto *krate = m_document.krate(id);
        if (krate && std::ssize(krates) < MostKrates)
            krates.push_back({id, titleOf(*krate)});
    }
    return krates;
}

PersonCard::Shown PeopleDrawer::shownOf(const Person &person) const
{
    const auto &people = m_connection.people();
    const auto &presence = person.presence;
    const auto *krate = m_document.krate(presence.activeKrate);
    QString search;
    if (presence.spotlightQuery) {
        search = presence.spotlightQuery->isEmpty()
            ? tr("in Spotlight")
            : tr("looks for “%1”").arg(*presence.spotlightQuery);
        if (people.isTyping(person))
            search += u' ' + tr("typing…");
    }
    return {.name = presence.name,
            .color = presence.color,
            .isSelf = person.isSelf,
            .isViewer = presence.isViewer,
            .isFollowed = m_spectator.followed() == person.client,
            .maySpectate = presence.camera.has_value(),
            .activity = activityText(people, person, krate ? titleOf(*krate) : QString()),
            .search = search,
            .krates = kratesOf(person)};
}

void PeopleDrawer::restyle()
{
    const auto &theme = m_look.theme();
    setFont(m_look.sans(13));
    m_title->setFont(m_look.sans(15, QFont::DemiBold));
    setStyleSheet(
        u"QLabel { color: %1; background: transparent; }"
        u"QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"
        u"QToolButton { color: %2; background: %3; border: 1px solid %4; border-radius: 7px;"
        u" padding: 4px 9px; }"
        u"QToolButton[krate=\"true\"] { background: transparent; border-color: transparent;"
        u" padding: 1px 3px; color: %5; }"
        u"QToolButton:hover { background: %6; } QToolButton:focus { border-color: %5; }"
        u"QToolButton:disabled { color: %7; }"_s.arg(
            theme.textDim.name(), theme.text.name(), theme.panel.name(),
            theme.borderStrong.name(QColor::HexArgb), theme.accent.name(),
            theme.hover.name(QColor::HexArgb), theme.textFaint.name()));
    update();
}

void PeopleDrawer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme().raised);
    painter.fillRect(QRect(0, 0, 1, height()), m_look.theme().borderStrong);
}

void PeopleDrawer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return event->accept(); // nothing falls through to the canvas
    if (m_spectator.followed())
        m_spectator.stop();
    else
        dismiss();
}

// What is done here is not done to the canvas below.

void PeopleDrawer::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void PeopleDrawer::wheelEvent(QWheelEvent *event)
{
    event->accept();
}

bool PeopleDrawer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && !isHidden())
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace workspace
