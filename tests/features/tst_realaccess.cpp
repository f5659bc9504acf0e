// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/access/whocan.h"
#include "support/realtest.h"
#include "workspace/access/accessmodel.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::Allowance;

/// What users may do in a real cluster, beside what kubectl says.
class RealAccessTest : public QObject, private support::RealTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(); !why.isEmpty())
            SKIP_ALL(why.constData());
    }
    void init() { QTest::failOnWarning(); }

    void theRulesAreThoseOfKubectl_data() { addContexts(); }
    void theRulesAreThoseOfKubectl()
    {
        QFETCH(const QString, context);
        const auto future = kube::reviewRules(connected(context).client(), u"team-a"_s);
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000);
        QVERIFY(future.result());
        // "pods, []  []  [get list]": resources with their groups, URLs, names, verbs.
        QSet<QString> ours;
        const auto rules = future.result()->rules;
        for (const auto &rule : rules) {
            for (const auto &resource : rule.resources) {
                for (const auto &group : rule.groups) {
                    const auto title =
                        group.isEmpty() ? resource : QString(resource + u'.' + group);
                    for (const auto &verb : rule.verbs)
                        ours.insert(title + u' ' + verb);
                }
            }
        }
        QSet<QString> theirs;
        static const QRegularExpression row(u"^(\\S+)\\s+\\[\\]\\s+\\[(.*?)\\]\\s+\\[(.*)\\]$"_s);
        const auto lines = kubectl(context, {u"--list"_s}).split('\n');
        for (const auto &line : lines) {
            const auto match = row.match(QString::fromUtf8(line).trimmed());
            for (const auto &verb : match.captured(3).split(u' ', Qt::SkipEmptyParts))
                theirs.insert(match.captured(1) + u' ' + verb);
        }
        QVERIFY(!theirs.isEmpty());
        QCOMPARE(ours, theirs);
    }

    void theMatrixAnswersAsKubectlDoes_data() { addContexts(); }
    void theMatrixAnswersAsKubectlDoes()
    {
        QFETCH(const QString, context);
        auto &cluster = connected(context);
        workspace::AccessModel model(cluster.resources(), {u"team-a"_s});
        const auto rules = kube::reviewRules(cluster.client(), u"team-a"_s);
        QTRY_VERIFY_WITH_TIMEOUT(rules.isFinished(), 20'000);
        model.takeRules(u"team-a"_s, *rules.result());
        for (const auto &question : model.lacking(0, model.rowCount())) {
            const auto answer = cluster.access().ask(question);
            QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), 20'000);
            model.takeAnswer(question, *answer.result());
        }
        for (const auto &title :
             {u"pods"_s, u"pods/exec"_s, u"pods/log"_s, u"secrets"_s, u"deployments.apps"_s,
              u"deployments.apps/scale"_s, u"nodes"_s, u"namespaces"_s}) {
            const int row = model.rowOf(title);
            QVERIFY2(row >= 0, qPrintable(title));
            for (const auto &verb : {u"get"_s, u"list"_s, u"create"_s, u"patch"_s, u"delete"_s}) {
                if (!model.hasVerb(row, verb))
                    continue;
                QStringList arguments{verb, title.section(u'/', 0, 0)};
                if (title.contains(u'/'))
                    arguments.append(u"--subresource="_s + title.section(u'/', 1));
                const bool theirs = kubectl(context, arguments).startsWith("yes");
                // kubectl asks about kinds outside of namespaces with none, as we do
                const auto ours = model.allowance(row, verb);
                QVERIFY2(ours == (theirs ? Allowance::Yes : Allowance::No),
                         qPrintable(context + u' ' + verb + u' ' + title));
            }
        }
    }

    void whoMayReadPodsIsKnownToTheAdministrator()
    {
        const auto answer = kube::readRbac(connected(u"admin"_s).client(), u"team-a"_s);
        QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), 20'000);
        QVERIFY(answer.result());
        QVERIFY(answer.result()->missing.isEmpty());
        const auto find = [&](const QString &verb) {
            const auto grants =
                kube::whoCan(answer.result()->objects,
                             {.verb = verb, .resource = u"pods"_s, .nameSpace = u"team-a"_s});
            return std::ranges::any_of(grants, [](const kube::Grant &grant) {
                return grant.subjectKind == "Group"_L1 && grant.subject == "devs"_L1
                    && grant.binding == "devs-read-pods"_L1;
            });
        };
        QVERIFY(find(u"list"_s));
        QVERIFY(!find(u"delete"_s));
        // As kubectl says of a member of that group.
        for (const auto &verb : {u"list"_s, u"delete"_s}) {
            const auto said =
                m_real.kubectl({u"auth"_s, u"can-i"_s, verb, u"pods"_s, u"-n"_s, u"team-a"_s,
                                u"--as=somebody"_s, u"--as-group=devs"_s});
            QCOMPARE(said.text.startsWith("yes"), find(verb));
        }
    }

    void theLimitedUserIsToldWhatItCannotRead()
    {
        const auto answer = kube::readRbac(connected(u"dev"_s).client(), u"team-a"_s);
        QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), 20'000);
        QVERIFY(answer.result());
        QCOMPARE(answer.result()->missing.size(), 4);
    }

private:
    static void addContexts()
    {
        QTest::addColumn<QString>("context");
        for (const auto *name : {"admin", "token", "dev"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    QByteArray kubectl(const QString &context, const QStringList &arguments) const
    {
        const QStringList first{u"--kubeconfig"_s, m_real.kubeconfig(), u"--context"_s, context,
                                u"-n"_s,           u"team-a"_s,         u"auth"_s,      u"can-i"_s};
        return m_real.kubectl(first + arguments).text;
    }
};

QTEST_GUILESS_MAIN(RealAccessTest)
#include "tst_realaccess.moc"
