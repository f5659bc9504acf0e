// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/codeeditor.h"
#include "workspace/editor/codetext.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <QTextBlock>

/// An editor in a window of its own that has the focus, and what people do to it.
struct ShownEditor
{
    ShownEditor(workspace::YamlHighlighting &highlighting, workspace::Look &look,
                const QString &content)
        : editor(highlighting, look)
    {
        editor.resize(520, 340);
        editor.setText(content);
        editor.show();
        editor.activateWindow();
        editor.area().setFocus();
        isActive = QTest::qWaitForWindowActive(&editor);
    }

    workspace::CodeText &text() { return editor.area(); }

    void key(Qt::Key key, Qt::KeyboardModifiers held = {}) { QTest::keyClick(&text(), key, held); }

    /// Key by key, as the editor may answer each.
    void type(const QString &typed)
    {
        for (const QChar c : typed)
            QTest::keyClick(&text(), c.toLatin1());
    }

    int at(workspace::EditorPosition place)
    {
        return text().document()->findBlockByNumber(place.line).position() + place.column;
    }

    void select(workspace::EditorPosition from, workspace::EditorPosition to)
    {
        text().goToPosition(at(to), at(from));
    }

    QString selected()
    {
        return text().textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n');
    }

    /// What is seen: the lines that are not folded away.
    QStringList seen()
    {
        QStringList lines;
        for (auto block = text().document()->begin(); block.isValid(); block = block.next()) {
            if (block.isVisible())
                lines.append(block.text());
        }
        return lines;
    }

    workspace::CodeEditor editor;
    bool isActive = false;
};
