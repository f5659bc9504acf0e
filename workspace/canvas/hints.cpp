// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/hints.h"

#include <QStringList>

namespace workspace {

struct HintTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Hints)
};

static HintContext contextOf(const WindowPlace &place)
{
    if (place.window->record.view == View::Collection)
        return HintContext::List;
    if (place.window->record.view == View::Shell)
        return HintContext::Shell;
    const auto *content = place.window->content.get();
    return content && content->takesAllKeys() ? HintContext::Editor : HintContext::Window;
}

HintContext hintContext(const CanvasScene &scene, const Hit &hovered)
{
    if (scene.isPreviewing())
        return HintContext::Moving;
    const bool atHeader = !scene.keysLead() && hovered.part == Hit::Part::WindowHeader;
    if (const auto place = scene.focused(); place && !atHeader)
        return contextOf(place);
    if (!scene.selection().isEmpty())
        return HintContext::Selection;
    if (scene.keysLead() && scene.focusedKrate())
        return HintContext::KrateByKeys;
    switch (hovered.part) {
    case Hit::Part::Krate:
    case Hit::Part::KrateHeader:
    case Hit::Part::Card:
    case Hit::Part::WindowHeader: return HintContext::Krate;
    default: return HintContext::Ground;
    }
}

static std::vector<Hint> ofGround()
{
    return {{HintTr::tr("/"), HintTr::tr("Search")},
            {HintTr::tr("Drag"), HintTr::tr("Select")},
            {HintTr::tr("Space"), HintTr::tr("Drag to pan")},
            {HintTr::tr("Ctrl"), HintTr::tr("Wheel to zoom")},
            {HintTr::tr("0"), HintTr::tr("Show all")}};
}

static std::vector<Hint> ofKrate(const Hit &hovered)
{
    const QString twice = hovered.part == Hit::Part::Card ? HintTr::tr("Expand")
        : hovered.part == Hit::Part::WindowHeader         ? HintTr::tr("Maximise")
                                                          : HintTr::tr("Collapse");
    std::vector<Hint> hints{{HintTr::tr("Drag"), HintTr::tr("Move")},
                            {HintTr::tr("Ctrl"), HintTr::tr("Click to select")}};
    if (hovered.part == Hit::Part::Krate)
        hints.front() = {HintTr::tr("Drag"), HintTr::tr("Select")};
    else
        hints.push_back({HintTr::tr("Double click"), twice});
    hints.push_back({HintTr::tr("Right click"), HintTr::tr("Menu")});
    return hints;
}

static std::vector<Hint> ofKeys()
{
    return {{HintTr::tr("Arrows"), HintTr::tr("Between krates")},
            {HintTr::tr("Enter"), HintTr::tr("Into its window")},
            {HintTr::tr("Shift"), HintTr::tr("Arrows select")},
            {HintTr::tr("Alt"), HintTr::tr("Arrows move it")},
            {HintTr::tr("Esc"), HintTr::tr("Back")}};
}

static std::vector<Hint> ofSelection(int count)
{
    return {{{}, HintTr::tr("%Ln selected", nullptr, count)},
            {HintTr::tr("Drag"), HintTr::tr("Move together")},
            {HintTr::tr("Ctrl+Shift"), HintTr::tr("Arrows align")},
            {HintTr::tr("Ctrl+Shift+T"), HintTr::tr("Tidy")},
            {HintTr::tr("Del"), HintTr::tr("Dismiss")},
            {HintTr::tr("Esc"), HintTr::tr("Let go")}};
}

static std::vector<Hint> ofList()
{
    return {{HintTr::tr("↑ ↓"), HintTr::tr("Choose")},
            {HintTr::tr("Enter"), HintTr::tr("Open")},
            {HintTr::tr("Alt"), HintTr::tr("L S D Y: that view")},
            {HintTr::tr("A–Z"), HintTr::tr("Filter")},
            {HintTr::tr("Esc"), HintTr::tr("Out")}};
}

static std::vector<Hint> ofFullKeyboard(const QString &out)
{
    return {{HintTr::tr("Shift+Esc"), out},
            {HintTr::tr("Ctrl+Tab"), HintTr::tr("Next window")},
            {HintTr::tr("Space"), HintTr::tr("Drag to pan")},
            {HintTr::tr("Ctrl"), HintTr::tr("Wheel to zoom")}};
}

static std::vector<Hint> ofContext(HintContext context, const CanvasScene &scene,
                                   const Hit &hovered)
{
    switch (context) {
    case HintContext::Ground: return ofGround();
    case HintContext::Krate: return ofKrate(hovered);
    case HintContext::KrateByKeys: return ofKeys();
    case HintContext::Selection: return ofSelection(scene.selection().size());
    case HintContext::Moving:
        return {{HintTr::tr("Alt"), HintTr::tr("Hold to place freely")},
                {HintTr::tr("Esc"), HintTr::tr("Give up")}};
    case HintContext::List: return ofList();
    case HintContext::Shell: return ofFullKeyboard(HintTr::tr("Out of the shell"));
    case HintContext::Editor: return ofFullKeyboard(HintTr::tr("Out of the editor"));
    case HintContext::Window:
        return {{HintTr::tr("Z"), HintTr::tr("Maximise")},
                {HintTr::tr("Tab"), HintTr::tr("Next window")},
                {HintTr::tr("Esc"), HintTr::tr("Out")},
                {HintTr::tr("Space"), HintTr::tr("Drag to pan")},
                {HintTr::tr("Ctrl"), HintTr::tr("Wheel to zoom")}};
    }
    Q_UNREACHABLE_RETURN({});
}

std::vector<Hint> hintsFor(HintContext context, const CanvasScene &scene, const Hit &hovered)
{
    auto hints = ofContext(context, scene, hovered);
    const bool atYard = context == HintContext::Ground || context == HintContext::Krate
        || context == HintContext::KrateByKeys || context == HintContext::Selection;
    const QString undo = scene.document().undoLabel();
    if (atYard && !undo.isEmpty())
        hints.push_back({HintTr::tr("Ctrl+Z"), HintTr::tr("Undo: %1").arg(undo)});
    return hints;
}

QString hintText(const std::vector<Hint> &hints)
{
    QStringList parts;
    for (const auto &[keys, text] : hints)
        parts << (keys.isEmpty() ? text : HintTr::tr("%1: %2").arg(keys, text));
    return parts.join(QStringLiteral(". "));
}

} // namespace workspace
