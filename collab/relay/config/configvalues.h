// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/config/configkeys.h"

#include <QDateTime>

#include <chrono>

/// Values of configuration files: how they are read and shown. Those that take a reference keep it.
namespace relay::config {

/// As YAML writes them in one line.
QString shownText(const QString &text);
QString shownList(const QStringList &texts);
QString shownTime(std::chrono::seconds time); ///< 90s, 60m, 8h, 30d
QString shownBytes(qint64 bytes); ///< 256KiB, 8MiB

QString textIn(const YAML::Node &node, const QString &key);
QStringList textsIn(const YAML::Node &node, const QString &key);
qint64 numberIn(const YAML::Node &node, const QString &key, qint64 least, qint64 most);
/// `90s`, `60m`, `8h`, `30d`; a number without a unit counts `unit`s.
std::chrono::seconds timeIn(const YAML::Node &node, const QString &key, std::chrono::seconds unit);
/// A number of bytes, or of `KiB`, `MiB` or `GiB`.
qint64 bytesIn(const YAML::Node &node, const QString &key);
QDateTime dateIn(const YAML::Node &node, const QString &key);
/// The SHA-256 of a token.
QByteArray hashIn(const YAML::Node &node);

ConfigKey text(const QString &name, QString &value);
ConfigKey texts(const QString &name, QStringList &value);
ConfigKey flag(const QString &name, bool &value);
ConfigKey decimal(const QString &name, double &value); ///< above 0
ConfigKey bytes(const QString &name, qint64 &value);
ConfigKey section(const QString &name, std::vector<ConfigKey> keys,
                  std::function<void(const YAML::Node &)> finish = {});

/// A whole number above 0.
template<typename Number>
ConfigKey number(const QString &name, Number &value)
{
    return {.name = name,
            .read =
                [name, &value](const YAML::Node &node) {
                    value = Number(numberIn(node, name, 1, std::numeric_limits<int>::max()));
                },
            .shown = [&value] { return QString::number(qint64(value)); }};
}

/// A number of seconds, without a unit.
ConfigKey seconds(const QString &name, auto &value)
{
    return {.name = name,
            .read =
                [name, &value](const YAML::Node &node) {
                    value = std::chrono::seconds(
                        numberIn(node, name, 1, std::numeric_limits<int>::max()));
                },
            .shown =
                [&value] {
                    return QString::number(
                        std::chrono::duration_cast<std::chrono::seconds>(value).count());
                }};
}

/// A time with a unit; without one it counts those of the value's type.
template<typename Rep, typename Period>
ConfigKey time(const QString &name, std::chrono::duration<Rep, Period> &value)
{
    using Duration = std::chrono::duration<Rep, Period>;
    return {
        .name = name,
        .read =
            [name, &value](const YAML::Node &node) {
                const auto found = timeIn(node, name, Duration(1));
                value = std::chrono::duration_cast<Duration>(found);
                if (value != found)
                    complain(
                        node,
                        QStringLiteral("“%1” is in steps of %2").arg(name, shownTime(Duration(1))));
            },
        .shown = [&value] { return shownTime(value); }};
}

} // namespace relay::config
