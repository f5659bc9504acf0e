// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/apierror.h"
#include "paintedhost.h"
#include "storefeed.h"
#include "webpodlogs.h"

#include <QDir>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;
using workspace::LogContent;

/// Containers of a pod, for who reads them again.
class ServedFeed final : public StoreFeed
{
public:
    explicit ServedFeed(kube::ApiClient &client,
                        const QStringList &containers = {u"app"_s, u"proxy"_s})
        : m_client(client)
        , m_containers(containers)
    {
    }
    std::vector<Stream> streams() const override
    {
        std::vector<Stream> streams;
        for (const auto &container : m_containers)
            streams.push_back({.source = QString(u"web/"_s + container),
                               .nameSpace = u"shop"_s,
                               .pod = u"web"_s,
                               .container = container});
        return streams;
    }
    kube::ApiClient *client() const override { return &m_client; }

private:
    kube::ApiClient &m_client;
    QStringList m_containers;
};

class LogSaverTest : public QObject, private WebPodLogs
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void init()
    {
        QTest::failOnWarning();
        QVERIFY(serveWeb());
    }

    void savingReadsTheWholeLogFromTheServer()
    {
        for (int i = 0; i < 1500; ++i)
            m_server->logs().append(m_app,
                                    "request number " + QByteArray::number(i) + " took 1 ms");
        auto content = make({u"app"_s});
        QTRY_COMPARE(content->model().rowCount(), 1500);
        const auto menu = content->menu();
        const auto much =
            std::ranges::find(menu, u"How much is read"_s, &workspace::MenuEntry::text);
        QVERIFY(much != menu.end());
        much->children.front().run(); // the last 1,000 lines
        QTRY_COMPARE(content->model().rowCount(), 1000);
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"web.log"_s);
        content->parts().saving.save(path);
        QTRY_VERIFY(!content->parts().saving.isRunning());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto saved = file.readAll();
        QCOMPARE(saved.count('\n'), 1500);
        QVERIFY(saved.contains("request number 0 "));
    }

    void severalStreamsAreSavedInOrderOfTime()
    {
        writeBoth(3000);
        ServedFeed feed(*m_client);
        const QTemporaryDir folder;
        workspace::LogSaver saver(feed, folder.filePath(u"web.log"_s));
        QSignalSpy finished(&saver, &workspace::LogSaver::finished);
        saver.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].toString(), QString());
        QFile file(saver.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (int i = 0; i < 3000; ++i) {
            const auto line = file.readLine();
            QVERIFY2(line.startsWith(i % 3 == 0 ? "[pod/web/proxy] 2023" : "[pod/web/app] 2023"),
                     line);
            QVERIFY2(line.endsWith(QByteArray(" line " + QByteArray::number(i) + '\n')), line);
        }
        QVERIFY(file.atEnd());
    }

    void whatOneContainerLacksIsToldAndTheRestIsSaved_data()
    {
        QTest::addColumn<demo::Fault>("fault");
        QTest::addColumn<QByteArray>("before"); // what the window has of it
        QTest::addColumn<QString>("why");
        QTest::addColumn<QByteArray>("note");
        const QString gone = u"The pod does not exist any more."_s;
        const QString broken = u"The connection to the cluster broke off."_s;
        QTest::newRow("forbidden")
            << refusal(403, u"Forbidden"_s, u"user dev cannot get pods/log"_s) << QByteArray()
            << u"You are not allowed to: user dev cannot get pods/log"_s
            << "This log could not be read: "_ba;
        QTest::newRow("gone") << refusal(404, u"NotFound"_s, u"pods web not found"_s)
                              << QByteArray() << gone << "This log could not be read: "_ba;
        QTest::newRow("gone, but read before")
            << refusal(404, u"NotFound"_s, u"pods web not found"_s)
            << "2023-11-14T22:13:20.5Z in the window\n"_ba << gone
            << "This log could not be read; what the window has of it is here: "_ba;
        QTest::newRow("never reached")
            << demo::Fault{.action = demo::Fault::Action::Drop} << QByteArray() << broken
            << "This log could not be read: "_ba;
        QTest::newRow("broken off")
            << demo::Fault{.action = demo::Fault::Action::Cut, .cutAfter = 2000}
            << "2023-11-14T22:13:20.5Z in the window\n"_ba << broken
            << "The rest of this log could not be read: "_ba;
    }

    void whatOneContainerLacksIsToldAndTheRestIsSaved()
    {
        QFETCH(demo::Fault, fault);
        QFETCH(const QByteArray, before);
        QFETCH(const QString, why);
        QFETCH(const QByteArray, note);
        fault.path = u"/api/v1/namespaces/shop/pods/web/log"_s;
        fault.queryContains = u"container=proxy"_s;
        m_server->script().add(fault);
        writeBoth(300);
        auto feed = std::make_unique<ServedFeed>(*m_client);
        if (!before.isEmpty())
            feed->log(u"web/proxy"_s, before);
        LogContent content(std::move(feed), u"web"_s, *m_look);
        PaintedHost host(content, *m_look, {700, 326});
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"web.log"_s);
        QSignalSpy ended(&content.parts().saving, &workspace::LogSaving::ended);
        const auto saved = save(content, path);

        QCOMPARE(ended[0][1].toBool(), false); // not whole
        QCOMPARE(content.parts().banner.text(),
                 QString(u"web.log lacks lines of 1 container(s): web/proxy: "_s + why));
        QCOMPARE(saved.count("[pod/web/app] 2023"), 200);
        const QByteArray noteLine = "[pod/web/proxy] # " + note + why.toUtf8() + '\n';
        QVERIFY2(QByteArray('\n' + saved).contains(QByteArray('\n' + noteLine)), saved.left(400));
        const auto ofProxy = saved.count("[pod/web/proxy] 2023");
        const bool isCut = fault.action == demo::Fault::Action::Cut;
        QVERIFY(isCut ? ofProxy > 10 && ofProxy < 100 : ofProxy == (before.isEmpty() ? 0 : 1));
        QCOMPARE(saved.contains("Z in the window"), !isCut && !before.isEmpty());
        takePicture(host, u"logs-saved-in-part"_s);
    }

    /// A pod that is gone, and another one of its name.
    void theSameStreamTwiceIsSavedOnce()
    {
        writeBoth(30);
        const QStringList twice{u"app"_s, u"app"_s};
        LogContent content(std::make_unique<ServedFeed>(*m_client, twice), u"web"_s, *m_look);
        const QTemporaryDir folder;
        QCOMPARE(save(content, folder.filePath(u"web.log"_s)).count('\n'), 20);
    }

    void aContainerThatHasNotStartedLacksNothing()
    {
        auto fault = refusal(400, u"BadRequest"_s,
                             u"container \"proxy\" in pod \"web\" is waiting to start: "
                             "PodInitializing"_s);
        fault.path = u"/api/v1/namespaces/shop/pods/web/log"_s;
        fault.queryContains = u"container=proxy"_s;
        m_server->script().add(fault);
        writeBoth(30);
        LogContent content(std::make_unique<ServedFeed>(*m_client), u"web"_s, *m_look);
        const QTemporaryDir folder;
        const auto saved = save(content, folder.filePath(u"web.log"_s));
        QCOMPARE(saved.count('\n'), 20);
        QVERIFY(content.parts().banner.text().startsWith(u"The whole log is in "_s));
    }

    void whatIsNotFollowedIsToldWhereItIsSaved()
    {
        writeBoth(30);
        auto feed = std::make_unique<ServedFeed>(*m_client);
        feed->setReach({.followed = 128, .leftOut = 85});
        LogContent content(std::move(feed), u"web"_s, *m_look);
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"web.log"_s);
        QCOMPARE(save(content, path).count('\n'), 30);
        QCOMPARE(content.parts().banner.text(),
                 u"web.log lacks 85 container(s) that are not followed: choose pods or one "
                 "container."_s);
    }

    void whatOnlyTheWindowHasIsSavedInTurns()
    {
        m_server->script().fail(u"/api/v1/namespaces/shop/pods/web/log"_s, 404, u"NotFound"_s);
        auto feed = std::make_unique<ServedFeed>(*m_client);
        QByteArray lines;
        for (int i = 0; i < 45'000; ++i)
            lines += "line " + QByteArray::number(i) + '\n';
        feed->log(u"web/app"_s, lines);
        LogContent content(std::move(feed), u"web"_s, *m_look);
        const QTemporaryDir folder;
        const auto saved = save(content, folder.filePath(u"web.log"_s));
        QCOMPARE(saved.count('\n'), 45'002); // and a note for each of two
        QVERIFY(saved.endsWith("[pod/web/app] line 44999\n"));
    }

    void whatCannotBeReadIsNotSaved()
    {
        auto content = make({}, u"gone"_s);
        const QTemporaryDir folder;
        content->parts().saving.save(folder.filePath(u"gone.log"_s));
        QTRY_VERIFY(!content->parts().saving.isRunning());
        QVERIFY(QDir(folder.path()).isEmpty());
    }

private:
    static demo::Fault refusal(int code, const QString &reason, const QString &message)
    {
        const auto status = demo::statusObject(demo::apiError(code, reason, message));
        return {.code = code, .body = demo::toJson(status)};
    }
    /// Every third line is the proxy's.
    void writeBoth(int lines)
    {
        const demo::LogKey proxy{u"shop"_s, u"web"_s, u"proxy"_s};
        const auto begin = QDateTime::fromSecsSinceEpoch(1'700'000'000, QTimeZone::UTC);
        for (int i = 0; i < lines; ++i) {
            const auto &key = i % 3 == 0 ? proxy : m_app;
            m_server->logs().append(key, "line " + QByteArray::number(i), begin.addSecs(i));
        }
    }
    static QByteArray save(LogContent &content, const QString &path)
    {
        auto &saving = content.parts().saving;
        QSignalSpy ended(&saving, &workspace::LogSaving::ended);
        saving.save(path);
        if (ended.isEmpty() && !ended.wait())
            return {};
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_MAIN(LogSaverTest)
#include "tst_logsaver.moc"
