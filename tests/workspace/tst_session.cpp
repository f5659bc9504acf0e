// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/session/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::Session;

class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aSectionIsToldOfOnceItIsAnother()
    {
        Session session;
        QSignalSpy changes(&session, &Session::changed);
        const QJsonObject pins{{u"a"_s, 1}};
        QVERIFY(session.setSection(u"pins"_s, pins));
        QVERIFY(session.setSection(u"pins"_s, pins));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(session.section(u"pins"_s), pins);
        QVERIFY(session.setSection(u"pins"_s, {}));
        QVERIFY(!session.all().contains(u"pins"_s));
    }

    void tooMuchIsNotTaken()
    {
        Session session;
        const QString text(Session::MostBytes, u'x');
        QVERIFY(!session.setSection(u"big"_s, {{u"text"_s, text}}));
        QVERIFY(session.all().isEmpty());
        session.restore({{u"big"_s, QJsonObject{{u"text"_s, text}}}});
        QVERIFY(session.all().isEmpty());
    }

    void onlyObjectsAreRestored()
    {
        Session session;
        QSignalSpy changes(&session, &Session::changed);
        QSignalSpy restored(&session, &Session::restored);
        session.restore({{u"good"_s, QJsonObject{{u"a"_s, 1}}}, {u"bad"_s, 3}});
        QCOMPARE(session.all().keys(), QStringList{u"good"_s});
        QCOMPARE(restored.size(), 1);
        QCOMPARE(changes.size(), 0);
    }
};

QTEST_APPLESS_MAIN(SessionTest)
#include "tst_session.moc"
