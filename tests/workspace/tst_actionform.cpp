// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/actions/actionform.h"
#include "workspace/actions/actiontable.h"
#include "workspace/list/listmarks.h"
#include "workspace/safety/contextmarks.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;
using Edits = std::vector<kube::MetadataEdit>;

static kube::ApiResource resource(const QString &group, const QString &kind,
                                  const QStringList &verbs = {u"patch"_s, u"delete"_s})
{
    return {.group = group, .kind = kind, .verbs = verbs};
}

class ActionFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void onlyWhatDiffersIsAnEdit()
    {
        const QJsonObject before{{u"app"_s, u"web"_s},
                                 {u"tier"_s, u"front"_s},
                                 {u"note"_s, u" spaces "_s},
                                 {u"old"_s, u"x"_s}};
        const auto edits =
            metadataEdits(u"app=web\n tier =back\nnote= spaces \nnew=\n"_s, before, false);
        QCOMPARE(
            edits,
            (Edits{{u"tier"_s, u"back"_s}, {u"new"_s, QString(u""_s)}, {u"old"_s, std::nullopt}}));
    }

    void severalObjectsGetWhatIsWritten()
    {
        QCOMPARE(metadataEdits(u"app=web\nold-"_s, {}, true),
                 (Edits{{u"app"_s, u"web"_s}, {u"old"_s, std::nullopt}}));
    }

    void whatIsNoLabelIsSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("labels");
        QTest::addColumn<bool>("fits");
        QTest::newRow("plain") << u"example.com/app=web"_s << true << true;
        QTest::newRow("empty value") << u"app="_s << true << true;
        QTest::newRow("no equals sign") << u"app"_s << true << false;
        QTest::newRow("space in a key") << u"my app=web"_s << true << false;
        QTest::newRow("space in a label") << u"app=my web"_s << true << false;
        QTest::newRow("space in an annotation") << u"app=my web = this"_s << false << true;
        QTest::newRow("too long") << QString(u"app="_s + QString(64, u'x')) << true << false;
        QTest::newRow("no key") << u"=web"_s << true << false;
    }

    void whatIsNoLabelIsSaid()
    {
        QFETCH(QString, text);
        QFETCH(bool, labels);
        QFETCH(bool, fits);
        QString problem;
        metadataEdits(text, {}, labels, &problem);
        QVERIFY2(problem.isEmpty() == fits, qPrintable(problem));
    }

    void everyActionHasANameAndARight()
    {
        for (const auto &kind : {u"Deployment"_s, u"StatefulSet"_s, u"DaemonSet"_s}) {
            for (const auto action : actionsFor(resource(u"apps"_s, kind), false)) {
                QCOMPARE(actionOf(idOf(action)), std::optional(action));
                QVERIFY(!labelOf(action).isEmpty() && !verbOf(action).isEmpty());
                const auto needs = needsOf(action, {resource(u"apps"_s, kind), u"a"_s, u"b"_s});
                QVERIFY(!needs.empty() && !needs.front().verb.isEmpty());
            }
        }
        QVERIFY(!actionOf(u"format-c"_s));
    }

    void aCustomKindIsNoDeploymentForItsName()
    {
        const auto actions = actionsFor(resource(u"other.example"_s, u"Deployment"_s), false);
        QCOMPARE(actions, (std::vector{Action::Label, Action::Annotate, Action::Delete}));
        QVERIFY(actionsFor(resource(u"other.example"_s, u"Thing"_s, {u"get"_s}), false).empty());
    }

    void marksGrowAndShrinkWithTheRange()
    {
        const auto idOf = [](int row) { return QString::number(row); };
        ListMarks marks;
        marks.extend(5, 7, idOf);
        QCOMPARE(marks.ids(), (QSet{u"5"_s, u"6"_s, u"7"_s}));
        marks.extend(7, 4, idOf); // back over where it began
        QCOMPARE(marks.ids(), (QSet{u"4"_s, u"5"_s}));
        marks.endRange();
        marks.toggle(u"9"_s);
        QVERIFY(marks.contains(u"9"_s) && marks.contains(u"4"_s));
        marks.toggle(u"9"_s);
        QVERIFY(!marks.contains(u"9"_s));
        marks.markAll(3, idOf);
        QCOMPARE(marks.ids().size(), 3);
        marks.clear();
        QVERIFY(marks.isEmpty());
    }

    void contextMarksAreToldWhenTheyChange()
    {
        ContextMarks marks;
        QSignalSpy changed(&marks, &ContextMarks::changed);
        marks.set(u"prod"_s, {.production = true});
        marks.set(u"prod"_s, {.production = true});
        QCOMPARE(changed.size(), 1);
        marks.restore({{u"lab"_s, {.readOnly = true}}});
        QCOMPARE(changed.size(), 3);
        QVERIFY(!marks.of(u"prod"_s).production && marks.of(u"lab"_s).readOnly);
        marks.set(u"lab"_s, {});
        QVERIFY(marks.all().isEmpty());
    }
};

QTEST_MAIN(ActionFormTest)
#include "tst_actionform.moc"
