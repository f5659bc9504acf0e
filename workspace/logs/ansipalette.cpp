// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/ansipalette.h"

#include "workspace/logs/ansitext.h"
#include "workspace/look/look.h"

#include <array>

namespace workspace {

QColor ansiColor(int index, const Theme &theme)
{
    static constexpr std::array<QRgb, 16> Dark{
        0xff2a3340, 0xffef6f6f, 0xff4ad07a, 0xffe8b54a, 0xff7aa8ff, 0xffc792ea,
        0xff4dd6e8, 0xffb9c6d8, 0xff8f9daf, 0xffff9191, 0xff7ce6a2, 0xffffd07a,
        0xffa3c2ff, 0xffdcb4f5, 0xff86e7f3, 0xffffffff,
    };
    static constexpr std::array<QRgb, 16> Light{
        0xff161d27, 0xffad3131, 0xff166e39, 0xff805800, 0xff295bbe, 0xff8a3ab0,
        0xff00697a, 0xff5c6776, 0xff434f5f, 0xffa82222, 0xff106532, 0xff7a5200,
        0xff1d479c, 0xff6c2490, 0xff005c6b, 0xff4a5666,
    };
    return QColor((theme.dark ? Dark : Light)[size_t(index) & 15]);
}

QColor ansiSpanColor(int color, const Theme &theme)
{
    if (color == AnsiSpan::DefaultColor)
        return {};
    if (color & AnsiSpan::RgbFlag)
        return QColor(QRgb(0xff000000) | QRgb(color & 0xffffff));
    if (color < 16)
        return ansiColor(color, theme);
    if (color >= 232) {
        const int gray = 8 + (color - 232) * 10;
        return QColor(gray, gray, gray);
    }
    const int cube = color - 16; // 6 x 6 x 6
    const auto step = [](int value) { return value == 0 ? 0 : 55 + value * 40; };
    return QColor(step(cube / 36), step(cube / 6 % 6), step(cube % 6));
}

} // namespace workspace
