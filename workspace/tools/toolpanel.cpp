// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/tools/toolpanel.h"

#include "workspace/look/formstyle.h"
#include "workspace/look/look.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int PanelWidth = 560;

ToolPanel::ToolPanel(Look &look, const QString &actText, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_column(new QVBoxLayout(this))
    , m_title(new QLabel)
    , m_form(new QFormLayout)
    , m_note(new QLabel)
    , m_back(new QPushButton(tr("Cancel")))
    , m_act(new QPushButton(actText))
{
    m_column->setContentsMargins(24, 20, 24, 20);
    m_column->setSpacing(12);
    m_title->setWordWrap(true);
    m_note->setWordWrap(true);
    m_column->addWidget(m_title);
    m_column->addLayout(m_form);
    m_column->addWidget(m_note);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_act);
    m_column->addLayout(buttons);
    m_act->setProperty("role", u"primary"_s);
    m_act->setAutoDefault(true);
    m_back->setAutoDefault(true);
    parent->installEventFilter(this);
    connect(&m_look, &Look::changed, this, &ToolPanel::applyLook);
    connect(m_back, &QPushButton::clicked, this, [this] { back(); });
    connect(m_act, &QPushButton::clicked, this, [this] { act(); });
    applyLook();
    hide();
}

void ToolPanel::applyLook()
{
    setFont(m_look.sans(13));
    setStyleSheet(formStyle(m_look));
    m_title->setFont(m_look.sans(17, QFont::DemiBold));
    update();
}

void ToolPanel::open(const QString &title, QWidget &first)
{
    m_title->setText(title);
    setAccessibleName(title);
    place();
    show();
    raise();
    first.setFocus(Qt::OtherFocusReason);
}

void ToolPanel::say(const QString &text, Tone tone)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    m_note->setProperty("role", tone == Tone::Error ? u"error"_s : u"dim"_s);
    m_note->style()->unpolish(m_note); // so that the style sheet looks again
    m_note->style()->polish(m_note);
    setAccessibleDescription(text);
    place();
}

void ToolPanel::dismiss()
{
    if (isHidden())
        return;
    dismissed();
    hide();
    Q_EMIT closed();
}

void ToolPanel::place()
{
    const auto *over = parentWidget();
    const int width = qMin(PanelWidth, int(over->width() * 0.93));
    const int wanted = m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width)
                                                     : m_column->totalSizeHint().height();
    const int height = qMin(wanted, over->height() - 24);
    setGeometry((over->width() - width) / 2, qMax(12, int(over->height() * 0.12)), width, height);
}

bool ToolPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && !isHidden())
        place();
    return QWidget::eventFilter(watched, event);
}

void ToolPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return back();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_act->isEnabled()
        && m_act->isVisibleTo(this))
        return act();
    event->accept(); // nothing falls through to the canvas
}

void ToolPanel::paintEvent(QPaintEvent *)
{
    const auto &theme = m_look.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.borderStrong);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Look::RadiusLarge,
                            Look::RadiusLarge);
}

} // namespace workspace
