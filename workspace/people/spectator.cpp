// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/people/spectator.h"

#include "workspace/canvas/peers/peerlook.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/look/look.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/people/presenceteller.h"
#include "workspace/sharing/yardconnection.h"
#include "workspace/topbar/noticebar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScopedValueRollback>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int BarTop = 14;

Spectator::Spectator(YardConnection &connection, PresenceTeller &teller, MainWindow &window,
                     Look &look, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_teller(teller)
    , m_window(window)
    , m_look(look)
    , m_bar(new QWidget(&window.canvas()))
    , m_words(new QLabel(m_bar))
    , m_stop(new QToolButton(m_bar))
{
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(14, 5, 6, 5);
    row->addWidget(m_words);
    row->addWidget(m_stop);
    m_bar->setObjectName(u"bar"_s);
    m_bar->setAttribute(Qt::WA_StyledBackground);
    m_bar->setAccessibleName(tr("Spectating"));
    m_words->setTextFormat(Qt::PlainText);
    m_stop->setText(tr("Stop   Esc"));
    m_stop->setFocusPolicy(Qt::TabFocus);
    m_bar->hide();
    auto &canvas = window.canvas();
    canvas.installEventFilter(this);
    connect(m_stop, &QToolButton::clicked, this, [this] {
        stop();
        setSummoning(false);
    });
    connect(&canvas, &YardCanvas::viewChanged, this, [this] {
        if (m_followed && !m_isGoing && m_window.canvas().destination() != m_asked)
            stop(); // somebody else than us moved it
    });
    connect(&connection.people(), &YardPeople::changed, this, &Spectator::peopleChanged);
    connect(&connection, &YardConnection::statusChanged, this, [this] {
        if (isSummoning() && !maySummon())
            setSummoning(false);
    });
    connect(&look, &Look::changed, this, &Spectator::showBar);
}

Spectator::~Spectator()
{
    delete m_bar;
}

/// The part of the world that they see, wherever it fits in here.
std::optional<CameraView> Spectator::viewOf(const Person &person) const
{
    const auto &[x, y, zoom] = person.presence.camera.value_or(std::array{0.0, 0.0, 0.0});
    if (!person.presence.camera)
        return std::nullopt;
    const QSizeF theirs = person.presence.viewport;
    const QSizeF ours = m_window.canvas().size();
    qreal fits = 1;
    if (!theirs.isEmpty() && !ours.isEmpty())
        fits = std::min({1.0, ours.width() / theirs.width(), ours.height() / theirs.height()});
    return Camera::clamped({{x, y}, zoom * fits});
}

void Spectator::follow(quint64 client)
{
    const auto *person = m_connection.people().find(client);
    if (!person || person->isSelf || !person->presence.camera)
        return;
    m_followed = 0; // what moves now is no way out
    m_window.canvas().setMaximisedWindow({});
    m_followed = client;
    go();
    m_window.canvas().setFrame(QColor(person->presence.color));
    showBar();
    Q_EMIT changed();
}

void Spectator::stop()
{
    endSummons();
    if (!std::exchange(m_followed, 0))
        return;
    m_window.canvas().setFrame({});
    showBar();
    Q_EMIT changed();
}

void Spectator::flyTo(quint64 client)
{
    const auto *person = m_connection.people().find(client);
    if (!person)
        return;
    auto &canvas = m_window.canvas();
    if (person->isSelf)
        return;
    stop();
    canvas.setMaximisedWindow({});
    if (const auto view = viewOf(*person))
        canvas.flyTo(*view);
    else if (person->presence.cursor)
        canvas.flyTo({*person->presence.cursor, canvas.view().zoom});
}

void Spectator::go()
{
    const auto *person = m_connection.people().find(m_followed);
    const auto view = person ? viewOf(*person) : std::nullopt;
    if (!view)
        return;
    const QScopedValueRollback going(m_isGoing, true);
    m_asked = m_window.canvas().destination();
    if (*view == m_asked)
        return;
    // Each flight begins where the one before is: together they are one smooth way.
    m_window.canvas().flyTo(*view);
    m_asked = m_window.canvas().destination();
}

void Spectator::peopleChanged()
{
    const auto &people = m_connection.people();
    if (m_followed && !people.find(m_followed))
        stop();
    const auto all = people.all(); // going there may change them
    for (const auto &person : all) {
        if (!person.isSelf)
            answerSummons(person);
    }
    if (m_followed)
        go();
}

void Spectator::answerSummons(const Person &person)
{
    const int number = person.presence.isViewer ? 0 : person.presence.summons;
    if (number == 0) {
        if (m_summoner == person.client)
            stop();
        return;
    }
    if (m_answered.value(person.client) == number || isSummoning())
        return;
    if (m_answered.size() > YardPeople::MostPeople * 4)
        m_answered.clear();
    m_answered[person.client] = number;
    endSummons();
    m_before = m_window.canvas().destination();
    follow(person.client);
    if (m_followed != person.client)
        return;
    m_summoner = person.client;
    m_notice = tr("%1 brings everyone to where they are.").arg(person.presence.name);
    m_window.notices().offer(m_notice, tr("Stay where I was"), [this, back = m_before] {
        stop();
        m_window.canvas().flyTo(back);
    });
}

void Spectator::endSummons()
{
    if (std::exchange(m_summoner, 0))
        m_window.notices().dismiss(std::exchange(m_notice, {}));
}

bool Spectator::maySummon() const
{
    return m_connection.isSynced() && !m_connection.isReadOnly();
}

bool Spectator::isSummoning() const
{
    return m_teller.summons() > 0;
}

void Spectator::setSummoning(bool on)
{
    if (on == isSummoning() || (on && !maySummon()))
        return;
    if (on)
        stop(); // who is followed would lead everybody
    m_teller.setSummons(on ? ++m_summons : 0);
    showBar();
    Q_EMIT changed();
}

bool Spectator::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_bar && !m_bar->isHidden())
        placeBar();
    const bool isEscape = event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape
        && static_cast<QKeyEvent *>(event)->modifiers() == Qt::NoModifier;
    if (isEscape && m_followed) {
        stop();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

/// What is going on, where the person looks.
void Spectator::showBar()
{
    const auto *person = m_connection.people().find(m_followed);
    m_bar->setVisible(person || isSummoning());
    if (m_bar->isHidden())
        return;
    const auto &theme = m_look.theme();
    const QColor color = person ? seenColor(theme, QColor(person->presence.color)) : theme.accent;
    m_words->setText(person ? tr("You see what %1 sees").arg(person->presence.name)
                            : tr("Everyone sees what you see"));
    m_bar->setAccessibleDescription(m_words->text());
    m_stop->setText(person ? tr("Stop   Esc") : tr("Stop"));
    m_words->setFont(m_look.sans(13, QFont::DemiBold));
    m_stop->setFont(m_look.sans(13));
    m_bar->setStyleSheet(
        u"#bar { background: %1; border-radius: 9px; } QLabel { color: %2; }"
        u"QToolButton { color: %2; background: transparent; border: 1px solid %2;"
        u" border-radius: 7px; padding: 2px 8px; }"_s.arg(color.name(), inkOn(color).name()));
    placeBar();
    m_bar->raise();
}

void Spectator::placeBar()
{
    m_bar->adjustSize();
    m_bar->move((m_window.canvas().width() - m_bar->width()) / 2, BarTop);
}

} // namespace workspace
