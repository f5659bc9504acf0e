// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/access/accessrules.h"
#include "kube/api/discovery.h"

#include <QAbstractTableModel>
#include <QSet>

#include <map>

namespace workspace {

/// A kind, or a subresource of one, that somebody may do things to.
struct AccessSubject
{
    kube::ApiResource resource = {};
    QString subresource = {};
    QStringList verbs = {}; ///< that it has at all

    bool operator==(const AccessSubject &) const = default;

    /// "pods/exec", "deployments.apps": as RBAC writes it, with the group.
    QString title() const;
};

/// The kinds of a cluster and the subresources that people ask about (exec, log, port-forward,
/// scale, …), sorted by title.
std::vector<AccessSubject> accessSubjects(const kube::ApiResources &resources);

/// What the user may do: a row for each subject, a column for each verb. Filled by rules reviews of
/// the namespaces, and by single reviews where those say too little.
class AccessModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// The verbs of the columns, from the second on; the first is the subject.
    static const QStringList &verbs();
    enum Role { AllowanceRole = Qt::UserRole + 1 };

    /// No namespaces: asks about all of them at once.
    AccessModel(const kube::ApiResources &resources, const QStringList &nameSpaces,
                QObject *parent = nullptr);

    void takeRules(const QString &nameSpace, const kube::AccessRules &rules);
    void takeAnswer(const kube::AccessQuestion &question, const kube::AccessAnswer &answer);
    /// Shows subjects that contain each of the words; "can:create" those where that is allowed.
    void setFilter(const QString &typed);

    const AccessSubject &subject(int row) const { return m_subjects[m_shown[size_t(row)]]; }
    int rowOf(const QString &title) const; ///< -1 when unknown or filtered out
    int total() const { return int(m_subjects.size()); }
    bool hasVerb(int row, const QString &verb) const;
    kube::Allowance allowance(int row, const QString &verb) const;
    /// Where or for which names it is allowed, when it is Named.
    QStringList limits(int row, const QString &verb) const;
    /// The single reviews that these rows lack (`end` is the one after the last).
    std::vector<kube::AccessQuestion> lacking(int first, int end) const;
    bool isIncomplete() const; ///< of some namespace not all rules were told
    QStringList problems() const; ///< the server's own texts about that

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    kube::AccessQuestion question(const AccessSubject &subject, const QString &verb,
                                  const QString &nameSpace) const;
    bool isReviewed(const AccessSubject &subject) const; ///< by single reviews alone
    QStringList places(const AccessSubject &subject) const;
    kube::Allowance allowanceIn(const AccessSubject &subject, const QString &verb,
                                const QString &nameSpace) const;
    kube::Allowance allowanceOf(const AccessSubject &subject, const QString &verb) const;
    bool passes(const AccessSubject &subject) const;

    std::vector<AccessSubject> m_subjects;
    QStringList m_nameSpaces;
    std::vector<size_t> m_shown;
    QStringList m_words;
    std::map<QString, kube::AccessRules> m_rules; ///< by namespace
    QHash<kube::AccessQuestion, kube::AccessAnswer> m_answers;
};

} // namespace workspace
