// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/spotlight/spotlightmemory.h"

#include "workspace/session/session.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

class SpotlightMemoryTest : public QObject
{
    Q_OBJECT

    static SpotlightEntry pod(const QString &name)
    {
        return {.name = name, .cluster = u"demo"_s, .object = {u"v1"_s, u"Pod"_s, u"shop"_s, name}};
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theNewestComesFirstAndOnlyOnce()
    {
        Session session;
        SpotlightMemory memory(session);
        for (int i = 0; i < 12; ++i)
            memory.noteOpened(pod(u"p%1"_s.arg(i)));
        memory.noteOpened(pod(u"p9"_s));
        QCOMPARE(memory.recent().size(), SpotlightMemory::MostRecent);
        QCOMPARE(memory.recent()[0].name, u"p9"_s);
        QCOMPARE(memory.recent()[1].name, u"p11"_s);
    }

    void whatIsPinnedSurvivesARestart()
    {
        Session session;
        const std::vector<SpotlightEntry> entries{
            pod(u"web"_s),
            {.type = SpotlightEntry::Type::Krate,
             .name = u"pods"_s,
             .cluster = u"demo"_s,
             .id = u"k1"_s},
            {.type = SpotlightEntry::Type::Namespace,
             .name = u"shop"_s,
             .cluster = u"demo"_s,
             .object = {u"v1"_s, u"Namespace"_s, {}, u"shop"_s}},
            {.type = SpotlightEntry::Type::Collection,
             .name = u"pods"_s,
             .cluster = u"demo"_s,
             .scope = {u"v1"_s, u"Pod"_s, {u"a"_s, u"b"_s}}},
            {.type = SpotlightEntry::Type::Command, .name = u"Undo"_s, .id = u"edit.undo"_s}};
        {
            SpotlightMemory memory(session);
            for (const auto &entry : entries) {
                QVERIFY(memory.togglePin(entry));
                memory.noteOpened(entry);
            }
        }
        Session after;
        SpotlightMemory memory(after);
        QSignalSpy changes(&memory, &SpotlightMemory::changed);
        after.restore(session.all());
        QCOMPARE(changes.size(), 1);
        QCOMPARE(memory.pinned(), entries);
        QCOMPARE(memory.recent(), (std::vector<SpotlightEntry>{entries.rbegin(), entries.rend()}));
        QVERIFY(memory.togglePin(entries[0]));
        QVERIFY(!memory.isPinned(entries[0]));
        QCOMPARE(after.section(u"pins"_s)["items"_L1].toArray().size(), 4);
    }

    void moreThanFitAreNotPinned()
    {
        Session session;
        SpotlightMemory memory(session);
        for (size_t i = 0; i < SpotlightMemory::MostPinned; ++i)
            QVERIFY(memory.togglePin(pod(u"p%1"_s.arg(i))));
        QVERIFY(!memory.togglePin(pod(u"one more"_s)));
        QCOMPARE(memory.pinned().size(), SpotlightMemory::MostPinned);
        QVERIFY(memory.togglePin(pod(u"p0"_s))); // letting go is always possible
    }

    void whatCannotBeReadIsLeftOut()
    {
        const QJsonObject good{{u"type"_s, u"object"_s},  {u"name"_s, u"web"_s},
                               {u"cluster"_s, u"demo"_s}, {u"apiVersion"_s, u"v1"_s},
                               {u"kind"_s, u"Pod"_s},     {u"namespace"_s, u"shop"_s}};
        const auto with = [&good](const QString &key, const QJsonValue &value) {
            auto json = good;
            json[key] = value;
            return json;
        };
        const QJsonArray items{17,
                               u"text"_s,
                               QJsonObject(),
                               with(u"type"_s, u"unheard of"_s),
                               with(u"name"_s, 5),
                               with(u"name"_s, QString()),
                               with(u"name"_s, QString(600, u'x')),
                               with(u"name"_s, u"a\nb"_s),
                               with(u"kind"_s, QString()),
                               with(u"type"_s, u"command"_s),
                               good,
                               good};
        Session session;
        SpotlightMemory memory(session);
        session.restore({{u"pins"_s, QJsonObject{{u"items"_s, items}}},
                         {u"recents"_s, QJsonObject{{u"items"_s, 3}}}});
        QCOMPARE(memory.pinned(), std::vector<SpotlightEntry>{pod(u"web"_s)});
        QVERIFY(memory.recent().empty());
        QJsonArray many;
        for (int i = 0; i < 500; ++i)
            many.append(with(u"name"_s, u"p%1"_s.arg(i)));
        session.restore({{u"pins"_s, QJsonObject{{u"items"_s, many}}}});
        QCOMPARE(memory.pinned().size(), SpotlightMemory::MostPinned);
    }
};

QTEST_GUILESS_MAIN(SpotlightMemoryTest)
#include "tst_spotlightmemory.moc"
