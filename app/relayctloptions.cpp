// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/relayctloptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {
namespace {

struct Command
{
    QLatin1StringView name = {};
    QLatin1StringView arguments = {}; ///< one word each
    QLatin1StringView help = {};
};

constexpr Command Commands[] = {
    {"rooms"_L1, ""_L1, "the yards that there are"_L1},
    {"peers"_L1, "YARD"_L1, "who is in a yard"_L1},
    {"close"_L1, "YARD"_L1, "ends all connections of a yard; they may come back"_L1},
    {"close-peer"_L1, "ID"_L1, "ends one connection"_L1},
    {"versions"_L1, "YARD"_L1, "what a yard was"_L1},
    {"keep-version"_L1, "YARD NAME"_L1, "keeps what a yard is now"_L1},
    {"restore-version"_L1, "YARD ID"_L1, "makes a yard what it was"_L1},
    {"invites"_L1, "YARD"_L1, "the invites that hold"_L1},
    {"invite"_L1, "YARD"_L1, "makes one; --role, --name, --expires"_L1},
    {"revoke"_L1, "YARD ID"_L1, "ends an invite and its connections"_L1},
    {"export"_L1, "YARD FILE"_L1, "writes a yard's state"_L1},
    {"import"_L1, "YARD FILE"_L1, "merges a state into a yard; --replace"_L1},
    {"backup"_L1, "FILE"_L1, "writes all that the relay keeps, while it works"_L1},
    {"restore"_L1, "FILE"_L1,
     "into the empty --data-dir of a relay that does not run, or with "
     "--yard one yard into one that does; --as, --replace"_L1},
};

QString listOfCommands()
{
    QString list = u"\n\nCommands:\n"_s;
    for (const auto &command : Commands)
        list += u"  %1\n      %2\n"_s.arg(
            QString(command.name + u' ' + command.arguments).trimmed(), command.help);
    return list;
}

/// The address and the token: those of the data folder, or those that were named.
std::expected<relay::ControlFile, QString> relayOf(const QString &dataDir, const QString &address,
                                                   const QString &tokenFile)
{
    relay::ControlFile control;
    if (address.isEmpty()) {
        if (dataDir.isEmpty())
            return std::unexpected(u"name the relay's folder with --data-dir, or its address with "
                                   "--relay and a file with an admin's token with --token-file"_s);
        auto read = relay::ControlFile::read(dataDir);
        if (!read)
            return read;
        control = *read;
    } else {
        control.address = QUrl(address, QUrl::StrictMode);
        const auto scheme = control.address.scheme();
        if ((scheme != "http"_L1 && scheme != "https"_L1) || control.address.host().isEmpty())
            return std::unexpected(
                u"--relay wants an address like https://relay.example.org, not “%1”"_s.arg(
                    address));
        control.token = qgetenv("KRATEYARD_TOKEN");
    }
    if (!tokenFile.isEmpty()) {
        QFile file(tokenFile);
        if (!file.open(QIODevice::ReadOnly))
            return std::unexpected(u"cannot read %1: %2"_s.arg(tokenFile, file.errorString()));
        control.token = file.read(4096).trimmed();
    }
    if (control.token.isEmpty())
        return std::unexpected(u"a token is needed: --token-file FILE, or $KRATEYARD_TOKEN"_s);
    return control;
}

std::expected<int, QString> secondsOf(const QString &text)
{
    static constexpr std::pair<char16_t, int> Units[] = {
        {u's', 1}, {u'm', 60}, {u'h', 3600}, {u'd', 86'400}};
    const auto unit = text.isEmpty() ? QChar() : text.back();
    const auto *found = std::ranges::find(Units, unit, &std::pair<char16_t, int>::first);
    bool isNumber = false;
    const auto count = text.chopped(text.isEmpty() ? 0 : 1).toInt(&isNumber);
    if (found == std::end(Units) || !isNumber || count < 1 || count > 366 * 86'400 / found->second)
        return std::unexpected(u"--expires wants a time like 30m, 12h or 7d, not “%1”"_s.arg(text));
    return count * found->second;
}

/// The command with its arguments, or how it is used.
std::expected<void, QString> readCommand(const QStringList &words, RelayCtlOptions &options)
{
    if (words.isEmpty())
        return std::unexpected(u"say what to do: krateyard relay ctl --help lists it"_s);
    const auto *found = std::ranges::find(Commands, words.front(), &Command::name);
    if (found == std::end(Commands))
        return std::unexpected(
            u"there is no command “%1”: krateyard relay ctl --help lists them"_s.arg(
                words.front()));
    options.command = words.front();
    options.arguments = words.sliced(1);
    const auto wanted = QString(found->arguments).split(u' ', Qt::SkipEmptyParts);
    if (options.arguments.size() != wanted.size())
        return std::unexpected(u"it is: krateyard relay ctl %1"_s.arg(
            QStringList({QString(found->name), QString(found->arguments)}).join(u' ').trimmed()));
    return {};
}

} // namespace

std::expected<RelayCtlOptions, QString> readRelayCtlOptions(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QString(
        u"Asks a relay that works. On its own machine --data-dir is enough." + listOfCommands()));
    parser.addHelpOption();
    parser.addPositionalArgument(u"command"_s, u"One of those above."_s, u"COMMAND …"_s);
    const QCommandLineOption dataDir(u"data-dir"_s, u"The relay's folder."_s, u"FOLDER"_s);
    const QCommandLineOption address(u"relay"_s, u"Its address, if it is elsewhere."_s, u"URL"_s);
    const QCommandLineOption token(u"token-file"_s,
                                   u"A file with an admin's token; without it, $KRATEYARD_TOKEN."_s,
                                   u"FILE"_s);
    const QCommandLineOption json(u"json"_s, u"Prints what the relay says as it is."_s);
    const QCommandLineOption replace(
        u"replace"_s, u"import, restore: the state takes the place of the yard's."_s);
    const QCommandLineOption yard(u"yard"_s, u"restore: only that yard."_s, u"YARD"_s);
    const QCommandLineOption as(u"as"_s, u"restore: under that name."_s, u"YARD"_s);
    const QCommandLineOption role(u"role"_s, u"invite: viewer (by default) or editor."_s,
                                  u"ROLE"_s);
    const QCommandLineOption name(u"name"_s, u"invite: for whom."_s, u"NAME"_s);
    const QCommandLineOption expires(u"expires"_s, u"invite: 30m, 12h, 7d (by default)…"_s,
                                     u"TIME"_s);
    parser.addOptions({dataDir, address, token, json, replace, yard, as, role, name, expires});
    parser.process(application);

    RelayCtlOptions options{.dataDir = parser.value(dataDir),
                            .isJson = parser.isSet(json),
                            .replaces = parser.isSet(replace),
                            .yard = parser.value(yard),
                            .yardAs = parser.value(parser.isSet(as) ? as : yard),
                            .role = parser.value(role),
                            .name = parser.value(name)};
    if (const auto read = readCommand(parser.positionalArguments(), options); !read)
        return std::unexpected(read.error());
    if (parser.isSet(expires)) {
        const auto seconds = secondsOf(parser.value(expires));
        if (!seconds)
            return std::unexpected(seconds.error());
        options.expiresInSeconds = *seconds;
    }
    if (options.command == "restore"_L1 && options.yard.isEmpty()) {
        if (options.dataDir.isEmpty())
            return std::unexpected(
                u"name the empty folder with --data-dir, or one yard with --yard"_s);
        return options; // there is no relay to ask
    }
    const auto relay = relayOf(options.dataDir, parser.value(address), parser.value(token));
    if (!relay)
        return std::unexpected(relay.error());
    options.relay = *relay;
    return options;
}

} // namespace app
