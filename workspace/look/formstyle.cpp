// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/look/formstyle.h"

#include "workspace/look/look.h"

#include <QStyle>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace workspace {

static QString rgba(const QColor &c)
{
    return u"rgba(%1,%2,%3,%4)"_s.arg(c.red()).arg(c.green()).arg(c.blue()).arg(c.alpha());
}

/// What fills a button that acts: strong, with a text that can be read on it.
static QString acting(const QString &role, const QColor &color, const Theme &theme)
{
    const auto fill = blended(theme.panel, QColor(color.red(), color.green(), color.blue(), 48));
    return u"QPushButton[role=\"%1\"] { color: %2; background: %3; border-color: %4; "
           u"font-weight: 600; }"
           u"QPushButton[role=\"%1\"]:hover { background: %5; }"_s.arg(
               role, rgba(theme.text), rgba(fill), rgba(color),
               rgba(blended(fill, QColor(color.red(), color.green(), color.blue(), 60))));
}

QString formStyle(const Look &look)
{
    const auto &theme = look.theme();
    const auto text = rgba(theme.text);
    const auto dim = rgba(theme.textDim);
    const auto border = rgba(theme.borderStrong);
    const auto panel = rgba(theme.panel);
    const auto accent = rgba(theme.accent);
    const auto mono = look.mono(12.5).family();
    QString style = u"QLabel, QCheckBox, QRadioButton { color: %1; background: transparent; }"
                    u"QLabel[role=\"dim\"] { color: %2; }"
                    u"QLineEdit, QSpinBox, QComboBox, QPlainTextEdit, QListView, QTreeView { "
                    u"color: %1; background: %3;"
                    u" border: 1px solid %4; border-radius: 9px; padding: 5px 8px;"
                    u" selection-background-color: %6; selection-color: %1; }"
                    u"QLineEdit:focus, QSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus,"
                    u" QListView:focus, QTreeView:focus { border-color: %5; }"_s.arg(
                        text, dim, panel, border, accent, rgba(theme.selection));
    style +=
        u"QSpinBox, QComboBox, QPushButton { min-height: 20px; }"
        u"QSpinBox { max-width: 110px; }"
        u"QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }"
        u"QComboBox::drop-down { border: none; width: 22px; }"
        u"QComboBox::down-arrow { image: url(:/controls/down.svg); width: 12px; height: 12px; }"
        u"QComboBox QAbstractItemView { color: %1; background: %2; border: 1px solid %3;"
        u" selection-background-color: %4; selection-color: %1; }"
        u"QPushButton { color: %1; background: %2; border: 1px solid %3; border-radius: 9px;"
        u" padding: 5px 16px; }"
        u"QPushButton:hover { background: %5; }"
        u"QPushButton:focus { border-color: %6; }"
        u"QPushButton:disabled { color: %7; border-color: %8; background: transparent; }"_s.arg(
            text, panel, border, rgba(theme.selection), rgba(theme.hover), accent,
            rgba(theme.textFaint), rgba(theme.border));
    style += u"QCheckBox::indicator { width: 13px; height: 13px; border: 1px solid %1;"
             u" border-radius: 4px; background: %2; }"
             u"QCheckBox::indicator:checked { background: %3; border-color: %3; }"
             u"QCheckBox:focus { color: %3; }"
             u"QScrollBar:vertical { background: transparent; width: 9px; margin: 0; }"
             u"QScrollBar:horizontal { background: transparent; height: 9px; margin: 0; }"
             u"QScrollBar::handle { background: %1; border-radius: 3px; margin: 1px; }"
             u"QScrollBar::handle:vertical { min-height: 24px; }"
             u"QScrollBar::handle:horizontal { min-width: 24px; }"
             u"QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
             u"QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"_s.arg(
                 border, panel, accent);
    style += acting(u"primary"_s, theme.accent, theme) + acting(u"danger"_s, theme.error, theme);
    // After the roles, for it must win over them.
    style += u"QPushButton[role]:disabled { color: %1; border-color: %2; background: transparent; }"
             u"QLabel[role=\"warn\"] { color: %3; }"
             u"QLabel[role=\"error\"] { color: %4; }"
             u"QLabel[role=\"mono\"], QPlainTextEdit[role=\"mono\"] { font-family: '%5'; }"
             u"QProgressBar { background: %6; border: none; border-radius: 2px; }"
             u"QProgressBar::chunk { background: %7; border-radius: 2px; }"_s.arg(
                 rgba(theme.textFaint), rgba(theme.border), rgba(theme.warn), rgba(theme.error),
                 mono, panel, accent);
    return style;
}

void setRole(QWidget *widget, const QString &role)
{
    if (widget->property("role") == role)
        return;
    widget->setProperty("role", role);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace workspace
