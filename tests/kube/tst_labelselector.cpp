// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/labelselector.h"
#include "oracle/vectors.h"

#include <QTest>

using namespace Qt::StringLiterals;
using kube::LabelSelector;

class LabelSelectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void agreesWithTheReference_data()
    {
        QTest::addColumn<QJsonObject>("recorded");
        for (const auto &recorded : oracle::cases(u"label_selector_oracle.json"_s))
            QTest::addRow("'%s'", qPrintable(recorded["selector"_L1].toString()))
                << recorded.toObject();
    }

    void agreesWithTheReference()
    {
        QFETCH(const QJsonObject, recorded);
        const auto selector = LabelSelector::parse(recorded["selector"_L1].toString());
        QCOMPARE(selector.has_value(), !recorded.contains("error"_L1));
        if (!selector)
            return;
        QCOMPARE(selector->toString(), recorded["canonical"_L1].toString());
        QCOMPARE(matchesOf(*selector), recorded["matches"_L1].toArray());
    }

    void judgesNamesLikeTheReference()
    {
        for (const auto &recorded : oracle::cases(u"name_validation_oracle.json"_s)) {
            const auto text = recorded["in"_L1].toString();
            QVERIFY2(kube::labelValueProblem(text).isEmpty() == recorded["labelValue"_L1].toBool(),
                     qPrintable(text));
            QVERIFY2(kube::labelKeyProblem(text).isEmpty() == recorded["qualifiedName"_L1].toBool(),
                     qPrintable(text));
        }
    }

    void readsListsWithGaps_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("end") << u"x in (a,)"_s << u"x in (,a)"_s;
        QTest::newRow("start") << u"x in (,a)"_s << u"x in (,a)"_s;
        QTest::newRow("middle") << u"x in (b,,a)"_s << u"x in (,a,b)"_s;
        QTest::newRow("only") << u"x notin (,)"_s << u"x notin ()"_s;
        QTest::newRow("twice") << u"x in (a,a)"_s << u"x in (a)"_s;
        QTest::newRow("words") << u"in in (notin, in),notin"_s << u"in in (in,notin),notin"_s;
        QTest::newRow("nothing after =") << u"b=,a"_s << u"a,b="_s;
        QTest::newRow("prefix") << u"example.com/app != web"_s << u"example.com/app!=web"_s;
    }

    void readsListsWithGaps()
    {
        QFETCH(const QString, text);
        const auto selector = LabelSelector::parse(text);
        QVERIFY2(selector.has_value(), selector ? "" : qPrintable(selector.error().message));
        QTEST(selector->toString(), "canonical");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList texts{u","_s,
                                u"a,"_s,
                                u"a=,"_s,
                                u"!"_s,
                                u"!!a"_s,
                                u"!a=b"_s,
                                u"=a"_s,
                                u"a in"_s,
                                u"a in ("_s,
                                u"a in (b"_s,
                                u"a in (b c)"_s,
                                u"a in (b) c"_s,
                                u"a===b"_s,
                                u"a>"_s,
                                u"a<1.5"_s,
                                u"a>99999999999999999999"_s,
                                u"/a"_s,
                                u"a/b/c"_s,
                                u"UP.example/a"_s,
                                u"a=b\u00e4"_s,
                                u"-a"_s,
                                QString(64, u'a'),
                                QString(254, u'a') + u"/b"_s};
        for (const auto &text : texts)
            QTest::addRow("%s", qPrintable(text)) << text;
    }

    void refuses()
    {
        QFETCH(const QString, text);
        const auto selector = LabelSelector::parse(text);
        QVERIFY(!selector.has_value());
        QCOMPARE(selector.error().kind, kube::Error::Kind::Invalid);
        QVERIFY(!selector.error().message.isEmpty());
    }

    void comparesWholeNumbers()
    {
        const auto selector = LabelSelector::parse(u"cores>4,cores<16");
        QVERIFY(selector.has_value());
        QVERIFY(selector->matches({{u"cores"_s, u"8"_s}}));
        QVERIFY(!selector->matches({{u"cores"_s, u"4"_s}}));
        QVERIFY(!selector->matches({{u"cores"_s, u" 8"_s}}));
        QVERIFY(!selector->matches({{u"cores"_s, u"many"_s}}));
    }

private:
    static QJsonArray matchesOf(const LabelSelector &selector)
    {
        QJsonArray matches;
        const auto sets =
            oracle::vectors(u"label_selector_oracle.json"_s).value("sets"_L1).toArray();
        for (const auto &set : sets) {
            QMap<QString, QString> labels;
            const auto object = set.toObject();
            for (auto label = object.begin(); label != object.end(); ++label)
                labels.insert(label.key(), label.value().toString());
            matches.append(selector.matches(labels));
        }
        return matches;
    }
};

QTEST_GUILESS_MAIN(LabelSelectorTest)
#include "tst_labelselector.moc"
