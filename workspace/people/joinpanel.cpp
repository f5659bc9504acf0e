// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/people/joinpanel.h"

#include "workspace/look/look.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int SwatchSize = 24;

static QIcon swatch(quint32 color, bool isChosen, const QColor &ring)
{
    QPixmap picture(SwatchSize * 2, SwatchSize * 2);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isChosen ? QPen(ring, 2) : QPen(Qt::NoPen));
    painter.setBrush(QColor(color));
    const qreal inset = isChosen ? 2 : 4;
    painter.drawEllipse(
        QRectF(0, 0, SwatchSize, SwatchSize).adjusted(inset, inset, -inset, -inset));
    return QIcon(picture);
}

JoinPanel::JoinPanel(Look &look, QWidget *parent)
    : ToolPanel(look, tr("Join"), parent)
    , m_link(new QLineEdit)
    , m_yard(new QLineEdit)
    , m_token(new QLineEdit)
    , m_name(new QLineEdit)
    , m_swatches(new QWidget)
{
    form().addRow(tr("Link or address"), m_link);
    form().addRow(tr("Yard"), m_yard);
    form().addRow(tr("Invite token"), m_token);
    form().addRow(tr("Your name"), m_name);
    form().addRow(tr("Your colour"), m_swatches);
    m_link->setAccessibleName(tr("Link or address"));
    m_link->setPlaceholderText(u"https://relay.example.org/join/…"_s);
    m_link->setMaxLength(int(ShareAddress::Longest));
    m_yard->setAccessibleName(tr("Yard"));
    m_token->setAccessibleName(tr("Invite token"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(tr("none"));
    m_name->setAccessibleName(tr("Your name"));
    m_name->setMaxLength(int(Presence::LongestName));
    auto *row = new QHBoxLayout(m_swatches);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    int number = 0;
    for (const auto color : Presence::colors()) {
        auto *button = new QToolButton;
        button->setAutoRaise(true);
        button->setCheckable(true);
        button->setIconSize({SwatchSize, SwatchSize});
        button->setFocusPolicy(Qt::TabFocus);
        button->setStyleSheet(u"QToolButton { border: none; background: transparent; }"_s);
        button->setAccessibleName(tr("Colour %1").arg(++number));
        connect(button, &QToolButton::clicked, this, [this, color] { chooseColor(color); });
        row->addWidget(button);
        m_colors.emplace_back(color, button);
    }
    row->addStretch(1);
    connect(m_link, &QLineEdit::textChanged, this, &JoinPanel::readLink);
    for (auto *field : {m_yard, m_token, m_name})
        connect(field, &QLineEdit::textEdited, this, [this] { say({}); });
}

void JoinPanel::chooseColor(quint32 color)
{
    m_profile.color = color;
    for (const auto &[own, button] : m_colors) {
        button->setChecked(own == color);
        button->setIcon(swatch(own, own == color, look().theme().text));
    }
}

void JoinPanel::showRows(bool joins, bool apart)
{
    form().setRowVisible(m_link, joins);
    form().setRowVisible(m_yard, joins && apart);
    form().setRowVisible(m_token, joins && apart);
    place();
}

/// A link says which yard it is; an address does not.
void JoinPanel::readLink()
{
    say({});
    const auto text = m_link->text();
    const auto read = ShareAddress::parse(text, u"?"_s, {});
    showRows(true, !text.trimmed().isEmpty() && read && read->yard == "?"_L1);
}

void JoinPanel::askJoin(const OwnProfile &profile, const QString &link)
{
    dismiss();
    m_profile = profile;
    m_joins = true;
    m_yard->clear();
    m_token->clear();
    m_link->setText(link);
    m_link->setCursorPosition(0);
    m_name->setText(profile.name);
    chooseColor(profile.color);
    actButton().setText(tr("Join"));
    setReady(true);
    readLink();
    open(tr("Join a yard"), link.isEmpty() ? *m_link : *m_name);
}

void JoinPanel::askProfile(const OwnProfile &profile)
{
    dismiss();
    m_profile = profile;
    m_joins = false;
    m_name->setText(profile.name);
    chooseColor(profile.color);
    actButton().setText(tr("Save"));
    setReady(true);
    say(tr("So the others in a shared yard see you."));
    showRows(false, false);
    open(tr("Your name and colour"), *m_name);
}

void JoinPanel::setTrying(const QString &where)
{
    setReady(false);
    say(tr("Connecting to %1…").arg(where));
}

void JoinPanel::explain(const QString &sentence)
{
    setReady(true);
    say(sentence, Tone::Error);
}

void JoinPanel::act()
{
    m_profile.name = Presence::cleanName(m_name->text());
    if (m_profile.name.isEmpty())
        return say(tr("The others need a name to call you by."), Tone::Error);
    if (!m_joins) {
        dismiss();
        Q_EMIT profileChosen(m_profile);
        return;
    }
    const auto address = ShareAddress::parse(m_link->text(), m_yard->text(), m_token->text());
    if (!address)
        return say(address.error(), Tone::Error);
    Q_EMIT joinWanted(*address, m_profile);
}

} // namespace workspace
