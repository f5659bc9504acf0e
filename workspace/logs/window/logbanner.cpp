// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/window/logbanner.h"

#include "workspace/logs/desk/logsaving.h"
#include "workspace/logs/window/logstatus.h"
#include "workspace/look/look.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::LogContent)
};

QString nameOf(LogBanner::Action action)
{
    switch (action) {
    case LogBanner::Action::None: return {};
    case LogBanner::Action::Cancel: return Tr::tr("Cancel");
    case LogBanner::Action::ReadOn: return Tr::tr("Read on");
    case LogBanner::Action::Choose: return Tr::tr("Choose…");
    }
    Q_UNREACHABLE_RETURN({});
}

QColor colorOf(WindowContent::Freshness freshness, const Theme &theme)
{
    switch (freshness) {
    case WindowContent::Freshness::Stale: return theme.warn;
    case WindowContent::Freshness::Failed: return theme.error;
    case WindowContent::Freshness::Loading:
    case WindowContent::Freshness::Live:
    case WindowContent::Freshness::Ended: return theme.textDim;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

LogBanner::LogBanner(const LogFeed &feed, const LogModel &model, const LogSaving &saving)
    : m_feed(feed)
    , m_model(model)
    , m_saving(saving)
{
}

QString LogBanner::text() const
{
    if (m_saving.isRunning())
        return Tr::tr("Saving the whole log: %1 so far…")
            .arg(QLocale().formattedDataSize(m_saving.bytes()));
    return m_said.isEmpty() ? newsOf(m_feed, m_model) : m_said;
}

qreal LogBanner::top() const
{
    return m_window.height() - (text().isEmpty() ? 0 : Height);
}

LogBanner::Action LogBanner::action() const
{
    if (m_saving.isRunning())
        return Action::Cancel;
    if (!m_said.isEmpty())
        return Action::None;
    if (isCrowded(m_feed))
        return Action::Choose;
    const auto state = m_feed.state();
    const bool over = state == LogFeed::State::Ended || state == LogFeed::State::Failed;
    // A file or pipe has its end; one that could not be read may be there now.
    const bool isThere = m_feed.client() || state == LogFeed::State::Failed;
    const bool canReadOn = over && isThere && !m_feed.request().previous && !text().isEmpty();
    return canReadOn ? Action::ReadOn : Action::None;
}

QRectF LogBanner::button() const
{
    if (action() == Action::None)
        return {};
    return {m_window.width() - 80, m_window.height() - Height + 4, 72, Height - 7};
}

QColor LogBanner::textColor(const Theme &theme) const
{
    if (m_saving.isRunning())
        return theme.text;
    if (!m_said.isEmpty())
        return m_tone == Tone::Warning ? theme.warn : theme.text;
    return colorOf(freshnessOf(m_feed, m_model), theme);
}

void LogBanner::paint(QPainter &painter, const Look &look)
{
    auto said = text();
    if (said.isEmpty())
        return;
    const auto &theme = look.theme();
    const QRectF strip(0, m_window.height() - Height, m_window.width(), Height);
    painter.fillRect(strip, theme.raised);
    painter.fillRect(QRectF(strip.topLeft(), QSizeF(strip.width(), 1)), theme.border);
    painter.setPen(textColor(theme));
    const auto place = button();
    const qreal right = place.isEmpty() ? m_window.width() - 10 : place.left() - 8;
    const auto textFont = look.sans(11.5);
    if (action() == Action::Choose && m_glyphs.widthOf(said, textFont) > right - 10)
        said = crowdText(m_feed); // the button says the rest
    m_glyphs.draw(painter, {10, strip.bottom() - 8.5}, said, textFont, right - 10);
    if (place.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.borderStrong, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusSmall,
                            Look::RadiusSmall);
    painter.setPen(theme.accent);
    const auto name = nameOf(action());
    const auto font = look.sans(11, QFont::DemiBold);
    const qreal width = qMin(m_glyphs.widthOf(name, font), place.width() - 8);
    m_glyphs.draw(painter, {place.center().x() - width / 2, place.bottom() - 6}, name, font,
                  place.width() - 8);
    painter.restore();
}

} // namespace workspace
