// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace workspace {

class CommandSet;

/// One line of the help.
struct HelpLine
{
    QString id = {}; ///< of a command; empty for a word
    QString name = {};
    QString keys = {}; ///< "Ctrl+K, Ctrl+P"; may be empty
    QStringList words = {}; ///< that find it, too

    bool operator==(const HelpLine &) const = default;
};

struct HelpGroup
{
    QString name = {};
    std::vector<HelpLine> lines = {};

    bool operator==(const HelpGroup &) const = default;
};

enum class KeyNames {
    Native, ///< as this platform writes them
    Portable, ///< in English, the same everywhere
};

/// What can be done, by the groups of its commands in the order they came; a star behind a key says
/// that it works over a shell and an editor, too. What has no key and is one of many that come and
/// go (contexts, yards) is left out.
std::vector<HelpGroup> shortcutGroups(const CommandSet &commands, KeyNames names);

/// The product's words and what they mean.
HelpGroup wordsGroup();

/// The groups as a page for docs/: a table each.
QString shortcutsMarkdown(const std::vector<HelpGroup> &groups);

} // namespace workspace
