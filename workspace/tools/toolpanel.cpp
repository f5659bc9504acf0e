// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/tools/toolpanel.h"

#include "workspace/look/formstyle.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int PanelWidth = 560;

ToolPanel::ToolPanel(Look &look, const QString &actText, QWidget *parent)
    : OverlayPanel(look, PanelWidth, parent)
    , m_form(new QFormLayout)
    , m_note(new QLabel)
    , m_back(new QPushButton(tr("Cancel")))
    , m_act(new QPushButton(actText))
{
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText); // names in it are what somebody typed
    column().addWidget(&title());
    column().addLayout(m_form);
    column().addWidget(m_note);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_act);
    column().addLayout(buttons);
    m_act->setProperty("role", u"primary"_s);
    m_act->setAutoDefault(true);
    m_back->setAutoDefault(true);
    connect(m_back, &QPushButton::clicked, this, [this] { back(); });
    connect(m_act, &QPushButton::clicked, this, [this] { act(); });
}

void ToolPanel::open(const QString &heading, QWidget &first)
{
    m_refusal.clear();
    ++m_reviews;
    title().setText(heading);
    setAccessibleName(heading);
    place();
    show();
    raise();
    first.setFocus(Qt::OtherFocusReason);
}

void ToolPanel::say(const QString &text, Tone tone)
{
    if (tone == Tone::Quiet && !m_refusal.isEmpty())
        return say(m_refusal, Tone::Error);
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    setRole(m_note, tone == Tone::Error ? u"error"_s : u"dim"_s);
    setAccessibleDescription(text);
    place();
}

void ToolPanel::review(kube::AccessReview &access, const std::vector<AnyRight> &needs)
{
    const int review = ++m_reviews;
    m_refusal.clear();
    setReady(m_ready);
    whyRefused(access, needs).then(this, [this, review](const QString &refusal) {
        if (review != m_reviews || refusal.isEmpty())
            return;
        m_refusal = refusal;
        say(refusal, Tone::Error);
        setReady(m_ready);
    });
}

void ToolPanel::setReady(bool ready)
{
    m_ready = ready;
    m_act->setEnabled(ready && m_refusal.isEmpty());
}

void ToolPanel::dismiss()
{
    if (isHidden())
        return;
    dismissed();
    leave();
}

void ToolPanel::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_act->isEnabled()
        && m_act->isVisibleTo(this))
        return act();
    OverlayPanel::keyPressEvent(event);
}

} // namespace workspace
