// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/manifest/manifesteditor.h"
#include "workspace/window/windowcontent.h"

#include <QPointer>

namespace workspace {

/// A window that makes objects from YAML: a template to begin with, or a file. What is written in
/// it is lost with the window, and never part of the shared document.
class ManifestContent final : public WindowContent
{
    Q_OBJECT

public:
    /// `target`, `highlighting` and `look` hold what is borrowed and must outlive the content.
    ManifestContent(const ManifestTarget &target, YamlHighlighting &highlighting, Look &look,
                    QObject *parent = nullptr);
    ~ManifestContent() override;

    /// Begins with this text instead of the choice of templates.
    void open(const QString &text);
    /// Reads a file of at most 64 MiB; a sentence when that fails.
    QString openFile(const QString &path);
    ManifestEditor *editor() { return m_editor; } ///< nullptr before there is a text

    void setSize(QSizeF size) override;
    void paint(QPainter &painter, bool focused) override;
    bool handleInput(QEvent &event) override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    Freshness freshness() const override { return Freshness::Live; }
    QString statusText() const override;
    QString accessibleText() const override;
    QVariant draft() const override;
    void setDraft(const QVariant &draft) override;
    QWidget *liveWidget() override;
    void setLiveZoom(qreal zoom) override;
    bool takesAllKeys() const override { return !m_editor.isNull(); }
    QRectF choiceRect(int index) const; ///< of a template, or behind the last, of a file

private:
    void makeEditor();
    void choose(int index);
    int choiceAt(QPointF position) const;

    ManifestTarget m_target;
    YamlHighlighting &m_highlighting;
    Look &m_look;
    QPointer<ManifestEditor> m_editor; ///< owned, but the canvas may have taken it as a child
    QSizeF m_size;
    QString m_problem;
    int m_current = 0;
};

/// Paints a live widget that is not shown now as a picture of that size.
void paintWidget(QWidget &widget, QPainter &painter, QSizeF size);

} // namespace workspace
