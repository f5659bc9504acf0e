// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/relayctl.h"

#include "app/relayctlclient.h"
#include "app/relayctloptions.h"
#include "app/relayctltable.h"
#include "collab/relay/store/restorebackup.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTimer>

#include <cstdio>
#include <map>

using namespace Qt::StringLiterals;

namespace app {
namespace {

enum ExitStatus { Done = 0, Refused = 1, Misused = 2, Unreachable = 3 };

int complain(const QString &sentence, int status)
{
    std::fprintf(stderr, "krateyard relay ctl: %s\n", qPrintable(sentence));
    return status;
}

void print(const QString &text)
{
    std::fputs(text.toUtf8().constData(), stdout);
}

/// One command, from the question to the end of the program.
class RelayCtl
{
public:
    explicit RelayCtl(const RelayCtlOptions &options)
        : m_options(options)
        , m_client(options.relay)
    {
    }

    void start();

private:
    using Show = std::function<QString(const QJsonObject &)>;

    QString yardPath(const QString &rest) const
    {
        return u"yards/%1/%2"_s.arg(pathPart(first()), rest);
    }
    QString first() const { return m_options.arguments.value(0); }
    QString second() const { return m_options.arguments.value(1); }

    void ask(const QByteArray &method, const QString &path, const Show &show,
             const QByteArray &body = {});
    void list(const QString &path, QLatin1StringView key, const std::vector<Column> &columns);
    void tell(const QByteArray &method, const QString &path, const QString &sentence,
              const QJsonObject &body = {});
    void invite();
    void restoreVersion();
    void save(const QByteArray &method, const QString &path, const QString &file);
    void importState(const QString &yard, const QByteArray &state);
    void importFile();
    void restoreYard();
    static void end(const RelayCtlClient::Problem &problem)
    {
        QCoreApplication::exit(
            complain(problem.text, problem.isUnreachable ? Unreachable : Refused));
    }

    const RelayCtlOptions m_options;
    RelayCtlClient m_client;
};

void RelayCtl::ask(const QByteArray &method, const QString &path, const Show &show,
                   const QByteArray &body)
{
    m_client.ask(method, path, body, [this, show](const auto &answer) {
        if (!answer)
            return end(answer.error());
        if (m_options.isJson)
            print(answer->isEmpty() ? u"{}\n"_s : QString::fromUtf8(*answer));
        else
            print(show(QJsonDocument::fromJson(*answer).object()));
        QCoreApplication::exit(Done);
    });
}

void RelayCtl::list(const QString &path, QLatin1StringView key, const std::vector<Column> &columns)
{
    ask("GET", path, [key, columns](const QJsonObject &answer) {
        const auto rows = answer.value(key).toArray();
        return rows.isEmpty() ? u"There are none.\n"_s : tableOf(rows, columns);
    });
}

void RelayCtl::tell(const QByteArray &method, const QString &path, const QString &sentence,
                    const QJsonObject &body)
{
    ask(
        method, path,
        [sentence](const QJsonObject &answer) {
            const auto closed = answer.value("closed"_L1);
            return closed.isUndefined()
                ? QString(sentence + u'\n')
                : u"%1: %2\n"_s.arg(sentence, QString::number(closed.toInt()));
        },
        body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact));
}

void RelayCtl::invite()
{
    QJsonObject body{{u"name"_s, m_options.name}};
    if (!m_options.role.isEmpty())
        body.insert(u"role"_s, m_options.role);
    if (m_options.expiresInSeconds > 0)
        body.insert(u"expiresInSeconds"_s, m_options.expiresInSeconds);
    ask(
        "POST", yardPath(u"invites"_s),
        [](const QJsonObject &invite) {
            return tableOf({invite},
                           {{"ID"_L1, "id"_L1},
                            {"NAME"_L1, "name"_L1},
                            {"ROLE"_L1, "role"_L1},
                            {"EXPIRES"_L1, "expires"_L1, Column::Kind::Time}})
                + u"\nThe link, which is shown only now:\n\n  %1\n"_s.arg(
                    invite.value("url"_L1).toString());
        },
        QJsonDocument(body).toJson(QJsonDocument::Compact));
}

void RelayCtl::restoreVersion()
{
    const auto path = yardPath(u"versions/%1/restore"_s.arg(pathPart(second())));
    ask("POST", path, [](const QJsonObject &answer) {
        const auto before = answer.value("before"_L1).toObject();
        return u"The yard is what it was. What it was before is version %1.\n"_s.arg(
            before.value("id"_L1).toString());
    });
}

void RelayCtl::save(const QByteArray &method, const QString &path, const QString &file)
{
    m_client.download(method, path, file, [this, file](const auto &size) {
        if (!size)
            return end(size.error());
        if (m_options.isJson)
            print(QString::fromUtf8(QJsonDocument({{u"file"_s, file}, {u"bytes"_s, *size}})
                                        .toJson(QJsonDocument::Compact))
                  + u'\n');
        else
            print(u"%1: %2 bytes\n"_s.arg(file, QString::number(*size)));
        QCoreApplication::exit(Done);
    });
}

void RelayCtl::importState(const QString &yard, const QByteArray &state)
{
    const auto path = u"yards/%1/import%2"_s.arg(
        pathPart(yard), m_options.replaces ? u"?mode=replace"_s : QString());
    ask(
        "POST", path,
        [yard](const QJsonObject &answer) {
            const auto before = answer.value("before"_L1).toObject().value("id"_L1).toString();
            return before.isEmpty()
                ? u"The state is part of the yard “%1” now.\n"_s.arg(yard)
                : u"The yard “%1” is what the file says. What it was before is version %2.\n"_s.arg(
                      yard, before);
        },
        state);
}

void RelayCtl::importFile()
{
    QFile file(second());
    if (!file.open(QIODevice::ReadOnly))
        return end({.text = u"cannot read %1: %2"_s.arg(second(), file.errorString())});
    importState(first(), file.readAll());
}

void RelayCtl::restoreYard()
{
    const auto state = relay::yardInBackup(first(), m_options.yard);
    if (!state)
        return end({.text = state.error()});
    importState(m_options.yardAs, *state);
}

void RelayCtl::start()
{
    using Kind = Column::Kind;
    const auto yard = [this] { return pathPart(first()); };
    const std::map<QString, std::function<void()>> commands = {
        {u"rooms"_s,
         [this] {
             list(u"admin/rooms"_s, "rooms"_L1,
                  {{"YARD"_L1, "yard"_L1},
                   {"PEERS"_L1, "peers"_L1},
                   {"IN MEMORY"_L1, "open"_L1, Kind::Flag},
                   {"SIZE"_L1, "bytes"_L1, Kind::Bytes}});
         }},
        {u"peers"_s,
         [this, yard] {
             list(u"admin/rooms/%1/peers"_s.arg(yard()), "peers"_L1,
                  {{"ID"_L1, "id"_L1},
                   {"NAME"_L1, "name"_L1},
                   {"ROLE"_L1, "role"_L1},
                   {"SINCE"_L1, "since"_L1, Kind::Time},
                   {"WAITING"_L1, "waitingBytes"_L1, Kind::Bytes},
                   {"BEHIND"_L1, "behind"_L1, Kind::Flag}});
         }},
        {u"close"_s,
         [this, yard] {
             tell("POST", u"admin/rooms/%1/close"_s.arg(yard()), u"Connections closed"_s);
         }},
        {u"close-peer"_s,
         [this, yard] {
             tell("POST", u"admin/peers/%1/close"_s.arg(yard()), u"Connections closed"_s);
         }},
        {u"versions"_s,
         [this] {
             list(yardPath(u"versions"_s), "versions"_L1,
                  {{"ID"_L1, "id"_L1},
                   {"TIME"_L1, "at"_L1, Kind::Time},
                   {"NAME"_L1, "name"_L1},
                   {"AUTHOR"_L1, "author"_L1},
                   {"SIZE"_L1, "bytes"_L1, Kind::Bytes},
                   {"AUTOMATIC"_L1, "automatic"_L1, Kind::Flag}});
         }},
        {u"keep-version"_s,
         [this] {
             tell("POST", yardPath(u"versions"_s), u"The version is kept."_s,
                  {{u"name"_s, second()}});
         }},
        {u"restore-version"_s, [this] { restoreVersion(); }},
        {u"invites"_s,
         [this] {
             list(yardPath(u"invites"_s), "invites"_L1,
                  {{"ID"_L1, "id"_L1},
                   {"NAME"_L1, "name"_L1},
                   {"ROLE"_L1, "role"_L1},
                   {"EXPIRES"_L1, "expires"_L1, Kind::Time}});
         }},
        {u"invite"_s, [this] { invite(); }},
        {u"revoke"_s,
         [this] {
             tell("DELETE", yardPath(u"invites/%1"_s.arg(pathPart(second()))),
                  u"The invite holds no more."_s);
         }},
        {u"export"_s, [this] { save("GET", yardPath(u"export"_s), second()); }},
        {u"import"_s, [this] { importFile(); }},
        {u"backup"_s, [this] { save("POST", u"admin/backup"_s, first()); }},
        {u"restore"_s, [this] { restoreYard(); }},
    };
    commands.at(m_options.command)();
}

int restoreAll(const RelayCtlOptions &options)
{
    const auto &file = options.arguments.front();
    const auto restored = relay::restoreBackup(file, options.dataDir);
    if (!restored)
        return complain(restored.error(), Refused);
    print(u"%1 is in %2. Start the relay with --data-dir %2.\n"_s.arg(file, options.dataDir));
    return Done;
}

} // namespace

int runRelayCtl(int argc, char **argv)
{
    static char name[] = "krateyard relay ctl"; // as --help shows it
    argv[0] = name;
    QCoreApplication application(argc, argv);
    const auto options = readRelayCtlOptions(application);
    if (!options)
        return complain(options.error(), Misused);
    if (options->command == "restore"_L1 && options->yard.isEmpty())
        return restoreAll(*options);
    RelayCtl ctl(*options);
    QTimer::singleShot(0, &application, [&ctl] { ctl.start(); });
    return QCoreApplication::exec();
}

} // namespace app
