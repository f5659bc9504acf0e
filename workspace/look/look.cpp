// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/look/look.h"

#include <QFontDatabase>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

Theme Theme::darkTheme()
{
    Theme t;
    t.dark = true;
    t.ground = QColor(0x0b, 0x0e, 0x13);
    t.gridFine = QColor(125, 145, 175, 10);
    t.gridCoarse = QColor(125, 145, 175, 19);
    t.panel = QColor(0x11, 0x16, 0x1e);
    t.raised = QColor(0x17, 0x1d, 0x27);
    t.hover = QColor(140, 165, 200, 22);
    t.selection = QColor(77, 214, 232, 28);
    t.border = QColor(140, 165, 200, 46);
    t.borderStrong = QColor(140, 165, 200, 66);
    t.text = QColor(0xe6, 0xed, 0xf6);
    t.textDim = QColor(0xb9, 0xc6, 0xd8);
    t.textFaint = QColor(0x8f, 0x9d, 0xaf);
    t.accent = QColor(0x4d, 0xd6, 0xe8);
    t.ok = QColor(0x4a, 0xd0, 0x7a);
    t.warn = QColor(0xe8, 0xb5, 0x4a);
    t.error = QColor(0xef, 0x6f, 0x6f);
    t.info = QColor(0x7a, 0xa8, 0xff);
    t.shadow = QColor(0, 0, 0, 120);
    return t;
}

Theme Theme::lightTheme()
{
    Theme t;
    t.dark = false;
    t.ground = QColor(0xee, 0xf1, 0xf5);
    t.gridFine = QColor(70, 90, 120, 12);
    t.gridCoarse = QColor(70, 90, 120, 25);
    t.panel = QColor(0xff, 0xff, 0xff);
    t.raised = QColor(0xf5, 0xf7, 0xfa);
    t.hover = QColor(40, 70, 110, 18);
    t.selection = QColor(0, 138, 158, 32);
    t.border = QColor(60, 80, 110, 52);
    t.borderStrong = QColor(60, 80, 110, 84);
    t.text = QColor(0x16, 0x1d, 0x27);
    t.textDim = QColor(0x43, 0x4f, 0x5f);
    t.textFaint = QColor(0x56, 0x61, 0x70);
    t.accent = QColor(0x00, 0x69, 0x7a);
    t.ok = QColor(0x16, 0x6e, 0x39);
    t.warn = QColor(0x80, 0x58, 0x00);
    t.error = QColor(0xad, 0x31, 0x31);
    t.info = QColor(0x29, 0x5b, 0xbe);
    t.shadow = QColor(20, 30, 50, 60);
    return t;
}

static qreal luminance(const QColor &color)
{
    const auto linear = [](float c) {
        return c <= 0.04045F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
qreal contrastOf(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

std::vector<QColor> Theme::grounds() const
{
    std::vector<QColor> all{ground, panel, raised};
    for (const auto &below : {panel, raised}) {
        all.push_back(blended(below, hover));
        all.push_back(blended(below, selection));
    }
    return all;
}

static constexpr size_t HueCount = 24; // so many can still be told apart

/// Every hue as light (in the dark) or as dark as it must be to be read on every ground.
static std::array<QColor, HueCount> readableHues(const Theme &theme)
{
    const auto grounds = theme.grounds();
    std::array<QColor, HueCount> colors;
    for (size_t i = 0; i < HueCount; ++i) {
        int lightness = theme.dark ? 165 : 95;
        const auto isReadable = [&](const QColor &ground) {
            return contrastOf(colors[i], ground) >= 4.55;
        };
        do {
            colors[i] = QColor::fromHsl(int(i) * 15, theme.dark ? 150 : 140, lightness);
            lightness += theme.dark ? 3 : -3;
        } while (lightness > 20 && lightness < 235 && !std::ranges::all_of(grounds, isReadable));
    }
    return colors;
}

static const std::array<QColor, HueCount> &nameSpaceColors(const Theme &theme)
{
    static const auto dark = readableHues(Theme::darkTheme());
    static const auto light = readableHues(Theme::lightTheme());
    return theme.dark ? dark : light;
}

QColor Theme::forNamespace(const QString &nameSpace) const
{
    if (nameSpace.isEmpty())
        return textFaint;
    // FNV-1a over UTF-8: qHash is seeded per process, and the colour must agree between machines.
    quint32 hash = 2166136261U;
    const auto bytes = nameSpace.toUtf8();
    for (const char byte : bytes)
        hash = (hash ^ quint8(byte)) * 16777619U;
    return nameSpaceColors(*this)[hash % HueCount];
}

QColor blended(const QColor &ground, const QColor &color)
{
    const float alpha = color.alphaF();
    const auto mix = [alpha](int a, int b) {
        return int(std::lround(float(a) + float(b - a) * alpha));
    };
    return {mix(ground.red(), color.red()), mix(ground.green(), color.green()),
            mix(ground.blue(), color.blue())};
}

static QString firstInstalled(const QStringList &families, QFontDatabase::SystemFont otherwise)
{
    // Not hasFamily(): that asks fontconfig what it would take instead, milliseconds for each name.
    static const auto installed = QFontDatabase::families();
    for (const auto &family : families) {
        if (installed.contains(family))
            return family;
    }
    return QFontDatabase::systemFont(otherwise).family();
}

Look::Look(const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_sans(firstInstalled({u"IBM Plex Sans"_s, u"Inter"_s, u"Noto Sans"_s, u"DejaVu Sans"_s},
                            QFontDatabase::GeneralFont))
    , m_mono(firstInstalled(
          {u"IBM Plex Mono"_s, u"JetBrains Mono"_s, u"Noto Sans Mono"_s, u"DejaVu Sans Mono"_s},
          QFontDatabase::FixedFont))
{
}

void Look::setTheme(const Theme &theme)
{
    m_theme = theme;
    Q_EMIT changed();
}

QFont Look::sans(qreal pixels, QFont::Weight weight) const
{
    QFont font(m_sans);
    font.setPixelSize(qMax(1, qRound(pixels)));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting); // painted at every zoom: widths must scale
    return font;
}

QFont Look::mono(qreal pixels) const
{
    QFont font(m_mono);
    font.setPixelSize(qMax(1, qRound(pixels)));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleHint(QFont::Monospace);
    return font;
}

} // namespace workspace
