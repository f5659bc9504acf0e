// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/doc.h"
#include "collab/crdt/ytypes.h"
#include "collab/sync/unconfirmed.h"

#include <QTest>

using namespace Qt::StringLiterals;
using collab::Unconfirmed;

namespace {

/// Somebody's document, and what of it is unconfirmed.
struct Person
{
    Person()
    {
        QObject::connect(&doc, &crdt::Doc::updated, &doc,
                         [this](const QByteArray &update, crdt::Origin, bool isLocal) {
                             if (isLocal)
                                 unconfirmed.add(update);
                         });
    }
    void set(const QString &key, int value) { doc.map(u"m").set(key, lib0::Any(value)); }

    crdt::Doc doc;
    Unconfirmed unconfirmed;
};

/// Takes what a person did, and tells of it as a relay does.
struct Relay
{
    Relay()
    {
        QObject::connect(&doc, &crdt::Doc::updated, &doc,
                         [this](const QByteArray &update) { told.push_back(update); });
    }
    void takeFrom(const crdt::Doc &other)
    {
        QVERIFY(doc.applyUpdate(other.encodeStateAsUpdate(doc.stateVector()), this));
    }

    crdt::Doc doc;
    std::vector<QByteArray> told;
};

} // namespace

class UnconfirmedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aChangeIsConfirmedByItsEcho()
    {
        Person person;
        Relay relay;
        person.set(u"a"_s, 1);
        person.set(u"b"_s, 2);
        QCOMPARE(person.unconfirmed.count(), 2);
        relay.takeFrom(person.doc); // both at once
        QVERIFY(person.unconfirmed.confirm(relay.told.front()));
        QCOMPARE(person.unconfirmed.count(), 0);
        QVERIFY(!person.unconfirmed.confirm(relay.told.front()));
    }

    void whatIsLeftOutStays()
    {
        Person person;
        Relay relay;
        person.set(u"a"_s, 1);
        relay.takeFrom(person.doc);
        person.set(u"b"_s, 2);
        QVERIFY(person.unconfirmed.confirm(relay.told.front()));
        QCOMPARE(person.unconfirmed.count(), 1);
    }

    void oneChangeMayBeToldInParts()
    {
        Person person;
        person.doc.transact([&person] {
            person.set(u"a"_s, 1);
            person.set(u"b"_s, 2);
        });
        QCOMPARE(person.unconfirmed.count(), 1);
        const auto whole = person.doc.encodeStateAsUpdate();
        crdt::StateVector first;
        first.set(person.doc.clientId(), 1);
        QVERIFY(!person.unconfirmed.confirm(*crdt::diffUpdate(whole, first)));
        QCOMPARE(person.unconfirmed.count(), 1);
        QVERIFY(person.unconfirmed.confirm(whole));
    }

    void aDeletionCountsByWhatIsDeleted()
    {
        Person person;
        Relay relay;
        person.set(u"a"_s, 1);
        relay.takeFrom(person.doc);
        QVERIFY(person.unconfirmed.confirm(relay.told.back()));
        person.doc.map(u"m").remove(u"a"_s);
        QCOMPARE(person.unconfirmed.count(), 1);
        QVERIFY(!person.unconfirmed.confirm(relay.told.back())); // that was the setting
        relay.takeFrom(person.doc);
        QVERIFY(person.unconfirmed.confirm(relay.told.back()));
    }

    void theQuestionIsAnsweredWithAllThatIsOpen()
    {
        Person person;
        Relay relay;
        person.set(u"a"_s, 1);
        person.set(u"b"_s, 2);
        person.doc.map(u"m").remove(u"a"_s);
        const auto question = person.unconfirmed.question(person.doc.stateVector());
        QVERIFY(!person.unconfirmed.confirm(relay.doc.encodeStateAsUpdate(question)));
        relay.takeFrom(person.doc);
        QVERIFY(person.unconfirmed.confirm(relay.doc.encodeStateAsUpdate(question)));
        QCOMPARE(person.unconfirmed.count(), 0);
        QCOMPARE(person.unconfirmed.question(person.doc.stateVector()), person.doc.stateVector());
    }

    void manyAreCountedTogether()
    {
        Person person;
        Relay relay;
        for (int i = 0; i < 5000; ++i)
            person.set(u"key"_s + QString::number(i), i);
        QCOMPARE(person.unconfirmed.count(), 5000);
        relay.takeFrom(person.doc);
        QVERIFY(person.unconfirmed.confirm(relay.told.back()));
        QCOMPARE(person.unconfirmed.count(), 0);
    }

    void nonsenseConfirmsNothing()
    {
        Person person;
        person.set(u"a"_s, 1);
        QVERIFY(!person.unconfirmed.confirm("\xff\xff\xff"));
        QVERIFY(!person.unconfirmed.confirm({}));
        QCOMPARE(person.unconfirmed.count(), 1);
    }
};

QTEST_GUILESS_MAIN(UnconfirmedTest)
#include "tst_unconfirmed.moc"
