// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/links/deeplink.h"

#include "kube/logstore/stamp.h"
#include "workspace/report/redaction.h"
#include "workspace/yard/kinds.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace)
};

constexpr auto Scheme = "krateyard:"_L1;
constexpr auto Prefix = "krateyard://open/"_L1;

/// What a link may ask for of an object: all that only shows.
bool mayAsk(View view)
{
    return view != View::Shell && view != View::Collection;
}

std::unexpected<QString> wrong(const QString &why)
{
    return std::unexpected(Tr::tr("The link cannot be opened: %1 A link looks like "
                                  "krateyard://open/context/namespace/kind/name?view=logs.")
                               .arg(why));
}

/// A part as it was before it was encoded; nothing when it is no text or too long.
/// https://www.rfc-editor.org/rfc/rfc3986#section-2.1
std::optional<QString> decoded(QStringView part)
{
    const auto bytes = part.toUtf8();
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto isHex = [&](qsizetype at) {
            return at < bytes.size() && std::isxdigit(static_cast<unsigned char>(bytes[at]));
        };
        if (bytes[i] == '%' && !(isHex(i + 1) && isHex(i + 2)))
            return std::nullopt;
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(QByteArray::fromPercentEncoding(bytes));
    const bool strange =
        std::ranges::any_of(text, [](QChar c) { return !c.isPrint() && !c.isSurrogate(); });
    if (decoder.hasError() || strange || text.size() > DeepLink::LongestPart)
        return std::nullopt;
    return text;
}

std::expected<std::vector<View>, QString> viewsIn(const QString &names)
{
    std::vector<View> views;
    for (const auto &name : names.split(u',')) {
        const auto view = viewNamed(name);
        if (view == View::Shell)
            return wrong(Tr::tr("a link cannot open a shell."));
        if (!view || !mayAsk(*view) || std::ranges::contains(views, *view)
            || std::ssize(views) == DeepLink::MostViews)
            return wrong(Tr::tr("“%1” is no view that it can ask for.").arg(name.left(40)));
        views.push_back(*view);
    }
    return views;
}

/// What follows the views: how the log is shown. Nothing that is asked for twice, or unknown.
bool readLog(const QList<QStringView> &parameters, ViewOptions &log)
{
    for (const auto parameter : parameters) {
        const auto equals = parameter.indexOf(u'=');
        const auto value = decoded(parameter.mid(equals + 1));
        if (equals < 0 || !value || value->isEmpty())
            return false;
        const auto name = parameter.left(equals);
        QString *place = name == "pod"_L1 ? &log.pod
            : name == "container"_L1      ? &log.container
            : name == "time"_L1           ? &log.time
            : name == "filter"_L1         ? &log.filter
                                          : nullptr;
        if (!place || !place->isEmpty() || (place != &log.filter && value->contains(u'/')))
            return false;
        *place = *value;
    }
    const QByteArray stamp = log.time.toLatin1() + ' ';
    return log.time.isEmpty() || logstore::stampOf(stamp).length > 0;
}

QString encoded(const QString &part)
{
    return QString::fromLatin1(part.toUtf8().toPercentEncoding(":"));
}

} // namespace

bool DeepLink::isLink(const QString &text)
{
    return text.startsWith(Scheme, Qt::CaseInsensitive);
}

std::expected<DeepLink, QString> DeepLink::parse(const QString &text)
{
    if (text.size() > Longest)
        return wrong(Tr::tr("it is too long."));
    if (!text.startsWith(Prefix, Qt::CaseInsensitive) || text.contains(u'#'))
        return wrong(Tr::tr("it asks for something that is unknown."));
    // 1. The path and the query.
    const auto rest = QStringView(text).mid(Prefix.size());
    const auto mark = rest.indexOf(u'?');
    const auto path = mark < 0 ? rest : rest.left(mark);
    const auto query = mark < 0 ? QStringView() : rest.mid(mark + 1);
    // 2. context/namespace/kind[/name], no more and none of them empty.
    QStringList parts;
    for (const auto part : path.split(u'/')) {
        const auto plain = decoded(part);
        if (!plain || plain->isEmpty() || parts.size() == 4)
            return wrong(Tr::tr("its path is not understood."));
        parts.append(*plain);
    }
    if (parts.size() < 3)
        return wrong(Tr::tr("it names no kind."));
    DeepLink link{.context = parts[0],
                  .target = {.kind = parts[2],
                             .nameSpace = parts[1] == "-"_L1 ? QString() : parts[1],
                             .name = parts.value(3)}};
    // A name is what Kubernetes can have as one: it ends up in the path of a request.
    if (link.target.kind.contains(u'/') || link.target.nameSpace.contains(u'/')
        || link.target.name.contains(u'/') || link.target.name == ".."_L1)
        return wrong(Tr::tr("its path is not understood."));
    if (mark < 0)
        return link;
    // 3. The views, and how a log is shown.
    const auto parameters = query.split(u'&');
    if (!query.startsWith("view="_L1) || link.target.name.isEmpty())
        return wrong(Tr::tr("what follows the question mark is not understood."));
    const auto names = decoded(parameters.front().mid(5));
    if (!names)
        return wrong(Tr::tr("what follows the question mark is not understood."));
    const auto views = viewsIn(*names);
    if (!views)
        return std::unexpected(views.error());
    link.target.views = *views;
    const bool hasMore = parameters.size() > 1;
    if (hasMore
        && (!std::ranges::contains(*views, View::Logs)
            || !readLog(parameters.sliced(1), link.target.options)))
        return wrong(Tr::tr("what follows the question mark is not understood."));
    return link;
}

QString DeepLink::toString() const
{
    QString text = QString(Prefix) + encoded(context) + u'/'
        + (target.nameSpace.isEmpty() ? u"-"_s : encoded(target.nameSpace)) + u'/'
        + encoded(target.kind);
    if (!target.name.isEmpty())
        text += u'/' + encoded(target.name);
    QStringList names;
    for (const auto view : target.views) {
        if (mayAsk(view))
            names.append(viewName(view));
    }
    if (!names.isEmpty())
        text += u"?view="_s + names.join(u',');
    if (!std::ranges::contains(target.views, View::Logs))
        return text;
    const auto add = [&text](const QString &name, const QString &value) {
        if (!value.isEmpty())
            text += u'&' + name + u'=' + encoded(value);
    };
    add(u"pod"_s, target.options.pod);
    add(u"container"_s, target.options.container);
    add(u"time"_s, target.options.time);
    add(u"filter"_s, target.options.filter);
    return text;
}

DeepLink linkTo(const KrateRecord &krate, View view, const ViewOptions &options)
{
    const auto apiVersion = krate.object ? krate.object->apiVersion
        : krate.collection               ? krate.collection->apiVersion
                                         : QString();
    const auto slash = apiVersion.indexOf(u'/');
    QString kind = kindOf(krate);
    if (slash > 0)
        kind += u'.' + apiVersion.left(slash);
    DeepLink link{.context = krate.cluster, .target = {.kind = kind}};
    if (krate.object) {
        link.target.nameSpace = krate.object->nameSpace;
        link.target.name = krate.object->name;
        if (mayAsk(view))
            link.target.views = {view};
        if (view == View::Logs) {
            auto &log = link.target.options;
            log.pod = options.pod == link.target.name ? QString() : options.pod;
            log.container = options.container;
            log.time = options.time;
            // A link is passed on: what a person looked for may be a token.
            const bool isHarmless = redacted(options.filter) == options.filter
                && options.filter.size() <= DeepLink::LongestPart;
            log.filter = isHarmless ? options.filter : QString();
        }
    } else if (krate.collection && krate.collection->nameSpaces.size() == 1) {
        link.target.nameSpace = krate.collection->nameSpaces.first();
    }
    return link;
}

} // namespace workspace
