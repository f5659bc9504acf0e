// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktopoptions.h"

#include "workspace/links/deeplink.h"
#include "workspace/sharing/shareaddress.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace app {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(app)
};

void addOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"link"_s, Tr::tr("What to show, as a krateyard:// link."),
                                 u"[LINK…]"_s);
    parser.setApplicationDescription(
        Tr::tr("Work on Kubernetes clusters on one large canvas.\n\n"
               "  krateyard                the desktop\n"
               "  krateyard demo           a demo cluster to try it on\n"
               "  krateyard join LINK      a yard that is shared on a relay\n"
               "  krateyard relay          a server without a screen\n"
               "  krateyard logs FILE      a log file, or - for standard input"));
    parser.addOptions({
        {{u"h"_s, u"help"_s}, Tr::tr("Prints this and ends.")},
        {{u"v"_s, u"version"_s}, Tr::tr("Prints the version and ends.")},
        {u"kubeconfig"_s, Tr::tr("The kubeconfig to use instead of $KUBECONFIG or ~/.kube/config."),
         u"FILE"_s},
        {u"context"_s, Tr::tr("The context to begin with."), u"NAME"_s},
        {{u"n"_s, u"namespace"_s}, Tr::tr("The namespace where --open names none."), u"NAME"_s},
        {u"open"_s,
         Tr::tr("Opens a collection or an object: kind[/namespace[/name]][:view], for example "
                "pods, deploy/shop or pod/shop/web-1:logs. May be given more than once."),
         u"TARGET"_s},
        {u"demo"_s, Tr::tr("Starts a demo cluster and shows it.")},
        {u"yard"_s, Tr::tr("The file that keeps the yard, instead of the yards of your own."),
         u"FILE"_s},
        {u"new-instance"_s,
         Tr::tr("Starts another Krateyard when one is running. Without it, that one comes to the "
                "front and opens what is asked for here.")},
        {u"light"_s, Tr::tr("Uses the light theme.")},
        {u"zoom"_s, Tr::tr("The zoom to begin with, 0.16 to 2.2."), u"NUMBER"_s},
        {u"size"_s, Tr::tr("The size of the window, for example 1600x1000."), u"WxH"_s},
        {u"screenshot"_s, Tr::tr("Writes a picture once everything is shown, and ends."),
         u"FILE"_s},
    });
}

QSize sizeFrom(const QString &text)
{
    const QSize size(text.section(u'x', 0, 0).toInt(), text.section(u'x', 1).toInt());
    const bool sensible = size.width() >= 200 && size.height() >= 200 && size.width() <= 16384
        && size.height() <= 16384;
    return sensible ? size : QSize();
}

} // namespace

QString DesktopOptions::help()
{
    QCommandLineParser parser;
    addOptions(parser);
    return parser.helpText();
}

std::expected<DesktopOptions, QString> DesktopOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return std::unexpected(parser.errorText());
    auto links = parser.positionalArguments();
    if (!links.isEmpty() && links.first() == "join"_L1) {
        const auto address = workspace::ShareAddress::parse(links.value(1));
        if (!address)
            return std::unexpected(address.error());
        links = {address->joinLink()};
    }
    for (const auto &link : std::as_const(links)) {
        if (!workspace::DeepLink::isLink(link))
            return std::unexpected(
                Tr::tr("“%1” is not understood. krateyard --help lists what is.").arg(link));
    }
    DesktopOptions options{.kubeconfig = parser.value(u"kubeconfig"_s),
                           .context = parser.value(u"context"_s),
                           .nameSpace = parser.value(u"namespace"_s),
                           .screenshot = parser.value(u"screenshot"_s),
                           .light = parser.isSet(u"light"_s),
                           .demo = parser.isSet(u"demo"_s),
                           .yard = parser.value(u"yard"_s),
                           .links = links,
                           .newInstance = parser.isSet(u"new-instance"_s)};
    for (const auto &text : parser.values(u"open"_s)) {
        const auto target = workspace::OpenTarget::parse(text);
        if (!target)
            return std::unexpected(target.error());
        options.open.push_back(*target);
    }
    if (const auto zoom = parser.value(u"zoom"_s); !zoom.isEmpty()) {
        options.zoom = zoom.toDouble();
        if (options.zoom < 0.16 || options.zoom > 2.2)
            return std::unexpected(Tr::tr("--zoom wants a number from 0.16 to 2.2."));
    }
    if (const auto size = parser.value(u"size"_s); !size.isEmpty()) {
        options.size = sizeFrom(size);
        if (options.size.isEmpty())
            return std::unexpected(Tr::tr("--size wants width and height, for example 1600x1000."));
    }
    return options;
}

} // namespace app
