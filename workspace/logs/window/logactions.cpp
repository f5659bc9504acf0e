// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/window/logactions.h"

#include "workspace/logs/desk/logmarker.h"
#include "workspace/logs/desk/timelead.h"
#include "workspace/logs/timeline/logtimeline.h"
#include "workspace/logs/view/logpanes.h"
#include "workspace/logs/view/sourcenames.h"
#include "workspace/logs/window/logbanner.h"
#include "workspace/logs/window/logquery.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::LogContent)
};

} // namespace

LogActions::LogActions(const LogParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void LogActions::say(const QString &said)
{
    m_parts.banner.say(said);
    Q_EMIT changed();
}

void LogActions::press(LogBar::Button button)
{
    auto &panes = m_parts.panes;
    switch (button) {
    case LogBar::Container: askFor(Menu::Containers); break;
    case LogBar::Error:
    case LogBar::Warn:
    case LogBar::Info:
    case LogBar::Debug: {
        const auto level = LogBar::levelOf(button);
        const bool shown = !panes.model().isLevelShown(level);
        panes.changeModels([&](LogModel &model) { model.setLevelShown(level, shown); });
        break;
    }
    case LogBar::Timeline: m_parts.timeline.setShown(!m_parts.timeline.isShown()); break;
    case LogBar::Filter:
        if (m_parts.query.isOpen())
            m_parts.query.close();
        else
            m_parts.query.open(LogQuery::Mode::Filter);
        break;
    case LogBar::Wrap:
        panes.changePanes(
            [wrap = !panes.pane().isWrapped()](LogPane &pane) { pane.setWrapped(wrap); });
        break;
    case LogBar::Stamps:
        panes.changePanes(
            [show = !panes.pane().areStampsShown()](LogPane &pane) { pane.setStampsShown(show); });
        break;
    case LogBar::Previous:
        read([](LogFeed::Request &request) { request.previous = !request.previous; });
        break;
    case LogBar::Pause:
        m_parts.feed.setPaused(m_parts.feed.state() != LogFeed::State::Paused);
        break;
    case LogBar::More: askFor(Menu::Everything); break;
    case LogBar::None: return;
    }
    Q_EMIT changed();
}

LogBar::State LogActions::barState() const
{
    const auto choices = m_parts.feed.choices();
    const auto &request = m_parts.feed.request();
    const auto &model = m_parts.panes.model();
    const auto &pane = m_parts.panes.pane();
    LogBar::State state{.container = choices.containers.isEmpty() ? QString()
                            : request.container.isEmpty()         ? Tr::tr("all")
                                                                  : request.container,
                        .filter = m_parts.query.isOpen(),
                        .timeline = m_parts.timeline.isShown(),
                        .wrapped = pane.isWrapped(),
                        .stamps = pane.areStampsShown(),
                        .canPrevious = choices.previous,
                        .previous = request.previous,
                        .paused = m_parts.feed.state() == LogFeed::State::Paused};
    for (int i = 0; i < logstore::LevelCount; ++i) {
        state.counts[size_t(i)] = model.store().count(logstore::Level(i));
        state.shown[size_t(i)] = model.isLevelShown(logstore::Level(i));
    }
    return state;
}

void LogActions::read(const std::function<void(LogFeed::Request &)> &change)
{
    auto request = m_parts.feed.request();
    change(request);
    m_parts.panes.changePanes([](LogPane &pane) {
        pane.clearSelection();
        pane.setFollowing(true);
    });
    m_parts.feed.read(request);
    Q_EMIT changed();
}

void LogActions::showContainer(const QString &container)
{
    read([&container](LogFeed::Request &request) { request.container = container; });
}

void LogActions::nextContainer()
{
    const auto choices = m_parts.feed.choices();
    auto names = choices.containers;
    if (names.isEmpty())
        return;
    if (choices.allContainers)
        names.prepend(QString());
    showContainer(names[(names.indexOf(m_parts.feed.request().container) + 1) % names.size()]);
}

void LogActions::choosePod(const QString &pod)
{
    read([&pod](LogFeed::Request &request) {
        if (!request.pods.removeOne(pod))
            request.pods.append(pod);
    });
}

/// Of the line that keys act on.
std::optional<qint64> LogActions::timeOfKeys() const
{
    const auto &panes = m_parts.panes;
    const auto time = panes.store().timeBefore(panes.pane().lineOfKeys());
    return time == logstore::NoTime ? std::nullopt : std::optional(time);
}

void LogActions::setRange(qint64 from, qint64 to)
{
    m_parts.panes.changeModels([=](LogModel &model) { model.setRange(from, to); });
}

void LogActions::startRange()
{
    if (const auto time = timeOfKeys())
        setRange(*time, std::max(*time, m_parts.panes.model().range().second));
}

void LogActions::endRange()
{
    if (const auto time = timeOfKeys())
        setRange(std::min(*time, m_parts.panes.model().range().first), *time);
}

void LogActions::endRanges()
{
    setRange(logstore::NoTime, LogModel::EndOfTime);
}

void LogActions::goTo(std::pair<qint64, qint64> range)
{
    auto &pane = m_parts.panes.pane();
    if (range.first == range.second) { // a click: what happened then
        pane.showTime(range.first);
        m_parts.lead.lead(&pane);
    } else {
        setRange(range.first, range.second);
    }
    Q_EMIT changed();
}

void LogActions::widenContext(int by)
{
    auto &panes = m_parts.panes;
    const auto lines = panes.model().context() + by;
    panes.changeModels([lines](LogModel &model) { model.setContext(lines); });
    panes.changePanes([](LogPane &pane) { pane.relayout(); });
}

void LogActions::toggleFolded()
{
    auto &panes = m_parts.panes;
    panes.changeModels(
        [fold = !panes.model().isFolded()](LogModel &model) { model.setFolded(fold); });
}

void LogActions::chooseStream()
{
    if (namedSources(m_parts.panes.store().sources()).size() < 2)
        say(Tr::tr("There is only one stream: nothing to choose from."));
    else
        askFor(Menu::Streams);
}

void LogActions::compareNext()
{
    auto &panes = m_parts.panes;
    if (panes.isComparing())
        return endComparing();
    const auto named = namedSources(panes.store().sources());
    if (named.size() < 2)
        return say(Tr::tr("There is only one stream: nothing to compare."));
    panes.compare(named[0], named[1]);
    Q_EMIT changed();
}

/// The stream that is shown, or the first of several, at the left.
void LogActions::compareWith(logstore::SourceId right)
{
    auto &panes = m_parts.panes;
    for (const auto left : namedSources(panes.store().sources())) {
        if (left == right || !panes.model().isSourceShown(left))
            continue;
        panes.compare(left, right);
        return Q_EMIT changed();
    }
}

void LogActions::endComparing()
{
    m_parts.panes.endComparing();
    Q_EMIT changed();
}

void LogActions::nextDensity()
{
    const auto next = LogPane::Density((int(m_parts.panes.pane().density()) + 1) % 3);
    m_parts.panes.changePanes([next](LogPane &pane) { pane.setDensity(next); });
    Q_EMIT changed();
}

void LogActions::setColumn(const QString &field, bool shown)
{
    auto &panes = m_parts.panes;
    QStringList fields;
    for (const auto &column : panes.pane().style().columns) {
        if (column.field != field)
            fields.append(column.field);
    }
    if (shown)
        fields.append(field);
    const auto columns = columnsFor(panes.model(), fields);
    panes.changePanes([&columns](LogPane &pane) { pane.setColumns(columns); });
    Q_EMIT changed();
}

void LogActions::endColumns()
{
    m_parts.panes.changePanes([](LogPane &pane) { pane.setColumns({}); });
}

void LogActions::copy(CopyForm form) const
{
    if (const auto text = textToCopy(m_parts.panes, form); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void LogActions::endSelection()
{
    m_parts.panes.pane().clearSelection();
    Q_EMIT changed();
}

void LogActions::toggleBookmark()
{
    auto &marker = m_parts.marker;
    const auto number = m_parts.panes.pane().lineOfKeys();
    marker.setNote(number, marker.noteOf(number) ? std::nullopt : std::optional(QString()));
    Q_EMIT changed();
}

void LogActions::nextBookmark()
{
    if (!m_parts.marker.goToNext())
        return say(Tr::tr("No line is marked. B marks one."));
    m_parts.lead.lead(&m_parts.panes.pane());
}

void LogActions::toggleLink()
{
    auto &lead = m_parts.lead;
    if (!lead.hasLink())
        return;
    lead.setLinked(!lead.isLinked());
    lead.lead(&m_parts.panes.pane());
    say(lead.isLinked() ? Tr::tr("Log and event windows of this yard now scroll together in time.")
                        : Tr::tr("Windows no longer scroll together."));
}

} // namespace workspace
