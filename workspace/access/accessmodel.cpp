// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/access/accessmodel.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace workspace {

using kube::Allowance;

const QStringList &AccessModel::verbs()
{
    static const QStringList all{u"get"_s,    u"list"_s,  u"watch"_s,  u"create"_s,
                                 u"update"_s, u"patch"_s, u"delete"_s, u"deletecollection"_s};
    return all;
}

QString AccessSubject::title() const
{
    auto text = resource.resource;
    if (!resource.group.isEmpty())
        text += u'.' + resource.group;
    return subresource.isEmpty() ? text : QString(text + u'/' + subresource);
}

/// The subresources that clients use, and with which verbs.
/// https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb
static std::vector<std::pair<QString, QStringList>> subresourcesOf(const QString &resource,
                                                                   const QString &group)
{
    const QStringList stream{u"get"_s, u"create"_s};
    const QStringList scale{u"get"_s, u"update"_s, u"patch"_s};
    if (group.isEmpty() && resource == "pods"_L1)
        return {{u"attach"_s, stream},
                {u"ephemeralcontainers"_s, {u"update"_s, u"patch"_s}},
                {u"eviction"_s, {u"create"_s}},
                {u"exec"_s, stream},
                {u"log"_s, {u"get"_s}},
                {u"portforward"_s, stream},
                {u"proxy"_s, stream}};
    if (group.isEmpty() && resource == "services"_L1)
        return {{u"proxy"_s, stream}};
    if (group.isEmpty() && resource == "nodes"_L1)
        return {{u"proxy"_s, stream}};
    if (group.isEmpty() && resource == "serviceaccounts"_L1)
        return {{u"token"_s, {u"create"_s}}};
    static constexpr std::array Scaled{"deployments"_L1, "replicasets"_L1, "statefulsets"_L1};
    if (group == "apps"_L1
        && std::ranges::any_of(Scaled, [&](auto name) { return resource == name; }))
        return {{u"scale"_s, scale}};
    return {};
}

std::vector<AccessSubject> accessSubjects(const kube::ApiResources &resources)
{
    std::vector<AccessSubject> subjects;
    for (const auto &resource : resources.resources) {
        subjects.push_back({.resource = resource, .verbs = resource.verbs});
        for (const auto &[name, verbs] : subresourcesOf(resource.resource, resource.group))
            subjects.push_back({.resource = resource, .subresource = name, .verbs = verbs});
    }
    std::ranges::sort(subjects, {}, [](const AccessSubject &s) {
        return std::tuple(!s.resource.group.isEmpty(), s.resource.group, s.resource.resource,
                          s.subresource);
    });
    return subjects;
}

AccessModel::AccessModel(const kube::ApiResources &resources, const QStringList &nameSpaces,
                         QObject *parent)
    : QAbstractTableModel(parent)
    , m_subjects(accessSubjects(resources))
    , m_nameSpaces(nameSpaces)
{
    for (size_t i = 0; i < m_subjects.size(); ++i)
        m_shown.push_back(i);
}

kube::AccessQuestion AccessModel::question(const AccessSubject &subject, const QString &verb,
                                           const QString &nameSpace) const
{
    return {.verb = verb,
            .group = subject.resource.group,
            .resource = subject.resource.resource,
            .subresource = subject.subresource,
            .nameSpace = subject.resource.namespaced ? nameSpace : QString()};
}

/// A rules review is about one namespace, and tells of kinds outside of them what a binding there
/// cannot grant.
bool AccessModel::isReviewed(const AccessSubject &subject) const
{
    return m_nameSpaces.isEmpty() || !subject.resource.namespaced;
}

QStringList AccessModel::places(const AccessSubject &subject) const
{
    return isReviewed(subject) ? QStringList{QString()} : m_nameSpaces;
}

Allowance AccessModel::allowanceIn(const AccessSubject &subject, const QString &verb,
                                   const QString &nameSpace) const
{
    const auto answer = m_answers.constFind(question(subject, verb, nameSpace));
    const bool known = answer != m_answers.constEnd();
    if (isReviewed(subject))
        return !known ? Allowance::Unknown : answer->allowed ? Allowance::Yes : Allowance::No;
    const auto found = m_rules.find(nameSpace);
    if (found == m_rules.end())
        return Allowance::Unknown;
    const auto told = found->second.allows(verb, subject.resource.group, subject.resource.resource,
                                           subject.subresource);
    if (told != Allowance::No || !found->second.incomplete)
        return told;
    return !known ? Allowance::Unknown : answer->allowed ? Allowance::Yes : Allowance::No;
}

Allowance AccessModel::allowanceOf(const AccessSubject &subject, const QString &verb) const
{
    bool yes = false;
    bool no = false;
    const auto all = places(subject);
    for (const auto &nameSpace : all) {
        switch (allowanceIn(subject, verb, nameSpace)) {
        case Allowance::Unknown: return Allowance::Unknown;
        case Allowance::Named: yes = no = true; break;
        case Allowance::Yes: yes = true; break;
        case Allowance::No: no = true; break;
        }
    }
    return yes && no ? Allowance::Named : yes ? Allowance::Yes : Allowance::No;
}

bool AccessModel::hasVerb(int row, const QString &verb) const
{
    return subject(row).verbs.contains(verb);
}

Allowance AccessModel::allowance(int row, const QString &verb) const
{
    return allowanceOf(subject(row), verb);
}

QStringList AccessModel::limits(int row, const QString &verb) const
{
    const auto &asked = subject(row);
    QStringList texts;
    for (const auto &nameSpace : places(asked)) {
        const auto here = allowanceIn(asked, verb, nameSpace);
        if (here == Allowance::Yes)
            texts.append(nameSpace);
        if (here != Allowance::Named)
            continue;
        for (const auto &name : m_rules.at(nameSpace).names(
                 verb, asked.resource.group, asked.resource.resource, asked.subresource))
            texts.append(m_nameSpaces.size() > 1 ? QString(nameSpace + u'/' + name) : name);
    }
    return texts;
}

std::vector<kube::AccessQuestion> AccessModel::lacking(int first, int end) const
{
    std::vector<kube::AccessQuestion> questions;
    for (int row = qMax(0, first); row < qMin(end, rowCount()); ++row) {
        const auto &asked = subject(row);
        for (const auto &verb : verbs()) {
            if (!asked.verbs.contains(verb))
                continue;
            for (const auto &nameSpace : places(asked)) {
                const bool told = isReviewed(asked) || m_rules.contains(nameSpace);
                if (told && allowanceIn(asked, verb, nameSpace) == Allowance::Unknown)
                    questions.push_back(question(asked, verb, nameSpace));
            }
        }
    }
    return questions;
}

bool AccessModel::isIncomplete() const
{
    return std::ranges::any_of(m_rules, [](const auto &rules) { return rules.second.incomplete; });
}

QStringList AccessModel::problems() const
{
    QStringList texts;
    for (const auto &[nameSpace, rules] : m_rules) {
        if (!rules.problem.isEmpty() && !texts.contains(rules.problem))
            texts.append(rules.problem);
    }
    return texts;
}

void AccessModel::takeRules(const QString &nameSpace, const kube::AccessRules &rules)
{
    m_rules[nameSpace] = rules;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void AccessModel::takeAnswer(const kube::AccessQuestion &question, const kube::AccessAnswer &answer)
{
    m_answers.insert(question, answer);
    for (int row = 0; row < rowCount(); ++row) {
        const auto &asked = subject(row);
        if (asked.resource.resource == question.resource && asked.resource.group == question.group
            && asked.subresource == question.subresource)
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

bool AccessModel::passes(const AccessSubject &subject) const
{
    return std::ranges::all_of(m_words, [&](const QString &word) {
        if (word.startsWith("can:"_L1)) {
            const auto may = allowanceOf(subject, word.mid(4));
            return subject.verbs.contains(word.mid(4))
                && (may == Allowance::Yes || may == Allowance::Named);
        }
        return subject.title().contains(word, Qt::CaseInsensitive)
            || (subject.subresource.isEmpty()
                && subject.resource.kind.contains(word, Qt::CaseInsensitive))
            || subject.resource.shortNames.contains(word, Qt::CaseInsensitive);
    });
}

void AccessModel::setFilter(const QString &typed)
{
    m_words = typed.split(u' ', Qt::SkipEmptyParts);
    std::vector<size_t> next;
    for (size_t i = 0; i < m_subjects.size(); ++i) {
        if (passes(m_subjects[i]))
            next.push_back(i);
    }
    if (next == m_shown)
        return;
    if (!m_shown.empty()) {
        beginRemoveRows({}, 0, int(m_shown.size()) - 1);
        m_shown.clear();
        endRemoveRows();
    }
    if (!next.empty()) {
        beginInsertRows({}, 0, int(next.size()) - 1);
        m_shown = std::move(next);
        endInsertRows();
    }
}

int AccessModel::rowOf(const QString &title) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (subject(row).title() == title)
            return row;
    }
    return -1;
}

int AccessModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int AccessModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + int(verbs().size());
}

QVariant AccessModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.column() == 0)
        return role == Qt::DisplayRole ? QVariant(subject(index.row()).title()) : QVariant();
    const auto &verb = verbs()[index.column() - 1];
    if (role == AllowanceRole && hasVerb(index.row(), verb))
        return int(allowance(index.row(), verb));
    return {};
}

QVariant AccessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Kind") : verbs().value(section - 1);
}

} // namespace workspace
