// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/input/canvasinput.h"

#include <QAccessible>
#include <QHash>
#include <QObject>

class QWidget;

namespace workspace {

/// One thing on the canvas that a screen reader tells of.
struct CanvasPart
{
    enum class Type {
        Krate,
        Window,
        Content, ///< what a window shows
        Button, ///< of a krate, a window, or the zoom pill
        Tab,
        Minimap,
        Pill,
    };

    Type type = Type::Krate;
    Hit hit = {}; ///< which one

    bool operator==(const CanvasPart &) const = default;
};

/// What the canvas consists of for people who hear it: krates with their buttons and windows,
/// windows with their buttons, tabs and content, the zoom pill, the minimap. Makes the accessible
/// interfaces when they are asked for, ends those of what is gone, and tells where the keys go.
class CanvasTree final : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the tree.
    CanvasTree(QWidget &canvas, CanvasScene &scene, CanvasInput &input, const Minimap &minimap,
               const Overlays &overlays, QObject *parent = nullptr);
    ~CanvasTree() override;

    std::vector<CanvasPart> roots() const; ///< krates as one reads, the pill, the minimap
    std::vector<CanvasPart> childrenOf(const CanvasPart &part) const;
    std::optional<CanvasPart> parentOf(const CanvasPart &part) const; ///< none: the canvas
    bool exists(const CanvasPart &part) const;

    QString nameOf(const CanvasPart &part) const;
    QString descriptionOf(const CanvasPart &part) const;
    QString keyOf(const CanvasPart &part) const; ///< the shortcut; empty when there is none
    QRect rectOf(const CanvasPart &part) const; ///< on the screen; empty: not painted now
    QAccessible::State stateOf(const CanvasPart &part) const;

    void press(const CanvasPart &part); ///< clicks it, or flies there
    void toggle(const CanvasPart &part); ///< minimises a krate or expands it
    void giveKeys(const CanvasPart &part);

    QWidget &canvas() const { return m_canvas; }
    QAccessibleInterface *interfaceOf(const CanvasPart &part);
    /// What has the keys: a row, a content, a window; nullptr: the canvas itself.
    QAccessibleInterface *focused();

private:
    QAccessibleInterface *make(const CanvasPart &part);
    std::vector<CanvasPart> partsOf(const KrateItem &krate) const;
    std::vector<CanvasPart> partsOf(const WindowPlace &place) const;
    QRectF areaOf(const CanvasPart &part) const; ///< in the canvas's coordinates
    QRectF areaOfButton(const CanvasPart &part) const;
    QRectF areaInWindow(const CanvasPart &part, const WindowPlace &place) const;
    bool isInKrate(const Hit &hit) const;
    void forgetGone();
    void tellFocus();
    void tellSelection();

    QWidget &m_canvas;
    CanvasScene &m_scene;
    CanvasInput &m_input;
    const Minimap &m_minimap;
    const Overlays &m_overlays;
    struct Made
    {
        CanvasPart part = {};
        QAccessible::Id id = 0;
    };
    QHash<QString, Made> m_made;
    QAccessible::Id m_told = 0; ///< what was last told to have the keys
};

} // namespace workspace
