// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/settings/settingspanel.h"

#include "workspace/clusters/clusterset.h"
#include "workspace/look/look.h"
#include "workspace/safety/contextmarks.h"

#include "paintedhost.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

class SettingsPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QFile file(m_folder.filePath(u"config"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("apiVersion: v1\nkind: Config\ncurrent-context: prod-eu\n"
                   "clusters:\n- {name: c, cluster: {server: 'https://127.0.0.1:1'}}\n"
                   "users:\n- {name: u, user: {token: t}}\n"
                   "contexts:\n- {name: prod-eu, context: {cluster: c, user: u}}\n"
                   "- {name: lab, context: {cluster: c, user: u}}\n");
        file.close();
        m_clusters = std::make_unique<ClusterSet>(kube::KubeconfigFiles{{file.fileName()}, true});
        m_preferences = std::make_unique<Preferences>();
        m_marks = std::make_unique<ContextMarks>();
        m_window = std::make_unique<QWidget>();
        m_window->resize(1200, 800);
        m_panel = new SettingsPanel(*m_preferences, *m_marks, *m_clusters, m_look, m_window.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_panel->open();
    }

    void cleanup() { m_window.reset(); }

    void whatIsChosenCountsAtOnce()
    {
        QSignalSpy changes(m_preferences.get(), &Preferences::changed);
        auto *motion = control<QCheckBox>(u"Motion"_s);
        QVERIFY(motion->isChecked());
        motion->setFocus();
        QTest::keyClick(motion, Qt::Key_Space);
        QVERIFY(!m_preferences->values().motion);
        auto *theme = control<QComboBox>(u"Theme"_s);
        QCOMPARE(theme->currentText(), u"Dark"_s);
        QTest::keyClick(theme, Qt::Key_Down);
        QCOMPARE(m_preferences->values().theme, PreferenceValues::ThemeChoice::Light);
        auto *language = control<QComboBox>(u"Language"_s);
        QTest::keyClick(language, Qt::Key_End);
        QCOMPARE(m_preferences->values().language, u"zh_CN"_s);
        auto *focus = control<QComboBox>(u"Keys go to"_s);
        QTest::keyClick(focus, Qt::Key_Down);
        QCOMPARE(m_preferences->values().focus, PreferenceValues::Focus::Click);
        QCOMPARE(changes.size(), 4);
    }

    void whatChangesElsewhereIsShown()
    {
        auto values = m_preferences->values();
        values.theme = PreferenceValues::ThemeChoice::System;
        values.hints = false;
        values.language = u"de"_s;
        m_preferences->set(values);
        QCOMPARE(control<QComboBox>(u"Theme"_s)->currentText(), u"As the system"_s);
        QCOMPARE(control<QComboBox>(u"Language"_s)->currentText(), u"Deutsch"_s);
        QVERIFY(!control<QCheckBox>(u"Hints"_s)->isChecked());
        QCOMPARE(m_preferences->values(), values); // showing it changed nothing
    }

    void theSearchLeavesWhatFits()
    {
        auto *search = m_panel->findChild<QLineEdit *>();
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"chinese"_s);
        QVERIFY(control<QComboBox>(u"Language"_s)->isVisible());
        QVERIFY(!control<QCheckBox>(u"Motion"_s)->isVisible());
        search->clear();
        QTest::keyClicks(search, u"prod-eu"_s);
        QVERIFY(control<QCheckBox>(u"prod-eu: Production"_s)->isVisible());
        QVERIFY(!control<QCheckBox>(u"lab: Production"_s)->isVisible());
    }

    void aContextIsMarked()
    {
        auto *box = control<QCheckBox>(u"prod-eu: Read-only"_s);
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(m_marks->of(u"prod-eu"_s).readOnly);
        QVERIFY(!m_marks->of(u"prod-eu"_s).production);
        QVERIFY(!m_marks->of(u"lab"_s).readOnly);
        m_panel->dismiss();
        m_panel->open(); // and is shown so the next time
        QVERIFY(control<QCheckBox>(u"prod-eu: Read-only"_s)->isChecked());
    }

    void theKeyboardReachesEverythingAndEscapeLeaves()
    {
        QSet<QWidget *> reached;
        for (int i = 0; i < 40; ++i) {
            auto *widget = QApplication::focusWidget();
            QVERIFY(widget);
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
            reached.insert(widget);
            QTest::keyClick(widget, Qt::Key_Tab);
        }
        for (auto *widget : m_panel->findChildren<QWidget *>()) {
            const bool isControl =
                qobject_cast<QComboBox *>(widget) || qobject_cast<QCheckBox *>(widget);
            QVERIFY2(!isControl || reached.contains(widget), qPrintable(widget->accessibleName()));
        }
        QSignalSpy closed(m_panel, &OverlayPanel::closed);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
        QVERIFY(m_panel->isHidden());
    }

    void looksRightInBothThemes()
    {
        takePicture(*m_panel, u"settings-dark"_s);
        m_look.setTheme(Theme::lightTheme());
        takePicture(*m_panel, u"settings-light"_s);
        m_look.setTheme(Theme::darkTheme());
        m_window->resize(420, 360);
        QVERIFY(m_window->rect().contains(m_panel->geometry()));
    }

private:
    template<typename Control>
    Control *control(const QString &name) const
    {
        for (auto *one : m_panel->findChildren<Control *>()) {
            if (one->accessibleName() == name)
                return one;
        }
        qFatal("There is no control named %s", qPrintable(name));
    }

    QTemporaryDir m_folder;
    Look m_look{Theme::darkTheme()};
    std::unique_ptr<ClusterSet> m_clusters;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<ContextMarks> m_marks;
    std::unique_ptr<QWidget> m_window;
    SettingsPanel *m_panel = nullptr;
};

QTEST_MAIN(SettingsPanelTest)
#include "tst_settingspanel.moc"
