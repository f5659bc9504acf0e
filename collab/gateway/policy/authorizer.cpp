// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/policy/authorizer.h"

#include "collab/gateway/policy/namefilter.h"
#include "kube/apimachinery/labelselector.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

/// `*` stands for anything, and nothing else for something else.
bool fits(const QString &pattern, const QString &text)
{
    const auto parts = pattern.split(u'*');
    if (parts.size() == 1)
        return pattern == text;
    if (!text.startsWith(parts.first()) || !text.endsWith(parts.last())
        || text.size() < parts.first().size() + parts.last().size())
        return false;
    const auto middle = QStringView(text).sliced(
        parts.first().size(), text.size() - parts.first().size() - parts.last().size());
    qsizetype at = 0;
    for (const auto &part : parts.sliced(1, parts.size() - 2)) {
        at = middle.indexOf(part, at);
        if (at < 0)
            return false;
        at += part.size();
    }
    return true;
}

bool fitsOne(const QStringList &patterns, const QString &text)
{
    return std::ranges::any_of(patterns, [&text](const auto &one) { return fits(one, text); });
}

bool shareOne(const QStringList &some, const QStringList &others)
{
    return std::ranges::any_of(some, [&others](const auto &one) { return others.contains(one); });
}

bool isReading(const QString &verb)
{
    return verb == "get"_L1 || verb == "list"_L1 || verb == "watch"_L1 || verb == "logs"_L1;
}

/// Whether the rule is about the place that is asked for.
bool reaches(const GroupRule &rule, const Access &access)
{
    if (rule.namespaces.isEmpty())
        return true;
    if (access.isClusterWide)
        return rule.namespaces.contains(u"*"_s);
    return access.nameSpace.isEmpty() || fitsOne(rule.namespaces, access.nameSpace);
}

} // namespace

class Authorizer::Private
{
public:
    explicit Private(const GatewayConfig &configuration)
        : config(configuration)
        , pods(configuration.pods)
        , apps(configuration.apps)
    {
    }

    const GatewayConfig config;
    const NameFilter pods;
    const NameFilter apps;
};

Authorizer::Authorizer(const GatewayConfig &config)
    : d(std::make_shared<Private>(config))
{
}

bool Authorizer::admits(const Caller &caller) const
{
    const auto &allowed = d->config.auth.allowedGroups;
    return allowed.isEmpty() || shareOne(caller.groups, allowed);
}

bool Authorizer::isAdmin(const Caller &caller) const
{
    return shareOne(caller.groups, d->config.auth.adminGroups);
}

bool Authorizer::maySeeSecrets(const Caller &caller) const
{
    return shareOne(caller.groups, d->config.auth.secretGroups);
}

bool Authorizer::serves(const QString &nameSpace) const
{
    return d->config.namespaces.isEmpty() || fitsOne(d->config.namespaces, nameSpace);
}

bool Authorizer::allows(const Caller &caller, const Access &access) const
{
    if (!admits(caller) || (!access.nameSpace.isEmpty() && !serves(access.nameSpace)))
        return false;
    if (d->config.rules.empty())
        return isReading(access.verb) && (!access.isClusterWide || d->config.namespaces.isEmpty());
    return std::ranges::any_of(d->config.rules, [&](const GroupRule &rule) {
        return (rule.group.isEmpty() || caller.groups.contains(rule.group)) && reaches(rule, access)
            && fitsOne(rule.kinds, access.resource) && fitsOne(rule.verbs, access.verb);
    });
}

QString Authorizer::firstNamespace(const Caller &caller) const
{
    QStringList named{u"default"_s};
    named += d->config.namespaces;
    for (const auto &rule : d->config.rules)
        named += rule.namespaces;
    const auto first = std::ranges::find_if(named, [&](const QString &name) {
        return !name.contains(u'*')
            && allows(caller, {.verb = u"list"_s, .resource = u"pods"_s, .nameSpace = name});
    });
    return first == named.end() ? QString() : *first;
}

bool Authorizer::showsPod(const QString &name, const QMap<QString, QString> &labels) const
{
    return d->pods.shows(name, labels);
}

bool Authorizer::showsApp(const QString &name, const QMap<QString, QString> &labels) const
{
    return d->apps.shows(name, labels);
}

bool Authorizer::hidesByLabels() const
{
    return !d->config.pods.excludeLabels.isEmpty();
}

bool Authorizer::hidesPods() const
{
    return d->config.pods != GatewayConfig::Filters();
}

bool Authorizer::hidesApps() const
{
    return d->config.apps != GatewayConfig::Filters();
}

bool Authorizer::allowsEverywhere(const Caller &caller, const Access &access) const
{
    auto all = access;
    all.nameSpace.clear();
    all.isClusterWide = true;
    return d->config.namespaces.isEmpty() && allows(caller, all);
}

bool isOfApps(QStringView group)
{
    return group == "apps"_L1 || group == "batch"_L1;
}

QMap<QString, QString> labelsOf(const QJsonObject &object)
{
    return kube::labelsIn(object["metadata"_L1]);
}

} // namespace gateway
