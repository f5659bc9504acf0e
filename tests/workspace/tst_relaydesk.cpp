// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakegateway.h"

#include "support/yardwindow.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/firstrun/firstrunpage.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/relays/relaydesk.h"
#include "workspace/relays/relaylist.h"
#include "workspace/relays/relaypanel.h"
#include "workspace/settings/settingspanel.h"
#include "workspace/sharing/tokenkeeper.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/topbar/topbar.h"
#include "workspace/yard/yarddocument.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLoggingCategory>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace workspace;
using State = kube::Cluster::State;

/// What a person does about clusters through relays, with mouse and keys, in a whole window.
class RelayDeskTest : public QObject, private support::YardWindow
{
    Q_OBJECT

private:
    QString prod() const { return u"prod (%1)"_s.arg(m_gateway->shown()); }
    RelayPanel &panel() const { return *m_window->findChild<RelayPanel *>(); }
    RelayList &list() const { return *m_window->findChild<RelayList *>(); }

    QLineEdit *field(const QString &name) const
    {
        const auto all = panel().findChildren<QLineEdit *>();
        const auto found = std::ranges::find(all, name, &QLineEdit::accessibleName);
        return found == all.end() ? nullptr : *found;
    }
    QComboBox &how() const { return *panel().findChild<QComboBox *>(); }
    QAbstractButton *button(const QString &text) const
    {
        const auto all = m_window->findChildren<QAbstractButton *>();
        const auto found = std::ranges::find_if(all, [&](const QAbstractButton *button) {
            return button->isVisible() && button->text() == text;
        });
        return found == all.end() ? nullptr : *found;
    }
    bool says(const QString &part) const
    {
        const auto labels = m_window->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(part);
        });
    }
    void press(const QString &text) const
    {
        auto *found = button(text);
        QVERIFY2(found && found->isEnabled(), qPrintable(text));
        QTest::mouseClick(found, Qt::LeftButton);
    }
    void type(const QString &name, const QString &text) const
    {
        auto *line = field(name);
        QVERIFY(line && line->isVisible() && line->isEnabled());
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    /// Signs in with the key, by the keyboard.
    void addByKey()
    {
        m_window->commands().run(u"relays.add"_s);
        type(u"Relay"_s, m_gateway->shown());
        QTest::keyClick(&how(), Qt::Key_Down);
        type(u"API key"_s, m_gateway->key());
        QTest::keyClick(field(u"API key"_s), Qt::Key_Return);
        QTRY_COMPARE(m_clusters->current(), prod());
        QTRY_COMPARE(m_clusters->cluster(prod())->state(), State::Ready);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeGateway> m_gateway;
    std::unique_ptr<ForgetfulTokens> m_keeper;
    std::unique_ptr<RelayClusters> m_relays;
    std::unique_ptr<RelayDesk> m_desk;
    QUrl m_yardRelay;

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"kube.cluster.info=false"_s); }

    void init()
    {
        // What the offscreen platform lacks is none of ours.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_gateway = std::make_unique<FakeGateway>();
        m_keeper = std::make_unique<ForgetfulTokens>();
        m_yardRelay.clear();
        QVERIFY(openWindow({{m_folder->filePath(u"none"_s)}}, {}));
        m_relays = std::make_unique<RelayClusters>(*m_clusters, *m_keeper);
        m_desk = std::make_unique<RelayDesk>(
            RelayDesk::Parts{.window = *m_window,
                             .clusters = *m_clusters,
                             .relays = *m_relays,
                             .look = m_look,
                             .yardRelay = [this] { return m_yardRelay; }});
    }
    void cleanup()
    {
        m_desk.reset();
        m_relays.reset();
        closeWindow();
        m_keeper.reset();
        m_gateway.reset();
    }

    void aKeyBringsClusters()
    {
        QSignalSpy added(m_desk.get(), &RelayDesk::added);
        addByKey();
        QVERIFY(panel().isHidden());
        QCOMPARE(added.size(), 1);
        QCOMPARE(added.first().first().toStringList().size(), 2);
        QVERIFY(field(u"API key"_s)->text().isEmpty()); // it is not left in a field
        QTRY_VERIFY(m_window->commands().find(u"context/"_s + prod()));
    }

    void theBrowserBringsThem()
    {
        QSignalSpy wanted(m_desk.get(), &RelayDesk::browserWanted);
        m_yardRelay = m_gateway->url();
        m_window->commands().run(u"relays.add"_s);
        QCOMPARE(field(u"Relay"_s)->text(), m_gateway->url().toString()); // of the open yard
        QVERIFY(!field(u"API key"_s)->isVisible());
        QTest::keyClick(field(u"Relay"_s), Qt::Key_Return);
        QVERIFY(!button(u"Sign in"_s)->isEnabled());
        QTRY_COMPARE(wanted.size(), 1);
        QTRY_VERIFY(says(u"opened in your browser"_s));
        press(u"Copy the page's address"_s);
        const auto page = wanted.first().first().toUrl();
        QCOMPARE(QUrl(QApplication::clipboard()->text()), page);
        m_gateway->comeBackFrom(page);
        QTRY_COMPARE(m_clusters->current(), prod());
        QVERIFY(panel().isHidden());
        QTRY_COMPARE(m_clusters->cluster(prod())->state(), State::Ready);
    }

    void cancelGivesItUp()
    {
        QSignalSpy wanted(m_desk.get(), &RelayDesk::browserWanted);
        m_window->commands().run(u"relays.add"_s);
        type(u"Relay"_s, m_gateway->shown());
        press(u"Sign in"_s);
        QTRY_COMPARE(wanted.size(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(panel().isHidden());
        QVERIFY(m_window->canvas().hasFocus());
        m_gateway->comeBackFrom(wanted.first().first().toUrl()); // too late
        m_window->commands().run(u"relays.add"_s);
        QVERIFY(button(u"Sign in"_s)->isEnabled());
        QVERIFY(field(u"Relay"_s)->isEnabled());
        QVERIFY(m_clusters->contexts().empty());
    }

    void whatIsWrongIsSaidAndCanBeMended()
    {
        m_window->commands().run(u"relays.add"_s);
        QTest::keyClick(field(u"Relay"_s), Qt::Key_Return);
        QVERIFY(says(u"Type the relay's address"_s));
        type(u"Relay"_s, u"http://relay.example.org"_s);
        QTest::keyClick(field(u"Relay"_s), Qt::Key_Return);
        QVERIFY(says(u"without TLS"_s));
        QTest::keyClick(&how(), Qt::Key_Down);
        type(u"Relay"_s, m_gateway->shown());
        type(u"API key"_s, u"ky_an-invite"_s);
        QTest::keyClick(field(u"API key"_s), Qt::Key_Return);
        QVERIFY(says(u"begins with kyk_"_s));
        type(u"API key"_s, u"kyk_wrong"_s);
        QTest::keyClick(field(u"API key"_s), Qt::Key_Return);
        QTRY_VERIFY(says(u"did not take your sign-in"_s));
        QVERIFY(field(u"API key"_s)->hasFocus());
        type(u"API key"_s, m_gateway->key());
        QVERIFY(!says(u"did not take your sign-in"_s));
        QTest::keyClick(field(u"API key"_s), Qt::Key_Return);
        QTRY_COMPARE(m_clusters->current(), prod());
    }

    void aSignInThatEndedIsOfferedInTheNotice()
    {
        addByKey();
        m_gateway->takesKeys = false;
        m_clusters->cluster(prod())->retry();
        QTRY_VERIFY(button(u"Sign in…"_s));
        press(u"Sign in…"_s);
        QVERIFY(panel().isVisible());
        QCOMPARE(field(u"Relay"_s)->text(), m_gateway->url().toString());
        QVERIFY(!field(u"Relay"_s)->isEnabled());
        QVERIFY(field(u"API key"_s)->hasFocus()); // as before
        QSignalSpy wanted(m_desk.get(), &RelayDesk::browserWanted);
        QTest::keyClick(&how(), Qt::Key_Up);
        press(u"Sign in"_s);
        QTRY_COMPARE(wanted.size(), 1);
        m_gateway->comeBackFrom(wanted.first().first().toUrl());
        QTRY_COMPARE(m_clusters->cluster(prod())->state(), State::Ready);
        QTRY_VERIFY(!button(u"Sign in…"_s));
    }

    void theListShowsWhoIsWhere()
    {
        m_window->commands().run(u"relays.show"_s);
        QVERIFY(list().isVisible());
        QVERIFY(says(u"No clusters come through a relay yet"_s));
        press(u"Add a relay…"_s);
        QVERIFY(panel().isVisible() && list().isHidden());
        addByKey();

        m_window->commands().run(u"relays.show"_s);
        QVERIFY(says(u"Signed in as Jane Doe · 2 cluster(s): prod, staging"_s));
        takePicture(u"relaylist"_s);
        m_look.setTheme(Theme::lightTheme());
        takePicture(u"relaylist-light"_s);
        m_look.setTheme(Theme::darkTheme());
        const auto asked = m_gateway->directoryAsked;
        m_gateway->clusters = {u"prod"_s};
        press(u"Ask again"_s);
        QTRY_VERIFY(says(u"1 cluster(s): prod"_s));
        QVERIFY(m_gateway->directoryAsked > asked);

        press(u"Sign out"_s);
        QVERIFY(says(u"You are not signed in at"_s));
        QTRY_COMPARE(m_clusters->cluster(prod())->state(), State::Refused);
        press(u"Remove…"_s);
        QVERIFY(list().isHidden());
        press(u"Remove"_s);
        QVERIFY(m_clusters->contexts().empty());
    }

    void theListIsWorkedWithTheKeyboard()
    {
        addByKey();
        m_window->commands().run(u"relays.show"_s);
        auto *again = button(u"Ask again"_s);
        again->setFocus();
        QTest::keyClick(again, Qt::Key_Space);
        QTRY_VERIFY(says(u"Signed in as Jane Doe"_s));
        QCOMPARE(QApplication::focusWidget(), button(u"Ask again"_s)); // of the new row
        auto *out = button(u"Sign out"_s);
        out->setFocus();
        QTest::keyClick(out, Qt::Key_Return);
        QVERIFY(!button(u"Sign out"_s));
        QVERIFY(list().isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(list().isHidden());
    }

    void theClusterMenuAndTheSettingsLeadHere()
    {
        auto *menuButton = m_window->topBar().findChild<QToolButton *>(u"cluster"_s);
        QVERIFY(menuButton);
        QTest::mouseClick(menuButton, Qt::LeftButton);
        auto *menu = m_window->topBar().findChild<QMenu *>();
        QVERIFY(menu && !menu->actions().isEmpty());
        menu->actions().constLast()->trigger();
        menu->close();
        QVERIFY(panel().isVisible());
        QTest::keyClick(&panel(), Qt::Key_Escape);

        m_window->commands().run(u"app.settings"_s);
        auto *settings = m_window->findChild<SettingsPanel *>();
        QVERIFY(settings && settings->isVisible());
        press(u"Show…"_s);
        QVERIFY(settings->isHidden());
        QVERIFY(list().isVisible());
    }

    void theFirstPageOffersIt()
    {
        FirstRunPage page(*m_clusters, m_look, &m_window->canvas());
        connect(&page, &FirstRunPage::relayWanted, m_desk.get(), &RelayDesk::askNew);
        connect(m_desk.get(), &RelayDesk::closed, &page, &FirstRunPage::takeKeys);
        page.open();
        takePicture(u"firstrun"_s);
        press(u"Sign in at a relay…"_s);
        QVERIFY(panel().isVisible());
        QVERIFY(!button(u"Sign in at a relay…"_s)); // nothing lies under the panel
        takePicture(u"relaypanel"_s);
        m_look.setTheme(Theme::lightTheme());
        takePicture(u"relaypanel-light"_s);
        m_look.setTheme(Theme::darkTheme());
        QTest::keyClick(&panel(), Qt::Key_Escape);
        QVERIFY(page.isAncestorOf(QApplication::focusWidget()));
        QVERIFY(button(u"Sign in at a relay…"_s));
        addByKey();
        auto *contexts = page.findChild<QListWidget *>();
        QCOMPARE(contexts->count(), 2);
        QVERIFY(contexts->item(0)->text().contains(u"through a relay"_s));
    }
};

QTEST_MAIN(RelayDeskTest)
#include "tst_relaydesk.moc"
