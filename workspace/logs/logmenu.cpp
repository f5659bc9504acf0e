// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/desk/timelink.h"
#include "workspace/logs/logcontent.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

// The part of LogContent that offers menus.

namespace workspace {

static constexpr qsizetype MostFields = 30;

/// A menu can outlive what it is about.
void LogContent::guard(std::vector<MenuEntry> &entries)
{
    for (auto &entry : entries) {
        if (entry.run)
            entry.run = [run = entry.run, content = QPointer(this)] {
                if (content)
                    run();
            };
        guard(entry.children);
    }
}

std::vector<MenuEntry> LogContent::ownMenu()
{
    return std::exchange(m_menuPressed, false) ? menu() : std::vector<MenuEntry>();
}

std::vector<MenuEntry> LogContent::menu()
{
    using Mode = LogQueryBar::Mode;
    const MenuEntry line;
    std::vector<MenuEntry> entries{{.text = statsText(), .isEnabled = false}, line};
    for (auto &&chooser : {containersMenu(), streamsMenu(), sinceMenu(), compareMenu()}) {
        if (!chooser.children.empty())
            entries.push_back(chooser);
    }
    const auto press = [this](LogBar::Button button) {
        return [this, button] { pressBar(button); };
    };
    const std::vector<MenuEntry> shown{
        line,
        {.text = tr("Time stamps"),
         .isCheckable = true,
         .isChecked = m_pane.areStampsShown(),
         .run = press(LogBar::Stamps)},
        {.text = tr("Wrap long lines"),
         .isCheckable = true,
         .isChecked = m_pane.isWrapped(),
         .run = press(LogBar::Wrap)},
        {.text = tr("When lines were written"),
         .isCheckable = true,
         .isChecked = m_showsTimeline,
         .run = press(LogBar::Timeline)},
        {.text = tr("Fold stack traces"),
         .isCheckable = true,
         .isChecked = m_model.isFolded(),
         .run =
             [this] {
                 changeModels([fold = !m_model.isFolded()](LogModel &m) { m.setFolded(fold); });
             }},
        {.text = tr("Closer or wider rows"), .run = [this] { nextDensity(); }},
        columnsMenu(),
        line,
        {.text = tr("Filter the lines"), .run = [this] { openQuery(Mode::Filter); }},
        {.text = tr("Hide lines"), .run = [this] { openQuery(Mode::Filter, true); }},
        {.text = tr("More lines around matches"),
         .run = [this] { setContext(m_model.context() + 1); }},
        {.text = tr("From this line on"), .run = [this] { startRange(); }},
        {.text = tr("Up to this line"), .run = [this] { endRange(); }},
        {.text = tr("Any time"),
         .isEnabled = m_model.hasRange(),
         .run =
             [this] {
                 changeModels(
                     [](LogModel &m) { m.setRange(logstore::NoTime, LogModel::EndOfTime); });
             }},
        line,
        {.text = tr("Mark this line"), .run = [this] { toggleBookmark(); }},
        {.text = tr("Note on this line…"), .run = [this] { openQuery(Mode::Note); }},
        bookmarksMenu(),
        line,
        {.text = tr("Copy"),
         .isEnabled = m_pane.hasSelection(),
         .run = [this] { copy(CopyForm::Plain); }},
        {.text = tr("Copy lines with time stamps"), .run = [this] { copy(CopyForm::Stamps); }},
        {.text = tr("Copy lines with pod and time stamps"),
         .run = [this] { copy(CopyForm::Pods); }},
        {.text = tr("Save the whole log…"), .isEnabled = !m_saver, .run = [this] { askWhere(); }},
        {.text = tr("Windows scroll together in time"),
         .isCheckable = true,
         .isChecked = m_link && m_link->isOn(),
         .isEnabled = bool(m_link),
         .run = [this] { toggleLink(); }}};
    entries.insert(entries.end(), shown.begin(), shown.end());
    guard(entries);
    return entries;
}

MenuEntry LogContent::containersMenu()
{
    MenuEntry menu{.text = tr("Container")};
    const auto choices = m_feed->choices();
    const auto add = [&](const QString &text, const QString &container) {
        menu.children.push_back({.text = text,
                                 .isCheckable = true,
                                 .isChecked = container == m_feed->request().container,
                                 .run = [this, container] { showContainer(container); }});
    };
    if (choices.allContainers && !choices.containers.isEmpty())
        add(tr("All containers"), {});
    for (const auto &container : choices.containers)
        add(container, container);
    guard(menu.children);
    return menu;
}

/// Which streams are shown, of those that are read.
MenuEntry LogContent::streamsMenu()
{
    MenuEntry menu{.text = tr("Streams")};
    const auto &sources = m_feed->store().sources();
    const auto streams = m_feed->streams();
    const auto stateOf = [&streams](const QString &name) {
        const auto found = std::ranges::find(streams, name, &LogFeed::Stream::source);
        if (found == streams.end())
            return tr("gone");
        switch (found->state) {
        case LogFeed::State::Idle:
        case LogFeed::State::Connecting: return tr("connecting");
        case LogFeed::State::Live: return tr("live");
        case LogFeed::State::Waiting: return tr("waiting");
        case LogFeed::State::Reconnecting: return tr("reconnecting, %1").arg(found->attempt);
        case LogFeed::State::Paused: return tr("paused");
        case LogFeed::State::Ended: return tr("ended");
        case LogFeed::State::Failed: return tr("failed");
        }
        Q_UNREACHABLE_RETURN(QString());
    };
    for (qsizetype i = 0; i < sources.size(); ++i) {
        if (sources[i].isEmpty())
            continue;
        const auto id = logstore::SourceId(i);
        menu.children.push_back(
            {.text = sources[i] + u"  ·  "_s + stateOf(sources[i]),
             .isCheckable = true,
             .isChecked = m_model.isSourceShown(id),
             .run = [this, id] { m_model.setSourceShown(id, !m_model.isSourceShown(id)); }});
    }
    if (menu.children.size() < 2)
        return {};
    menu.children.push_back({});
    menu.children.push_back({.text = tr("All streams"), .run = [this] {
                                 const auto count = m_feed->store().sources().size();
                                 for (qsizetype i = 0; i < count; ++i)
                                     m_model.setSourceShown(logstore::SourceId(i), true);
                             }});
    guard(menu.children);
    return menu;
}

MenuEntry LogContent::sinceMenu()
{
    MenuEntry menu{.text = tr("How much is read")};
    if (!m_feed->choices().tail)
        return menu;
    const auto &now = m_feed->request();
    const auto add = [&](const QString &text, std::optional<int> tail,
                         std::optional<qint64> seconds) {
        menu.children.push_back({.text = text,
                                 .isCheckable = true,
                                 .isChecked = now.tail == tail && now.sinceSeconds == seconds,
                                 .run = [this, tail, seconds] {
                                     readAgain([&](LogFeed::Request &request) {
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
    guard(menu.children);
    return menu;
}

MenuEntry LogContent::compareMenu()
{
    MenuEntry menu{.text = tr("Side by side with")};
    const auto &sources = m_feed->store().sources();
    std::optional<logstore::SourceId> left;
    for (qsizetype i = 0; i < sources.size(); ++i) {
        const auto id = logstore::SourceId(i);
        if (sources[i].isEmpty())
            continue;
        if (!left && m_model.isSourceShown(id)) {
            left = id;
            continue;
        }
        menu.children.push_back(
            {.text = sources[i], .run = [this, i] { compareWith(logstore::SourceId(i)); }});
    }
    if (m_other)
        menu.children.push_back({.text = tr("One view of all"), .run = [this] { compare(0, 0); }});
    return menu;
}

/// The stream that is shown, or the first of several, at the left.
void LogContent::compareWith(logstore::SourceId right)
{
    const auto &sources = m_feed->store().sources();
    for (qsizetype i = 0; i < sources.size(); ++i) {
        const auto id = logstore::SourceId(i);
        if (!sources[i].isEmpty() && id != right && m_model.isSourceShown(id))
            return compare(id, right);
    }
}

MenuEntry LogContent::columnsMenu()
{
    MenuEntry menu{.text = tr("Columns of JSON lines")};
    const auto &chosen = m_pane.style().columns;
    auto fields = sampledFields(m_model, m_feed->store().end());
    fields = fields.first(std::min(MostFields, fields.size()));
    for (const auto &field : std::as_const(fields)) {
        const bool shown = std::ranges::contains(chosen, field, &LineStyle::Column::field);
        menu.children.push_back(
            {.text = field, .isCheckable = true, .isChecked = shown, .run = [this, field, shown] {
                 setColumn(field, !shown);
             }});
    }
    if (fields.isEmpty())
        menu.children.push_back(
            {.text = tr("None of the newest lines is JSON"), .isEnabled = false});
    if (!chosen.empty()) {
        menu.children.push_back({});
        menu.children.push_back({.text = tr("Lines as they are"), .run = [this] {
                                     changePanes([](LogPane &pane) { pane.setColumns({}); });
                                 }});
    }
    guard(menu.children);
    return menu;
}

void LogContent::setColumn(const QString &field, bool shown)
{
    QStringList fields;
    for (const auto &column : m_pane.style().columns) {
        if (column.field != field)
            fields.append(column.field);
    }
    if (shown)
        fields.append(field);
    const auto columns = columnsFor(m_model, fields);
    changePanes([&columns](LogPane &pane) { pane.setColumns(columns); });
    refresh();
}

MenuEntry LogContent::bookmarksMenu()
{
    MenuEntry menu{.text = tr("Marked lines"), .isEnabled = !m_bookmarks->marks().empty()};
    for (const auto &mark : m_bookmarks->marks()) {
        auto text = clockText(mark.time);
        if (!mark.note.isEmpty())
            text += u"  "_s + mark.note.left(60);
        menu.children.push_back({.text = text, .run = [this, time = mark.time] {
                                     const auto &store = m_feed->store();
                                     if (const auto at = store.numberAt(time); at < store.end())
                                         m_pane.reveal(at);
                                 }});
    }
    return menu;
}

} // namespace workspace
