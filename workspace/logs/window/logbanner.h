// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/textview/glyphcache.h"
#include "workspace/window/windowcontent.h"

namespace workspace {

class LogFeed;
class LogModel;
class LogSaving;
class Look;
struct Theme;

/// The row below the lines of a log window: how saving goes, what was just done, or what is with
/// the stream; with a button where something can be done about it.
class LogBanner
{
public:
    static constexpr qreal Height = 26;
    enum class Action {
        None,
        Cancel, ///< saving
        ReadOn, ///< after the end
        Choose, ///< what is followed, of what is too much
    };

    /// All are borrowed and must outlive the banner.
    LogBanner(const LogFeed &feed, const LogModel &model, const LogSaving &saving);

    enum class Tone { Plain, Warning };
    /// Tells a person what became of what they did, until hush().
    void say(const QString &said, Tone tone = Tone::Plain)
    {
        m_said = said;
        m_tone = tone;
    }
    void hush() { m_said.clear(); }

    void place(QSizeF window) { m_window = window; }
    qreal width() const { return m_window.width(); }
    qreal top() const; ///< where what is above it ends
    QString text() const; ///< empty: it is not there
    bool isAt(QPointF position) const { return position.y() >= top(); }
    Action action() const; ///< of the button
    QRectF button() const; ///< empty when there is none
    void paint(QPainter &painter, const Look &look);

private:
    QColor textColor(const Theme &theme) const;

    const LogFeed &m_feed;
    const LogModel &m_model;
    const LogSaving &m_saving;
    QString m_said;
    Tone m_tone = Tone::Plain; ///< of that
    QSizeF m_window;
    GlyphCache m_glyphs;
};

} // namespace workspace
