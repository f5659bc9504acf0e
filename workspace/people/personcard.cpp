// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/people/personcard.h"

#include "workspace/canvas/peers/peerlook.h"
#include "workspace/look/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int Face = 36;
static constexpr int Inset = 14;

PersonCard::PersonCard(Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_name(new QLabel(this))
    , m_activity(new QLabel(this))
    , m_search(new QLabel(this))
    , m_visit(new QToolButton(this))
    , m_spectate(new QToolButton(this))
    , m_krates(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Inset + Face + 10, 12, Inset, 12);
    column->setSpacing(3);
    column->addWidget(m_name);
    column->addWidget(m_activity);
    column->addWidget(m_search);
    column->addLayout(m_krates);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 5, 0, 0);
    buttons->addWidget(m_visit);
    buttons->addWidget(m_spectate);
    buttons->addStretch(1);
    column->addLayout(buttons);
    m_krates->setSpacing(2);
    for (auto *label : {m_name, m_activity, m_search})
        label->setTextFormat(Qt::PlainText);
    m_search->setWordWrap(true);
    m_visit->setText(tr("Go there"));
    for (auto *button : {m_visit, m_spectate})
        button->setFocusPolicy(Qt::TabFocus);
    connect(m_visit, &QToolButton::clicked, this, &PersonCard::visitWanted);
    connect(m_spectate, &QToolButton::clicked, this, &PersonCard::spectateWanted);
    connect(&look, &Look::changed, this, &PersonCard::restyle);
    restyle();
}

void PersonCard::restyle()
{
    m_name->setFont(m_look.sans(14, QFont::DemiBold));
    m_activity->setFont(m_look.sans(12));
    m_search->setFont(m_look.sans(12));
    update();
}

void PersonCard::show(const Shown &shown)
{
    if (m_shown == shown)
        return;
    const auto before = std::exchange(m_shown, shown);
    auto name = shown.isSelf ? tr("%1 (you)").arg(shown.name) : shown.name;
    if (shown.isViewer)
        name += u" · "_s + tr("viewer");
    m_name->setText(name);
    m_activity->setText(shown.activity);
    m_search->setText(shown.search);
    m_search->setVisible(!shown.search.isEmpty());
    m_visit->setVisible(!shown.isSelf);
    m_visit->setAccessibleName(tr("Go to where %1 is").arg(shown.name));
    m_spectate->setVisible(!shown.isSelf);
    m_spectate->setEnabled(shown.maySpectate || shown.isFollowed);
    m_spectate->setText(shown.isFollowed ? tr("Stop") : tr("Spectate"));
    m_spectate->setToolTip(
        tr("See the yard as %1 sees it, until Esc or until you move it").arg(shown.name));
    m_spectate->setAccessibleName(shown.isFollowed ? tr("Stop spectating %1").arg(shown.name)
                                                   : tr("Spectate %1").arg(shown.name));
    setAccessibleName(name);
    setAccessibleDescription(
        shown.search.isEmpty() ? shown.activity : QString(shown.activity + u", "_s + shown.search));
    if (before.krates != shown.krates)
        showKrates();
    update();
}

void PersonCard::showKrates()
{
    while (auto *item = m_krates->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be what was clicked
        delete item;
    }
    for (const auto &krate : m_shown.krates) {
        auto *button = new QToolButton(this);
        auto title = krate.title;
        const auto cut =
            button->fontMetrics().elidedText(title, Qt::ElideMiddle, 260).replace(u'&', u"&&"_s);
        button->setText(cut);
        button->setToolTip(tr("Go to %1").arg(krate.title));
        button->setAccessibleName(tr("Go to %1").arg(krate.title));
        button->setProperty("krate", true);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this,
                [this, id = krate.id] { Q_EMIT krateChosen(id); });
        m_krates->addWidget(button, 0, Qt::AlignLeft);
    }
}

void PersonCard::paintEvent(QPaintEvent *)
{
    const auto &theme = m_look.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color(m_shown.color);
    painter.setPen(QPen(m_shown.isFollowed ? seenColor(theme, color) : theme.border,
                        m_shown.isFollowed ? 2 : 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Look::RadiusMedium,
                            Look::RadiusMedium);
    paintAvatar(painter, m_look, QRectF(Inset, 13, Face, Face),
                m_shown.isSelf ? u"★"_s : Presence::initials(m_shown.name), color);
}

} // namespace workspace
