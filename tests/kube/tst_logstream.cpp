// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/logstream.h"
#include "support/democlient.h"
#include "support/pods.h"
#include "support/testdata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class LogStreamTest : public QObject, private support::DemoClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QVERIFY(serve());
        m_server->store().put(support::podOf(u"web"_s, {support::containerOf(u"app"_s)}));
    }

    void optionsBecomeTheQuery_data()
    {
        QTest::addColumn<kube::LogOptions>("options");
        QTest::addColumn<QString>("query");
        const auto at = QDateTime::fromString(u"2026-01-02T04:04:05+01:00"_s, Qt::ISODate);
        using Options = kube::LogOptions;
        QTest::newRow("none") << Options{.follow = false} << QString();
        QTest::newRow("container")
            << Options{.container = u"c1"_s, .follow = false} << u"container=c1"_s;
        QTest::newRow("follow") << Options{} << u"follow=true"_s;
        QTest::newRow("previous") << Options{.follow = false, .previous = true}
                                  << u"previous=true"_s;
        QTest::newRow("seconds") << Options{.follow = false, .sinceSeconds = 60}
                                 << u"sinceSeconds=60"_s;
        QTest::newRow("time") << Options{.follow = false, .sinceSeconds = 60, .sinceTime = at}
                              << u"sinceTime=2026-01-02T03%3A04%3A05Z"_s;
        QTest::newRow("stamps") << Options{.follow = false, .timestamps = true}
                                << u"timestamps=true"_s;
        QTest::newRow("tail 0") << Options{.follow = false, .tailLines = 0} << u"tailLines=0"_s;
        QTest::newRow("limit") << Options{.follow = false, .limitBytes = 1024}
                               << u"limitBytes=1024"_s;
        QTest::newRow("many") << Options{.container = u"c1"_s,
                                         .timestamps = true,
                                         .tailLines = 500,
                                         .sinceSeconds = 3600}
                              << u"container=c1&follow=true&sinceSeconds=3600&tailLines=500"
                                 "&timestamps=true"_s;
    }

    void optionsBecomeTheQuery()
    {
        QFETCH(kube::LogOptions, options);
        QTEST(kube::paramsOf(options).toString(), "query");
    }

    void aFollowedLogGoesOn()
    {
        m_server->logs().append(m_key, "one");
        kube::LogStream stream(*m_client, u"shop"_s, u"web"_s, {.container = u"app"_s});
        QByteArray bytes;
        connect(&stream, &kube::LogStream::received, this,
                [&bytes](const QByteArray &more) { bytes += more; });
        QSignalSpy opened(&stream, &kube::LogStream::opened);
        QSignalSpy ended(&stream, &kube::LogStream::ended);
        stream.start();

        QTRY_COMPARE(bytes, "one\n");
        QCOMPARE(opened.size(), 1);
        m_server->logs().append(m_key, "two ä");
        QTRY_COMPARE(bytes, "one\ntwo ä\n");
        m_server->logs().end(m_key);
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!ended[0][0].value<std::optional<kube::Error>>());
    }

    /// Whoever keeps a few bytes keeps no more than them.
    void littleTakesLittleMemory()
    {
        kube::LogStream stream(*m_client, u"shop"_s, u"web"_s, {.container = u"app"_s});
        QByteArrayList kept;
        connect(&stream, &kube::LogStream::received, this,
                [&kept](const QByteArray &bytes) { kept.append(bytes); });
        stream.start();
        for (const QByteArray line : {"one", "two", "three"}) {
            m_server->logs().append(m_key, line);
            QTRY_VERIFY(!kept.isEmpty() && kept.last().trimmed().endsWith(line));
        }
        for (const auto &bytes : kept)
            QVERIFY2(bytes.capacity() < 1024, QByteArray::number(bytes.capacity()));
    }

    void theSameLinesAsOfAKubelet_data()
    {
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<QString>("expected");
        const auto cases = vectors().value("cases"_L1).toArray();
        QVERIFY(cases.size() >= 12);
        for (const auto &one : cases) {
            const auto options = one["options"_L1].toObject();
            QTest::addRow("%s", QJsonDocument(options).toJson(QJsonDocument::Compact).constData())
                << options << one["expect"_L1].toString();
        }
    }

    void theSameLinesAsOfAKubelet()
    {
        QFETCH(const QJsonObject, options);
        QFETCH(const QString, expected);
        const auto lines = vectors().value("lines"_L1).toArray();
        for (const auto &line : lines)
            m_server->logs().append(m_key, line[1].toString().chopped(1).toUtf8(), timeOf(line[0]));
        m_server->logs().end(m_key);

        const auto number = [&options](QLatin1StringView name) -> std::optional<qint64> {
            if (!options.contains(name))
                return {};
            return options[name].toInteger();
        };
        kube::LogStream stream(*m_client, u"shop"_s, u"web"_s,
                               {.follow = options["follow"_L1].toBool(),
                                .tailLines = number("tailLines"_L1),
                                .sinceTime = timeOf(options["sinceTime"_L1]),
                                .limitBytes = number("limitBytes"_L1)});
        QByteArray bytes;
        connect(&stream, &kube::LogStream::received, this,
                [&bytes](const QByteArray &more) { bytes += more; });
        QSignalSpy ended(&stream, &kube::LogStream::ended);
        stream.start();
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!ended[0][0].value<std::optional<kube::Error>>());
        QCOMPARE(QString::fromUtf8(bytes), expected);
    }

    void aRefusalIsAnError()
    {
        kube::LogStream stream(*m_client, u"shop"_s, u"gone"_s, {});
        QSignalSpy ended(&stream, &kube::LogStream::ended);
        stream.start();
        QTRY_COMPARE(ended.size(), 1);
        const auto error = ended[0][0].value<std::optional<kube::Error>>();
        QVERIFY(error);
        QCOMPARE(error->kind, kube::Error::Kind::NotFound);
    }

    void aCutConnectionIsAnError()
    {
        m_server->logs().append(m_key, "one");
        kube::LogStream stream(*m_client, u"shop"_s, u"web"_s, {});
        QSignalSpy received(&stream, &kube::LogStream::received);
        QSignalSpy ended(&stream, &kube::LogStream::ended);
        stream.start();
        QTRY_COMPARE(received.size(), 1);
        m_server->dropConnections();
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(ended[0][0].value<std::optional<kube::Error>>());
    }

private:
    static QJsonObject vectors()
    {
        QFile file(support::testData(u"kube/log_lines.json"_s));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no log_lines.json");
        return QJsonDocument::fromJson(file.readAll())["read_logs"_L1].toObject();
    }

    static QDateTime timeOf(const QJsonValue &value)
    {
        const auto text = value.toString();
        return text == "now"_L1 ? QDateTime::currentDateTimeUtc()
                                : QDateTime::fromString(text, Qt::ISODate);
    }

    const demo::LogKey m_key{u"shop"_s, u"web"_s, u"app"_s};
};

QTEST_GUILESS_MAIN(LogStreamTest)
#include "tst_logstream.moc"
