// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktoprelay.h"
#include "workspace/hosting/hostpanel.h"
#include "workspace/hosting/qrcode.h"
#include "workspace/hosting/qrview.h"
#include "workspace/look/look.h"
#include "workspace/sharing/yardconnection.h"
#include "workspace/versions/versionsource.h"
#include "workspace/versions/yarddifference.h"
#include "workspace/yard/yardactions.h"
#include "workspace/yard/yarddocument.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace workspace;
using namespace Qt::StringLiterals;

/// A yard that is shared from this desktop, and who comes by its links.
class HostingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void othersComeInByTheLinks()
    {
        app::DesktopRelay host;
        start(host);
        YardDocument mine;
        YardConnection own(mine);
        own.join({.relay = QUrl(host.yard().relay),
                  .yard = host.yard().yard,
                  .token = host.yard().ownerToken});
        const auto krate = yard::open(mine, pod(), {View::Yaml}, {6000, 4000});
        QTRY_VERIFY(own.isSynced());
        QVERIFY(!own.isReadOnly());

        YardDocument theirs;
        YardConnection editor(theirs);
        editor.join(*ShareAddress::parse(host.yard().editorLink));
        editor.setPresence({.userId = u"b"_s, .name = u"Berta"_s});
        QTRY_VERIFY(theirs.krate(krate));
        QVERIFY(!editor.isReadOnly());
        yard::move(theirs, krate, {100, 100});
        QTRY_COMPARE(mine.krate(krate)->position, QPointF(100, 100));
        QTRY_COMPARE(own.people().others(), 1);

        YardDocument watched;
        YardConnection viewer(watched);
        viewer.join(*ShareAddress::parse(host.yard().viewerLink));
        QTRY_VERIFY(watched.krate(krate));
        QTRY_VERIFY(viewer.isReadOnly());

        // It ends: they are told.
        QSignalSpy stopped(&host, &YardHost::stopped);
        own.leave();
        host.stop();
        QTRY_COMPARE(stopped.size(), 1);
        QTRY_VERIFY(!editor.isSynced());
        QVERIFY(host.yard() == HostedYard());
    }

    void theRelayKeepsVersions()
    {
        app::DesktopRelay host;
        start(host);
        YardDocument mine;
        YardConnection own(mine);
        own.join({.relay = QUrl(host.yard().relay),
                  .yard = host.yard().yard,
                  .token = host.yard().ownerToken});
        const auto krate = yard::open(mine, pod(), {View::Yaml}, {6000, 4000});
        const auto before = mine.krate(krate)->position;
        QTRY_VERIFY(own.isSynced() && own.unsentChanges() == 0);
        RelayVersions versions(own.address());
        const auto kept = versions.keep(u"before the move"_s);
        QTRY_VERIFY(kept.isFinished());
        QVERIFY2(kept.result().has_value(), qPrintable(kept.result().error_or(QString())));
        yard::move(mine, krate, {100, 100});
        QTRY_COMPARE(own.unsentChanges(), 0);
        const auto state = versions.state(kept.result()->id);
        QTRY_VERIFY(state.isFinished());
        const auto then = kratesIn(state.result().value_or(QByteArray()), nullptr, mine.contexts());
        QVERIFY(then);
        QCOMPARE(differenceOf(mine.krates(), *then).moved, QStringList{u"web"_s});
        const auto restored = versions.restore(kept.result()->id);
        QTRY_VERIFY(restored.isFinished());
        QVERIFY2(restored.result().has_value(), qPrintable(restored.result().error_or(QString())));
        QTRY_COMPARE(mine.krate(krate)->position, before);
        const auto list = versions.list();
        QTRY_VERIFY(list.isFinished());
        QCOMPARE(list.result()->size(), size_t(2)); // and the one of before
        QVERIFY(list.result()->front().isAutomatic);
        // Who may only look may not keep any.
        RelayVersions looking(*ShareAddress::parse(host.yard().viewerLink));
        const auto refused = looking.keep(u"mine"_s);
        QTRY_VERIFY(refused.isFinished());
        QVERIFY(refused.result().error().contains(u"editor"_s));
    }

    void aStrangerIsRefused()
    {
        app::DesktopRelay host;
        start(host);
        YardDocument theirs;
        YardConnection stranger(theirs);
        auto address = *ShareAddress::parse(host.yard().editorLink);
        address.token = u"ky_wrong"_s;
        stranger.join(address);
        QTRY_COMPARE(stranger.status().phase, YardConnection::Phase::Refused);
        // Nor may the link of one time be used another time.
        const auto before = host.yard().editorLink;
        QSignalSpy stopped(&host, &YardHost::stopped);
        host.stop();
        QTRY_COMPARE(stopped.size(), 1);
        start(host);
        QVERIFY(ShareAddress::parse(host.yard().editorLink)->token
                != ShareAddress::parse(before)->token);
    }

    void aPortThatIsTakenIsTold()
    {
        app::DesktopRelay first;
        start(first);
        app::DesktopRelay second;
        QSignalSpy failed(&second, &YardHost::failed);
        second.start({u"127.0.0.1"_s, quint16(QUrl(first.yard().relay).port())}, u"shop"_s);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(second.state(), YardHost::State::Stopped);
        second.start({u"not an address"_s, 0}, u"shop"_s);
        QCOMPARE(failed.size(), 2);
    }

    void aCodeIsOneOfItsKind()
    {
        const auto code = qrCodeOf("http://192.168.1.20:8080/join/shop#ky_abc");
        QVERIFY(code);
        QCOMPARE((code->size - 21) % 4, 0);
        QCOMPARE(qsizetype(code->dark.size()), qsizetype(code->size) * code->size);
        // The three corners by which it is found: a dark ring, a light one, a dark middle.
        const int far = code->size - 7;
        for (const auto &[x, y] : {std::pair(0, 0), std::pair(far, 0), std::pair(0, far)}) {
            for (int i = 0; i < 7; ++i) {
                QVERIFY(code->isDark(x + i, y) && code->isDark(x, y + i));
                const bool isRing = i == 0 || i == 6;
                QCOMPARE(code->isDark(x + i, y + 1), isRing);
                QCOMPARE(code->isDark(x + i, y + 3), i != 1 && i != 5);
            }
        }
        QVERIFY(!qrCodeOf({}));
        QVERIFY(!qrCodeOf(QByteArray(4000, 'x')));
    }

    void aCodeIsPaintedDarkOnLightWithItsQuietZone()
    {
        const QByteArray text = "http://192.168.1.20:8080/join/shop#ky_abc";
        QrView view;
        view.setText(text);
        const auto image = view.grab().toImage();
        const auto code = qrCodeOf(text);
        const int module = image.width() / (code->size + 8);
        QVERIFY(module >= 4);
        QCOMPARE(image.width(), module * (code->size + 8));
        for (int x = 0; x < (code->size + 8) * module; ++x) {
            for (int y = 0; y < 4 * module; ++y)
                QVERIFY(qGray(image.pixel(x, y)) == 255);
        }
        for (int x = 0; x < code->size; ++x) {
            for (int y = 0; y < code->size; ++y) {
                const auto corner = image.pixel((x + 4) * module, (y + 4) * module);
                const auto end = image.pixel((x + 5) * module - 1, (y + 5) * module - 1);
                QCOMPARE(corner, end); // a whole number of pixels
                QCOMPARE(qGray(corner) < 64, code->isDark(x, y));
            }
        }
    }

    void thePanelStartsAndStops()
    {
        app::DesktopRelay host;
        YardDocument document;
        YardConnection connection(document);
        Look look(Theme::lightTheme());
        QWidget canvas;
        canvas.resize(1000, 900);
        canvas.show();
        HostPanel panel(host, connection.people(), look, &canvas);
        panel.ask(u"shop"_s);
        QVERIFY(panel.isVisible());
        panel.setPlace({u"127.0.0.1"_s, 0});
        QTest::mouseClick(button(panel, u"Share"_s), Qt::LeftButton);
        QTRY_COMPARE(host.state(), YardHost::State::Running);
        auto *stop = button(panel, u"Stop sharing"_s);
        QVERIFY(stop);
        const auto fields = panel.findChildren<QLineEdit *>();
        const auto link = std::ranges::find(fields, host.yard().editorLink, &QLineEdit::text);
        QVERIFY(link != fields.end() && (*link)->isVisible() && (*link)->isReadOnly());
        QVERIFY(panel.findChild<QrView *>()->isVisible());
        QVERIFY(!panel.findChild<QrView *>()->isEmpty());
        QTest::mouseClick(button(panel, u"Copy"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), host.yard().editorLink);
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_COMPARE(host.state(), YardHost::State::Stopped);
        QVERIFY(!(*link)->isVisible());
        QVERIFY((*link)->text().isEmpty()); // no token is left behind
    }

private:
    static KrateRecord pod()
    {
        return {.cluster = u"kind"_s,
                .object = ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, u"web"_s},
                .label = u"web"_s};
    }

    static void start(YardHost &host)
    {
        QSignalSpy started(&host, &YardHost::started);
        host.start({u"127.0.0.1"_s, 0}, u"shop"_s);
        QTRY_COMPARE(started.size(), 1);
        QCOMPARE(host.state(), YardHost::State::Running);
    }

    static QPushButton *button(const QWidget &panel, const QString &text)
    {
        const auto all = panel.findChildren<QPushButton *>();
        const auto found = std::ranges::find(all, text, &QPushButton::text);
        return found == all.end() ? nullptr : *found;
    }
};

QTEST_MAIN(HostingTest)
#include "tst_hosting.moc"
