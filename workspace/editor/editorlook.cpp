// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/editorlook.h"

#include "workspace/look/look.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace workspace {

static QString css(const QColor &color)
{
    return u"rgba(%1,%2,%3,%4)"_s.arg(color.red())
        .arg(color.green())
        .arg(color.blue())
        .arg(color.alpha());
}

static QString pixels(qreal length, qreal zoom)
{
    return QString::number(qMax(1, qRound(length * zoom))) + u"px"_s;
}

QString scrollBarStyle(const Look &look, qreal zoom)
{
    auto thumb = look.theme().textFaint;
    thumb.setAlphaF(0.38F);
    auto held = thumb;
    held.setAlphaF(0.65F);
    return u"QScrollBar{background:%1;border:none;margin:0}"
           "QScrollBar:vertical{width:%2}QScrollBar:horizontal{height:%2}"
           "QScrollBar::handle{background:%3;border-radius:%4;margin:%5}"
           "QScrollBar::handle:vertical{min-height:%6}QScrollBar::handle:horizontal{min-width:%6}"
           "QScrollBar::handle:hover,QScrollBar::handle:pressed{background:%7}"
           "QScrollBar::add-line,QScrollBar::sub-line{width:0;height:0}"
           "QScrollBar::add-page,QScrollBar::sub-page{background:none}"_s.arg(
               css(look.theme().panel), pixels(9, zoom), css(thumb), pixels(2, zoom),
               pixels(2, zoom), pixels(24, zoom), css(held));
}

QString fieldStyle(const Look &look, qreal zoom, bool isWrong)
{
    const auto &theme = look.theme();
    return u"QLineEdit{background:%1;color:%2;border:1px solid %3;border-radius:%4;padding:0 %5;"
           "selection-background-color:%6;selection-color:%2;font-family:'%7';font-size:%8}"
           "QLineEdit:focus{border-color:%9}"_s
               .arg(css(theme.dark ? theme.ground : theme.panel), css(theme.text),
                    css(isWrong ? theme.error : theme.border), pixels(Look::RadiusSmall, zoom),
                    pixels(6, zoom), css(blended(theme.panel, theme.selection)),
                    look.sans(12).family(), pixels(12, zoom))
               .arg(css(isWrong ? theme.error : theme.accent));
}

QString buttonStyle(const Look &look, qreal zoom)
{
    const auto &theme = look.theme();
    return u"QToolButton{background:transparent;color:%1;border:1px solid transparent;"
           "border-radius:%2;padding:0 %3;font-family:'%4';font-size:%5}"
           "QToolButton:hover{background:%6;color:%7}"
           "QToolButton:focus{border-color:%8}"
           "QToolButton:checked{background:%9;"_s.arg(
               css(theme.textDim), pixels(Look::RadiusSmall, zoom), pixels(5, zoom),
               look.sans(12).family(), pixels(12, zoom), css(theme.hover), css(theme.text),
               css(theme.accent), css(theme.selection))
        + u"color:%1}QToolButton:disabled{color:%2}"_s.arg(css(theme.accent), css(theme.textFaint));
}

} // namespace workspace
