// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/look/look.h"
#include "workspace/window/contentfactory.h"

#include <QCoreApplication>

#include <functional>

class QPainter;

namespace workspace {

/// Paints a yard for a file: in world units, with lines, fills and text, so that a paint device can
/// keep them as such; only a window that is a widget while a person works in it (a shell, an
/// editor) is a picture there. What only a person at the screen needs is left out.
/// Stateless.
class ExportPainter
{
    Q_DECLARE_TR_FUNCTIONS(workspace::ExportPainter)

public:
    /// What a window shows; null when that is not known.
    using ContentOf = std::function<WindowContent *(const WindowRecord &)>;

    /// `look` is borrowed.
    explicit ExportPainter(const Look &look)
        : m_look(look)
    {
    }

    void paintGround(QPainter &painter, const QRectF &world) const;
    /// The krate where it stands, its windows with it.
    void paintKrate(QPainter &painter, const KrateRecord &krate, const KrateStatus &status,
                    const ContentOf &contentOf) const;
    /// The size of what a window shows, inside its header and tabs.
    static QSizeF contentSize(const KrateStatus &status, const WindowRecord &window);

private:
    void paintHeader(QPainter &painter, const KrateRecord &krate, const KrateStatus &status,
                     const QRectF &row) const;
    void paintCard(QPainter &painter, const KrateRecord &krate, const KrateStatus &status,
                   const QRectF &card) const;
    void paintWindow(QPainter &painter, const KrateRecord &krate, const KrateStatus &status,
                     const WindowRecord &window, WindowContent *content) const;
    void paintContent(QPainter &painter, const QRectF &area, WindowContent &content) const;
    void paintStatus(QPainter &painter, const KrateStatus &status, const QRectF &row) const;

    const Look &m_look;
};

} // namespace workspace
