// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editorfixture.h"
#include "workspace/editor/findbar.h"
#include "workspace/look/look.h"
#include "workspace/yaml/yamlhighlighting.h"

#include <QClipboard>
#include <QMimeData>
#include <QPainter>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace workspace;

/// Masked values: dots in the text, the value elsewhere.
class CodeMasksTest : public QObject
{
    Q_OBJECT

    Look m_look{Theme::darkTheme()};
    YamlHighlighting m_highlighting;
    const QString m_bare = u"data:\n  password: \n  user: \nkind: Secret\n"_s;

    struct Masked : ShownEditor
    {
        explicit Masked(CodeMasksTest &test)
            : ShownEditor(test.m_highlighting, test.m_look, {})
        {
            const auto &bare = test.m_bare;
            const auto after = [&bare](const QString &key) {
                return bare.indexOf(key) + key.size();
            };
            editor.setText(bare, {{after(u"password: "_s), u"p"_s}, {after(u"user: "_s), u"u"_s}});
        }

        QString sent()
        {
            return editor.text([](const QString &id) { return u"<%1>"_s.arg(id); });
        }
    };

    const QString m_sent = u"data:\n  password: <p>\n  user: <u>\nkind: Secret\n"_s;
    const QString m_dots = QString(8, QChar(0x2022));

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void dotsStandForTheValue()
    {
        Masked masked(*this);
        QVERIFY(masked.editor.text().contains(u"password: "_s + m_dots));
        QCOMPARE(masked.sent(), m_sent);
        QCOMPARE(masked.editor.masks(), QStringList({u"p"_s, u"u"_s}));
        QVERIFY(!masked.editor.isModified());
        QVERIFY(!masked.text().document()->isUndoAvailable());
        masked.editor.grab();
    }

    void theCursorStepsOverThem()
    {
        Masked masked(*this);
        masked.editor.goTo({1, 12});
        masked.key(Qt::Key_Right);
        QCOMPARE(masked.editor.cursorPosition().column, 20);
        masked.key(Qt::Key_Left);
        QCOMPARE(masked.editor.cursorPosition().column, 12);
        masked.editor.goTo({1, 15}); // into the middle: to an edge
        QVERIFY(masked.editor.cursorPosition().column == 12
                || masked.editor.cursorPosition().column == 20);
        masked.select({1, 14}, {1, 17});
        QCOMPARE(masked.selected(), m_dots);
    }

    void whatIsTypedBesideIsNoPartOfThem()
    {
        Masked masked(*this);
        masked.editor.goTo({1, 20});
        masked.type(u"x"_s);
        masked.editor.goTo({1, 12});
        masked.type(u"y"_s);
        QCOMPARE(masked.sent(), u"data:\n  password: y<p>x\n  user: <u>\nkind: Secret\n"_s);
        masked.key(Qt::Key_Z, Qt::ControlModifier);
        masked.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(masked.sent(), m_sent);
    }

    void deletingTakesTwoKeysAndAllOfIt()
    {
        Masked masked(*this);
        masked.editor.goTo({1, 20});
        masked.key(Qt::Key_Backspace);
        QCOMPARE(masked.sent(), m_sent);
        QCOMPARE(masked.selected(), m_dots);
        masked.key(Qt::Key_Backspace);
        QCOMPARE(masked.sent(), u"data:\n  password: \n  user: <u>\nkind: Secret\n"_s);
        masked.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(masked.sent(), m_sent); // the mark is back, not only its dots
        masked.editor.goTo({2, 8});
        masked.key(Qt::Key_Delete);
        masked.key(Qt::Key_Delete);
        QCOMPARE(masked.editor.masks(), QStringList(u"p"_s));
    }

    void aWordDeletedBesideTakesAllOrNothing()
    {
        Masked masked(*this);
        masked.editor.goTo({1, 20});
        masked.type(u"ab"_s);
        masked.key(Qt::Key_Backspace, Qt::ControlModifier);
        const auto text = masked.editor.text();
        QCOMPARE(text.count(QChar(0x2022)), 8 * masked.editor.masks().size());
        for (const auto &line : text.split(u'\n')) {
            const auto dots = line.count(QChar(0x2022));
            QVERIFY(dots == 0 || dots == 8);
        }
    }

    void copiesStayMasked()
    {
        Masked masked(*this);
        masked.select({1, 0}, {2, 0});
        masked.key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"  password: "_s + m_dots + u'\n');
        masked.editor.goTo({3, 0});
        masked.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(masked.sent(),
                 u"data:\n  password: <p>\n  user: <u>\n  password: <p>\nkind: Secret\n"_s);
    }

    void movedAndDuplicatedLinesKeepThem()
    {
        Masked masked(*this);
        masked.editor.goTo({1, 4});
        masked.key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(masked.sent(), u"data:\n  user: <u>\n  password: <p>\nkind: Secret\n"_s);
        masked.key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(masked.sent(), m_sent);
        masked.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(masked.editor.masks(), QStringList({u"p"_s, u"p"_s, u"u"_s}));
        masked.key(Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(masked.editor.masks(), QStringList({u"p"_s, u"p"_s, u"u"_s}));
    }

    void replacingNeverTouchesThem()
    {
        Masked masked(*this);
        masked.key(Qt::Key_H, Qt::ControlModifier);
        auto &bar = masked.editor.findBar();
        QTest::keyClick(&bar.field(), Qt::Key_R, Qt::AltModifier);
        bar.field().setText(QString(QChar(0x2022)) + u"+|user"_s);
        QCOMPARE(bar.countText(), u"1 of 1"_s);
        bar.replaceField().setText(u"x"_s);
        QTest::mouseClick(&bar.replaceAllButton(), Qt::LeftButton);
        QCOMPARE(masked.sent(), u"data:\n  password: <p>\n  x: <u>\nkind: Secret\n"_s);
    }

    void aClickOrEnterAsksForTheValue()
    {
        Masked masked(*this);
        QSignalSpy asked(&masked.editor, &CodeEditor::maskActivated);
        QTextCursor cursor(masked.text().document());
        cursor.setPosition(masked.at({1, 16}));
        const auto dots = masked.text().cursorRect(cursor).center();
        QTest::mouseClick(masked.text().viewport(), Qt::LeftButton, {}, dots);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), u"p"_s);
        masked.select({2, 8}, {2, 16});
        masked.key(Qt::Key_Return);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked[1][0].toString(), u"u"_s);
        QCOMPARE(masked.sent(), m_sent);
    }

    void aRevealedValueIsEditedAndMaskedAgain()
    {
        Masked masked(*this);
        QVERIFY(masked.editor.reveal(u"p"_s, u"hunter2"_s));
        QVERIFY(!masked.editor.reveal(u"p"_s, u"hunter2"_s));
        QVERIFY(masked.editor.isRevealed(u"p"_s));
        masked.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!masked.editor.isRevealed(u"p"_s));
        QVERIFY(masked.editor.conceal(u"p"_s).isNull());
        QCOMPARE(masked.sent(), m_sent);
        QVERIFY(masked.editor.reveal(u"p"_s, u"hunter2"_s));
        QVERIFY(masked.editor.text().contains(u"password: hunter2\n"_s));
        masked.editor.goTo({1, 19});
        masked.type(u"3"_s);
        masked.editor.goTo({1, 12});
        masked.type(u"x"_s);
        QCOMPARE(masked.editor.conceal(u"p"_s), u"xhunter23"_s);
        QCOMPARE(masked.sent(), m_sent);
        QVERIFY(!masked.editor.text().contains(u"hunter"_s));
    }

    void thePictureOfAHiddenEditorShowsNoValue()
    {
        const auto pictureWith = [this](const QString &value, bool hidden) {
            Masked masked(*this);
            masked.editor.reveal(u"p"_s, value);
            masked.editor.goTo({3, 0});
            masked.editor.setVisible(!hidden);
            QImage picture(masked.editor.size(), QImage::Format_RGB32);
            picture.fill(Qt::red);
            QPainter painter(&picture);
            masked.editor.paintPicture(painter, masked.editor.size());
            return picture;
        };
        QVERIFY(pictureWith(u"hunter2"_s, false) != pictureWith(u"wishful"_s, false));
        QCOMPARE(pictureWith(u"hunter2"_s, true), pictureWith(u"wishful"_s, true));
    }

    void copyingARevealedValueIsTold()
    {
        Masked masked(*this);
        QSignalSpy copied(&masked.editor, &CodeEditor::secretCopied);
        masked.editor.reveal(u"p"_s, u"hunter2"_s);
        masked.select({3, 0}, {3, 4});
        masked.key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copied.size(), 0);
        masked.select({1, 12}, {1, 16});
        masked.key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copied.size(), 1);
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s),
                 "secret"_ba);
    }

    void anotherTextKeepsOrChangesThem()
    {
        Masked masked(*this);
        const QString other = u"data:\n  new: 1\n  user: \nkind: Secret\n"_s;
        masked.editor.replaceText(other, {{other.indexOf(u"user: "_s) + 6, u"u"_s}});
        QCOMPARE(masked.sent(), u"data:\n  new: 1\n  user: <u>\nkind: Secret\n"_s);
        masked.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(masked.sent(), m_sent);
    }
};

QTEST_MAIN(CodeMasksTest)
#include "tst_codemasks.moc"
