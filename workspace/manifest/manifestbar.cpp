// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/manifest/manifestbar.h"

#include "workspace/look/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace workspace {

ManifestBar::ManifestBar(Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_layout(new QHBoxLayout(this))
    , m_text(new QLabel(this))
{
    setAttribute(Qt::WA_StyledBackground);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_layout->addWidget(m_text, 1);
    connect(&m_look, &Look::changed, this, &ManifestBar::applyLook);
    applyLook();
}

void ManifestBar::show(const QString &text, Tone tone, const std::vector<Button> &buttons)
{
    m_text->setText(text);
    if (tone == m_tone && buttons == m_shown) {
        QWidget::show();
        return;
    }
    m_tone = tone;
    m_shown = buttons;
    for (auto *button : m_buttons) {
        button->hide();
        button->deleteLater(); // this may be its own click
    }
    m_buttons.clear();
    for (const auto &one : buttons) {
        auto *button = new QPushButton(one.text, this);
        button->setObjectName(one.id);
        button->setProperty("primary", one.primary);
        button->setEnabled(one.enabled);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, [this, id = one.id] { Q_EMIT activated(id); });
        m_layout->addWidget(button);
        button->show();
        m_buttons.push_back(button);
    }
    applyLook();
    m_layout->activate();
    QWidget::show();
}

QString ManifestBar::text() const
{
    return m_text->text();
}

QPushButton *ManifestBar::button(const QString &id) const
{
    for (auto *button : m_buttons) {
        if (button->objectName() == id)
            return button;
    }
    return nullptr;
}

void ManifestBar::setZoom(qreal zoom)
{
    m_zoom = zoom;
    applyLook();
}

void ManifestBar::applyLook()
{
    const auto &theme = m_look.theme();
    const auto px = [this](qreal units) { return int(units * m_zoom + 0.5); };
    m_layout->setContentsMargins(px(12), px(6), px(8), px(6));
    m_layout->setSpacing(px(8));
    const auto font = m_look.sans(12 * m_zoom);
    m_text->setFont(font);
    for (auto *button : m_buttons)
        button->setFont(m_look.sans(12 * m_zoom, QFont::DemiBold));
    const auto tone = m_tone == Tone::Error ? theme.error
        : m_tone == Tone::Warning           ? theme.warn
                                            : theme.textDim;
    const auto line = blended(theme.raised, theme.border);
    const auto strong = blended(theme.raised, theme.borderStrong);
    const QString radius = QString::number(px(Look::RadiusSmall));
    setStyleSheet(
        u"workspace--ManifestBar { background: %1; border-top: 1px solid %2; }"
        "QLabel { color: %3; }"
        "QPushButton { color: %4; background: %5; border: 1px solid %2; border-radius: %6px;"
        " padding: %7px %8px; }"
        "QPushButton:hover, QPushButton:focus { border-color: %9; }"
        "QPushButton:disabled { color: %10; }"
        "QPushButton[primary=\"true\"]:enabled { color: %11; border-color: %11; }"_s
            .arg(theme.raised.name(), line.name(), tone.name(), theme.text.name(),
                 theme.panel.name(), radius, QString::number(px(4)), QString::number(px(10)),
                 strong.name())
            .arg(theme.textFaint.name(), theme.accent.name()));
}

} // namespace workspace
