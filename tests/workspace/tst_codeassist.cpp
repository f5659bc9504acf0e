// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/assistdriver.h"

#include "editorfixture.h"
#include "paintedhost.h"
#include "workspace/editor/completionpopup.h"
#include "workspace/editor/findbar.h"
#include "workspace/editor/notecard.h"
#include "workspace/look/look.h"
#include "workspace/yaml/yamlhighlighting.h"

#include <memory>

using namespace Qt::StringLiterals;
using namespace workspace;

/// Keeps questions until the test answers them.
class ScriptedAssist final : public EditorAssist
{
    Q_OBJECT

public:
    struct Question
    {
        quint64 token = 0;
        QString text = {};
        EditorPosition at = {};
    };

    void complete(quint64 token, const QString &text, EditorPosition at) override
    {
        asked.push_back({token, text, at});
    }
    void hover(quint64 token, const QString &text, EditorPosition at) override
    {
        hovers.push_back({token, text, at});
    }
    void answer(const Question &question, const std::vector<CompletionItem> &items)
    {
        Q_EMIT completed(question.token, items);
    }

    std::vector<Question> asked;
    std::vector<Question> hovers;
};

class CodeAssistTest : public QObject
{
    Q_OBJECT

    Look m_look{Theme::darkTheme()};
    YamlHighlighting m_highlighting;
    const std::vector<CompletionItem> m_fields{
        {.text = u"replicas"_s,
         .kind = u"field"_s,
         .type = u"integer"_s,
         .documentation = u"Number of desired pods."_s,
         .insert = u"replicas: "_s},
        {.text = u"revisionHistoryLimit"_s, .kind = u"field"_s, .type = u"integer"_s},
        {.text = u"selector"_s,
         .kind = u"field"_s,
         .type = u"LabelSelector"_s,
         .required = true,
         .insert = u"selector:\n  matchLabels:\n    $0"_s},
        {.text = u"template"_s, .kind = u"field"_s, .type = u"PodTemplateSpec"_s, .required = true},
    };

    struct Assisted : ShownEditor
    {
        Assisted(CodeAssistTest &test, const QString &text)
            : ShownEditor(test.m_highlighting, test.m_look, text)
        {
            editor.setAssist(&assist);
        }
        ~Assisted() { editor.setAssist(nullptr); }

        bool isOpen() { return editor.assistance().isListOpen(); }
        QStringList listed() { return editor.assistance().list()->texts(); }
        void suggest() { key(Qt::Key_Space, Qt::ControlModifier); }
        QPoint pointAt(EditorPosition place)
        {
            QTextCursor cursor(text().document());
            cursor.setPosition(at(place));
            return text().cursorRect(cursor).center();
        }
        /// As a pointer that comes to rest there.
        void point(QPoint place)
        {
            QMouseEvent move(QEvent::MouseMove, place, text().viewport()->mapToGlobal(place),
                             Qt::NoButton, Qt::NoButton, Qt::NoModifier);
            QCoreApplication::sendEvent(text().viewport(), &move);
        }

        ScriptedAssist assist;
    };

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void controlSpaceAsksAndAnAnswerOpensTheList()
    {
        Assisted assisted(*this, u"spec:\n  "_s);
        assisted.editor.goTo({1, 2});
        assisted.suggest();
        QCOMPARE(assisted.assist.asked.size(), 1U);
        QCOMPARE(assisted.assist.asked[0].at, (EditorPosition{1, 2}));
        QCOMPARE(assisted.assist.asked[0].text, u"spec:\n  "_s);
        QVERIFY(!assisted.isOpen());
        assisted.assist.answer(assisted.assist.asked[0], m_fields);
        QVERIFY(assisted.isOpen());
        // What must be there comes first.
        QCOMPARE(
            assisted.listed(),
            QStringList({u"selector"_s, u"template"_s, u"replicas"_s, u"revisionHistoryLimit"_s}));
        QVERIFY(assisted.text().hasFocus());
        assisted.key(Qt::Key_Escape);
        QVERIFY(!assisted.isOpen());
    }

    void typingAWordAsksOnceAndNarrowsTheList()
    {
        Assisted assisted(*this, u"spec:\n  "_s);
        assisted.editor.goTo({1, 2});
        assisted.type(u"r"_s);
        QCOMPARE(assisted.assist.asked.size(), 1U);
        assisted.type(u"e"_s); // the answer is still to come
        QCOMPARE(assisted.assist.asked.size(), 1U);
        assisted.assist.answer(assisted.assist.asked[0], m_fields);
        QCOMPARE(assisted.listed().mid(0, 2),
                 QStringList({u"replicas"_s, u"revisionHistoryLimit"_s}));
        assisted.type(u"v"_s);
        QCOMPARE(assisted.listed(), QStringList(u"revisionHistoryLimit"_s));
        assisted.key(Qt::Key_Backspace);
        QVERIFY(assisted.listed().contains(u"replicas"_s));
        QCOMPARE(assisted.assist.asked.size(), 1U);
        assisted.type(u"xq"_s);
        QVERIFY(!assisted.isOpen());
    }

    void lettersInOrderFit()
    {
        QCOMPARE(fittingItems(m_fields, u"rhl"_s), std::vector<int>{1});
        QCOMPARE(fittingItems(m_fields, u"REP"_s).front(), 0);
        QVERIFY(fittingItems(m_fields, u"zz"_s).empty());
    }

    void aLateAnswerIsDropped()
    {
        Assisted assisted(*this, u"spec:\n  \nkind: x"_s);
        assisted.editor.goTo({1, 2});
        assisted.type(u"r"_s);
        assisted.editor.goTo({2, 3});
        assisted.assist.answer(assisted.assist.asked[0], m_fields);
        QVERIFY(!assisted.isOpen());

        assisted.editor.goTo({1, 3});
        assisted.suggest();
        const auto first = assisted.assist.asked.back();
        assisted.suggest();
        const auto second = assisted.assist.asked.back();
        assisted.assist.answer(first, {{.text = u"replaced"_s}});
        QVERIFY(!assisted.isOpen());
        assisted.assist.answer(second, m_fields);
        QVERIFY(assisted.isOpen());
        assisted.assist.answer(second, {{.text = u"replaced"_s}}); // answered already
        QVERIFY(!assisted.listed().contains(u"replaced"_s));
        assisted.key(Qt::Key_Escape);
        assisted.assist.answer(second, m_fields);
        QVERIFY(!assisted.isOpen());
    }

    void arrowsChooseAndEnterOrTabWrites()
    {
        Assisted assisted(*this, u"spec:\n  rep"_s);
        assisted.editor.goTo({1, 5});
        assisted.suggest();
        assisted.assist.answer(assisted.assist.asked[0], m_fields);
        assisted.key(Qt::Key_Return);
        QCOMPARE(assisted.editor.text(), u"spec:\n  replicas: "_s);
        QVERIFY(!assisted.isOpen());
        assisted.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(assisted.editor.text(), u"spec:\n  rep"_s);

        assisted.editor.setText(u"spec:\n  "_s);
        assisted.editor.goTo({1, 2});
        assisted.suggest();
        assisted.assist.answer(assisted.assist.asked.back(), m_fields);
        assisted.key(Qt::Key_Down);
        assisted.key(Qt::Key_Up);
        assisted.key(Qt::Key_Up); // goes round
        QCOMPARE(assisted.editor.assistance().list()->current()->text, u"revisionHistoryLimit"_s);
        assisted.key(Qt::Key_PageUp);
        QCOMPARE(assisted.editor.assistance().list()->current()->text, u"selector"_s);
        assisted.key(Qt::Key_Tab);
        QCOMPARE(assisted.editor.text(), u"spec:\n  selector:\n    matchLabels:\n      "_s);
        QCOMPARE(assisted.editor.cursorPosition(), (EditorPosition{3, 6}));
    }

    void aKeyThatStandsThereKeepsItsValue()
    {
        Assisted assisted(*this, u"rep: 3"_s);
        assisted.editor.goTo({0, 3});
        assisted.suggest();
        assisted.assist.answer(assisted.assist.asked[0], m_fields);
        assisted.key(Qt::Key_Return);
        QCOMPARE(assisted.editor.text(), u"replicas: 3"_s);
    }

    void aClickWrites()
    {
        Assisted assisted(*this, {});
        assisted.suggest();
        assisted.assist.answer(assisted.assist.asked[0], m_fields);
        QTest::mouseClick(assisted.editor.assistance().list(), Qt::LeftButton, {}, {40, 35});
        QCOMPARE(assisted.editor.text(), u"template"_s);
    }

    void nothingToSuggestIsSaidOnlyWhenAsked()
    {
        Assisted assisted(*this, {});
        assisted.type(u"q"_s);
        assisted.assist.answer(assisted.assist.asked[0], {});
        QCOMPARE(assisted.editor.notice(), QString());
        assisted.suggest();
        assisted.assist.answer(assisted.assist.asked.back(), {});
        QVERIFY(!assisted.editor.notice().isEmpty());
    }

    void commentsAndReadOnlyTextsAskNothing()
    {
        Assisted assisted(*this, u"a: 1 # "_s);
        assisted.editor.goTo({0, 7});
        assisted.type(u"re"_s);
        QVERIFY(assisted.assist.asked.empty());
        assisted.editor.setReadOnly(true);
        assisted.text().setFocus();
        assisted.suggest();
        QVERIFY(assisted.assist.asked.empty());
    }

    void restingOnAWordShowsWhatItMeans()
    {
        Assisted assisted(*this, u"spec:\n  replicas: 2\n"_s);
        QVERIFY(QTest::qWaitForWindowExposed(&assisted.editor));
        assisted.point(assisted.pointAt({1, 5}));
        QTRY_COMPARE(assisted.assist.hovers.size(), 1U);
        QCOMPARE(assisted.assist.hovers[0].at.line, 1);
        auto &driver = assisted.editor.assistance();
        Q_EMIT assisted.assist.hovered(
            assisted.assist.hovers[0].token,
            {.heading = u"replicas"_s, .type = u"integer"_s, .text = u"Number of desired pods."_s});
        QVERIFY(driver.card() && driver.card()->isVisible());
        QCOMPARE(driver.card()->note().heading, u"replicas"_s);
        assisted.point(assisted.pointAt({0, 1})); // another word
        QVERIFY(!driver.card()->isVisible());
        // An answer that comes after the pointer went is dropped.
        Q_EMIT assisted.assist.hovered(assisted.assist.hovers[0].token, {.heading = u"late"_s});
        QVERIFY(!driver.card()->isVisible());
    }

    void aProblemIsToldWhereThePointerRests()
    {
        Assisted assisted(*this, u"spec:\n  replicas: x\n"_s);
        QVERIFY(QTest::qWaitForWindowExposed(&assisted.editor));
        assisted.editor.setProblems(
            {{.at = {1, 12}, .length = 1, .message = u"Must be a number."_s}});
        assisted.point(assisted.pointAt({1, 12}));
        auto &driver = assisted.editor.assistance();
        QTRY_VERIFY(driver.card() && driver.card()->isVisible());
        QCOMPARE(driver.card()->problems(), u"Must be a number."_s);
        assisted.key(Qt::Key_Escape);
        QVERIFY(!driver.card()->isVisible());
        assisted.editor.goTo({0, 0});
        assisted.key(Qt::Key_F8);
        QVERIFY(driver.card()->isVisible());
    }

    void anAssistThatGoesFirstDoesNoHarm()
    {
        ShownEditor shown(m_highlighting, m_look, {});
        auto assist = std::make_unique<ScriptedAssist>();
        shown.editor.setAssist(assist.get());
        shown.type(u"a"_s);
        assist.reset();
        shown.type(u"b"_s);
        shown.key(Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(shown.editor.text().startsWith(u"ab"_s));
    }

    void picturesOfTheEditorInBothThemes()
    {
        for (const bool dark : {true, false}) {
            Look look(dark ? Theme::darkTheme() : Theme::lightTheme());
            QWidget window;
            window.resize(760, 520);
            CodeEditor editor(m_highlighting, look, &window);
            editor.setGeometry(window.rect());
            const QString text =
                u"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  labels:\n"
                "    app: web\n  annotations:\n    note: \"a: b\" # said once\nspec:\n"
                "  replicas: three\n  selector:\n    matchLabels: {app: web}\n  template:\n"
                "    spec:\n      containers:\n      - name: web\n        image: nginx:1.27\n"
                "        env:\n        - name: TOKEN\n          value: \n  re\n"_s;
            editor.setText(text, {{text.indexOf(u"value: "_s) + 7, u"t"_s}});
            editor.setProblems({{.at = {9, 12},
                                 .length = 5,
                                 .message = u"This must be a whole number, such as 3."_s},
                                {.severity = EditorProblem::Severity::Warning,
                                 .at = {7, 4},
                                 .length = 4,
                                 .message = u"Unknown annotation."_s}});
            ScriptedAssist assist;
            editor.setAssist(&assist);
            window.show();
            QVERIFY(QTest::qWaitForWindowActive(&window));
            editor.area().folds().fold(editor.area().document()->findBlockByNumber(4));
            editor.goTo({20, 4});
            QTest::keyClick(&editor.area(), Qt::Key_Space, Qt::ControlModifier);
            assist.answer(assist.asked.back(), m_fields);
            const QString theme = dark ? u"dark"_s : u"light"_s;
            takePicture(window, u"editor-complete-"_s + theme);
            QTest::keyClick(&editor.area(), Qt::Key_Escape);
            editor.goTo({0, 0});
            QTest::keyClick(&editor.area(), Qt::Key_F8, Qt::ShiftModifier);
            takePicture(window, u"editor-problem-"_s + theme);
            QTest::keyClick(&editor.area(), Qt::Key_H, Qt::ControlModifier);
            editor.findBar().findChild<QLineEdit *>()->setText(u"web"_s);
            editor.notify(u"YAML allows no tabs: pasted tabs were turned into spaces."_s);
            takePicture(window, u"editor-find-"_s + theme);
            editor.setZoom(1.6);
            takePicture(window, u"editor-zoom-"_s + theme);
            editor.setAssist(nullptr);
            QCOMPARE(window.grab().toImage().pixelColor(736, 300), look.theme().panel);
        }
    }
};

QTEST_MAIN(CodeAssistTest)
#include "tst_codeassist.moc"
