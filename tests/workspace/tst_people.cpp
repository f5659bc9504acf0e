// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sharedfixture.h"

#include "support/yardwindow.h"
#include "workspace/people/peopledesk.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/topbar/topbar.h"
#include "workspace/yard/yardactions.h"
#include "workspace/yards/yardkeeper.h"
#include "workspace/yards/yardlibrary.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace workspace;
using Phase = YardConnection::Phase;

/// A whole window in a shared yard, and others who are nobody's window.
class PeopleTest : public QObject, private support::YardWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_session.restore({});
        m_folder = std::make_unique<QTemporaryDir>();
        m_relay = std::make_unique<LoopbackRelay>();
        QVERIFY(openWindow({}, {}));
        m_library = std::make_unique<YardLibrary>(m_folder->filePath(u"yards"_s));
        m_keeper =
            std::make_unique<YardKeeper>(*m_library, *m_document, m_window->canvas(), m_session);
        m_tokens = std::make_unique<ForgetfulTokens>();
        m_sharing = std::make_unique<SharingDesk>(SharingDesk::Parts{.window = *m_window,
                                                                     .library = *m_library,
                                                                     .keeper = *m_keeper,
                                                                     .document = *m_document,
                                                                     .session = m_session,
                                                                     .tokens = *m_tokens,
                                                                     .look = m_look});
        m_sharing->connection().setOptions(hurry);
        m_people = std::make_unique<PeopleDesk>(*m_sharing, *m_window, m_look);
        m_library->load({}, {});
        m_keeper->openLast(u"my yard"_s);
    }
    void cleanup()
    {
        m_sharing->connection().leave();
        m_people.reset();
        m_keeper->flush();
        m_keeper.reset();
        m_library.reset(); // lets go of its lock, while the folder is there
        m_sharing.reset();
        closeWindow();
        m_relay.reset();
    }

    void joinsByTheDialogAndLeavesWithACopy()
    {
        Someone anna(u"Anna"_s);
        anna.connection.join(m_relay->address());
        QTRY_VERIFY(anna.connection.isSynced());
        anna.document.setName(u"The shop"_s);
        const auto id = openKrate(anna, u"web"_s);
        const auto own = m_keeper->current();

        m_window->commands().run(u"yard.join"_s);
        auto *link = field(u"Link or address"_s);
        auto *name = field(u"Your name"_s);
        QVERIFY(link && name);
        link->setFocus();
        QTest::keyClicks(link, u"127.0.0.1:1/join/shop"_s);
        QVERIFY(!field(u"Yard"_s)->isVisible()); // the link says it
        name->clear();
        QTest::keyClicks(name, u"Zoe"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(says(u"Nothing listens at 127.0.0.1"_s));
        QCOMPARE(m_keeper->current(), own); // nothing was made

        link->setText(u"http://127.0.0.1:%1/join/shop"_s.arg(m_relay->port()));
        QTest::keyClick(link, Qt::Key_Return);
        QTRY_VERIFY(m_document->krate(id));
        QCOMPARE(m_keeper->name(), u"The shop"_s);
        QTRY_VERIFY(connection().isSynced());
        QVERIFY(!m_document->isReadOnly());
        QCOMPARE(m_people->bar().words(), u"synced"_s);
        QVERIFY(m_people->bar().isVisible());
        QTRY_COMPARE(anna.connection.people().others(), 1);
        QTRY_VERIFY(std::ranges::any_of(anna.connection.people().all(), [](const Person &person) {
            return person.presence.name == "Zoe"_L1;
        }));
        // The yard is called as before: who joins does not rename it.
        QCOMPARE(anna.document.name(), u"The shop"_s);

        // Another yard, and back.
        const auto shared = m_keeper->current();
        QVERIFY(m_keeper->open(own));
        QVERIFY(!connection().isJoined());
        QTRY_COMPARE(anna.connection.people().others(), 0);
        QVERIFY(m_document->krates().empty());
        QVERIFY(m_keeper->open(shared));
        QTRY_VERIFY(connection().isSynced());

        m_window->commands().run(u"yard.leave"_s);
        auto *leave = button(u"Leave"_s);
        QVERIFY(leave);
        QTest::mouseClick(leave, Qt::LeftButton);
        QVERIFY(!connection().isJoined());
        QVERIFY(m_document->krate(id)); // the copy
        QVERIFY(!m_people->bar().isVisible());
        QVERIFY(m_keeper->open(own));
        QVERIFY(m_keeper->open(shared));
        QVERIFY(!connection().isJoined());
    }

    void theOfflineNoticeCountsAndTries()
    {
        join();
        const auto port = m_relay->port();
        m_relay->stop();
        QTRY_VERIFY(notice(u"You are offline"_s));
        yard::open(*m_document, pod(u"web"_s), {View::Logs}, {6000, 4000});
        QTRY_VERIFY(notice(u"1 change"_s));
        QTRY_VERIFY(m_people->bar().words().startsWith("offline"_L1)
                    || m_people->bar().words().startsWith("connecting"_L1));
        m_relay->start(port);
        auto *now = button(u"Try now"_s);
        QVERIFY(now);
        QTest::mouseClick(now, Qt::LeftButton);
        QTRY_VERIFY(connection().isSynced());
        QTRY_VERIFY(!notice(u"You are offline"_s));
    }

    void spectatesUntilThePersonMoves()
    {
        Someone anna(u"Anna"_s);
        join();
        anna.connection.join(m_relay->address());
        auto presence = anna.presence;
        presence.camera = std::array{3000.0, 2000.0, 0.5};
        presence.viewport = {800, 500};
        anna.tell(presence);
        QTRY_VERIFY(seen(anna) && seen(anna)->presence.camera);
        auto &spectator = m_people->spectator();
        auto &canvas = m_window->canvas();

        m_people->drawer().open();
        auto *card = m_people->drawer().card(seen(anna)->client);
        QVERIFY(card);
        QCOMPARE(card->shown().name, u"Anna"_s);
        auto *spectate = named(card, u"Spectate Anna"_s);
        QVERIFY(spectate);
        QTest::mouseClick(spectate, Qt::LeftButton);
        QCOMPARE(spectator.followed(), seen(anna)->client);
        QCOMPARE(canvas.destination().centre, QPointF(3000, 2000));
        QCOMPARE(canvas.destination().zoom, 0.5);
        presence.camera = std::array{4000.0, 2500.0, 0.6};
        anna.tell(presence);
        QTRY_COMPARE(canvas.destination().centre, QPointF(4000, 2500));
        QVERIFY(spectator.followed());
        canvas.setView({{7000, 5000}, 0.9}); // whatever moves it
        QCOMPARE(spectator.followed(), 0u);
        presence.camera = std::array{1000.0, 1000.0, 0.6};
        anna.tell(presence);
        QTRY_COMPARE(seen(anna)->presence.camera, presence.camera);
        QCOMPARE(canvas.destination().centre, QPointF(7000, 5000));

        spectator.follow(seen(anna)->client);
        m_people->drawer().dismiss();
        canvas.setFocus();
        QTest::keyClick(&canvas, Qt::Key_Escape);
        QCOMPARE(spectator.followed(), 0u);

        // One whose app goes is followed no more.
        spectator.follow(seen(anna)->client);
        anna.connection.leave();
        QTRY_COMPARE(spectator.followed(), 0u);
    }

    void oneBringsEverybodyAndEachMayStay()
    {
        Someone anna(u"Anna"_s);
        join();
        anna.connection.join(m_relay->address());
        auto presence = anna.presence;
        presence.camera = std::array{3000.0, 2000.0, 0.5};
        presence.summons = 1;
        auto &canvas = m_window->canvas();
        canvas.setView({{9000, 6000}, 0.8});
        anna.tell(presence);
        QTRY_COMPARE(canvas.destination().centre, QPointF(3000, 2000));
        QVERIFY(notice(u"Anna brings everyone"_s));
        QTest::mouseClick(button(u"Stay where I was"_s), Qt::LeftButton);
        QCOMPARE(canvas.destination().centre, QPointF(9000, 6000));
        QVERIFY(!notice(u"Anna brings everyone"_s));
        presence.camera = std::array{3100.0, 2000.0, 0.5}; // the same summons is answered
        anna.tell(presence);
        QTRY_COMPARE(seen(anna)->presence.camera, presence.camera);
        QCOMPARE(canvas.destination().centre, QPointF(9000, 6000));
        presence.summons = 2;
        anna.tell(presence);
        QTRY_VERIFY(m_people->spectator().followed());
        presence.summons = 0;
        anna.tell(presence);
        QTRY_VERIFY(!m_people->spectator().followed());
        presence.summons = 3;
        presence.isViewer = true; // a viewer calls nobody
        QVERIFY(anna.connection.awareness()->setLocalState(presence.toJson()));
        QTRY_VERIFY(seen(anna)->presence.isViewer);
        QVERIFY(!m_people->spectator().followed());

        QVERIFY(m_people->spectator().maySummon());
        m_people->spectator().setSummoning(true);
        QTRY_VERIFY(std::ranges::any_of(anna.connection.people().all(), [](const Person &person) {
            return !person.isSelf && person.presence.summons > 0;
        }));
        m_people->spectator().setSummoning(false);
    }

    void aViewerIsToldSo()
    {
        m_sharing->enter(m_relay->address(u"viewer"_s), u"shop"_s, true);
        QTRY_VERIFY(connection().isSynced());
        QVERIFY(connection().isReadOnly());
        QVERIFY(m_document->isReadOnly());
        const auto labels = m_people->bar().findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text() == "viewer"_L1;
        }));
        QVERIFY(!m_people->spectator().maySummon());
        yard::open(*m_document, pod(u"web"_s), {View::Logs}, {6000, 4000});
        QVERIFY(m_document->krates().empty());
        const auto notes = m_window->canvas().findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(notes, [](const QLabel *label) {
            return label->isVisible() && label->text().contains("You are a viewer"_L1);
        }));
    }

    void presenceIsWhatThePersonDoes()
    {
        Someone anna(u"Anna"_s);
        join();
        anna.connection.join(m_relay->address());
        const auto id = openKrate(anna, u"web"_s);
        QTRY_VERIFY(m_document->krate(id));
        auto &canvas = m_window->canvas();
        QTest::mouseMove(&canvas, {300, 200});
        QTest::mouseMove(&canvas, {310, 210});
        const auto me = [&]() -> const Person * {
            for (const auto &person : anna.connection.people().all()) {
                if (!person.isSelf)
                    return &person;
            }
            return nullptr;
        };
        QTRY_VERIFY(me() && me()->presence.cursor);
        QVERIFY((*me()->presence.cursor - canvas.toWorld({310, 210})).manhattanLength() < 1);
        canvas.setSelection({id});
        QTRY_COMPARE(me()->presence.selection, QStringList(id));
        canvas.setSelection({});
        m_window->commands().run(u"search.open"_s);
        QTRY_COMPARE(me()->presence.spotlightQuery, u""_s);
        QTest::keyClicks(QApplication::focusWidget(), u"web"_s);
        QTRY_COMPARE(me()->presence.spotlightQuery, u"web"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!me()->presence.spotlightQuery);
    }

    void manyPeopleFitIntoTheBar()
    {
        join();
        std::vector<std::unique_ptr<Someone>> all;
        for (const auto *name : {"Anna Berg", "Ben", "Chen Li", "Dora", "Emil", "Fatima", "Gus"}) {
            all.push_back(std::make_unique<Someone>(QString::fromLatin1(name),
                                                    Presence::colorFor(QString::fromLatin1(name))));
            all.back()->connection.join(m_relay->address());
        }
        QTRY_COMPARE(connection().people().others(), 7);
        QVERIFY(named(&m_people->bar(), u"3 more"_s));
        QTest::mouseClick(named(&m_people->bar(), u"3 more"_s), Qt::LeftButton);
        QVERIFY(m_people->drawer().isVisible());
        QVERIFY(named(&m_people->bar(), u"Anna Berg"_s));
        QTest::keyClick(&m_people->drawer(), Qt::Key_Escape);
        QVERIFY(!m_people->drawer().isVisible());
        all.pop_back();
        QTRY_COMPARE(connection().people().others(), 6);
    }

    /// Also the picture of several people in one yard: KRATEYARD_SCREENSHOTS names the folder.
    void fourPeopleAreSeen_data()
    {
        QTest::addColumn<bool>("light");
        QTest::newRow("dark") << false;
        QTest::newRow("light") << true;
    }
    void fourPeopleAreSeen()
    {
        QFETCH(const bool, light);
        m_look.setTheme(light ? Theme::lightTheme() : Theme::darkTheme());
        join();
        QStringList ids;
        for (int i = 0; i < 4; ++i)
            ids.append(yard::open(*m_document, pod(u"web-%1"_s.arg(i)), {View::Logs, View::Yaml},
                                  QPointF(4600 + 1000 * (i % 2), 3000 + 700 * (i / 2))));
        m_window->canvas().setView({{5600, 3500}, 0.55});
        std::vector<std::unique_ptr<Someone>> all;
        const std::array names{u"Anna Berg"_s, u"Ben"_s, u"Chén Lì"_s, u"Дора"_s};
        for (size_t i = 0; i < names.size(); ++i) {
            all.push_back(std::make_unique<Someone>(names[i], Presence::colors()[i * 2]));
            auto &someone = *all.back();
            someone.connection.join(m_relay->address());
            auto presence = someone.presence;
            presence.cursor = QPointF(4900 + 480 * double(i), 3050 + 260 * double(i % 3));
            presence.activeKrate = i < 2 ? ids[qsizetype(i)] : QString();
            presence.selection = i == 2 ? QStringList{ids[1], ids[3]} : QStringList();
            presence.camera = std::array{5600.0, 3500.0, 0.5};
            presence.viewport = {1400, 900};
            if (i == 3)
                presence.spotlightQuery = u"checkout"_s;
            presence.isViewer = i == 3;
            someone.tell(presence);
        }
        QTRY_COMPARE(connection().people().others(), 4);
        QTRY_VERIFY(std::ranges::all_of(all, [this](const auto &someone) {
            const auto *person = seen(*someone);
            return person && person->presence.cursor
                && m_window->canvas().shownCursor(person->client) == person->presence.cursor;
        }));
        takePicture(light ? u"people-light"_s : u"people-dark"_s);
        m_people->drawer().open();
        auto *card = m_people->drawer().card(seen(*all[3])->client);
        QVERIFY(card && card->shown().search.contains("checkout"_L1));
        QCOMPARE(m_people->drawer().card(seen(*all[0])->client)->shown().activity,
                 u"active in web-0"_s);
        m_people->spectator().follow(seen(*all[1])->client);
        takePicture(light ? u"drawer-light"_s : u"drawer-dark"_s);
        m_people->drawer().dismiss();
        m_window->commands().run(u"yard.join"_s);
        takePicture(light ? u"join-light"_s : u"join-dark"_s);
        m_look.setTheme(Theme::darkTheme());
    }

private:
    YardConnection &connection() { return m_sharing->connection(); }
    static KrateRecord pod(const QString &name)
    {
        return {.cluster = u"kind"_s,
                .object = ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, name},
                .label = name};
    }
    static QString openKrate(Someone &who, const QString &name)
    {
        return yard::open(who.document, pod(name), {View::Logs}, {6000, 4000});
    }
    void join()
    {
        m_sharing->share(m_relay->address());
        QTRY_VERIFY(connection().isSynced());
    }
    const Person *seen(const Someone &who) { return who.seenBy(connection()); }
    bool notice(const QString &part) const
    {
        return std::ranges::any_of(m_window->notices().sentences(), [&](const QString &sentence) {
            return sentence.contains(part);
        });
    }
    bool says(const QString &part) const
    {
        const auto labels = m_window->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(part);
        });
    }
    QLineEdit *field(const QString &name) const
    {
        const auto all = m_window->findChildren<QLineEdit *>();
        const auto found = std::ranges::find(all, name, &QLineEdit::accessibleName);
        return found == all.end() ? nullptr : *found;
    }
    QAbstractButton *button(const QString &text) const
    {
        const auto all = m_window->findChildren<QAbstractButton *>();
        const auto found = std::ranges::find_if(all, [&](const QAbstractButton *button) {
            return button->isVisible() && button->text() == text;
        });
        return found == all.end() ? nullptr : *found;
    }
    static QAbstractButton *named(QWidget *in, const QString &name)
    {
        const auto all = in->findChildren<QAbstractButton *>();
        const auto found = std::ranges::find_if(all, [&](const QAbstractButton *button) {
            return button->isVisible() && button->accessibleName() == name;
        });
        return found == all.end() ? nullptr : *found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LoopbackRelay> m_relay;
    std::unique_ptr<YardLibrary> m_library;
    std::unique_ptr<YardKeeper> m_keeper;
    std::unique_ptr<ForgetfulTokens> m_tokens;
    std::unique_ptr<SharingDesk> m_sharing;
    std::unique_ptr<PeopleDesk> m_people;
};

QTEST_MAIN(PeopleTest)

#include "tst_people.moc"
