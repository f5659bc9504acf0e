// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QObject>

#include <vector>

namespace workspace {

/// The colours of one theme. Every colour on screen comes from here.
struct Theme
{
    bool dark = true;
    QColor ground = {}; ///< the canvas
    QColor gridFine = {};
    QColor gridCoarse = {};
    QColor panel = {}; ///< a window's ground
    QColor raised = {}; ///< headers, menus, cards
    QColor hover = {};
    QColor selection = {};
    QColor border = {};
    QColor borderStrong = {};
    QColor text = {};
    QColor textDim = {}; ///< 4.5:1 on panel at least
    QColor textFaint = {}; ///< line numbers, hints; like all text it can be read on every ground
    QColor accent = {};
    QColor ok = {};
    QColor warn = {};
    QColor error = {};
    QColor info = {};
    QColor shadow = {};

    static Theme darkTheme();
    static Theme lightTheme();

    /// Everything that text stands on: canvas, windows, headers, and rows hovered or selected.
    std::vector<QColor> grounds() const;
    /// A namespace's colour: the same on every machine.
    QColor forNamespace(const QString &nameSpace) const;
};

/// `color` over `ground`, as one opaque colour.
QColor blended(const QColor &ground, const QColor &color);

/// How well two colours can be told apart: 1 not at all, 21 black and white. Text wants 4.5, a mark
/// 3 (https://www.w3.org/TR/WCAG22/#contrast-minimum).
qreal contrastOf(const QColor &a, const QColor &b);

/// The theme and fonts in use. One object, made in app, handed by reference to whatever paints.
class Look : public QObject
{
    Q_OBJECT

public:
    explicit Look(const Theme &theme, QObject *parent = nullptr);

    const Theme &theme() const { return m_theme; }
    void setTheme(const Theme &theme);

    /// IBM Plex Sans where installed, else the system's; `pixels` are window units.
    QFont sans(qreal pixels, QFont::Weight weight = QFont::Normal) const;
    /// IBM Plex Mono where installed, else the system's fixed font.
    QFont mono(qreal pixels) const;

    static constexpr qreal RadiusSmall = 4;
    static constexpr qreal RadiusMedium = 9;
    static constexpr qreal RadiusLarge = 14;
    static constexpr qreal RadiusKrate = 18;

Q_SIGNALS:
    void changed();

private:
    Theme m_theme;
    QString m_sans;
    QString m_mono;
};

} // namespace workspace
