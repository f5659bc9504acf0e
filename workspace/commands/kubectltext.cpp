// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/commands/kubectltext.h"

#include "kube/actions/change.h"
#include "workspace/collection/filterwords.h"
#include "workspace/yard/kinds.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

/// As kubectl names it: "pod", "deployment", "gizmo.example.com".
QString kindFor(const QString &apiVersion, const QString &kind)
{
    kube::ApiResource resource;
    resource.kind = kind;
    if (apiVersion.contains(u'/'))
        resource.group = apiVersion.section(u'/', 0, 0);
    return kube::kubectlKind(resource);
}

QString kindFor(const ObjectId &object)
{
    return kindFor(object.apiVersion, object.kind);
}

QString lineFor(const QString &context, const ObjectId &object, const QStringList &arguments)
{
    return kube::kubectlLine(context, object.nameSpace, arguments);
}

/// A pod, or the workload whose pods kubectl finds by itself; empty: it finds none.
QString podFor(const ObjectId &object, const ViewOptions &options)
{
    if (!options.pod.isEmpty())
        return options.pod;
    if (object.kind == "Pod"_L1)
        return object.name;
    const bool isFound = hasPods(object.kind) && object.kind != "CronJob"_L1;
    return isFound ? QString(kindFor(object) + u'/' + object.name) : QString();
}

/// A log's filter: a leading "!" turns it round, small letters find all, signs make an expression.
QString logGrep(const QString &filter)
{
    const bool isNegative = filter.startsWith(u'!');
    const auto text = isNegative ? filter.sliced(1) : filter;
    if (text.isEmpty())
        return {};
    static const QRegularExpression signs(u"[\\\\^$|?*+()\\[\\]{}]"_s);
    QString grep = text.contains(signs) ? u" | grep -P"_s : u" | grep -F"_s;
    if (text == text.toLower())
        grep += u'i';
    if (isNegative)
        grep += u'v';
    return grep + u" -- "_s + kube::quotedForShell(text);
}

QString logsOf(const QString &context, const ObjectId &object, const ViewOptions &options)
{
    const auto pod = podFor(object, options);
    if (pod.isEmpty())
        return {};
    QStringList words{u"logs"_s};
    words << (options.previous ? u"--previous"_s : u"-f"_s) << pod;
    if (!options.container.isEmpty())
        words << u"-c"_s << options.container;
    if (options.sinceSeconds)
        words << u"--since=%1s"_s.arg(*options.sinceSeconds);
    else
        words << u"--tail=%1"_s.arg(options.tail.value_or(10'000));
    if (options.timestamps)
        words << u"--timestamps"_s;
    return lineFor(context, object, words) + logGrep(options.filter);
}

QString shellOf(const QString &context, const ObjectId &object, const ViewOptions &options)
{
    const auto pod = podFor(object, options);
    if (pod.isEmpty())
        return {};
    QStringList words{options.attached ? u"attach"_s : u"exec"_s, u"-it"_s, pod};
    if (!options.container.isEmpty())
        words << u"-c"_s << options.container;
    if (options.attached)
        return lineFor(context, object, words);
    words << u"--"_s;
    if (options.command.isEmpty())
        words << u"sh"_s << u"-c"_s << u"command -v bash >/dev/null && exec bash || exec sh"_s;
    words += options.command;
    return lineFor(context, object, words);
}

QString inspectOf(const QString &context, const ObjectId &object)
{
    if (object.kind == "Pod"_L1)
        return lineFor(context, object, {u"top"_s, u"pod"_s, object.name, u"--containers"_s});
    if (object.kind == "Node"_L1)
        return lineFor(context, object, {u"top"_s, u"node"_s, object.name});
    return lineFor(context, object, {u"get"_s, kindFor(object), object.name, u"-o"_s, u"wide"_s});
}

/// kubectl has no graph; these are the kinds that stand in ours.
QString topologyOf(const QString &context, const ObjectId &object)
{
    if (object.nameSpace.isEmpty())
        return inspectOf(context, object);
    return lineFor(
        context, object,
        {u"get"_s, u"all,ingress,configmap,secret,persistentvolumeclaim"_s, u"-o"_s, u"wide"_s});
}

QString helmLine(const QString &context, const QString &nameSpace, const QStringList &arguments)
{
    QStringList words{u"helm"_s, u"--kube-context"_s, context};
    if (!nameSpace.isEmpty())
        words << u"-n"_s << nameSpace;
    words += arguments;
    std::ranges::transform(words, words.begin(), kube::quotedForShell);
    return words.join(u' ');
}

QString objectText(const QString &context, const ObjectId &object, View view,
                   const ViewOptions &options)
{
    const auto kind = kindFor(object);
    switch (view) {
    case View::Yaml:
        return lineFor(context, object, {u"get"_s, kind, object.name, u"-o"_s, u"yaml"_s});
    case View::Describe: return lineFor(context, object, {u"describe"_s, kind, object.name});
    case View::Logs: return logsOf(context, object, options);
    case View::Shell: return shellOf(context, object, options);
    case View::Changes:
        return lineFor(context, object,
                       {u"get"_s, kind, object.name, u"-o"_s, u"yaml"_s, u"--watch"_s});
    case View::Inspect: return inspectOf(context, object);
    case View::Topology: return topologyOf(context, object);
    case View::Values:
        return helmLine(context, object.nameSpace, {u"get"_s, u"values"_s, object.name});
    case View::Manifest:
        return helmLine(context, object.nameSpace, {u"get"_s, u"manifest"_s, object.name});
    case View::History: return helmLine(context, object.nameSpace, {u"history"_s, object.name});
    case View::Notes:
        return helmLine(context, object.nameSpace, {u"get"_s, u"notes"_s, object.name});
    case View::Collection: return {};
    }
    Q_UNREACHABLE_RETURN({});
}

/// What a list's filter asks of a command line.
struct Asked
{
    QStringList selectors = {};
    QString greps = {}; ///< pipes, ready to be appended
};

/// `! ` of a selector or the `-v` of grep, for a term that is turned round.
QString selectorOf(const FilterWord &word)
{
    if (!word.isNegative)
        return word.value;
    const auto equals = word.value.indexOf(u'=');
    if (equals < 0)
        return u'!' + word.value;
    return word.value.left(equals) + u'!' + word.value.sliced(equals);
}

QString grepOf(const FilterWord &word)
{
    const auto kind = word.key == "re"_L1 ? u"-iE"_s : u"-iF"_s;
    QString grep = u" | grep "_s + kind + (word.isNegative ? u"v"_s : QString());
    const bool hasOthers = word.key == "ns"_L1 || word.key == "status"_L1;
    const auto values =
        hasOthers ? word.value.split(u',', Qt::SkipEmptyParts) : QStringList{word.value};
    if (values.size() == 1)
        return grep + u" -- "_s + kube::quotedForShell(values.first());
    for (const auto &value : values)
        grep += u" -e "_s + kube::quotedForShell(value);
    return grep;
}

Asked askedBy(const QString &filter)
{
    Asked asked;
    for (const auto &word : filterWords(filter)) {
        if (word.value.isEmpty())
            continue;
        if (word.key == "label"_L1)
            asked.selectors << selectorOf(word);
        else
            asked.greps += grepOf(word);
    }
    return asked;
}

QString ownList(const QString &context, const QString &kind, const QString &nameSpace)
{
    const QStringList everywhere = nameSpace.isEmpty() ? QStringList{u"-A"_s} : QStringList();
    if (kind == ReleaseKind)
        return helmLine(context, nameSpace, QStringList{u"list"_s} + everywhere);
    if (kind == AccessKind)
        return kube::kubectlLine(context, nameSpace, {u"auth"_s, u"can-i"_s, u"--list"_s});
    if (kind == EverythingKind)
        return kube::kubectlLine(
            context, nameSpace,
            QStringList{u"get"_s,
                        u"deploy,sts,ds,cronjob,job,pod,svc,ingress,configmap,secret,pvc"_s}
                + everywhere);
    if (kind == ManifestKind)
        return kube::kubectlLine(
            context, nameSpace,
            {u"apply"_s, u"--server-side"_s, u"--dry-run=server"_s, u"-f"_s, u"-"_s});
    return {};
}

QString listText(const QString &context, const CollectionScope &scope, const QString &nameSpace,
                 const ViewOptions &options)
{
    if (scope.apiVersion == OwnApiVersion)
        return ownList(context, scope.kind, nameSpace);
    const auto asked = askedBy(options.filter);
    QStringList words{u"get"_s, kindFor(scope.apiVersion, scope.kind)};
    if (nameSpace.isEmpty())
        words << u"-A"_s;
    if (!asked.selectors.isEmpty())
        words << u"-l"_s << asked.selectors.join(u',');
    if (scope.kind == "Event"_L1)
        words << u"--sort-by=.metadata.creationTimestamp"_s;
    return kube::kubectlLine(context, nameSpace, words) + asked.greps;
}

} // namespace

QString kubectlText(const KrateRecord &krate, View view, const ViewOptions &options)
{
    if (krate.object)
        return objectText(krate.cluster, *krate.object, view, options);
    if (!krate.collection)
        return {};
    auto nameSpaces = krate.collection->nameSpaces;
    if (nameSpaces.isEmpty())
        nameSpaces << QString();
    QStringList lines;
    for (const auto &nameSpace : std::as_const(nameSpaces))
        lines << listText(krate.cluster, *krate.collection, nameSpace, options);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString kubectlText(const QString &context, const std::vector<ObjectId> &objects)
{
    // In one namespace kubectl takes several at once.
    std::map<QString, QStringList> names;
    for (const auto &object : objects) {
        if (object.apiVersion != OwnApiVersion)
            names[object.nameSpace] << QString(kindFor(object) + u'/' + object.name);
    }
    QStringList lines;
    for (const auto &[nameSpace, found] : names)
        lines << kube::kubectlLine(context, nameSpace,
                                   QStringList{u"get"_s} + found + QStringList{u"-o"_s, u"yaml"_s});
    return lines.join(u'\n');
}

} // namespace workspace
