// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvasfixture.h"

#include "workspace/editor/assistdriver.h"
#include "workspace/editor/codeeditor.h"
#include "workspace/editor/codetext.h"
#include "workspace/editor/completionpopup.h"
#include "workspace/editor/findbar.h"
#include "workspace/yaml/yamlhighlighting.h"

#include <QSignalSpy>

/// Answers every question with the same two names.
class TwoNames final : public EditorAssist
{
    Q_OBJECT

public:
    void complete(quint64 token, const QString & /*text*/, EditorPosition /*at*/) override
    {
        Q_EMIT completed(token, {{.text = u"replicas"_s}, {.text = u"revision"_s}});
    }
    void hover(quint64 token, const QString & /*text*/, EditorPosition /*at*/) override
    {
        Q_EMIT hovered(token, {});
    }
};

/// An editor as the live widget of a window on the canvas.
class EditorLiveTest : public CanvasFixture
{
    Q_OBJECT

    YamlHighlighting m_highlighting;

    CodeEditor *editorOnCanvas(const QString &text)
    {
        auto *editor = new CodeEditor(m_highlighting, *m_look); // owned by the content
        editor->resize(380, 300);
        editor->setText(text);
        content(0)->live = editor;
        hover(onWindow(0, {190, 18}));
        if (!QTest::qWaitFor([editor] { return editor->isVisible(); }))
            return nullptr;
        return editor;
    }

private Q_SLOTS:
    void everyKeyStaysInTheEditor()
    {
        auto *editor = editorOnCanvas({});
        QVERIFY(editor);
        QVERIFY(editor->area().hasFocus());
        const auto before = *m_document->krate(m_krate);
        for (const QChar key : u"z/:+- ?nz"_s)
            QTest::keyClick(&editor->area(), key.toLatin1());
        QTest::keyClick(&editor->area(), Qt::Key_X); // a held space arrives before it
        QCOMPARE(editor->text(), u"z/:+- ?nzx"_s);
        for (int i = 0; i < 20; ++i) // more than there is to undo: the yard's stays
            QTest::keyClick(&editor->area(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(editor->text(), QString());
        QTest::keyClick(&editor->area(), Qt::Key_Delete);
        QTest::keyClick(&editor->area(), Qt::Key_Backspace);
        QTest::keyClick(&editor->area(), Qt::Key_Up);
        QTest::keyClick(&editor->area(), Qt::Key_PageDown);
        QVERIFY(m_document->krate(m_krate));
        QCOMPARE(m_document->krate(m_krate)->windows, before.windows);
        QVERIFY(editor->area().hasFocus());
    }

    void theFindBarTakesItsKeysToo()
    {
        auto *editor = editorOnCanvas(u"a b\na b\n"_s);
        QVERIFY(editor);
        QTest::keyClick(&editor->area(), Qt::Key_F, Qt::ControlModifier);
        auto &field = editor->findBar().field();
        QVERIFY(field.hasFocus());
        QTest::keyClick(&field, 'a');
        QTest::keyClick(&field, Qt::Key_Space);
        QTest::keyClick(&field, 'b');
        QCOMPARE(field.text(), u"a b"_s);
        QCOMPARE(editor->findBar().countText(), u"1 of 2"_s);
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(editor->area().hasFocus());
    }

    void suggestionsLieOverTheCanvas()
    {
        auto *editor = editorOnCanvas({});
        QVERIFY(editor);
        TwoNames assist;
        editor->setAssist(&assist);
        QTest::keyClick(&editor->area(), 'r');
        auto *list = editor->assistance().list();
        QVERIFY(list && list->isVisible());
        QCOMPARE(list->window(), m_canvas->window());
        QTest::keyClick(&editor->area(), Qt::Key_Down);
        QVERIFY(list->isVisible());
        QTest::mouseClick(list, Qt::LeftButton, {}, {30, 14});
        QCOMPARE(editor->text(), u"replicas"_s);
        QVERIFY(editor->area().hasFocus());
        QTest::keyClick(&editor->area(), Qt::Key_Return);
        QTest::keyClick(&editor->area(), 'r');
        QVERIFY(list->isVisible());
        hover({5, 5}); // the editor is left: its list goes
        QVERIFY(!editor->isVisible());
        QVERIFY(!list->isVisible());
        editor->setAssist(nullptr);
    }

    void itsTextFollowsTheZoomAndItsPictureStays()
    {
        auto *editor = editorOnCanvas(u"kind: Pod\n"_s);
        QVERIFY(editor);
        QSignalSpy hidden(editor, &CodeEditor::hidden);
        editor->setZoom(content(0)->liveZoom);
        const int height = editor->area().cursorRect().height();
        m_canvas->setView({m_canvas->view().centre, 2.0});
        hover(onWindow(0, {190, 18}));
        QTRY_VERIFY(content(0)->liveZoom > 1.9);
        editor->setZoom(content(0)->liveZoom);
        QVERIFY(editor->area().cursorRect().height() > height * 3 / 2);
        const auto times = hidden.size();
        hover({5, 5});
        QCOMPARE(hidden.size(), times + 1);
    }
};

QTEST_MAIN(EditorLiveTest)
#include "tst_editorlive.moc"
