// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/people/peoplebar.h"

#include "workspace/canvas/peers/peerlook.h"
#include "workspace/look/look.h"
#include "workspace/sharing/sharetext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int Side = 28; ///< of an avatar
static constexpr int PillHeight = 28;
static constexpr qreal Dot = 8;

PeopleBar::PeopleBar(YardConnection &connection, Look &look, QWidget *parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_look(look)
    , m_faces(new QHBoxLayout)
    , m_pill(new QToolButton(this))
    , m_viewer(new QLabel(tr("viewer"), this))
    , m_drawer(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_pill);
    row->addWidget(m_viewer);
    row->addLayout(m_faces);
    row->addWidget(m_drawer);
    m_faces->setSpacing(4);
    m_pill->setObjectName(u"pill"_s);
    m_pill->setFixedHeight(PillHeight);
    m_pill->setFocusPolicy(Qt::TabFocus);
    m_pill->installEventFilter(this);
    m_viewer->setObjectName(u"viewer"_s);
    m_viewer->setToolTip(tr("You may look at this yard and not change it."));
    m_drawer->setObjectName(u"people"_s);
    m_drawer->setText(tr("People"));
    m_drawer->setToolTip(tr("Who is here, where, and what they do"));
    m_drawer->setFocusPolicy(Qt::TabFocus);
    m_pulse.setDuration(900);
    m_pulse.setStartValue(1.0);
    m_pulse.setEndValue(0.0);
    m_count.setInterval(1000);
    connect(&m_pulse, &QVariantAnimation::valueChanged, m_pill, qOverload<>(&QWidget::update));
    connect(&m_count, &QTimer::timeout, this, &PeopleBar::refreshStatus);
    connect(m_pill, &QToolButton::clicked, this, &PeopleBar::retryWanted);
    connect(m_drawer, &QToolButton::clicked, this, &PeopleBar::drawerWanted);
    connect(&connection, &YardConnection::statusChanged, this, [this] {
        m_nextTry.setRemainingTime(m_connection.status().nextTry);
        refreshStatus();
    });
    connect(&connection, &YardConnection::addressChanged, this, &PeopleBar::refreshStatus);
    connect(&connection, &YardConnection::synced, &m_pulse, [this] { m_pulse.start(); });
    connect(&connection.people(), &YardPeople::changed, this, &PeopleBar::refreshPeople);
    connect(&look, &Look::changed, this, &PeopleBar::restyle);
    restyle();
}

void PeopleBar::refreshStatus()
{
    const auto status = m_connection.status();
    const bool waits = status.phase == YardConnection::Phase::Offline;
    if (waits && !m_count.isActive())
        m_count.start();
    else if (!waits)
        m_count.stop();
    const auto left = std::chrono::milliseconds(std::max<qint64>(0, m_nextTry.remainingTime()));
    m_words = statusWords(status, left);
    const auto sentence = statusSentence(m_connection);
    if (m_pill->text() != m_words) {
        m_pill->setText(m_words);
        m_pill->setFixedWidth(m_pill->fontMetrics().horizontalAdvance(m_words) + 40);
        m_pill->setAccessibleName(tr("Relay: %1").arg(m_words));
    }
    m_pill->setToolTip(sentence);
    m_pill->setAccessibleDescription(sentence);
    m_pill->update();
    m_viewer->setVisible(m_connection.isReadOnly());
    setVisible(m_connection.isJoined());
}

static bool looksSame(const Person &a, const Person &b)
{
    return a.client == b.client && a.presence.name == b.presence.name
        && a.presence.color == b.presence.color && a.isSelf == b.isSelf;
}

void PeopleBar::refreshPeople()
{
    const auto &all = m_connection.people().all();
    if (std::ranges::equal(all, m_shown, looksSame))
        return;
    m_shown = all;
    while (auto *item = m_faces->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be what was clicked
        delete item;
    }
    const int shown = std::min(int(all.size()), MostAvatars);
    for (int i = 0; i < shown; ++i)
        addAvatar(all[size_t(i)]);
    const int more = int(all.size()) - shown + m_connection.people().uncounted();
    if (more <= 0)
        return;
    auto *button = addRound(tr("%n more", nullptr, more));
    button->setText(u"+%1"_s.arg(more));
    button->setToolTip(tr("%n more", nullptr, more));
    connect(button, &QToolButton::clicked, this, &PeopleBar::drawerWanted);
}

QToolButton *PeopleBar::addRound(const QString &name)
{
    auto *button = new QToolButton(this);
    button->setFixedSize(Side, Side);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setProperty("round", true);
    m_faces->addWidget(button);
    return button;
}

void PeopleBar::addAvatar(const Person &person)
{
    const auto &presence = person.presence;
    const auto name = person.isSelf ? tr("%1 (you)").arg(presence.name) : presence.name;
    auto *button = addRound(name);
    button->setToolTip(person.isSelf ? name : tr("%1: click to go where they are").arg(name));
    button->setProperty("face", person.isSelf ? u"★"_s : Presence::initials(presence.name));
    button->setProperty("color", presence.color);
    button->installEventFilter(this);
    connect(button, &QToolButton::clicked, this,
            [this, client = person.client] { Q_EMIT personChosen(client); });
}

bool PeopleBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Paint)
        return QWidget::eventFilter(watched, event);
    auto &widget = static_cast<QWidget &>(*watched);
    if (watched == m_pill) {
        paintPill(widget);
        return true;
    }
    QPainter painter(&widget);
    const QRectF face = QRectF(widget.rect()).adjusted(2, 2, -2, -2);
    paintAvatar(painter, m_look, face, widget.property("face").toString(),
                QColor(widget.property("color").toUInt()));
    if (widget.hasFocus() || widget.underMouse()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_look.theme().accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QRectF(widget.rect()).adjusted(0.8, 0.8, -0.8, -0.8));
    }
    return true;
}

/// A dot that tells how it is, by its shape, too, and the words.
void PeopleBar::paintPill(QWidget &pill) const
{
    using Phase = YardConnection::Phase;
    const auto &theme = m_look.theme();
    const auto phase = m_connection.status().phase;
    const QColor color = phase == Phase::Synced ? theme.ok
        : phase == Phase::Offline               ? theme.warn
        : phase == Phase::Refused               ? theme.error
                                                : theme.info;
    QPainter painter(&pill);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF all = QRectF(pill.rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(pill.hasFocus() ? theme.accent : theme.border, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(all, all.height() / 2, all.height() / 2);
    QRectF dot(0, 0, Dot, Dot);
    dot.moveCenter({15, all.center().y()});
    if (m_pulse.state() == QAbstractAnimation::Running) {
        QColor glow = color;
        const auto left = m_pulse.currentValue().toDouble();
        glow.setAlphaF(float(0.45 * left));
        painter.setPen(Qt::NoPen);
        painter.setBrush(glow);
        const qreal more = (1 - left) * 6;
        painter.drawEllipse(dot.adjusted(-more, -more, more, more));
    }
    const bool isFull = phase == Phase::Synced || phase == Phase::Refused;
    painter.setPen(isFull ? QPen(Qt::NoPen) : QPen(color, 2));
    painter.setBrush(isFull ? QBrush(color) : QBrush(Qt::NoBrush));
    if (phase == Phase::Refused)
        painter.drawRect(dot);
    else
        painter.drawEllipse(isFull ? dot : dot.adjusted(1, 1, -1, -1));
    painter.setPen(theme.text);
    painter.setFont(pill.font());
    painter.drawText(all.adjusted(26, 0, -6, 0), Qt::AlignVCenter | Qt::AlignLeft, m_words);
}

void PeopleBar::restyle()
{
    const auto &theme = m_look.theme();
    m_pill->setFont(m_look.sans(12, QFont::Medium));
    m_viewer->setFont(m_look.sans(11.5, QFont::DemiBold));
    setStyleSheet(
        u"#viewer { color: %1; border: 1px solid %1; border-radius: 9px; padding: 3px 9px; }"
        u"QToolButton[round=\"true\"] { color: %2; background: transparent; border: none;"
        u" padding: 0; }"_s.arg(theme.info.name(), theme.textDim.name()));
    refreshStatus();
    m_shown.clear();
    refreshPeople();
}

} // namespace workspace
