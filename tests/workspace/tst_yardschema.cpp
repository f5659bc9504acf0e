// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yard/layout.h"
#include "workspace/yard/yardactions.h"
#include "workspace/yard/yarddocument.h"
#include "workspace/yarddoc/yardcomments.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace workspace;
using namespace Qt::StringLiterals;

using Object = lib0::Any::Object;
using Array = lib0::Any::Array;

/// What others write into the document of a yard: a newer Krateyard, another program, a vandal.
class YardSchemaTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<YardDocument> m_document;
    QString m_id; ///< of a krate that makes sense
    QStringList m_said;

    crdt::YMap krates() const { return m_document->doc().map(schema::Krates); }
    crdt::YMap krate() const { return krates().map(m_id); }
    /// As a peer does.
    void write(const std::function<void()> &edit)
    {
        static const char peer = 0;
        m_document->doc().transact(edit, &peer);
    }

    static std::vector<std::pair<QString, lib0::Any>> garbage()
    {
        constexpr auto inf = std::numeric_limits<double>::infinity();
        return {{u"undefined"_s, {}},
                {u"null"_s, nullptr},
                {u"bool"_s, true},
                {u"number"_s, -7},
                {u"nan"_s, std::numeric_limits<double>::quiet_NaN()},
                {u"infinity"_s, inf},
                {u"huge"_s, 1e300},
                {u"bigint"_s, lib0::Any::BigInt{5}},
                {u"bytes"_s, QByteArray("\xff\x00", 2)},
                {u"text"_s, u"tv"_s},
                {u"empty text"_s, QString()},
                {u"long text"_s, QString(5000, u'x')},
                {u"array"_s, Array{}},
                {u"two texts"_s, Array{u"a"_s, u"b"_s}},
                {u"far numbers"_s, Array{1e8, 1e8, 400, 400}},
                {u"two nans"_s, Array{std::numeric_limits<double>::quiet_NaN(), inf}},
                {u"many"_s, Array(5000, lib0::Any(1))},
                {u"object"_s, Object{}},
                {u"object of numbers"_s, Object{{u"kind"_s, 1}, {u"name"_s, 2}}}};
    }

    /// Nothing about the krates could hurt a canvas.
    void isSound() const
    {
        for (const auto &[id, krate] : m_document->krates()) {
            QVERIFY(!id.isEmpty() && krate.id == id);
            QVERIFY(krate.object.has_value() != krate.collection.has_value());
            QVERIFY(std::abs(krate.position.x()) <= schema::FarthestOut);
            QVERIFY(std::abs(krate.position.y()) <= schema::FarthestOut);
            QVERIFY(krate.windows.size() <= schema::MostWindows);
            for (size_t i = 0; i < krate.windows.size(); ++i) {
                const auto &rect = krate.windows[i].rect;
                QVERIFY(rect.width() >= layout::MinimumSize.width());
                QVERIFY(rect.height() <= layout::MaximumSize.height());
                for (size_t j = 0; j < i; ++j)
                    QVERIFY(!rect.intersects(krate.windows[j].rect));
            }
        }
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_said.clear();
        m_document = std::make_unique<YardDocument>();
        connect(m_document.get(), &YardDocument::problemFound, this,
                [this](const QString &sentence) { m_said.append(sentence); });
        const KrateRecord pod{.cluster = u"kind"_s,
                              .object = ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, u"web"_s},
                              .label = u"web"_s};
        m_id = yard::open(*m_document, pod, {View::Logs, View::Yaml}, {3000, 3000});
    }

    void nonsenseInAFieldIsKeptAndNotShown_data()
    {
        QTest::addColumn<QString>("field");
        for (const auto *field : {"v", "cluster", "object", "collection", "ns", "label", "p", "min",
                                  "pin", "z", "windows"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }

    void nonsenseInAFieldIsKeptAndNotShown()
    {
        QFETCH(QString, field);
        const auto before = *m_document->krate(m_id);
        for (const auto &[what, value] : garbage()) {
            const auto old = crdt::toAny(krate());
            write([&] { krate().set(field, value); });
            isSound();
            const auto written = krate().any(field);
            // It was shown, for it makes sense after all, or it was not and is still there.
            const bool isNan = value.number() && std::isnan(*value.number());
            QVERIFY2(written == value || isNan || what == "two nans"_L1, qPrintable(what));
            write([&] { krates().remove(m_id); });
            QVERIFY(!m_document->krate(m_id));
            init(); // the next one on a yard that is whole
        }
        QCOMPARE(m_document->krate(m_id)->label, before.label);
    }

    void whatIsPutRightIsShownAgain()
    {
        const auto before = *m_document->krate(m_id);
        write([&] { krate().set(u"p", lib0::Any(u"here"_s)); });
        QVERIFY(!m_document->krate(m_id));
        QCOMPARE(m_said.size(), 1);
        QVERIFY2(m_said[0].contains("1 krate"_L1), qPrintable(m_said[0]));
        write([&] { krate().set(u"p", lib0::Any(Array{1, 2})); });
        QCOMPARE(m_document->krate(m_id)->position, QPointF(1, 2));
        QCOMPARE(m_document->krate(m_id)->windows, before.windows);
        // Said once, however often it happens.
        write([&] { krate().set(u"p", lib0::Any(u"there"_s)); });
        QCOMPARE(m_said.size(), 1);
    }

    void anEntryThatIsNoMapIsLeftAlone()
    {
        write([&] {
            krates().set(u"text", lib0::Any(u"a krate?"_s));
            krates().set(u"list", crdt::NewArray{});
            krates().set(u"", crdt::NewMap{});
            krates().set(QString(2000, u'i'), crdt::NewMap{});
        });
        QCOMPARE(m_document->krates().size(), 1u);
        QCOMPARE(m_said.size(), 1);
        // Nor is it overwritten by a krate of that id.
        auto wanted = *m_document->krate(m_id);
        wanted.id = u"text"_s;
        m_document->transact(u"put"_s, [&](YardTransaction &t) { t.put(wanted); });
        QCOMPARE(krates().any(u"text"), lib0::Any(u"a krate?"_s));
        isSound();
    }

    void nonsenseInAWindowHidesTheWindow()
    {
        const auto windows = m_document->krate(m_id)->windows;
        const auto second = windows[1].id;
        for (const auto *field : {"view", "r", "o"}) {
            for (const auto &[what, value] : garbage()) {
                auto window = krate().map(u"windows").map(second);
                const auto old = window.any(QString::fromLatin1(field));
                write([&] { window.set(QString::fromLatin1(field), value); });
                isSound();
                QVERIFY(m_document->krate(m_id));
                QVERIFY(std::ranges::contains(m_document->krate(m_id)->windows, windows[0]));
                write([&] { window.set(QString::fromLatin1(field), old); });
                QCOMPARE(m_document->krate(m_id)->windows, windows);
            }
        }
        QCOMPARE(m_said.size(), 1);
    }

    void keysThatAreNotKnownSurviveEdits()
    {
        write([&] {
            krate().set(u"colour", lib0::Any(u"pink"_s));
            krate()
                .map(u"windows")
                .map(m_document->krate(m_id)->windows[0].id)
                .set(u"font", lib0::Any(12));
            m_document->doc().map(u"drawings").set(u"d", lib0::Any(Array{1, 2}));
        });
        const auto window = m_document->krate(m_id)->windows[0].id;
        yard::move(*m_document, m_id, {7000, 5000});
        yard::setPinned(*m_document, m_id, true);
        yard::setView(*m_document, m_id, window, View::Shell);
        yard::addWindow(*m_document, m_id, View::Describe);
        yard::resizeWindow(*m_document, m_id, window, Qt::RightEdge, {100, 0});
        QCOMPARE(krate().any(u"colour"), lib0::Any(u"pink"_s));
        QCOMPARE(krate().map(u"windows").map(window).any(u"font"), lib0::Any(12));
        while (m_document->canUndo())
            m_document->undo();
        QVERIFY(m_document->krates().empty());
        m_document->redo();
        QCOMPARE(m_document->doc().map(u"drawings").any(u"d"), lib0::Any(Array{1, 2}));
    }

    void aKrateOfANewerVersionIsLeftToNewerOnes()
    {
        write([&] { krate().set(u"v", lib0::Any(2)); });
        QVERIFY(!m_document->krate(m_id));
        QCOMPARE(m_said.size(), 1);
        QVERIFY2(m_said[0].contains("newer"_L1), qPrintable(m_said[0]));
        QVERIFY(!krate().isNull());
    }

    void aNewerYardIsShownAsFarAsItIsUnderstood()
    {
        write([&] { m_document->doc().map(schema::Yard).set(u"version", lib0::Any(9)); });
        QCOMPARE(m_said.size(), 1);
        QVERIFY2(m_said[0].contains("newer"_L1), qPrintable(m_said[0]));
        yard::setPinned(*m_document, m_id, true);
        QVERIFY(m_document->krate(m_id)->pinned);
        QCOMPARE(m_document->doc().map(schema::Yard).any(u"version"), lib0::Any(9));
        // Also when it is opened.
        auto doc = YardDocument::makeDoc();
        QVERIFY(doc->applyUpdate(m_document->doc().encodeStateAsUpdate(), this));
        YardDocument again;
        QCOMPARE(again.load(std::move(doc), {}), m_said);
    }

    void noTwoWindowsHaveOneId()
    {
        const auto shared = m_document->krate(m_id)->windows[0].id;
        const auto other = yard::open(
            *m_document, {.cluster = u"kind"_s, .object = ObjectId{u"v1"_s, u"Pod"_s, {}, u"db"_s}},
            {View::Yaml}, {8000, 5000});
        write([&] {
            krates()
                .map(other)
                .map(u"windows")
                .set(shared,
                     crdt::NewMap{{{u"view"_s, lib0::Any(u"yaml"_s)},
                                   {u"r"_s, lib0::Any(Array{0, 500, 380, 362})}}});
        });
        QCOMPARE(m_document->krate(other)->windows.size(), 1u);
        QCOMPARE(m_said.size(), 1);
        // It is free as soon as the first is gone.
        write([&] { krates().remove(m_id); });
        QCOMPARE(m_document->krate(other)->windows.size(), 2u);
    }

    void aKrateAboutSomethingElseIsAnotherOne()
    {
        QSignalSpy changes(m_document.get(), &YardDocument::changed);
        write([&] {
            krate().set(u"object", lib0::Any(Object{{u"kind"_s, u"Node"_s}, {u"name"_s, u"n1"_s}}));
        });
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes[0][0].value<YardChange>().removed, QStringList(m_id));
        QCOMPARE(changes[1][0].value<YardChange>().added, QStringList(m_id));
        QCOMPARE(m_document->krate(m_id)->object->kind, u"Node"_s);
    }

    void sizesOutOfRangeArePutRight()
    {
        const auto id = m_document->krate(m_id)->windows[0].id;
        write(
            [&] { krate().map(u"windows").map(id).set(u"r", lib0::Any(Array{0, 0, 1, 90'000})); });
        isSound();
        QCOMPARE(m_document->krate(m_id)->windows.size(), 2u);
    }

    void commentsThatMakeNoSenseAreNotShown()
    {
        YardComments comments(*m_document);
        QSignalSpy said(&comments, &YardComments::problemFound);
        comments.add(m_id, u"fine"_s, u"Anna"_s);
        for (const auto *field : {"krate", "text", "author", "at"}) {
            for (const auto &[what, value] : garbage()) {
                write([&] {
                    auto map = m_document->doc().map(schema::Comments);
                    map.setMap(u"bad",
                               {{{u"krate"_s, lib0::Any(m_id)},
                                 {u"text"_s, lib0::Any(u"t"_s)},
                                 {u"author"_s, lib0::Any(u"a"_s)},
                                 {u"at"_s, lib0::Any(1)}}});
                    map.map(u"bad").set(QString::fromLatin1(field), value);
                });
                QVERIFY(comments.all().size() <= 2);
                for (const auto &comment : comments.all())
                    QVERIFY(!comment.text.isEmpty() && comment.at.isValid());
            }
        }
        QCOMPARE(said.size(), 1);
    }

    /// Whatever is written anywhere, what is shown is sound, and what one does can be undone.
    void anyNonsenseAnywhere()
    {
        QRandomGenerator random(7);
        const auto values = garbage();
        const QStringList fields{u"v"_s,   u"cluster"_s, u"object"_s, u"collection"_s,
                                 u"ns"_s,  u"label"_s,   u"p"_s,      u"min"_s,
                                 u"pin"_s, u"z"_s,       u"windows"_s};
        for (int round = 0; round < 400; ++round) {
            const auto id = QString::number(random.bounded(12));
            const auto &value = values[size_t(random.bounded(int(values.size())))].second;
            write([&] {
                if (random.bounded(4) == 0 || krates().map(id).isNull())
                    krates().set(id,
                                 crdt::NewMap{{{u"p"_s, lib0::Any(Array{1, 2})},
                                               {u"object"_s,
                                                lib0::Any(Object{{u"kind"_s, u"Pod"_s},
                                                                 {u"name"_s, u"n"_s}})}}});
                if (random.bounded(2))
                    krates().map(id).set(fields[random.bounded(fields.size())], value);
            });
            isSound();
            if (random.bounded(5) == 0 && m_document->krate(m_id))
                yard::move(*m_document, m_id, {random.bounded(9000) * 1.0, 3000});
            if (random.bounded(9) == 0)
                m_document->undo();
            isSound();
            if (QTest::currentTestFailed())
                return;
        }
    }
};

QTEST_GUILESS_MAIN(YardSchemaTest)
#include "tst_yardschema.moc"
