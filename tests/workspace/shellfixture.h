// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/democlient.h"
#include "support/pods.h"
#include "workspace/look/look.h"
#include "workspace/safety/contextmarks.h"
#include "workspace/settings/preferences.h"
#include "workspace/shell/shellbar.h"
#include "workspace/shell/shellcontent.h"
#include "workspace/shell/shelldesk.h"
#include "workspace/shell/shellsurface.h"

#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using workspace::ShellBar;
using workspace::ShellChoice;
using workspace::ShellContent;
using workspace::ShellSurface;

/// Shells in three pods of a scripted server, and what a person does to them.
class ShellFixture : protected support::DemoClient
{
protected:
    bool begin()
    {
        QStandardPaths::setTestModeEnabled(true);
        // All but what the offscreen platform says about itself.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        if (!serve())
            return false;
        putPod(u"web"_s);
        putPod(u"api"_s);
        putPod(u"db"_s);
        m_look = std::make_unique<workspace::Look>(workspace::Theme::darkTheme());
        m_marks.restore({});
        m_preferences.set({});
        m_desk = std::make_unique<workspace::ShellDesk>(m_marks, m_preferences);
        return true;
    }

    void putPod(const QString &name,
                const QJsonArray &containers = {support::containerOf(u"app"_s)})
    {
        m_server->store().put(support::podOf(name, containers, support::runningStatus(containers)));
    }
    std::unique_ptr<ShellContent> make(const QString &pod = u"web"_s,
                                       const QString &context = u"demo"_s)
    {
        const workspace::ShellPlace place{context, u"shop"_s, pod, u"app"_s};
        return std::make_unique<ShellContent>(*m_client, place, *m_desk, *m_look);
    }
    std::unique_ptr<ShellContent> running(const QString &pod, const QString &context = u"demo"_s)
    {
        auto content = make(pod, context);
        content->start();
        if (!QTest::qWaitFor([&] { return content->state() == ShellContent::State::Open; }))
            qWarning("no shell: %s", qPrintable(content->statusText()));
        return content;
    }
    static ShellSurface &surfaceOf(ShellContent &content)
    {
        return *qobject_cast<ShellSurface *>(content.liveWidget());
    }
    static void show(ShellSurface &surface)
    {
        surface.resize(640, 440);
        surface.show();
        surface.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&surface));
    }
    static void paste(ShellSurface &surface)
    {
        QTest::keyClick(surface.focusProxy(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    }
    static void clickBar(ShellSurface &surface, ShellBar::Button button)
    {
        auto &bar = surface.bar();
        QVERIFY(!bar.rectOf(button).isEmpty());
        QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.rectOf(button).center().toPoint());
    }
    static QPushButton *buttonOf(QWidget &panel, const QString &text)
    {
        const auto buttons = panel.findChildren<QPushButton *>();
        for (auto *button : buttons) {
            if (button->text() == text)
                return button;
        }
        qFatal("there is no button %s", qPrintable(text));
    }
    static void type(ShellContent &content, const QString &text)
    {
        auto *display = surfaceOf(content).focusProxy();
        for (const QChar c : text) {
            if (c == u'\r')
                QTest::keyClick(display, Qt::Key_Return);
            else
                QTest::keyClick(display, char(c.toLatin1()));
        }
    }
    static QString text(ShellContent &content) { return surfaceOf(content).lines().join(u'\n'); }

    std::unique_ptr<workspace::Look> m_look;
    workspace::ContextMarks m_marks;
    workspace::Preferences m_preferences;
    std::unique_ptr<workspace::ShellDesk> m_desk;
};
