// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvasfixture.h"

#include "workspace/versions/localversions.h"
#include "workspace/versions/versionpanel.h"
#include "workspace/versions/versionpicture.h"
#include "workspace/versions/yarddifference.h"

#include <QHttpServer>
#include <QHttpServerResponse>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>

/// A relay's answers, as a test scripts them.
struct FakeRelay
{
    FakeRelay()
    {
        const auto version = [](const QString &id, const QString &name, bool automatic) {
            return QJsonObject{{u"id"_s, id},
                               {u"name"_s, name},
                               {u"author"_s, u"Berta"_s},
                               {u"at"_s, u"2026-11-2%1T10:00:00Z"_s.arg(id.size())},
                               {u"bytes"_s, 1234},
                               {u"automatic"_s, automatic}};
        };
        server.route(u"/api/v1/yards/<arg>/versions"_s, QHttpServerRequest::Method::Get,
                     [this, version](const QString &yard, const QHttpServerRequest &request) {
                         asked.append(yard);
                         token = request.value("authorization");
                         if (code != 200)
                             return QHttpServerResponse("application/json", R"({"error": "no"})",
                                                        QHttpServerResponse::StatusCode(code));
                         QJsonArray all{version(u"a"_s, u"Monday"_s, false),
                                        version(u"bb"_s, {}, true), QJsonObject()};
                         if (isEmpty)
                             all = {};
                         return QHttpServerResponse(QJsonObject{{u"versions"_s, all}});
                     });
        server.route(u"/api/v1/yards/<arg>/versions"_s, QHttpServerRequest::Method::Post,
                     [this, version](const QString &, const QHttpServerRequest &request) {
                         const auto name =
                             QJsonDocument::fromJson(request.body())["name"_L1].toString();
                         asked.append(u"keep "_s + name);
                         return QHttpServerResponse(version(u"ccc"_s, name, false),
                                                    QHttpServerResponse::StatusCode::Created);
                     });
        server.route(u"/api/v1/yards/<arg>/versions/<arg>"_s, QHttpServerRequest::Method::Get,
                     [this](const QString &, const QString &) {
                         return QHttpServerResponse("application/octet-stream", state);
                     });
        server.route(u"/api/v1/yards/<arg>/versions/<arg>/restore"_s,
                     QHttpServerRequest::Method::Post,
                     [this, version](const QString &, const QString &id) {
                         asked.append(u"restore "_s + id);
                         return QHttpServerResponse(
                             QJsonObject{{u"before"_s, version(u"dddd"_s, u"Before"_s, true)}});
                     });
        auto *tcp = new QTcpServer(&server);
        tcp->listen(QHostAddress::LocalHost);
        port = tcp->serverPort();
        server.bind(tcp);
    }

    ShareAddress address() const
    {
        return {.relay = QUrl(u"ws://127.0.0.1:%1/ws/sync"_s.arg(port)),
                .yard = u"shop floor"_s,
                .token = u"secret"_s};
    }

    QHttpServer server;
    quint16 port = 0;
    int code = 200;
    bool isEmpty = false; ///< there are no versions
    QByteArray state;
    QByteArray token;
    QStringList asked;
};

class YardVersionsTest : public CanvasFixture
{
    Q_OBJECT

private Q_SLOTS:
    void differencesAreTold()
    {
        const Krates now = m_document->krates();
        auto then = now;
        QVERIFY(differenceOf(now, then).isEmpty());
        then.begin()->second.position += QPointF(40, 0);
        auto other = then.begin()->second;
        other.id = u"other"_s;
        other.label = u"db"_s;
        other.object->name = u"db"_s;
        then.emplace(other.id, other);
        const auto difference = differenceOf(now, then);
        QCOMPARE(difference.back, QStringList{u"db"_s});
        QCOMPARE(difference.moved, QStringList{u"web"_s});
        QVERIFY(difference.gone.isEmpty() && difference.changed.isEmpty());
        QCOMPARE(differenceOf(then, now).gone, QStringList{u"db"_s});
        QCOMPARE(linesOf(difference), (QStringList{u"Come back: db"_s, u"Move: web"_s}));
    }

    void aStateThatMakesNoSenseIsNone()
    {
        QVERIFY(!kratesIn("nonsense", nullptr, {}));
        const auto state = m_document->doc().encodeStateAsUpdate();
        const auto krates = kratesIn(state, nullptr, m_document->contexts());
        QVERIFY(krates);
        QCOMPARE(krates->size(), size_t(1));
        QVERIFY(!kratesIn(state.chopped(5), nullptr, {}));
    }

    void aLocalVersionIsKeptAndBroughtBack()
    {
        const QTemporaryDir folder;
        LocalVersions versions(*m_document, nullptr, folder.filePath(u"v"_s));
        QVERIFY(versions.list().result()->empty());
        const auto kept = versions.keep(u"  before the move "_s).result();
        QVERIFY(kept.has_value());
        QCOMPARE(kept->name, u"before the move"_s);
        const auto before = record();
        yard::move(*m_document, m_krate, {100, 100});
        const auto moved = record().position;
        QVERIFY(moved != before.position);
        const auto restored = versions.restore(kept->id).result();
        QVERIFY(restored.has_value());
        QVERIFY(restored->isAutomatic);
        QCOMPARE(record().position, before.position);
        QCOMPARE(record().cluster, before.cluster);
        QCOMPARE(record().windows, before.windows);
        QCOMPARE(versions.list().result()->size(), size_t(2));
        m_document->undo(); // it is one step
        QCOMPARE(record().position, moved);
        // Nobody else on this machine reads it.
        const QFileInfo file(folder.filePath(u"v/%1.version"_s.arg(kept->id)));
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void aDamagedLocalVersionIsTold()
    {
        const QTemporaryDir folder;
        LocalVersions versions(*m_document, nullptr, folder.path());
        const auto id = versions.keep(u"a"_s).result()->id;
        QFile file(folder.filePath(id + u".version"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() - 8));
        file.close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"qUncompress"_s));
        QVERIFY(!versions.restore(id).result().has_value());
        QVERIFY(!versions.state(u"../x"_s).result().has_value());
        QCOMPARE(m_document->krates().size(), size_t(1));
    }

    void aRelayIsAskedWithTheToken()
    {
        FakeRelay relay;
        RelayVersions versions(relay.address());
        const auto list = versions.list();
        QTRY_VERIFY(list.isFinished());
        QVERIFY(list.result().has_value());
        QCOMPARE(list.result()->size(), size_t(2)); // what makes no sense is left out
        QCOMPARE(list.result()->front().id, u"bb"_s); // the newest
        QVERIFY(list.result()->front().isAutomatic);
        QCOMPARE(list.result()->back().author, u"Berta"_s);
        QCOMPARE(relay.asked, QStringList{u"shop floor"_s});
        QCOMPARE(relay.token, "Bearer secret");
        const auto restored = versions.restore(u"a"_s);
        QTRY_VERIFY(restored.isFinished());
        QCOMPARE(restored.result()->name, u"Before"_s);
    }

    void aRefusalIsASentence()
    {
        FakeRelay relay;
        RelayVersions versions(relay.address());
        for (const int code : {401, 403, 404, 500}) {
            relay.code = code;
            const auto list = versions.list();
            QTRY_VERIFY(list.isFinished());
            QVERIFY(!list.result().has_value());
            QVERIFY2(list.result().error().endsWith(u'.') || code == 500,
                     qPrintable(list.result().error()));
        }
        auto nowhere = relay.address();
        nowhere.relay = QUrl(u"ws://127.0.0.1:1/ws/sync"_s);
        RelayVersions lost(nowhere);
        const auto list = lost.list();
        QTRY_VERIFY(list.isFinished());
        QVERIFY(list.result().error().contains(u"cannot be reached"_s));
    }

    void thePanelShowsWhatWouldChange()
    {
        FakeRelay relay;
        relay.state = m_document->doc().encodeStateAsUpdate();
        yard::move(*m_document, m_krate, {100, 100});
        RelayVersions versions(relay.address());
        auto *panel = makePanel();
        QSignalSpy wanted(panel, &VersionPanel::restoreWanted);
        panel->open(versions, true);
        auto *list = panel->findChild<QListWidget *>();
        QTRY_COMPARE(list->count(), 2);
        QVERIFY(list->item(0)->text().startsWith(u"Kept automatically"_s));
        auto *restore = button(*panel, u"Bring back…"_s);
        QTRY_VERIFY(restore->isEnabled());
        QTRY_VERIFY(says(*panel, u"1 move"_s));
        QTest::keyClick(list, Qt::Key_Down);
        QTRY_VERIFY(restore->isEnabled());
        QTest::mouseClick(restore, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().front().value<YardVersion>().id, u"a"_s);
        // Back to where it was: nothing to bring back.
        m_document->undo();
        panel->compare();
        QVERIFY(!restore->isEnabled());
    }

    void aStateIsNamed()
    {
        FakeRelay relay;
        RelayVersions versions(relay.address());
        auto *panel = makePanel();
        panel->open(versions, true);
        auto *name = panel->findChild<QLineEdit *>();
        auto *keep = button(*panel, u"Keep this state"_s);
        QVERIFY(!keep->isEnabled());
        name->setFocus();
        QTest::keyClicks(name, u"Tuesday"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(relay.asked.contains(u"keep Tuesday"_s));
        QCOMPARE(relay.asked.count(u"keep Tuesday"_s), 1);
        QTRY_VERIFY(says(*panel, u"“Tuesday” is kept."_s));
        QVERIFY(name->text().isEmpty());
    }

    void withoutAVersionOneBeginsToType()
    {
        FakeRelay relay;
        relay.isEmpty = true;
        RelayVersions versions(relay.address());
        auto *panel = makePanel();
        panel->open(versions, true);
        const auto *name = panel->findChild<QLineEdit *>();
        QTRY_VERIFY(name->hasFocus());
        QVERIFY(says(*panel, u"No version is kept yet."_s));
        QTest::keyClicks(QApplication::focusWidget(), u"Tuesday"_s);
        QCOMPARE(name->text(), u"Tuesday"_s);
    }

    void aViewerOnlyLooks()
    {
        FakeRelay relay;
        relay.code = 401;
        RelayVersions versions(relay.address());
        auto *panel = makePanel();
        panel->open(versions, false);
        QVERIFY(!panel->findChild<QLineEdit *>()->isVisible());
        QVERIFY(!button(*panel, u"Bring back…"_s)->isVisible());
        QTRY_VERIFY(says(*panel, u"did not accept your token"_s));
        QTest::keyClick(panel, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
    }

private:
    VersionPanel *makePanel()
    {
        return new VersionPanel({.now = [this] { return m_document->krates(); },
                                 .read =
                                     [this](const QByteArray &state) {
                                         return kratesIn(state, nullptr, m_document->contexts());
                                     },
                                 .paint =
                                     [this](const Krates &krates, QSize pixels) {
                                         return pictureOf(krates, *m_factory, *m_look, pixels);
                                     }},
                                *m_look, m_canvas.get());
    }

    static QPushButton *button(const QWidget &panel, const QString &text)
    {
        const auto all = panel.findChildren<QPushButton *>();
        const auto found = std::ranges::find(all, text, &QPushButton::text);
        return found == all.end() ? nullptr : *found;
    }

    static bool says(const QWidget &panel, const QString &text)
    {
        const auto all = panel.findChildren<QLabel *>();
        return std::ranges::any_of(
            all, [&](const QLabel *label) { return label->text().contains(text); });
    }
};

QTEST_MAIN(YardVersionsTest)
#include "tst_yardversions.moc"
