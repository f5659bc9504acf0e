// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/look/applicationpalette.h"

#include "workspace/look/look.h"

#include <QApplication>
#include <QToolTip>

namespace workspace {

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color,
                                const QColor &disabled) {
        palette.setColor(role, color);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    set(QPalette::Window, theme.raised, theme.raised);
    set(QPalette::WindowText, theme.text, theme.textFaint);
    set(QPalette::Base, theme.panel, theme.raised);
    set(QPalette::AlternateBase, theme.raised, theme.raised);
    set(QPalette::Text, theme.text, theme.textFaint);
    set(QPalette::PlaceholderText, theme.textFaint, theme.textFaint);
    const auto button = blended(theme.raised, theme.hover);
    set(QPalette::Button, button, theme.raised);
    set(QPalette::ButtonText, theme.text, theme.textFaint);
    set(QPalette::BrightText, theme.error, theme.error);
    set(QPalette::ToolTipBase, theme.raised, theme.raised);
    set(QPalette::ToolTipText, theme.text, theme.text);
    const auto chosen = blended(theme.panel, theme.selection);
    set(QPalette::Highlight, chosen, button);
    set(QPalette::HighlightedText, theme.text, theme.textFaint);
    set(QPalette::Accent, theme.accent, theme.textFaint);
    set(QPalette::Link, theme.accent, theme.textFaint);
    set(QPalette::LinkVisited, theme.info, theme.textFaint);
    // The edges of frames and buttons.
    const auto edge = blended(theme.raised, theme.borderStrong);
    set(QPalette::Light, button, button);
    set(QPalette::Midlight, button, button);
    set(QPalette::Mid, edge, edge);
    set(QPalette::Dark, edge, edge);
    set(QPalette::Shadow, theme.ground, theme.ground);
    return palette;
}

ApplicationPalette::ApplicationPalette(const Look &look, QObject *parent)
    : QObject(parent)
    , m_look(look)
{
    connect(&look, &Look::changed, this, &ApplicationPalette::dress);
    dress();
}

void ApplicationPalette::dress()
{
    const auto palette = paletteOf(m_look.theme());
    if (QApplication::palette() != palette)
        QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace workspace
