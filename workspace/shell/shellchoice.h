// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QStringList>

namespace workspace {

/// What a shell window runs in its container.
struct ShellChoice
{
    Q_DECLARE_TR_FUNCTIONS(workspace::ShellChoice)

public:
    enum class Kind {
        Usual, ///< the container's bash, else its sh
        Named, ///< bash, sh, ash, zsh
        Own, ///< a command line of the person's
        Attach, ///< nothing: joins what the container runs itself
    };

    Kind kind = Kind::Usual;
    QString text = {}; ///< the name, or the command line as it was typed

    /// Empty for Attach, and for a command line without a word in it.
    QStringList command() const;
    QString name() const; ///< for people, a word or two

    static ShellChoice named(const QString &shell) { return {Kind::Named, shell}; }
    static QStringList names();

    bool operator==(const ShellChoice &) const = default;
};

} // namespace workspace
