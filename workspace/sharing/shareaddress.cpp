// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/sharing/shareaddress.h"

#include <QCoreApplication>
#include <QDebug>
#include <QHostAddress>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace)
};

constexpr auto OwnScheme = "krateyard:"_L1;
constexpr auto SyncPath = "/ws/sync"_L1;
constexpr auto JoinPath = "/join/"_L1;

std::unexpected<QString> wrong(const QString &why)
{
    return std::unexpected(why);
}

/// As the relay has it: Rooms::isName().
bool isYardName(const QString &name)
{
    return !name.isEmpty() && name.size() <= ShareAddress::LongestYard && name != "."_L1
        && name != ".."_L1 && std::ranges::none_of(name, [](QChar c) {
               return c == u'/' || c.category() == QChar::Other_Control;
           });
}

bool isToken(const QString &token)
{
    return token.size() <= ShareAddress::LongestToken
        && std::ranges::all_of(token, [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

bool isHere(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

/// The address of the relay itself, whatever of http, https, ws or wss it was written with.
ShareAddress::Answer<QUrl> relayAt(QUrl url, const QString &prefix)
{
    const auto scheme = url.scheme();
    if (scheme == "http"_L1 || scheme == "ws"_L1)
        url.setScheme(u"ws"_s);
    else if (scheme == "https"_L1 || scheme == "wss"_L1)
        url.setScheme(u"wss"_s);
    else
        return wrong(Tr::tr("“%1” is no address of a relay: it begins with https:// or wss://.")
                         .arg(scheme.left(40)));
    if (url.host().isEmpty() || !url.isValid())
        return wrong(Tr::tr("The address names no relay. It looks like relay.example.org."));
    if (!url.userInfo().isEmpty())
        return wrong(Tr::tr("A relay's address has no user and no password in it."));
    url.setPath(prefix + SyncPath);
    url.setQuery(QString());
    url.setFragment({});
    return url;
}

ShareAddress::Answer<ShareAddress> checked(const ShareAddress &address)
{
    if (address.yard.isEmpty())
        return wrong(Tr::tr("The link names no yard. Ask who sent it for the whole link, or type "
                            "the yard's name."));
    if (!isYardName(address.yard))
        return wrong(Tr::tr("A yard's name has 1 to 128 characters and no slash."));
    if (!isToken(address.token))
        return wrong(Tr::tr("The link's token is damaged. Ask for the link again."));
    return address;
}

/// What stands behind `path` of the URL, decoded; and the path before it.
struct Parts
{
    QString prefix = {};
    QString yard = {};
    bool found = false;
};

Parts partsOf(const QUrl &url, QLatin1StringView path)
{
    const auto whole = url.path(QUrl::FullyEncoded);
    const auto at = whole.indexOf(path);
    if (at < 0)
        return {};
    const auto name = QStringView(whole).mid(at + path.size());
    return {.prefix = whole.left(at),
            .yard = QUrl::fromPercentEncoding(name.toLatin1()),
            .found = true};
}

ShareAddress::Answer<ShareAddress> ownLink(const QUrl &url)
{
    const QUrlQuery query(url);
    const QUrl given(query.queryItemValue(u"relay"_s, QUrl::FullyDecoded));
    const auto path = given.path();
    if (!path.endsWith(SyncPath))
        return wrong(Tr::tr("The link does not say where its relay is. Ask for it again."));
    const auto relay = relayAt(given, path.chopped(SyncPath.size()));
    if (!relay)
        return std::unexpected(relay.error());
    return checked({.relay = *relay,
                    .yard = query.queryItemValue(u"yard"_s, QUrl::FullyDecoded),
                    .token = query.queryItemValue(u"token"_s, QUrl::FullyDecoded)});
}

/// An address of the web or of a WebSocket, which may lack the yard.
ShareAddress::Answer<ShareAddress> webLink(const QUrl &url)
{
    auto join = partsOf(url, JoinPath);
    const auto sync = partsOf(url, "/ws/sync/"_L1);
    QString token;
    if (join.found)
        token = url.fragment(QUrl::FullyDecoded);
    else if (sync.found)
        token = QUrlQuery(url).queryItemValue(u"token"_s, QUrl::FullyDecoded);
    auto bare = url.path(QUrl::FullyDecoded);
    if (bare.endsWith(SyncPath))
        bare.chop(SyncPath.size());
    while (bare.endsWith(u'/'))
        bare.chop(1);
    const auto &parts = join.found ? join : sync;
    const auto relay = relayAt(url, parts.found ? parts.prefix : bare);
    if (!relay)
        return std::unexpected(relay.error());
    return ShareAddress{.relay = *relay, .yard = parts.yard, .token = token};
}

} // namespace

bool ShareAddress::isJoinLink(const QString &text)
{
    return text.startsWith("krateyard://join"_L1, Qt::CaseInsensitive)
        && (text.size() == 16 || text[16] == u'?' || text[16] == u'/');
}

ShareAddress::Answer<ShareAddress> ShareAddress::parse(const QString &text)
{
    return parse(text, {}, {});
}

ShareAddress::Answer<ShareAddress> ShareAddress::parse(const QString &address, const QString &yard,
                                                       const QString &token)
{
    auto text = address.trimmed();
    if (text.isEmpty())
        return wrong(Tr::tr("Paste the link that you were sent, or type the relay's address."));
    if (text.size() > Longest)
        return wrong(Tr::tr("The link is too long to be one."));
    if (text.startsWith(OwnScheme, Qt::CaseInsensitive)) {
        if (!isJoinLink(text))
            return wrong(Tr::tr("This link opens something else; it does not join a yard."));
        return ownLink(QUrl(text, QUrl::StrictMode));
    }
    if (!text.contains("://"_L1)) {
        // Only on this machine is a connection without TLS what is meant.
        const QUrl guess(QString(u"http://"_s + text));
        text.prepend(isHere(guess.host()) ? "http://"_L1 : "https://"_L1);
    }
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return wrong(Tr::tr("This is no address. It looks like https://relay.example.org/join/…"));
    auto read = webLink(url);
    if (!read)
        return read;
    if (read->yard.isEmpty())
        read->yard = yard.trimmed();
    if (read->token.isEmpty())
        read->token = token.trimmed();
    return checked(*read);
}

QString ShareAddress::joinLink() const
{
    const auto encoded = [](const QString &part) {
        return QString::fromLatin1(QUrl::toPercentEncoding(part));
    };
    QString link = u"krateyard://join?relay="_s + encoded(relay.toString(QUrl::FullyEncoded))
        + u"&yard="_s + encoded(yard);
    if (!token.isEmpty())
        link += u"&token="_s + encoded(token);
    return link;
}

QString ShareAddress::shown() const
{
    const auto port = relay.port();
    const QString host =
        port < 0 ? relay.host() : QString(relay.host() + u':' + QString::number(port));
    return host + u" / "_s + yard;
}

QString ShareAddress::tokenKey() const
{
    return relay.toString(QUrl::FullyEncoded) + u' ' + yard;
}

QUrl ShareAddress::httpBase() const
{
    QUrl url = relay;
    url.setScheme(relay.scheme() == "wss"_L1 ? u"https"_s : u"http"_s);
    url.setPath(relay.path().chopped(SyncPath.size()));
    return url;
}

QDebug operator<<(QDebug debug, const ShareAddress &address)
{
    const QDebugStateSaver saver(debug);
    return debug.nospace() << "ShareAddress(" << address.shown() << ")";
}

} // namespace workspace
