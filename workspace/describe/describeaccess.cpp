// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describewriter.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace workspace {

static DescribedValue secretValue(const DescribeWriter &out, const QString &name)
{
    const auto *known = out.companions.of(u"Secret"_s);
    const bool missing = known && std::ranges::none_of(*known, [&name](const QJsonObject &secret) {
                             return secret["metadata"_L1]["name"_L1].toString() == name;
                         });
    return {missing ? u"%1 (not found)"_s.arg(name) : name, TextTone::Link,
            out.idOf(u"v1"_s, u"Secret"_s, name)};
}

static void describeSecrets(DescribeWriter &out, const QString &label, const QStringList &names)
{
    std::vector<DescribedValue> values;
    for (const auto &name : names)
        values.push_back(secretValue(out, name));
    if (!values.empty())
        out.values(label, std::move(values));
}

static QStringList namesIn(const QJsonValue &list)
{
    QStringList names;
    const auto array = list.toArray();
    for (const auto &one : array)
        names.append(one["name"_L1].toString());
    return names;
}

void describeAccount(DescribeWriter &out)
{
    out.section(u"ServiceAccount"_s);
    describeSecrets(out, u"Image pull secrets"_s, namesIn(out.object["imagePullSecrets"_L1]));
    describeSecrets(out, u"Mountable secrets"_s, namesIn(out.object["secrets"_L1]));
    if (out.sayMissing(u"Tokens"_s, u"Secret"_s))
        return;
    QStringList tokens;
    if (const auto *secrets = out.companions.of(u"Secret"_s)) {
        // Only tokens name their account:
        // https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-service-account-name
        for (const auto &secret : *secrets) {
            const auto meta = secret["metadata"_L1];
            const auto notes = meta["annotations"_L1];
            if (notes["kubernetes.io/service-account.name"_L1] == out.meta["name"_L1]
                && notes["kubernetes.io/service-account.uid"_L1] == out.meta["uid"_L1])
                tokens.append(meta["name"_L1].toString());
        }
    }
    describeSecrets(out, u"Tokens"_s, tokens);
}

namespace {

/// One line of a role: what may be done with one resource, or with one address.
struct RoleRow
{
    QString resource = {};
    QString url = {};
    QString name = {};
    QStringList verbs = {};
};

} // namespace

/// "deployments.apps/scale" of "deployments/scale" and "apps".
static QString qualified(const QString &resource, const QString &group)
{
    if (group.isEmpty())
        return resource;
    const auto slash = resource.indexOf(u'/');
    return slash < 0 ? QString(resource + u'.' + group)
                     : QString(resource.left(slash) + u'.' + group + resource.mid(slash));
}

static QStringList stringsIn(const QJsonValue &list)
{
    QStringList strings;
    const auto array = list.toArray();
    for (const auto &one : array)
        strings.append(one.toString());
    return strings;
}

static void addVerbs(std::vector<RoleRow> &rows, const QString &resource, const QString &name,
                     const QStringList &verbs)
{
    auto row = std::ranges::find_if(rows, [&](const RoleRow &one) {
        return one.url.isEmpty() && one.resource == resource && one.name == name;
    });
    if (row == rows.end())
        row = rows.insert(rows.end(), {.resource = resource, .name = name});
    for (const auto &verb : verbs) {
        if (!row->verbs.contains(verb))
            row->verbs.append(verb);
    }
}

/// A rule names many resources, groups and verbs; a row says what may be done with one of them,
/// by all rules together.
static std::vector<RoleRow> rowsOf(const QJsonArray &rules)
{
    std::vector<RoleRow> rows;
    for (const auto &rule : rules) {
        const auto verbs = stringsIn(rule["verbs"_L1]);
        auto names = stringsIn(rule["resourceNames"_L1]);
        if (names.isEmpty())
            names.append(QString());
        const auto groups = stringsIn(rule["apiGroups"_L1]);
        const auto resources = stringsIn(rule["resources"_L1]);
        for (const auto &group : groups) {
            for (const auto &resource : resources) {
                for (const auto &name : std::as_const(names))
                    addVerbs(rows, qualified(resource, group), name, verbs);
            }
        }
        const auto urls = stringsIn(rule["nonResourceURLs"_L1]);
        for (const auto &url : urls) {
            for (const auto &verb : verbs)
                rows.push_back({.url = url, .verbs = {verb}});
        }
    }
    return rows;
}

void describeRole(DescribeWriter &out)
{
    auto rows = rowsOf(out.object["rules"_L1].toArray());
    std::ranges::stable_sort(
        rows, {}, [](const RoleRow &row) { return std::tuple(row.resource, row.url, row.name); });
    out.section(u"PolicyRule"_s);
    if (const auto from = out.object["aggregationRule"_L1]; from.isObject())
        out.tree(u"Aggregation Rule"_s, from);
    out.columns({u"Resources"_s, u"Non-Resource URLs"_s, u"Resource Names"_s, u"Verbs"_s});
    for (const auto &row : rows)
        out.row({{row.resource},
                 {u"[%1]"_s.arg(row.url), TextTone::Dim},
                 {u"[%1]"_s.arg(row.name), TextTone::Dim},
                 {u"[%1]"_s.arg(row.verbs.join(u' '))}});
}

void describeBinding(DescribeWriter &out)
{
    const auto role = out.object["roleRef"_L1];
    const auto kind = role["kind"_L1].toString();
    out.section(u"Role"_s);
    out.field(u"Kind"_s, kind);
    out.link(u"Name"_s, u"rbac.authorization.k8s.io/v1"_s, kind, role["name"_L1].toString(),
             kind != "ClusterRole"_L1);
    out.section(u"Subjects"_s);
    out.columns({u"Kind"_s, u"Name"_s, u"Namespace"_s});
    const auto subjects = out.object["subjects"_L1].toArray();
    for (const auto &subject : subjects) {
        const auto who = subject["kind"_L1].toString();
        const auto name = subject["name"_L1].toString();
        const auto place = subject["namespace"_L1].toString();
        const bool account = who == "ServiceAccount"_L1;
        out.row({{who},
                 {name, account ? TextTone::Link : TextTone::Plain,
                  account ? ObjectId{u"v1"_s, who, place, name} : ObjectId()},
                 {place}});
    }
}

} // namespace workspace
