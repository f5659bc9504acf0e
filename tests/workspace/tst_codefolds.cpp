// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/foldset.h"

#include "editorfixture.h"
#include "workspace/look/look.h"
#include "workspace/yaml/yamlhighlighting.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace workspace;

class CodeFoldsTest : public QObject
{
    Q_OBJECT

    static constexpr auto CtrlShift = Qt::ControlModifier | Qt::ShiftModifier;

    Look m_look{Theme::darkTheme()};
    YamlHighlighting m_highlighting;
    const QString m_text = u"kind: Pod\n"
                           "metadata:\n"
                           "  name: web\n"
                           "  labels:\n"
                           "    app: web\n"
                           "spec:\n"
                           "  containers:\n"
                           "  - name: a\n"
                           "    image: x\n"
                           "  - name: b\n"
                           "status: {}\n"_s;

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void foldsWhatBelongsToALine()
    {
        ShownEditor shown(m_highlighting, m_look, m_text);
        shown.editor.goTo({1, 3});
        shown.key(Qt::Key_BracketLeft, CtrlShift);
        QCOMPARE(shown.seen().size(), 12 - 3);
        QVERIFY(!shown.seen().contains(u"  name: web"_s));
        QCOMPARE(shown.editor.text(), m_text); // folded text counts
        shown.key(Qt::Key_BracketRight, CtrlShift);
        QCOMPARE(shown.seen().size(), 12);
    }

    void aListAtTheIndentationOfItsKeyBelongsToIt()
    {
        ShownEditor shown(m_highlighting, m_look, m_text);
        shown.editor.goTo({6, 0});
        shown.key(Qt::Key_BracketLeft, CtrlShift);
        QCOMPARE(shown.seen().mid(5),
                 QStringList({u"spec:"_s, u"  containers:"_s, u"status: {}"_s, QString()}));
    }

    void foldsAroundTheCursorAndTakesItAlong()
    {
        ShownEditor shown(m_highlighting, m_look, m_text);
        shown.editor.goTo({4, 6});
        shown.key(Qt::Key_BracketLeft, CtrlShift);
        QCOMPARE(shown.editor.cursorPosition().line, 3);
        QVERIFY(!shown.seen().contains(u"    app: web"_s));
        shown.key(Qt::Key_BracketLeft, CtrlShift); // what is about it
        QCOMPARE(shown.editor.cursorPosition().line, 1);
        QVERIFY(!shown.seen().contains(u"  labels:"_s));
        shown.key(Qt::Key_BracketRight, CtrlShift); // the inner one is as it was
        QVERIFY(shown.seen().contains(u"  labels:"_s));
        QVERIFY(!shown.seen().contains(u"    app: web"_s));
    }

    void foldsStayWithTheirLinesThroughEdits()
    {
        ShownEditor shown(m_highlighting, m_look, m_text);
        shown.editor.goTo({1, 0});
        shown.key(Qt::Key_BracketLeft, CtrlShift);
        shown.editor.goTo({0, 0});
        shown.type(u"x"_s);
        shown.key(Qt::Key_Return);
        QCOMPARE(shown.editor.text(), u"x\n"_s + m_text);
        QVERIFY(!shown.seen().contains(u"  name: web"_s));
        shown.editor.goTo({2, 8}); // in the folded line itself
        shown.key(Qt::Key_Backspace);
        shown.type(u"b"_s);
        QVERIFY(!shown.seen().contains(u"  name: web"_s));
        for (int i = 0; i < 6; ++i)
            shown.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(shown.editor.text(), m_text);
        QVERIFY(!shown.seen().contains(u"  name: web"_s));
        shown.key(Qt::Key_BracketRight, CtrlShift);
        shown.editor.unfoldAll();
        QCOMPARE(shown.seen(), m_text.split(u'\n'));
    }

    void enterAtTheEndOfAFoldedLineShowsWhatIsBelow()
    {
        ShownEditor shown(m_highlighting, m_look, m_text);
        shown.editor.goTo({1, 9});
        shown.key(Qt::Key_BracketLeft, CtrlShift);
        shown.key(Qt::Key_Return);
        QVERIFY(shown.seen().contains(u"  name: web"_s));
        QCOMPARE(shown.editor.cursorPosition(), (EditorPosition{2, 2}));
    }

    void deletingAFoldedLineHidesNothingElse()
    {
        ShownEditor shown(m_highlighting, m_look, m_text);
        shown.editor.goTo({1, 0});
        shown.key(Qt::Key_BracketLeft, CtrlShift);
        shown.select({1, 0}, {5, 0}); // all that is folded, with its first line
        shown.key(Qt::Key_Delete);
        QCOMPARE(shown.seen(), shown.editor.text().split(u'\n'));
        QVERIFY(shown.seen().contains(u"  containers:"_s));
    }

    void arrowsStepOverAFold()
    {
        ShownEditor shown(m_highlighting, m_look, m_text);
        shown.editor.goTo({1, 0});
        shown.key(Qt::Key_BracketLeft, CtrlShift);
        shown.key(Qt::Key_Down);
        QCOMPARE(shown.editor.cursorPosition().line, 5);
        shown.key(Qt::Key_Up);
        QCOMPARE(shown.editor.cursorPosition().line, 1);
        QVERIFY(!shown.seen().contains(u"  name: web"_s));
    }

    void goingToAHiddenLineShowsIt()
    {
        ShownEditor shown(m_highlighting, m_look, m_text);
        shown.editor.foldAll();
        QCOMPARE(shown.seen().size(), 5);
        shown.editor.goTo({4, 4});
        QVERIFY(shown.seen().contains(u"    app: web"_s));
        QVERIFY(!shown.seen().contains(u"  containers:"_s)); // others stay folded
    }

    void movingAFoldedLineLosesNothing()
    {
        ShownEditor shown(m_highlighting, m_look, m_text);
        shown.editor.goTo({1, 0});
        shown.key(Qt::Key_BracketLeft, CtrlShift);
        shown.editor.goTo({0, 0});
        shown.key(Qt::Key_Down, Qt::AltModifier);
        auto sorted = shown.editor.text().split(u'\n');
        auto before = m_text.split(u'\n');
        sorted.sort();
        before.sort();
        QCOMPARE(sorted, before);
        QCOMPARE(shown.seen(), shown.editor.text().split(u'\n'));
    }

    void aClickOnTheArrowFolds()
    {
        ShownEditor shown(m_highlighting, m_look, m_text);
        auto *gutter = shown.text().findChild<QWidget *>(u"gutter"_s);
        QVERIFY(gutter);
        const auto row = shown.text().blockRect(shown.text().document()->findBlockByNumber(5));
        const QPoint arrow(gutter->width() - 6, int(row.center().y()));
        QTest::mouseClick(gutter, Qt::LeftButton, {}, arrow);
        QVERIFY(!shown.seen().contains(u"  containers:"_s));
        QTest::mouseClick(gutter, Qt::LeftButton, {}, arrow);
        QVERIFY(shown.seen().contains(u"  containers:"_s));
    }

    // Whatever is edited: what is hidden belongs to a folded line, and nothing is lost.
    void randomEditsNeverHideAnythingThatIsNotFolded()
    {
        ShownEditor shown(m_highlighting, m_look, m_text);
        quint32 seed = 7;
        const auto random = [&seed](int below) {
            seed = seed * 1664525U + 1013904223U;
            return int((seed >> 8) % quint32(below));
        };
        auto &folds = shown.text().folds();
        for (int i = 0; i < 400; ++i) {
            auto *document = shown.text().document();
            const auto block = document->findBlockByNumber(random(document->blockCount()));
            QTextCursor cursor(block);
            switch (random(5)) {
            case 0: folds.toggle(block); break;
            case 1: cursor.insertText(u"  x:\n    y: 1\n"_s); break;
            case 2:
                cursor.movePosition(QTextCursor::Down, QTextCursor::KeepAnchor, random(4));
                cursor.removeSelectedText();
                break;
            case 3: document->undo(); break;
            default: cursor.insertText(u" "_s); break;
            }
            QTextBlock header;
            int end = -1;
            for (auto at = document->begin(); at.isValid(); at = at.next()) {
                if (at.isVisible() && folds.isFolded(at)) {
                    header = at;
                    end = folds.endOf(at).blockNumber();
                }
                QCOMPARE(at.isVisible(), at == header || at.blockNumber() > end);
                QCOMPARE(at.lineCount() > 0, at.isVisible());
            }
        }
        shown.editor.unfoldAll();
        QCOMPARE(shown.seen(), shown.editor.text().split(u'\n'));
    }
};

QTEST_MAIN(CodeFoldsTest)
#include "tst_codefolds.moc"
