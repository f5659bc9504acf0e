// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yards/yardswitcher.h"

#include "workspace/commands/commandset.h"
#include "workspace/look/look.h"
#include "workspace/tools/askpanel.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/yards/yardkeeper.h"
#include "workspace/yards/yardlibrary.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace workspace {

YardSwitcher::YardSwitcher(YardLibrary &library, YardKeeper &keeper, CommandSet &commands,
                           NoticeBar &notices, Look &look, QWidget &canvas)
    : m_library(library)
    , m_keeper(keeper)
    , m_commands(commands)
    , m_notices(notices)
    , m_look(look)
    , m_canvas(canvas)
    , m_panel(new AskPanel(look, &canvas))
{
    connect(&library, &YardLibrary::changed, this, &YardSwitcher::addCommands);
    connect(&keeper, &YardKeeper::opened, this, &YardSwitcher::addCommands);
    addCommands();
}

void YardSwitcher::addCommands()
{
    for (const auto &id : std::exchange(m_added, {}))
        m_commands.remove(id);
    if (!m_keeper.hasLibrary())
        return;
    const auto add = [this](const QString &id, const QString &name, const QStringList &aliases,
                            const std::function<void()> &run) {
        m_commands.add(
            {.id = id, .name = name, .group = tr("Yards"), .aliases = aliases, .run = run});
    };
    add(u"yard.new"_s, tr("New yard"), {tr("create yard")}, [this] { askNew(); });
    add(u"yard.rename"_s, tr("Rename this yard"), {}, [this] { askRename(); });
    add(u"yard.duplicate"_s, tr("Duplicate this yard"), {tr("copy yard")},
        [this] { askDuplicate(); });
    add(u"yard.delete"_s, tr("Delete this yard"), {tr("remove yard")}, [this] { askDelete(); });
    for (const auto &yard : m_library.yards()) {
        if (yard.id == m_keeper.current())
            continue;
        const QString id = u"yard.open/"_s + yard.id;
        add(id, tr("Go to yard %1").arg(yard.name), {}, [this, to = yard.id] { go(to); });
        m_added.append(id);
    }
}

void YardSwitcher::showMenu(QPoint at)
{
    if (!m_keeper.hasLibrary())
        return;
    auto *menu = new QMenu(&m_canvas);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setFont(m_look.sans(13));
    for (const auto &yard : m_library.yards()) {
        auto name = yard.name;
        auto *action = menu->addAction(name.replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(yard.id == m_keeper.current());
        connect(action, &QAction::triggered, this, [this, id = yard.id] { go(id); });
    }
    menu->addSeparator();
    if (m_commands.find(u"yard.join"_s))
        menu->addAction(tr("Join a yard…"), this, [this] { m_commands.run(u"yard.join"_s); });
    menu->addAction(tr("New yard…"), this, &YardSwitcher::askNew);
    menu->addAction(tr("Rename…"), this, &YardSwitcher::askRename);
    menu->addAction(tr("Duplicate…"), this, &YardSwitcher::askDuplicate);
    menu->addAction(tr("Delete…"), this, &YardSwitcher::askDelete);
    menu->popup(at);
}

void YardSwitcher::go(const QString &id)
{
    if (const auto done = m_keeper.open(id); !done)
        m_notices.say(done.error());
}

void YardSwitcher::askNew()
{
    m_panel->askName(tr("New yard"), tr("Create"), m_library.freeName(tr("New yard")),
                     [this](const QString &name) {
                         const auto made = m_library.create(name);
                         if (made)
                             go(*made);
                         return made ? QString() : made.error();
                     });
}

void YardSwitcher::askRename()
{
    const auto id = m_keeper.current();
    m_panel->askName(tr("Rename yard"), tr("Rename"), m_keeper.name(),
                     [this, id](const QString &name) {
                         if (id == m_keeper.current())
                             m_keeper.flush(); // the library reads the file
                         if (const auto done = m_library.rename(id, name); !done)
                             return done.error();
                         if (id == m_keeper.current())
                             m_keeper.rename(m_library.find(id)->name);
                         return QString();
                     });
}

void YardSwitcher::askDuplicate()
{
    const auto id = m_keeper.current();
    m_panel->askName(tr("Duplicate yard"), tr("Duplicate"), m_library.freeName(m_keeper.name()),
                     [this, id](const QString &name) {
                         m_keeper.flush();
                         const auto made = m_library.duplicate(id, name);
                         if (made)
                             go(*made);
                         return made ? QString() : made.error();
                     });
}

void YardSwitcher::askDelete()
{
    const auto id = m_keeper.current();
    const auto name = m_keeper.name();
    m_panel->askWhether(tr("Delete the yard “%1”?").arg(name),
                        tr("Its krates go with it. Nothing in a cluster is changed. It can be "
                           "brought back for 30 days."),
                        tr("Delete"), AskPanel::Weight::Destructive,
                        [this, id, name] { return remove(id, name); });
}

QString YardSwitcher::remove(const QString &id, const QString &name)
{
    // Another one is opened first: the file must not be written any more.
    const auto yards = m_library.yards();
    for (const auto &yard : yards) {
        if (yard.id != id && m_keeper.current() == id)
            m_keeper.open(yard.id).or_else([](auto &&) { return std::expected<void, QString>(); });
    }
    if (m_keeper.current() == id) {
        const auto made = m_library.create(m_library.freeName(tr("my yard")));
        if (!made)
            return made.error();
        if (const auto done = m_keeper.open(*made); !done)
            return done.error();
    }
    if (const auto done = m_library.remove(id); !done)
        return done.error();
    m_notices.offer(tr("The yard “%1” was deleted.").arg(name), tr("Undo"),
                    [this, id] { bringBack(id); });
    return {};
}

void YardSwitcher::bringBack(const QString &id)
{
    if (const auto done = m_library.restore(id); !done)
        m_notices.say(done.error());
    else
        go(id);
}

} // namespace workspace
