// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop.h"
#include "kube/demo/apiserver.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/firstrun/firstrunpage.h"
#include "workspace/report/reportpanel.h"
#include "workspace/tools/askpanel.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/topbar/topbar.h"

#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace workspace;

/// The desktop as a whole, closed and opened again.
class DesktopTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    demo::ApiServer m_api;
    std::unique_ptr<app::Desktop> m_desktop;
    app::Desktop::Setup m_setup;

    MainWindow &window() const
    {
        for (auto *widget : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<MainWindow *>(widget))
                return *window;
        }
        qFatal("There is no window.");
    }

    YardCanvas &canvas() const { return window().canvas(); }
    FirstRunPage &page() const { return *window().findChild<FirstRunPage *>(); }

    void open(const app::DesktopOptions &options = {})
    {
        m_desktop.reset();
        m_setup.options = options;
        m_desktop = std::make_unique<app::Desktop>(m_setup);
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }

    QString write(const char *name, const QByteArray &content) const
    {
        QFile file(m_folder->filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
            ? file.fileName()
            : QString();
    }

    app::DesktopOptions opening(const QString &target) const
    {
        return {.open = {*OpenTarget::parse(target)}};
    }

    QString yardName() const
    {
        return window().topBar().findChild<QToolButton *>(u"yard"_s)->accessibleDescription();
    }

    static void dropOn(QWidget &widget, QMimeData &data)
    {
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&widget, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&widget, &drop);
    }

    /// The panel that asks now.
    AskPanel *asking() const
    {
        for (auto *panel : canvas().findChildren<AskPanel *>()) {
            if (panel->isVisible())
                return panel;
        }
        return nullptr;
    }

    static QPushButton *button(const QWidget &in, const QString &text)
    {
        for (auto *each : in.findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }

    void answer(const QString &name, const QString &act)
    {
        auto *panel = asking();
        QVERIFY(panel);
        if (!name.isEmpty()) {
            auto *field = panel->findChild<QLineEdit *>();
            field->selectAll();
            QTest::keyClicks(field, name);
        }
        button(*panel, act)->click();
    }

    /// What the top bar says.
    qsizetype krates() const
    {
        for (const auto *label : window().topBar().findChildren<QLabel *>()) {
            if (label->text().contains(" krate"_L1))
                return label->text().section(u' ', 0, 0).toLongLong();
        }
        return -1;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_api.listen()); }

    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings().clear();
        QSettings().setValue(u"welcomed"_s, true);
        QSettings().setValue(u"motion"_s, false);
        const auto config = write("kubeconfig", m_api.kubeconfig());
        m_setup = {.files = {{config}, true},
                   .usualFiles = {{config}, true},
                   .places = {.yards = m_folder->filePath(u"yards"_s),
                              .session = m_folder->filePath(u"session.json"_s)}};
    }

    void cleanup() { m_desktop.reset(); }

    void theYardComesBackAsItWas()
    {
        open(opening(u"configmap/shop/one:yaml"_s));
        QTRY_COMPARE(krates(), 1);
        const CameraView view{{4321, 3210}, 0.7};
        canvas().setView(view);
        window().resize(711, 555); // the offscreen screen is small
        open();
        QCOMPARE(krates(), 1);
        QCOMPARE(canvas().view(), view);
        QCOMPARE(window().size(), QSize(711, 555));
    }

    void relaysComeBackWithTheirClusters()
    {
        const auto command = u"context/prod (127.0.0.1:1)"_s;
        {
            QSettings settings;
            settings.beginWriteArray(u"relays"_s);
            settings.setArrayIndex(0);
            settings.setValue(u"address"_s, u"http://127.0.0.1:1"_s);
            settings.setValue(u"clusters"_s, QStringList{u"prod"_s});
            settings.setArrayIndex(1);
            settings.setValue(u"address"_s, u"http://relay.example.org"_s); // not as we write it
            settings.setValue(u"clusters"_s, QStringList{u"prod"_s});
            settings.endArray();
            settings.setValue(u"context"_s, u"prod (127.0.0.1:1)"_s);
        }
        open();
        QVERIFY(window().commands().find(command));
        QVERIFY(!window().commands().find(u"context/prod (relay.example.org)"_s));
        auto *cluster = window().topBar().findChild<QToolButton *>(u"cluster"_s);
        QTRY_VERIFY(cluster->text().contains(u"prod (127.0.0.1:1)"_s)); // chosen before
        QTRY_VERIFY(window().notices().sentences().join(u' ').contains(u"not signed in"_s));

        window().commands().run(u"relays.show"_s);
        auto *remove = button(canvas(), u"Remove…"_s);
        QVERIFY(remove);
        remove->click();
        answer({}, u"Remove"_s);
        open();
        QVERIFY(!window().commands().find(command));
    }

    void aMaximisedWindowIsMaximisedAgain()
    {
        open(opening(u"configmap/shop/one:yaml"_s));
        QTRY_COMPARE(krates(), 1);
        QTest::mouseMove(&canvas(), canvas().rect().center());
        QTRY_VERIFY(!canvas().focusedWindow().isEmpty());
        const auto id = canvas().focusedWindow();
        canvas().setMaximisedWindow(id);
        open();
        QCOMPARE(canvas().maximisedWindow(), id);
    }

    void thereAreSeveralYards()
    {
        open(opening(u"configmap/shop/one:yaml"_s));
        QTRY_COMPARE(krates(), 1);
        const CameraView first{{2000, 2000}, 0.6};
        canvas().setView(first);
        QCOMPARE(yardName(), u"my yard"_s);
        QVERIFY(window().commands().run(u"yard.new"_s));
        answer(u"Ops"_s, u"Create"_s);
        QCOMPARE(yardName(), u"Ops"_s);
        QCOMPARE(krates(), 0);
        // Each is where it was left, also after a restart.
        open();
        QCOMPARE(yardName(), u"Ops"_s);
        QString other;
        for (const auto &command : window().commands().all()) {
            if (command.id.startsWith("yard.open/"_L1))
                other = command.id;
        }
        QVERIFY(window().commands().run(other));
        QCOMPARE(yardName(), u"my yard"_s);
        QCOMPARE(krates(), 1);
        QCOMPARE(canvas().view(), first);
        QVERIFY(!window().commands().find(other)); // one does not go where one is
    }

    void aYardIsRenamedAndDuplicated()
    {
        open(opening(u"configmap/shop/one:yaml"_s));
        QTRY_COMPARE(krates(), 1);
        QVERIFY(window().commands().run(u"yard.rename"_s));
        answer(u"Shop"_s, u"Rename"_s);
        QCOMPARE(yardName(), u"Shop"_s);
        QVERIFY(window().commands().run(u"yard.duplicate"_s));
        answer(u"shop"_s, u"Duplicate"_s); // taken
        QVERIFY(asking() && asking()->accessibleDescription().contains("shop"_L1));
        answer(u"Shop copy"_s, u"Duplicate"_s);
        QCOMPARE(yardName(), u"Shop copy"_s);
        QCOMPARE(krates(), 1);
        open();
        QCOMPARE(yardName(), u"Shop copy"_s);
    }

    void aDeletedYardComesBackWithUndo()
    {
        open(opening(u"configmap/shop/one:yaml"_s));
        QTRY_COMPARE(krates(), 1);
        QVERIFY(window().commands().run(u"yard.delete"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!asking());
        QCOMPARE(krates(), 1);
        QVERIFY(window().commands().run(u"yard.delete"_s));
        answer({}, u"Delete"_s);
        QCOMPARE(krates(), 0);
        QToolButton *undo = nullptr;
        for (auto *each : window().notices().findChildren<QToolButton *>()) {
            if (each->text() == "Undo"_L1)
                undo = each;
        }
        QVERIFY(undo);
        undo->click();
        QCOMPARE(krates(), 1);
        QCOMPARE(yardName(), u"my yard"_s);
    }

    void aFileOfItsOwnIsTheOnlyYard_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("JSON") << u"special.json"_s;
        QTest::newRow("SQLite") << u"special.krateyard"_s;
    }

    void aFileOfItsOwnIsTheOnlyYard()
    {
        QFETCH(QString, name);
        m_setup.places.yards.clear();
        m_setup.places.yard = m_folder->filePath(name);
        open(opening(u"configmap/shop/one:yaml"_s));
        QTRY_COMPARE(krates(), 1);
        QCOMPARE(yardName(), u"special"_s);
        QVERIFY(!window().commands().find(u"yard.new"_s));
        open();
        QCOMPARE(krates(), 1);
    }

    void theFirstPageListsTheContexts()
    {
        QSettings().remove(u"welcomed"_s);
        open();
        QVERIFY(page().isVisible());
        QCOMPARE(page().findChild<QListWidget *>()->count(), 1);
        QTest::keyClick(page().findChild<QListWidget *>(), Qt::Key_Return);
        QTRY_VERIFY(page().isHidden());
        open();
        QVERIFY(!window().findChild<FirstRunPage *>()); // nor made
    }

    void whoHasNoContextCanOpenAKubeconfig()
    {
        m_setup.files = m_setup.usualFiles = {{m_folder->filePath(u"missing"_s)}};
        open();
        QVERIFY(page().isVisible());
        const auto drop = [this](const QString &path) {
            QMimeData data;
            data.setUrls({QUrl::fromLocalFile(path)});
            dropOn(page(), data);
        };
        // A wrong file is explained.
        drop(write("pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n"));
        QVERIFY2(page().problem().contains("not a kubeconfig"_L1), qPrintable(page().problem()));
        drop(write("empty", "apiVersion: v1\nkind: Config\n"));
        QVERIFY2(page().problem().contains("no contexts"_L1), qPrintable(page().problem()));
        drop(write("broken", "clusters: [\n"));
        QVERIFY2(page().problem().contains("broken"_L1), qPrintable(page().problem()));
        drop(m_folder->path());
        QVERIFY2(page().problem().contains("folder"_L1), qPrintable(page().problem()));
        // The right one is listed.
        drop(m_folder->filePath(u"kubeconfig"_s));
        QCOMPARE(page().problem(), QString());
        QCOMPARE(page().findChild<QListWidget *>()->count(), 1);
        button(page(), u"Use this context"_s)->click();
        QVERIFY(page().isHidden());
        QCOMPARE(QSettings().value(u"kubeconfig"_s).toString(),
                 m_folder->filePath(u"kubeconfig"_s));
        QVERIFY(window().commands().run(u"kubeconfig.usual"_s));
        QVERIFY(page().isVisible());
    }

    void theDemoCanBeAskedFor()
    {
        m_setup.files = m_setup.usualFiles = {{m_folder->filePath(u"missing"_s)}};
        open();
        QSignalSpy wanted(m_desktop.get(), &app::Desktop::demoWanted);
        button(page(), u"Try the demo"_s)->click();
        QCOMPARE(wanted.size(), 1);
    }

    void aKubeconfigThatIsDroppedOnTheYardIsUsed()
    {
        open();
        auto other = m_api.kubeconfig();
        other.replace("demo", "second");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(write("other", other))});
        dropOn(window(), data);
        QCOMPARE(QSettings().value(u"kubeconfig"_s).toString(), m_folder->filePath(u"other"_s));
    }

    void aLinkOpensWhatItNames()
    {
        open();
        m_desktop->take({.links = {u"krateyard://open/demo/shop/configmap/one?view=yaml"_s}}, {});
        QVERIFY(!asking()); // that context is in use
        QTRY_COMPARE(krates(), 1);
    }

    void aLinkIntoAnotherContextAsksFirst()
    {
        auto two = m_api.kubeconfig();
        two.replace("demo", "other");
        const auto other = write("other", two);
        m_setup.files = {{m_folder->filePath(u"kubeconfig"_s), other}};
        open();
        const QString link = u"krateyard://open/other/shop/configmap/one"_s;
        m_desktop->take({.links = {link}}, {});
        QVERIFY(asking());
        QCOMPARE(QApplication::focusWidget(), button(*asking(), u"Cancel"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(!asking());
        QCOMPARE(krates(), 0);
        m_desktop->take({.links = {link}}, {});
        answer({}, u"Open"_s);
        QTRY_COMPARE(krates(), 1);
    }

    void aLinkThatLeadsNowhereIsExplained()
    {
        open();
        m_desktop->take({.links = {u"krateyard://open/nobody/shop/pod/x"_s}}, {});
        QVERIFY(window().notices().sentences().last().contains("nobody"_L1));
        m_desktop->take({.links = {u"krateyard://delete/demo/shop/pod/x"_s}}, {});
        QVERIFY(window().notices().sentences().last().contains("krateyard://open/"_L1));
        QVERIFY(!asking());
        QCOMPARE(krates(), 0);
    }

    void theThemeIsRemembered()
    {
        open();
        auto &bar = window().topBar();
        QToolButton *theme = nullptr;
        for (auto *each : bar.findChildren<QToolButton *>()) {
            if (each->text() == "Light"_L1)
                theme = each;
        }
        QVERIFY(theme);
        theme->click();
        QCOMPARE(QSettings().value(u"theme"_s).toString(), u"light"_s);
        QCOMPARE(theme->text(), u"Dark"_s);
    }

    void theReportNamesNothing()
    {
        open(opening(u"configmap/shop-quaxly/one-quaxly:yaml"_s));
        QTRY_COMPARE(krates(), 1);
        QVERIFY(window().commands().run(u"report.show"_s));
        auto *panel = window().findChild<ReportPanel *>();
        QVERIFY(panel && panel->isVisible());
        const auto text = panel->text();
        QVERIFY2(text.contains("krates: 1\n"_L1) && text.contains("windows, yaml: 1\n"_L1),
                 qPrintable(text));
        QVERIFY(text.contains("cluster 1: "_L1));
        QVERIFY(!text.contains("quaxly"_L1));
        QVERIFY(!text.contains("127.0.0.1"_L1));
        const auto path = m_folder->filePath(u"report.txt"_s);
        QCOMPARE(panel->write(path), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), text);
        QVERIFY(panel->isHidden());
    }
};

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    for (const auto *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, home.path().toUtf8());
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"krateyard"_s);
    QApplication::setOrganizationName(u"krateyard"_s);
    DesktopTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_desktop.moc"
