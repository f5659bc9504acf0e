// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/findbar.h"

#include "editorfixture.h"
#include "workspace/look/look.h"
#include "workspace/yaml/yamlhighlighting.h"

using namespace Qt::StringLiterals;
using namespace workspace;

class CodeFindTest : public QObject
{
    Q_OBJECT

    Look m_look{Theme::darkTheme()};
    YamlHighlighting m_highlighting;
    const QString m_text = u"name: web\nimage: web:1\nWeb: website\n"_s;

    struct Search : ShownEditor
    {
        Search(CodeFindTest &test, const QString &text)
            : ShownEditor(test.m_highlighting, test.m_look, text)
        {
        }

        FindBar &bar() { return editor.findBar(); }
        void find(const QString &what, bool withReplace = false)
        {
            key(withReplace ? Qt::Key_H : Qt::Key_F, Qt::ControlModifier);
            QTest::keyClicks(&bar().field(), what);
        }
        void inField(Qt::Key key, Qt::KeyboardModifiers held = {})
        {
            QTest::keyClick(&bar().field(), key, held);
        }
    };

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void findsWhileTypingAndCounts()
    {
        Search search(*this, m_text);
        search.find(u"web"_s);
        QCOMPARE(search.bar().countText(), u"1 of 4"_s);
        QCOMPARE(search.selected(), u"web"_s);
        QCOMPARE(search.editor.cursorPosition(), (EditorPosition{0, 9}));
        search.inField(Qt::Key_Return);
        QCOMPARE(search.bar().countText(), u"2 of 4"_s);
        search.inField(Qt::Key_F3);
        QCOMPARE(search.bar().countText(), u"3 of 4"_s);
        search.inField(Qt::Key_F3, Qt::ShiftModifier);
        search.inField(Qt::Key_Return, Qt::ShiftModifier);
        search.inField(Qt::Key_Return, Qt::ShiftModifier); // goes round
        QCOMPARE(search.bar().countText(), u"4 of 4"_s);
        search.editor.grab();
        search.inField(Qt::Key_Escape);
        QVERIFY(search.bar().isHidden());
        QVERIFY(search.text().hasFocus());
        search.key(Qt::Key_F3); // the last query again
        QCOMPARE(search.editor.cursorPosition(), (EditorPosition{0, 9}));
    }

    void caseWordsAndPatternsAreSwitches()
    {
        Search search(*this, m_text);
        search.find(u"web"_s);
        search.inField(Qt::Key_C, Qt::AltModifier);
        QCOMPARE(search.bar().countText(), u"1 of 3"_s);
        search.inField(Qt::Key_W, Qt::AltModifier);
        QCOMPARE(search.bar().countText(), u"1 of 2"_s);
        search.inField(Qt::Key_W, Qt::AltModifier);
        search.inField(Qt::Key_R, Qt::AltModifier);
        search.bar().field().clear();
        QTest::keyClicks(&search.bar().field(), u"^\\w+:"_s);
        QVERIFY(search.bar().countText().endsWith(u"of 3"_s));
    }

    void aBadPatternIsSaidAndFindsNothing()
    {
        Search search(*this, m_text);
        search.find({});
        search.inField(Qt::Key_R, Qt::AltModifier);
        QTest::keyClicks(&search.bar().field(), u"we(b"_s);
        QVERIFY2(search.bar().error().contains(u"parenthesis"_s), qPrintable(search.bar().error()));
        QCOMPARE(search.bar().countText(), QString());
        QTest::keyClicks(&search.bar().field(), u")"_s);
        QCOMPARE(search.bar().error(), QString());
        QCOMPARE(search.bar().countText(), u"1 of 4"_s);
    }

    void replaceAllIsOneStepOfUndo()
    {
        Search search(*this, m_text);
        search.find(u"web"_s, true);
        QTest::keyClicks(&search.bar().replaceField(), u"shop"_s);
        QTest::mouseClick(&search.bar().replaceAllButton(), Qt::LeftButton);
        QCOMPARE(search.editor.text(), u"name: shop\nimage: shop:1\nshop: shopsite\n"_s);
        QVERIFY(search.editor.notice().contains(u"4"_s));
        QCOMPARE(search.bar().countText(), u"Nothing"_s);
        search.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(search.editor.text(), m_text);
    }

    void replacesOneAfterTheOther()
    {
        Search search(*this, m_text);
        search.find(u"web"_s, true);
        QTest::keyClicks(&search.bar().replaceField(), u"x"_s);
        QTest::keyClick(&search.bar().replaceField(), Qt::Key_Return);
        QCOMPARE(search.editor.text(), u"name: x\nimage: web:1\nWeb: website\n"_s);
        QCOMPARE(search.selected(), u"web"_s);
        QTest::keyClick(&search.bar().replaceField(), Qt::Key_Return);
        QCOMPARE(search.editor.text(), u"name: x\nimage: x:1\nWeb: website\n"_s);
    }

    void patternsReplaceWithWhatTheyCaught()
    {
        Search search(*this, m_text);
        search.find({}, true);
        search.inField(Qt::Key_R, Qt::AltModifier);
        QTest::keyClicks(&search.bar().field(), u"(\\w+): web(\\w*)"_s);
        QTest::keyClicks(&search.bar().replaceField(), u"$1: \\2!$$"_s);
        QTest::keyClick(&search.bar().replaceField(), Qt::Key_Return,
                        Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(search.editor.text(), u"name: !$\nimage: !$:1\nWeb: site!$\n"_s);
    }

    void matchesFollowEditsOfTheText()
    {
        Search search(*this, m_text);
        search.find(u"web"_s);
        search.editor.goTo({0, 0});
        search.type(u"web "_s);
        QVERIFY2(search.bar().countText() == u"5"_s, qPrintable(search.bar().countText()));
        search.inField(Qt::Key_F3);
        QCOMPARE(search.bar().countText(), u"2 of 5"_s);
    }

    void aMatchInAFoldIsShown()
    {
        Search search(*this, u"a:\n  b:\n    needle: 1\nc: 2\n"_s);
        search.editor.foldAll();
        QVERIFY(!search.seen().contains(u"    needle: 1"_s));
        search.find(u"needle"_s);
        QVERIFY(search.seen().contains(u"    needle: 1"_s));
    }

    void theSelectionIsWhatIsSearchedFor()
    {
        Search search(*this, m_text);
        search.select({1, 7}, {1, 10});
        search.key(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(search.bar().field().text(), u"web"_s);
        QCOMPARE(search.bar().countText(), u"2 of 4"_s);
    }

    void aReadOnlyTextOffersNoReplacing()
    {
        Search search(*this, m_text);
        search.editor.setReadOnly(true);
        search.text().setFocus();
        search.find(u"web"_s, true);
        QVERIFY(!search.bar().hasReplace());
        QTest::keyClick(&search.bar().field(), Qt::Key_Return,
                        Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(search.editor.text(), m_text);
    }
};

QTEST_MAIN(CodeFindTest)
#include "tst_codefind.moc"
