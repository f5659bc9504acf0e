// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/codeeditor.h"

#include "workspace/editor/codetext.h"
#include "workspace/look/look.h"
#include "workspace/yaml/yamlhighlighting.h"

#include "editorfixture.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

/// What the keys, the clipboard and the folds do to a text.
class CodeEditorTest : public QObject
{
    Q_OBJECT

    Look m_look{Theme::darkTheme()};
    YamlHighlighting m_highlighting;

    struct Shown : ShownEditor
    {
        explicit Shown(CodeEditorTest &test, const QString &text = {})
            : ShownEditor(test.m_highlighting, test.m_look, text)
        {
        }
    };

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void enterIndentsAfterAColonAndInAList()
    {
        Shown shown(*this);
        shown.type(u"spec:"_s);
        shown.key(Qt::Key_Return);
        shown.type(u"containers:"_s);
        shown.key(Qt::Key_Return);
        shown.type(u"- name: web"_s);
        shown.key(Qt::Key_Return);
        shown.type(u"image: nginx"_s);
        QCOMPARE(shown.editor.text(),
                 u"spec:\n  containers:\n    - name: web\n      image: nginx"_s);
        QTest::keyClick(&shown.text(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!shown.editor.text().contains(u"image: nginx"_s));
    }

    void enterKeepsIndentationAndAListGoesOn()
    {
        Shown shown(*this, u"args:\n  - one"_s);
        shown.editor.goTo({1, 7});
        shown.key(Qt::Key_Return);
        shown.type(u"- two"_s);
        QCOMPARE(shown.editor.text(), u"args:\n  - one\n  - two"_s);
    }

    void enterInTheMiddleOfALineTakesTheRestAlong()
    {
        Shown shown(*this, u"  a: 1 b: 2"_s);
        shown.editor.goTo({0, 6});
        shown.key(Qt::Key_Return);
        QCOMPARE(shown.editor.text(), u"  a: 1\n  b: 2"_s);
    }

    void tabAndShiftTabIndentTheSelectedLines()
    {
        Shown shown(*this, u"a: 1\n\nb: 2\nc: 3"_s);
        shown.select({0, 0}, {2, 2});
        shown.key(Qt::Key_Tab);
        QCOMPARE(shown.editor.text(), u"  a: 1\n\n  b: 2\nc: 3"_s);
        shown.key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(shown.editor.text(), u"a: 1\n\nb: 2\nc: 3"_s);
        shown.key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(shown.editor.text(), u"a: 1\n\nb: 2\nc: 3"_s);
        shown.editor.goTo({3, 1});
        shown.key(Qt::Key_Tab);
        QCOMPARE(shown.editor.text(), u"a: 1\n\nb: 2\nc : 3"_s);
    }

    void controlTabLeavesTheEditor()
    {
        QWidget window;
        CodeEditor editor(m_highlighting, m_look, &window);
        QLineEdit next(&window);
        QWidget::setTabOrder(&editor, &next);
        window.show();
        editor.setFocus();
        QTRY_VERIFY(editor.area().hasFocus());
        QTest::keyClick(&editor.area(), Qt::Key_Tab, Qt::ControlModifier);
        QVERIFY(!editor.area().hasFocus());
        QCOMPARE(editor.text(), QString());
    }

    void controlSlashTogglesComments()
    {
        Shown shown(*this, u"spec:\n  a: 1\n\n    b: 2\n"_s);
        shown.select({1, 0}, {3, 4});
        shown.key(Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(shown.editor.text(), u"spec:\n  # a: 1\n\n  #   b: 2\n"_s);
        shown.key(Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(shown.editor.text(), u"spec:\n  a: 1\n\n    b: 2\n"_s);
    }

    void controlDDuplicatesTheLineOrTheSelection()
    {
        Shown shown(*this, u"a: 1\nb: 2"_s);
        shown.editor.goTo({0, 2});
        shown.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(shown.editor.text(), u"a: 1\na: 1\nb: 2"_s);
        QCOMPARE(shown.editor.cursorPosition(), (EditorPosition{1, 2}));
        shown.select({2, 0}, {2, 1});
        shown.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(shown.editor.text(), u"a: 1\na: 1\nbb: 2"_s);
    }

    void altArrowsMoveLines()
    {
        Shown shown(*this, u"a\nb\nc\nd"_s);
        shown.select({1, 0}, {2, 1});
        shown.key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(shown.editor.text(), u"a\nd\nb\nc"_s);
        QCOMPARE(shown.selected(), u"b\nc"_s);
        shown.key(Qt::Key_Down, Qt::AltModifier); // the end: nothing more
        QCOMPARE(shown.editor.text(), u"a\nd\nb\nc"_s);
        shown.key(Qt::Key_Up, Qt::AltModifier);
        shown.key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(shown.editor.text(), u"b\nc\na\nd"_s);
        QCOMPARE(shown.selected(), u"b\nc"_s);
        shown.key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(shown.editor.text(), u"b\nc\na\nd"_s);
        shown.key(Qt::Key_Z, Qt::ControlModifier); // one move is one step
        QCOMPARE(shown.editor.text(), u"a\nb\nc\nd"_s);
    }

    void bracketsAndQuotesComeInPairs()
    {
        Shown shown(*this);
        shown.type(u"a: {b: [1"_s);
        QCOMPARE(shown.editor.text(), u"a: {b: [1]}"_s);
        shown.type(u"]}"_s);
        QCOMPARE(shown.editor.text(), u"a: {b: [1]}"_s);
        shown.key(Qt::Key_Return);
        shown.type(u"b: \"x\""_s);
        QCOMPARE(shown.editor.text(), u"a: {b: [1]}\nb: \"x\""_s);
        shown.key(Qt::Key_Return);
        shown.type(u"c: don't"_s); // an apostrophe is alone
        QVERIFY(shown.editor.text().endsWith(u"c: don't"_s));
        shown.key(Qt::Key_Return);
        shown.type(u"d: ["_s);
        shown.key(Qt::Key_Backspace);
        QVERIFY(shown.editor.text().endsWith(u"d: "_s));
        shown.select({2, 3}, {2, 8});
        shown.type(u"\""_s);
        QVERIFY(shown.editor.text().contains(u"c: \"don't\""_s));
        QCOMPARE(shown.selected(), u"don't"_s);
    }

    void pastedTabsBecomeSpacesAndThatIsSaid()
    {
        Shown shown(*this);
        QGuiApplication::clipboard()->setText(u"a:\r\n\tb: 1\n x\ty"_s);
        shown.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(shown.editor.text(), u"a:\n  b: 1\n x  y"_s);
        QVERIFY(shown.editor.notice().contains(u"tabs"_s));
        shown.key(Qt::Key_Escape);
        QCOMPARE(shown.editor.notice(), QString());
    }

    void noBreakSpacesStayWhatTheyAre()
    {
        const auto text = u"a: x\u00a0y"_s;
        Shown shown(*this, text);
        QCOMPARE(shown.editor.text(), text);
    }

    void goesToALine()
    {
        Shown shown(*this, QStringList(300, u"line"_s).join(u'\n'));
        shown.key(Qt::Key_G, Qt::ControlModifier);
        auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(field);
        QTest::keyClicks(field, u"250:3"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(shown.editor.cursorPosition(), (EditorPosition{249, 2}));
        QVERIFY(shown.text().hasFocus());
        QVERIFY(shown.text().viewport()->rect().contains(shown.text().cursorRect().center()));
    }

    void droppedFilesAreHandedOn()
    {
        Shown shown(*this, u"a: 1"_s);
        QSignalSpy dropped(&shown.editor, &CodeEditor::filesDropped);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/tmp/web.yaml"_s)});
        data.setText(u"/tmp/web.yaml"_s);
        QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(shown.text().viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QCoreApplication::sendEvent(shown.text().viewport(), &drop);
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(dropped[0][0].value<QList<QUrl>>(), data.urls());
        QCOMPARE(shown.editor.text(), u"a: 1"_s);
    }

    void f8VisitsProblemsAndTheyMoveWithTheText()
    {
        Shown shown(*this, u"a: 1\nb: 2\nc: 3\n"_s);
        shown.editor.setProblems({{.at = {2, 3}, .length = 1, .message = u"Must be text."_s},
                                  {.severity = EditorProblem::Severity::Warning,
                                   .at = {0, 0},
                                   .message = u"Unknown field."_s}});
        shown.editor.goTo({0, 0});
        shown.key(Qt::Key_F8);
        QCOMPARE(shown.editor.cursorPosition(), (EditorPosition{2, 3}));
        shown.editor.goTo({1, 0});
        shown.key(Qt::Key_Return);
        shown.key(Qt::Key_F8);
        QCOMPARE(shown.editor.cursorPosition(), (EditorPosition{3, 3}));
        shown.key(Qt::Key_F8);
        QCOMPARE(shown.editor.cursorPosition(), (EditorPosition{0, 0}));
        shown.key(Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(shown.editor.cursorPosition(), (EditorPosition{3, 3}));
        const int place = shown.text().textCursor().position();
        QCOMPARE(shown.text().problemsAt(place), u"Must be text."_s);
        shown.editor.grab();
    }

    void aReadOnlyTextStaysAsItIs()
    {
        Shown shown(*this, u"a: 1\nb: 2"_s);
        shown.editor.setReadOnly(true);
        shown.text().setFocus();
        shown.key(Qt::Key_D, Qt::ControlModifier);
        shown.key(Qt::Key_Slash, Qt::ControlModifier);
        shown.key(Qt::Key_V, Qt::ControlModifier);
        shown.key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(shown.editor.text(), u"a: 1\nb: 2"_s);
    }

    void controlSAsksToSubmit()
    {
        Shown shown(*this, u"a: 1"_s);
        QSignalSpy submitted(&shown.editor, &CodeEditor::submitRequested);
        shown.key(Qt::Key_S, Qt::ControlModifier);
        shown.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(submitted.size(), 2);
        QCOMPARE(shown.editor.text(), u"a: 1"_s);
    }

    void anotherTextTakesThePlaceInOneStepOfUndo()
    {
        Shown shown(*this, u"a: 1\nb: 2\nc: 3\nd: 4\n"_s);
        shown.editor.goTo({3, 2});
        QCOMPARE(shown.text().textCursor().block().text(), u"d: 4"_s);
        shown.editor.replaceText(u"a: 9\nnew: 1\nb: 2\nd: 4\n"_s);
        QCOMPARE(shown.editor.text(), u"a: 9\nnew: 1\nb: 2\nd: 4\n"_s);
        QCOMPARE(shown.text().textCursor().block().text(), u"d: 4"_s);
        QCOMPARE(shown.editor.cursorPosition().column, 2);
        shown.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(shown.editor.text(), u"a: 1\nb: 2\nc: 3\nd: 4\n"_s);
        for (const auto &text : {u""_s, u"x"_s, u"\n"_s, u"a: 1"_s, u"\n\nb: 2\nc: 3"_s,
                                 u"a: 1\nb: 2\nc: 3\nd: 4\n"_s}) {
            shown.editor.replaceText(text);
            QCOMPARE(shown.editor.text(), text);
        }
    }

    void zoomScalesTheTextAndItsPicture()
    {
        Shown shown(*this, u"a: 1"_s);
        const int height = shown.text().cursorRect().height();
        shown.editor.setZoom(2);
        QVERIFY(shown.text().cursorRect().height() >= 2 * height - 2);
        QImage picture(300, 200, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QPainter painter(&picture);
        shown.editor.paintPicture(painter, {300, 200});
        painter.end();
        QCOMPARE(picture.pixelColor(290, 190), m_look.theme().panel);
    }

    void codeStaysLeftToRight()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
        Shown shown(*this, u"\u05e9\u05dc\u05d5\u05dd: 1"_s);
        shown.editor.goTo({0, 0});
        QVERIFY(shown.text().cursorRect().left() < 120);
        QCOMPARE(shown.text().layoutDirection(), Qt::LeftToRight);
        QCOMPARE(shown.text().document()->defaultTextOption().textDirection(), Qt::LeftToRight);
    }
};

QTEST_MAIN(CodeEditorTest)
#include "tst_codeeditor.moc"
