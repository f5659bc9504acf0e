// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/help/shortcutstext.h"

#include "workspace/commands/commandset.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

struct HelpTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Help)
};

/// Made for something that a person has: named by an id with a slash, "context/prod".
static bool comesAndGoes(const Command &command)
{
    return command.id.contains(u'/');
}

static QString keysOf(const Command &command, KeyNames names)
{
    const auto format =
        names == KeyNames::Native ? QKeySequence::NativeText : QKeySequence::PortableText;
    QStringList texts;
    for (const auto &shortcut : command.shortcuts) {
        const bool isEverywhere = command.everywhere.contains(shortcut);
        texts << QString(shortcut.toString(format) + (isEverywhere ? u" *"_s : QString()));
    }
    return texts.join(u", "_s);
}

std::vector<HelpGroup> shortcutGroups(const CommandSet &commands, KeyNames names)
{
    std::vector<HelpGroup> groups;
    for (const auto &command : commands.all()) {
        if (comesAndGoes(command))
            continue;
        auto group = std::ranges::find(groups, command.group, &HelpGroup::name);
        if (group == groups.end())
            group = groups.insert(groups.end(), {.name = command.group});
        group->lines.push_back({command.id, command.name, keysOf(command, names), command.aliases});
    }
    return groups;
}

HelpGroup wordsGroup()
{
    return {HelpTr::tr("Words"),
            {{{}, HelpTr::tr("Yard: one workspace, a large canvas; it can show several clusters")},
             {{}, HelpTr::tr("Krate: a frame around the windows of one object or one list")},
             {{}, HelpTr::tr("Window: one view in a krate: YAML, a description, logs, a shell")},
             {{}, HelpTr::tr("Collection: a list of all objects of a kind, or of a namespace")},
             {{}, HelpTr::tr("Spotlight: the search over everything, and over what can be done")},
             {{}, HelpTr::tr("Card: what a krate looks like from far away or collapsed")},
             {{}, HelpTr::tr("Context: a cluster and who you are there, from your kubeconfig")}}};
}

static QString cell(QString text)
{
    return text.replace(u'|', u"\\|"_s);
}

QString shortcutsMarkdown(const std::vector<HelpGroup> &groups)
{
    QString page = u"# Shortcuts\n\n"
                   "Press F1 or `?` for this page in the program, with a search. A star: also over "
                   "a shell or an editor.\nThis file is written by `tst_desktopaccess` with "
                   "`KRATEYARD_WRITE_DOCS=1`, from the commands of the program.\n"_s;
    for (const auto &group : groups) {
        page += u"\n## %1\n\n| What | Keys |\n| --- | --- |\n"_s.arg(group.name);
        for (const auto &line : group.lines) {
            const auto keys = line.keys.isEmpty() ? QString() : u"`%1`"_s.arg(cell(line.keys));
            page += u"| %1 | %2 |\n"_s.arg(cell(line.name), keys);
        }
    }
    return page;
}

} // namespace workspace
