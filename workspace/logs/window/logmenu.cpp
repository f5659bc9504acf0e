// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/window/logmenu.h"

#include "workspace/logs/desk/logmarker.h"
#include "workspace/logs/desk/logsaving.h"
#include "workspace/logs/desk/timelead.h"
#include "workspace/logs/timeline/logtimeline.h"
#include "workspace/logs/view/logpanes.h"
#include "workspace/logs/view/sourcenames.h"
#include "workspace/logs/window/logquery.h"
#include "workspace/logs/window/logstatus.h"

#include <QPointer>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace workspace {

using Mode = LogQuery::Mode;

static constexpr qsizetype MostFields = 30;

std::vector<MenuEntry> guarded(std::vector<MenuEntry> entries, const QObject *owner)
{
    for (auto &entry : entries) {
        if (entry.run)
            entry.run = [run = std::move(entry.run), alive = QPointer(owner)] {
                if (alive)
                    run();
            };
        entry.children = guarded(std::move(entry.children), owner);
    }
    return entries;
}

LogMenu::LogMenu(const LogParts &parts, LogActions &actions)
    : m_parts(parts)
    , m_actions(actions)
{
}

std::vector<MenuEntry> LogMenu::entries(LogActions::Menu menu) const
{
    switch (menu) {
    case LogActions::Menu::Everything: return everything();
    case LogActions::Menu::Containers: return containers().children;
    case LogActions::Menu::Followed: return followed();
    case LogActions::Menu::Streams: return streams().children;
    case LogActions::Menu::Columns: return columns().children;
    }
    Q_UNREACHABLE_RETURN({});
}

std::vector<MenuEntry> LogMenu::everything() const
{
    std::vector<MenuEntry> entries{{.text = statsOf(m_parts.feed), .isEnabled = false}, {}};
    for (auto &&chooser : {containers(), pods(), streams(), since(), compare()}) {
        if (!chooser.children.empty())
            entries.push_back(chooser);
    }
    for (const auto &group : {howItIsShown(), whatIsShown(), whatIsDone()}) {
        entries.push_back({});
        entries.insert(entries.end(), group.begin(), group.end());
    }
    return entries;
}

std::vector<MenuEntry> LogMenu::howItIsShown() const
{
    const auto press = [this](LogBar::Button button) {
        return [&actions = m_actions, button] { actions.press(button); };
    };
    return {{.text = tr("Time stamps"),
             .isCheckable = true,
             .isChecked = m_parts.panes.pane().areStampsShown(),
             .run = press(LogBar::Stamps)},
            {.text = tr("Wrap long lines"),
             .isCheckable = true,
             .isChecked = m_parts.panes.pane().isWrapped(),
             .run = press(LogBar::Wrap)},
            {.text = tr("When lines were written"),
             .isCheckable = true,
             .isChecked = m_parts.timeline.isShown(),
             .run = press(LogBar::Timeline)},
            {.text = tr("Fold stack traces"),
             .isCheckable = true,
             .isChecked = m_parts.panes.model().isFolded(),
             .run = [&actions = m_actions] { actions.toggleFolded(); }},
            {.text = tr("Closer or wider rows"),
             .run = [&actions = m_actions] { actions.nextDensity(); }},
            columns()};
}

std::vector<MenuEntry> LogMenu::whatIsShown() const
{
    auto &actions = m_actions;
    auto &query = m_parts.query;
    return {
        {.text = tr("Filter the lines"), .run = [&query] { query.open(Mode::Filter); }},
        {.text = tr("Hide lines"), .run = [&query] { query.open(Mode::Filter, true); }},
        {.text = tr("More lines around matches"), .run = [&actions] { actions.widenContext(1); }},
        {.text = tr("From this line on"), .run = [&actions] { actions.startRange(); }},
        {.text = tr("Up to this line"), .run = [&actions] { actions.endRange(); }},
        {.text = tr("Any time"),
         .isEnabled = m_parts.panes.model().hasRange(),
         .run = [&actions] { actions.endRanges(); }},
        {},
        {.text = tr("Mark this line"), .run = [&actions] { actions.toggleBookmark(); }},
        {.text = tr("Note on this line…"), .run = [&query] { query.open(Mode::Note); }},
        bookmarks()};
}

std::vector<MenuEntry> LogMenu::whatIsDone() const
{
    const auto copy = [this](CopyForm form) {
        return [&actions = m_actions, form] { actions.copy(form); };
    };
    return {{.text = tr("Copy"),
             .isEnabled = m_parts.panes.pane().hasSelection(),
             .run = copy(CopyForm::Plain)},
            {.text = tr("Copy lines with time stamps"), .run = copy(CopyForm::Stamps)},
            {.text = tr("Copy lines with pod and time stamps"), .run = copy(CopyForm::Pods)},
            {.text = tr("Save the whole log…"),
             .isEnabled = !m_parts.saving.isRunning(),
             .run = [&saving = m_parts.saving] { saving.askWhere(); }},
            {.text = tr("Windows scroll together in time"),
             .isCheckable = true,
             .isChecked = m_parts.lead.isLinked(),
             .isEnabled = m_parts.lead.hasLink(),
             .run = [&actions = m_actions] { actions.toggleLink(); }}};
}

MenuEntry LogMenu::containers() const
{
    MenuEntry menu{.text = tr("Container")};
    const auto choices = m_parts.feed.choices();
    const auto add = [&](const QString &text, const QString &container) {
        menu.children.push_back(
            {.text = text,
             .isCheckable = true,
             .isChecked = container == m_parts.feed.request().container,
             .run = [&actions = m_actions, container] { actions.showContainer(container); }});
    };
    if (choices.allContainers && !choices.containers.isEmpty())
        add(tr("All containers"), {});
    for (const auto &container : choices.containers)
        add(container, container);
    return menu;
}

/// Whose logs are read, where there are several.
MenuEntry LogMenu::pods() const
{
    MenuEntry menu{.text = tr("Pods")};
    const auto names = m_parts.feed.choices().pods;
    if (names.size() < 2)
        return menu;
    const auto &chosen = m_parts.feed.request().pods;
    menu.children.push_back({.text = tr("All pods"),
                             .isCheckable = true,
                             .isChecked = chosen.isEmpty(),
                             .run = [&actions = m_actions] {
                                 actions.read(
                                     [](LogFeed::Request &request) { request.pods.clear(); });
                             }});
    for (const auto &name : names)
        menu.children.push_back({.text = name,
                                 .isCheckable = true,
                                 .isChecked = chosen.contains(name),
                                 .run = [&actions = m_actions, name] { actions.choosePod(name); }});
    return menu;
}

/// By what a person narrows down what is followed.
std::vector<MenuEntry> LogMenu::followed() const
{
    std::vector<MenuEntry> choosers{pods(), containers()};
    std::erase_if(choosers, [](const MenuEntry &chooser) { return chooser.children.empty(); });
    return choosers.size() == 1 ? choosers.front().children : choosers;
}

/// Which streams are shown, of those that are read.
MenuEntry LogMenu::streams() const
{
    MenuEntry menu{.text = tr("Streams")};
    auto &model = m_parts.panes.model();
    const auto &sources = model.store().sources();
    const auto streams = m_parts.feed.streams();
    const auto named = namedSources(sources);
    if (named.size() < 2)
        return {};
    for (const auto id : named) {
        const auto &name = sources[id];
        const auto found = std::ranges::find(streams, name, &LogFeed::Stream::source);
        const auto state = stateOf(found == streams.end() ? nullptr : &*found);
        menu.children.push_back(
            {.text = name + u"  ·  "_s + state,
             .isCheckable = true,
             .isChecked = model.isSourceShown(id),
             .run = [&model, id] { model.setSourceShown(id, !model.isSourceShown(id)); }});
    }
    menu.children.push_back({});
    menu.children.push_back(
        {.text = tr("All streams"), .run = [&model] { model.setHiddenSources({}); }});
    return menu;
}

MenuEntry LogMenu::since() const
{
    MenuEntry menu{.text = tr("How much is read")};
    if (!m_parts.feed.choices().tail)
        return menu;
    const auto &now = m_parts.feed.request();
    const auto add = [&](const QString &text, std::optional<int> tail,
                         std::optional<qint64> seconds) {
        menu.children.push_back({.text = text,
                                 .isCheckable = true,
                                 .isChecked = now.tail == tail && now.sinceSeconds == seconds,
                                 .run = [&actions = m_actions, tail, seconds] {
                                     actions.read([&](LogFeed::Request &request) {
                                         request.tail = tail;
                                         request.sinceSeconds = seconds;
                                     });
                                 }});
    };
    add(tr("The last 1,000 lines"), 1000, {});
    add(tr("The last 10,000 lines"), LogFeed::TailLines, {});
    add(tr("The last 5 minutes"), {}, 300);
    add(tr("The last hour"), {}, 3600);
    add(tr("The last day"), {}, 86'400);
    add(tr("Everything"), {}, {});
    return menu;
}

/// All but the stream that stands at the left.
MenuEntry LogMenu::compare() const
{
    MenuEntry menu{.text = tr("Side by side with")};
    const auto &sources = m_parts.panes.store().sources();
    bool hasLeft = false;
    for (const auto id : namedSources(sources)) {
        if (!hasLeft && m_parts.panes.model().isSourceShown(id)) {
            hasLeft = true;
            continue;
        }
        menu.children.push_back(
            {.text = sources[id], .run = [&actions = m_actions, id] { actions.compareWith(id); }});
    }
    if (m_parts.panes.isComparing())
        menu.children.push_back({.text = tr("One view of all"),
                                 .run = [&actions = m_actions] { actions.endComparing(); }});
    return menu;
}

MenuEntry LogMenu::columns() const
{
    MenuEntry menu{.text = tr("Columns of JSON lines")};
    const auto &model = m_parts.panes.model();
    const auto &chosen = m_parts.panes.pane().style().columns;
    auto fields = sampledFields(model, model.store().end());
    fields = fields.first(std::min(MostFields, fields.size()));
    for (const auto &field : std::as_const(fields)) {
        const bool shown = std::ranges::contains(chosen, field, &LineStyle::Column::field);
        menu.children.push_back(
            {.text = field,
             .isCheckable = true,
             .isChecked = shown,
             .run = [&actions = m_actions, field, shown] { actions.setColumn(field, !shown); }});
    }
    if (fields.isEmpty())
        menu.children.push_back(
            {.text = tr("None of the newest lines is JSON"), .isEnabled = false});
    if (!chosen.empty()) {
        menu.children.push_back({});
        menu.children.push_back({.text = tr("Lines as they are"),
                                 .run = [&actions = m_actions] { actions.endColumns(); }});
    }
    return menu;
}

MenuEntry LogMenu::bookmarks() const
{
    const auto &marks = m_parts.marker.bookmarks().marks();
    MenuEntry menu{.text = tr("Marked lines"), .isEnabled = !marks.empty()};
    for (const auto &mark : marks) {
        auto text = clockText(mark.time);
        if (!mark.note.isEmpty())
            text += u"  "_s + mark.note.left(60);
        menu.children.push_back({.text = text, .run = [&marker = m_parts.marker, time = mark.time] {
                                     marker.goTo(time);
                                 }});
    }
    return menu;
}

} // namespace workspace
