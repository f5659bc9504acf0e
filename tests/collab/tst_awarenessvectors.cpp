// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "awarenessnotes.h"

#include "collab/awareness/awareness.h"
#include "collab/lib0/json.h"
#include "support/testdata.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using collab::Awareness;
using collab::AwarenessChange;
using collab::AwarenessOptions;
using lib0::Any;

namespace {

constexpr auto Remote = "remote";

const Any &member(const Any &object, QStringView name)
{
    static const Any undefined;
    for (const auto &[key, value] : *object.object()) {
        if (key == name)
            return value;
    }
    return undefined;
}

quint64 idOf(const Any &any)
{
    return any.number() ? quint64(*any.number()) : any.text()->toULongLong();
}

QList<quint64> idsOf(const Any &any)
{
    QList<quint64> ids;
    for (const auto &id : *any.array())
        ids.append(idOf(id));
    return ids;
}

AwarenessChange changeOf(const Any &any)
{
    if (any.isUndefined())
        return {};
    return {idsOf(member(any, u"added")), idsOf(member(any, u"updated")),
            idsOf(member(any, u"removed"))};
}

QByteArray bytesOf(const Any &hex)
{
    return QByteArray::fromHex(hex.text()->toLatin1());
}

Any readVectors(const QString &name)
{
    QFile file(support::testData(u"yjs/"_s + name));
    return file.open(QIODevice::ReadOnly) ? lib0::parseJson(file.readAll()).value_or(Any()) : Any();
}

} // namespace

/// The awareness cases that Yjs recorded, to the byte.
class AwarenessVectorsTest : public QObject
{
    Q_OBJECT

private:
    using Replicas = std::map<quint64, std::unique_ptr<Awareness>>;

    static void compareWithWhatYjsTold(const Any &step, const Notes &notes)
    {
        const auto told = [](const std::vector<Told> &all) {
            return all.empty() ? AwarenessChange() : all.front().change;
        };
        QCOMPARE(told(notes.updates), changeOf(member(step, u"update")));
        QCOMPARE(told(notes.changes), changeOf(member(step, u"change")));
        QVERIFY(notes.updates.size() <= 1 && notes.changes.size() <= 1);
    }

    static void compareStates(const Any &step, const Awareness &awareness)
    {
        std::map<quint64, quint64> clocks;
        for (const auto &[client, clock] : *member(step, u"clocks").object())
            clocks.emplace(client.toULongLong(), idOf(clock));
        QCOMPARE(awareness.clocks(), clocks);
        const auto &states = member(step, u"states");
        QCOMPARE(awareness.clients().size(), qsizetype(states.object()->size()));
        for (const auto &[client, state] : *states.object())
            QCOMPARE(awareness.json(client.toULongLong()), lib0::stringify(state));
    }

    static void run(const Any &step, Replicas &replicas)
    {
        const auto is = [&](QStringView name) { return !member(step, name).isUndefined(); };
        const auto replica = [&](QStringView name) -> Awareness & {
            return *replicas.at(idOf(member(step, name)));
        };
        if (is(u"create")) {
            const auto id = idOf(member(step, u"create"));
            replicas[id] = std::make_unique<Awareness>(id, AwarenessOptions::manual());
        } else if (is(u"set")) {
            auto &awareness = replica(u"set");
            Notes notes(awareness);
            QVERIFY(awareness.setLocalState(member(step, u"state")));
            compareWithWhatYjsTold(step, notes);
            QCOMPARE(awareness.clocks().at(awareness.clientId()), idOf(member(step, u"clock")));
            QCOMPARE(awareness.encode({awareness.clientId()}), bytesOf(member(step, u"encoded")));
        } else if (is(u"apply")) {
            auto &awareness = replica(u"apply");
            Notes notes(awareness);
            QVERIFY(awareness.apply(bytesOf(member(step, u"u")), Remote));
            compareWithWhatYjsTold(step, notes);
            compareStates(step, awareness);
        } else if (is(u"remove")) {
            auto &awareness = replica(u"remove");
            Notes notes(awareness);
            const auto clients = idsOf(member(step, u"clients"));
            awareness.removeStates(clients, Remote);
            compareWithWhatYjsTold(step, notes);
            compareStates(step, awareness);
            QCOMPARE(awareness.encode(clients), bytesOf(member(step, u"encoded")));
        } else if (is(u"encode")) {
            QCOMPARE(replica(u"encode").encode(idsOf(member(step, u"clients"))),
                     bytesOf(member(step, u"hex")));
        } else {
            QFAIL("a step of another kind");
        }
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void recordedCasesEndAsInYjs_data()
    {
        QTest::addColumn<QString>("name");
        const auto names = QDir(support::testData(u"yjs"_s)).entryList({u"aw-*.json"_s});
        QVERIFY(names.size() >= 6);
        for (const auto &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }
    void recordedCasesEndAsInYjs()
    {
        QFETCH(QString, name);
        const auto vectors = readVectors(name);
        QVERIFY(vectors.object());
        const auto &steps = member(vectors, u"steps");
        QVERIFY(steps.array() && !steps.array()->empty());
        Replicas replicas;
        for (const auto &step : *steps.array()) {
            run(step, replicas);
            if (QTest::currentTestFailed())
                return;
        }
    }
};

QTEST_GUILESS_MAIN(AwarenessVectorsTest)
#include "tst_awarenessvectors.moc"
