// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/ansipalette.h"
#include "workspace/look/applicationpalette.h"
#include "workspace/look/healthlook.h"
#include "workspace/look/look.h"

#include <QApplication>
#include <QMenu>
#include <QMessageBox>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace workspace;

/// The two themes, and who wears them.
class LookTest : public QObject
{
    Q_OBJECT

    static constexpr qreal ForText = 4.5;
    static constexpr qreal ForMarks = 3;

    static std::vector<Theme> themes() { return {Theme::darkTheme(), Theme::lightTheme()}; }

    /// The worst contrast of a colour with anything it stands on.
    static qreal worst(const QColor &color, const std::vector<QColor> &grounds)
    {
        qreal least = 21;
        for (const auto &ground : grounds)
            least = std::min(least, contrastOf(color, ground));
        return least;
    }

    static QByteArray where(const Theme &theme, const QString &what, qreal contrast)
    {
        return u"%1, %2: %3"_s.arg(theme.dark ? u"dark"_s : u"light"_s, what)
            .arg(contrast)
            .toUtf8();
    }

    static QColor meanOf(QWidget &widget)
    {
        return widget.grab()
            .toImage()
            .scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .pixelColor(0, 0);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void contrastIsThatOfTheGuidelines()
    {
        QCOMPARE(contrastOf(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastOf(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(contrastOf(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
    }

    void textCanBeReadOnEveryGround()
    {
        for (const auto &theme : themes()) {
            const std::vector<std::pair<QString, QColor>> texts{
                {u"text"_s, theme.text},       {u"dim"_s, theme.textDim},
                {u"faint"_s, theme.textFaint}, {u"accent"_s, theme.accent},
                {u"ok"_s, theme.ok},           {u"warn"_s, theme.warn},
                {u"error"_s, theme.error},     {u"info"_s, theme.info}};
            for (const auto &[name, color] : texts) {
                const auto contrast = worst(color, theme.grounds());
                QVERIFY2(contrast >= ForText, where(theme, name, contrast));
            }
        }
    }

    void nameSpacesCanBeReadOnEveryGround()
    {
        for (const auto &theme : themes()) {
            QSet<QRgb> colors;
            for (int i = 0; i < 500; ++i) {
                const auto name = u"team-%1"_s.arg(i);
                const auto color = theme.forNamespace(name);
                colors.insert(color.rgb());
                const auto contrast = worst(color, theme.grounds());
                QVERIFY2(contrast >= ForText, where(theme, name, contrast));
            }
            QCOMPARE(colors.size(), 24);
        }
    }

    void aNameSpaceHasTheSameColourOnEveryMachine()
    {
        const auto hue = [](const QString &name) {
            return Theme::darkTheme().forNamespace(name).hslHue() / 15;
        };
        QCOMPARE(hue(u"kube-system"_s), hue(u"kube-system"_s));
        QCOMPARE(hue(u"shop"_s), Theme::lightTheme().forNamespace(u"shop"_s).hslHue() / 15);
        QCOMPARE(Theme::darkTheme().forNamespace({}), Theme::darkTheme().textFaint);
    }

    void badgesAndMarksStandOut()
    {
        for (const auto &theme : themes()) {
            for (const auto health :
                 {Health::Ok, Health::Pending, Health::Warning, Health::Error, Health::Unknown}) {
                const auto color = colorOf(theme, health);
                const auto name = u"health %1"_s.arg(int(health));
                QColor tint = color;
                tint.setAlphaF(0.14F); // as a badge's ground is, see KratePainter
                const auto badge = contrastOf(color, blended(theme.ground, tint));
                QVERIFY2(badge >= ForText, where(theme, name + u" on its badge"_s, badge));
                const auto mark = worst(color, theme.grounds());
                QVERIFY2(mark >= ForMarks, where(theme, name, mark));
            }
        }
    }

    void logsInColourCanBeRead()
    {
        for (const auto &theme : themes()) {
            for (const int index : {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}) {
                const auto contrast = contrastOf(ansiColor(index, theme), theme.panel);
                QVERIFY2(contrast >= ForText, where(theme, u"ANSI %1"_s.arg(index), contrast));
            }
        }
    }

    void qtsOwnWidgetsCanBeReadToo()
    {
        for (const auto &theme : themes()) {
            const auto palette = paletteOf(theme);
            const std::vector<std::pair<QPalette::ColorRole, QPalette::ColorRole>> pairs{
                {QPalette::WindowText, QPalette::Window},
                {QPalette::Text, QPalette::Base},
                {QPalette::Text, QPalette::AlternateBase},
                {QPalette::PlaceholderText, QPalette::Base},
                {QPalette::ButtonText, QPalette::Button},
                {QPalette::ToolTipText, QPalette::ToolTipBase},
                {QPalette::HighlightedText, QPalette::Highlight},
                {QPalette::Link, QPalette::Base},
                {QPalette::LinkVisited, QPalette::Base}};
            for (const auto &[text, ground] : pairs) {
                const auto contrast = contrastOf(palette.color(text), palette.color(ground));
                QVERIFY2(contrast >= ForText,
                         where(theme, u"roles %1 on %2"_s.arg(text).arg(ground), contrast));
            }
        }
    }

    void theApplicationWearsTheTheme()
    {
        Look look(Theme::darkTheme());
        const ApplicationPalette palette(look);
        QMenu menu;
        menu.addAction(u"Open"_s);
        QMessageBox box(QMessageBox::Question, u"Question"_s, u"Delete it?"_s, QMessageBox::Yes);
        QVERIFY(meanOf(menu).lightness() < 70);
        QVERIFY(meanOf(box).lightness() < 70);
        QCOMPARE(QToolTip::palette().color(QPalette::ToolTipBase), look.theme().raised);

        look.setTheme(Theme::lightTheme());
        QMenu another; // one that is open keeps its colours until it is opened again
        another.addAction(u"Open"_s);
        QMessageBox question(QMessageBox::Question, u"Question"_s, u"Delete it?"_s,
                             QMessageBox::Yes);
        QVERIFY2(meanOf(another).lightness() > 190, meanOf(another).name().toLatin1());
        QVERIFY2(meanOf(question).lightness() > 190, meanOf(question).name().toLatin1());
        QCOMPARE(QToolTip::palette().color(QPalette::ToolTipBase), look.theme().raised);
    }
};

QTEST_MAIN(LookTest)
#include "tst_look.moc"
