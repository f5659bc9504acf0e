// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/level.h"
#include "workspace/look/stamps.h"
#include "workspace/textview/glyphcache.h"

#include <QCoreApplication>
#include <QRectF>

#include <array>
#include <vector>

class QPainter;

namespace workspace {

class Look;

/// The painted tool bar of a log window: container, levels with their counts, switches.
class LogBar
{
    Q_DECLARE_TR_FUNCTIONS(workspace::LogBar)

public:
    static constexpr qreal Height = 34;

    enum Button {
        Container,
        Error,
        Warn,
        Info,
        Debug,
        Timeline,
        Filter,
        Wrap,
        Stamps,
        Previous,
        Pause,
        More,
        None
    };

    /// What the bar shows.
    struct State
    {
        QString container = {}; ///< empty: there is only one, no chooser
        std::array<qint64, logstore::LevelCount> counts{};
        std::array<bool, logstore::LevelCount> shown{};
        bool filter = false;
        bool timeline = false;
        bool wrapped = false;
        bool stamps = false;
        bool canPrevious = true; ///< whether there is a log before the last restart
        bool previous = false;
        bool paused = false;

        bool operator==(const State &) const = default;
    };

    void layout(const State &state, qreal width, const Look &look);
    /// The look has changed: the next layout() begins anew.
    void forget();
    void paint(QPainter &painter, const Look &look);
    /// The name of the button under the pointer, with its key, painted over the lines below.
    void paintHint(QPainter &painter, const Look &look);
    Button buttonAt(QPointF position) const;
    QRectF rectOf(Button button) const;
    /// Whether the look changed.
    bool hover(QPointF position);

    static logstore::Level levelOf(Button button);

private:
    struct Item
    {
        Button button = None;
        QRectF rect = {};
        QString count = {};
        bool on = false;
    };
    qreal chipWidth(Button button, const QString &count, const Look &look);
    void paintLevel(QPainter &painter, const Look &look, const Item &item);
    void paintSwitch(QPainter &painter, const Look &look, const Item &item);
    void paintSwitchAnew(QPainter &painter, const Look &look, const Item &item) const;
    QString nameOf(Button button) const;

    State m_state;
    qreal m_width = 0;
    std::vector<Item> m_items;
    GlyphCache m_glyphs;
    workspace::Stamps m_switches;
    Button m_hovered = None;
};

} // namespace workspace
