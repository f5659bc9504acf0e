// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/awareness/awareness.h"
#include "workspace/sharing/yardpeople.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

static QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// What peers tell of themselves.
class PresenceTest : public QObject
{
    Q_OBJECT

    static constexpr char anyPeer = 0;

    /// As if it came from the network.
    static void tell(collab::Awareness &to, quint64 client, const QJsonObject &state)
    {
        collab::Awareness from(client, collab::AwarenessOptions::manual());
        QVERIFY(from.setLocalState(state));
        from.flush();
        const auto known = to.clocks()[client]; // it is to be newer than that
        for (quint64 i = 0; i <= known; ++i)
            from.renew();
        QVERIFY(to.apply(from.encodeAll(), &anyPeer));
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void isWhatTheOthersRead()
    {
        const Presence presence{.userId = u"u1"_s,
                                .name = u"Anna Maria"_s,
                                .color = 0x4dd6e8,
                                .cursor = QPointF(12.5, -3),
                                .activeKrate = u"k1"_s,
                                .spotlightQuery = u"web"_s,
                                .timestamp = 1'700'000'000'000,
                                .camera = std::array{6000.0, 4000.0, 0.92},
                                .viewport = {1400, 900},
                                .selection = {u"k1"_s, u"k2"_s},
                                .drag = Presence::Drag{{u"k2"_s}, {4, 5}},
                                .isViewer = true,
                                .summons = 2};
        const auto json = presence.toJson();
        QCOMPARE(Presence::read(json), presence);
        QCOMPARE(json[u"color"].toString(), u"#4dd6e8"_s);
        QCOMPARE(json[u"cursorPosition"].toObject()[u"x"].toDouble(), 12.5);

        // Where nothing is, null is: for those who read it in JavaScript.
        const auto bare = Presence{.userId = u"u"_s, .name = u"B"_s}.toJson();
        for (const auto &key : {u"cursorPosition"_s, u"activeKrateId"_s, u"spotlightQuery"_s})
            QVERIFY(bare.contains(key) && bare[key].isNull());
        QVERIFY(!bare.contains("viewer"_L1));
    }

    void hostileRecordsAreBounded_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray("{}");
        QTest::newRow("no id") << QByteArray(R"({"name": "x"})");
        QTest::newRow("no name") << QByteArray(R"({"userId": "x", "name": "   "})");
        QTest::newRow("wrong types") << QByteArray(R"({"userId": 7, "name": ["x"]})");
        QTest::newRow("long id") << QByteArray(R"({"userId": ")" + QByteArray(200, 'x')
                                               + R"(", "name": "x"})");
    }
    void hostileRecordsAreBounded()
    {
        QFETCH(const QByteArray, json);
        QVERIFY(!Presence::read(objectOf(json)));
    }

    void hostileFieldsAreAsIfNotThere()
    {
        auto json = objectOf(R"({"userId": "u", "color": "red;url", "activeKrateId": {},
            "cursorPosition": {"x": 1e300, "y": 0}, "spotlightQuery": 5, "timestamp": -1e20,
            "camera": [0, "x", 1], "viewport": [1e99, -4], "selection": "k",
            "drag": {"krates": ["a"], "by": [null, 1]}, "summons": -3, "viewer": "yes"})");
        json[u"name"_s] = QString(QString(500, u'n') + u"\u202Etxt.exe");
        auto presence = Presence::read(json);
        QVERIFY(presence);
        QCOMPARE(presence->name.size(), Presence::LongestName);
        QCOMPARE(presence->color, Presence::colorFor(u"u"_s));
        QVERIFY(!presence->cursor && !presence->camera && !presence->drag);
        QVERIFY(!presence->spotlightQuery && presence->selection.isEmpty());
        QVERIFY(presence->viewport.isEmpty() && presence->summons == 0 && !presence->isViewer);

        json[u"name"_s] = u"An\u202Ena\n\tB\u0007 "_s; // what would turn the line around
        QJsonArray many;
        for (int i = 0; i < 5000; ++i)
            many.append(QString::number(i));
        json[u"selection"_s] = many;
        json[u"spotlightQuery"_s] = QString(9000, u'q');
        presence = Presence::read(json);
        QVERIFY(presence);
        QCOMPARE(presence->name, u"Anna B"_s);
        QCOMPARE(presence->selection.size(), Presence::MostSelected);
        QCOMPARE(presence->spotlightQuery->size(), Presence::LongestQuery);
    }

    void hasInitials()
    {
        QCOMPARE(Presence::initials(u"Anna Maria Berg"_s), u"AB"_s);
        QCOMPARE(Presence::initials(u"berta"_s), u"B"_s);
        QCOMPARE(Presence::initials(u"  "_s), u"?"_s);
    }

    void peopleComeChangeAndGo()
    {
        collab::Awareness awareness(1, collab::AwarenessOptions::manual());
        YardPeople people;
        people.follow(&awareness);
        QSignalSpy changed(&people, &YardPeople::changed);
        QVERIFY(awareness.setLocalState(Presence{.userId = u"me"_s, .name = u"Zoe"_s}.toJson()));
        awareness.flush();
        tell(awareness, 7, Presence{.userId = u"a"_s, .name = u"Anna"_s}.toJson());
        tell(awareness, 8, objectOf(R"({"nothing": "of ours"})"));
        QCOMPARE(people.all().size(), 2u);
        QVERIFY(people.all()[0].isSelf); // oneself first
        QCOMPARE(people.others(), 1);
        QVERIFY(people.find(7) && !people.find(8));
        QVERIFY(!people.isTyping(*people.find(7)));

        tell(awareness, 7,
             Presence{.userId = u"a"_s, .name = u"Anna"_s, .spotlightQuery = u"we"_s}.toJson());
        QVERIFY(people.isTyping(*people.find(7)));
        awareness.forget({7}, &anyPeer);
        QVERIFY(!people.find(7));
        QVERIFY(changed.count() >= 4);
    }

    void manyPeopleAreCounted()
    {
        collab::Awareness awareness(1, collab::AwarenessOptions::manual());
        YardPeople people;
        people.follow(&awareness);
        for (quint64 client = 10; client < 10 + YardPeople::MostPeople + 25; ++client)
            tell(awareness, client, Presence{.userId = u"u"_s, .name = u"N"_s}.toJson());
        QCOMPARE(std::ssize(people.all()), YardPeople::MostPeople);
        QCOMPARE(people.uncounted(), 25);
        QCOMPARE(people.others(), YardPeople::MostPeople + 25);
    }

    void namesAreOneCleanLine_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("shown");
        QTest::newRow("as it is") << u"Anna Maria"_s << u"Anna Maria"_s;
        QTest::newRow("lines and tabs") << u" Anna\n\tMaria "_s << u"Anna Maria"_s;
        QTest::newRow("turned around") << u"\u202e annA"_s << u"annA"_s;
        QTest::newRow("spaces about what goes") << u"A \u200b B"_s << u"A B"_s;
        QTest::newRow("cut at a space")
            << QString(QString(59, u'x') + u" y"_s) << QString(59, u'x');
    }
    void namesAreOneCleanLine()
    {
        QFETCH(const QString, given);
        QTEST(Presence::cleanName(given), "shown");
        QCOMPARE(Presence::cleanName(Presence::cleanName(given)), Presence::cleanName(given));
    }
};

QTEST_GUILESS_MAIN(PresenceTest)

#include "tst_presence.moc"
