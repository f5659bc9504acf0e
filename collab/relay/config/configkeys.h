// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <yaml-cpp/yaml.h>

#include <functional>
#include <optional>
#include <vector>

namespace relay {

/// What is wrong with a value: thrown by who reads it, and caught by readConfig().
struct ConfigMistake
{
    int line = 0; ///< 0: not of the file
    QString text = {};
};

/// Says what is wrong with the value, and what to write instead.
[[noreturn]] void complain(const YAML::Node &node, const QString &text);

/// One key of the configuration: a value, or a section with keys of its own. The names of the
/// environment's variables, the keys that there are and what --check-config shows come out of it.
///
/// In the file it may also be written with underscores: `data_dir` is `dataDir`.
struct ConfigKey
{
    enum class Kind {
        Text,
        List,
        Section,
        Elsewhere, ///< a part that others read
    };

    QString name = {}; ///< as documents have it: dataDir
    Kind kind = Kind::Text;
    std::function<void(const YAML::Node &)> read = {}; ///< not of sections; throws ConfigMistake
    /// The value that holds, as YAML in one line; never a secret. Not of sections.
    std::function<QString()> shown = {};
    QStringList aliases = {}; ///< older names, and those that others gave it
    std::vector<ConfigKey> keys = {}; ///< of a section
    /// Of a section, after all its keys: what they are together. The node is none when the file has
    /// no such section.
    std::function<void(const YAML::Node &)> finish = {};
};

/// `gateway.auth.allowedGroups` is KRATEYARD_GATEWAY_AUTH_ALLOWED_GROUPS.
QString variableOf(const QString &path);

/// What the file has besides.
enum class OtherKeys { Refused, Ignored };

/// Reads the file into `keys`, and then what the environment says instead: texts as they are, lists
/// with commas or as YAML in brackets. Gives everything that is wrong, each with its line or
/// variable and a remedy; empty: nothing.
QStringList readConfig(const QByteArray &yaml, const std::vector<ConfigKey> &keys,
                       const QProcessEnvironment &environment, OtherKeys others);

/// A map within a list: each key has its reader; there are no others.
using ConfigReaders = std::vector<std::pair<QString, std::function<void(const YAML::Node &)>>>;
void readMap(const YAML::Node &node, const QString &name, const ConfigReaders &readers);

/// A key with its whole path, for documents and for --check-config. Sections are none.
struct ConfigEntry
{
    QString path = {};
    QString variable = {};
    QString shown = {};
};
std::vector<ConfigEntry> entriesOf(const std::vector<ConfigKey> &keys);

} // namespace relay
