// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/relays/relaylist.h"

#include "workspace/look/formstyle.h"
#include "workspace/look/look.h"
#include "workspace/relays/relayaddress.h"
#include "workspace/relays/relaytext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int MostHeight = 380;
static constexpr qsizetype MostNamed = 6; ///< clusters in a sentence

RelayList::RelayList(RelayClusters &relays, Look &look, QWidget *parent)
    : ToolPanel(look, tr("Add a relay…"), parent)
    , m_relays(relays)
    , m_scroll(new QScrollArea)
{
    setWishedWidth(640);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setStyleSheet(u"QScrollArea, QScrollArea > QWidget > QWidget { background: "
                            u"transparent; }"_s);
    column().insertWidget(1, m_scroll);
    backButton().setText(tr("Close"));
    connect(&relays, &RelayClusters::changed, this, [this] {
        if (!isHidden())
            refresh();
    });
}

void RelayList::openList()
{
    refresh();
    open(tr("Clusters through relays"), actButton());
    refresh(); // its place is known by now
}

QString RelayList::stateText(const RelayClusters::Entry &entry)
{
    const auto shown = shownRelay(entry.record.relay);
    if (entry.wantsSignIn())
        return signInSentence(entry.signIn, shown);
    if (entry.isAsking)
        return tr("Asking…");
    if (!entry.problem.isEmpty())
        return entry.problem;
    QStringList names;
    for (const auto &cluster : entry.record.clusters)
        names.append(cluster.name);
    const auto count = int(names.size());
    if (names.size() > MostNamed) {
        names.resize(MostNamed);
        names.append(u"…"_s);
    }
    const auto clusters = tr("%n cluster(s): %1", nullptr, count).arg(names.join(u", "_s));
    return entry.record.person.isEmpty()
        ? clusters
        : tr("Signed in as %1 · %2").arg(entry.record.person, clusters);
}

QWidget *RelayList::makeRow(const RelayClusters::Entry &entry)
{
    const auto relay = entry.record.relay;
    const auto shown = shownRelay(relay);
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 6, 8, 6);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    auto *name = new QLabel(shown);
    name->setTextFormat(Qt::PlainText);
    name->setFont(look().sans(13, QFont::DemiBold));
    auto *state = new QLabel(stateText(entry));
    state->setTextFormat(Qt::PlainText); // what a relay said may be in it
    state->setWordWrap(true);
    state->setProperty("role",
                       entry.wantsSignIn() || !entry.problem.isEmpty() ? u"error"_s : u"dim"_s);
    texts->addWidget(name);
    texts->addWidget(state);
    line->addLayout(texts, 1);
    const auto add = [&](const QString &text, const auto &run) {
        auto *button = new QPushButton(text);
        button->setObjectName(relay.toString() + u' ' + text);
        button->setAccessibleName(u"%1: %2"_s.arg(shown, text));
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, run);
        line->addWidget(button);
    };
    if (entry.wantsSignIn())
        add(tr("Sign in…"), [this, relay] { Q_EMIT signInWanted(relay); });
    else
        add(tr("Ask again"), [this, relay] { m_relays.refresh(relay); });
    if (!entry.wantsSignIn())
        add(tr("Sign out"), [this, relay] { m_relays.signOut(relay); });
    add(tr("Remove…"), [this, relay] { Q_EMIT removeWanted(relay); });
    return row;
}

/// Whoever had the keys has them again, unless it is gone.
void RelayList::refresh()
{
    const auto *focused = focusWidget();
    const auto had =
        focused && m_rows && m_rows->isAncestorOf(focused) ? focused->objectName() : QString();
    m_rows = new QWidget;
    auto *column = new QVBoxLayout(m_rows);
    column->setContentsMargins({});
    const auto entries = m_relays.entries();
    for (const auto &entry : entries)
        column->addWidget(makeRow(entry));
    if (auto *old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater(); // its button may be what called us
    }
    m_scroll->setWidget(m_rows);
    m_rows->show();
    const int width = m_scroll->viewport()->width();
    m_scroll->setFixedHeight(qMin(column->hasHeightForWidth() ? column->heightForWidth(width)
                                                              : column->sizeHint().height(),
                                  MostHeight));
    m_scroll->setVisible(!entries.empty());
    say(entries.empty()
            ? tr("No clusters come through a relay yet. Whoever may use a relay needs no "
                 "kubeconfig: add its address, and sign in.")
            : tr("Each cluster is one of your contexts, with the relay's name behind its own."));
    if (had.isEmpty())
        return;
    auto *button = m_rows->findChild<QPushButton *>(had);
    (button ? button : &backButton())->setFocus(Qt::OtherFocusReason);
}

} // namespace workspace
