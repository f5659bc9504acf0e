// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/access/partnames.h"

#include "workspace/canvas/chrome.h"
#include "workspace/canvas/freshness.h"
#include "workspace/yard/kinds.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace workspace {

struct PartsTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::CanvasParts)
};

static QString commentsName(const KrateStatus &status)
{
    const auto name = status.comments == 1 ? PartsTr::tr("1 comment")
                                           : PartsTr::tr("%Ln comments", nullptr, status.comments);
    return status.hasUnread ? PartsTr::tr("%1, some of them new").arg(name) : name;
}

QString nameOf(const CanvasScene &scene, const Hit &hit)
{
    const auto *krate = scene.krate(hit.krate);
    switch (hit.part) {
    case Hit::Part::KrateComments: return krate ? commentsName(krate->status) : QString();
    case Hit::Part::KratePin:
        return krate && krate->record.pinned ? PartsTr::tr("Unpin") : PartsTr::tr("Pin");
    case Hit::Part::KrateMinimise:
        return krate && krate->record.minimized ? PartsTr::tr("Expand") : PartsTr::tr("Minimise");
    case Hit::Part::KrateDismiss: return PartsTr::tr("Dismiss");
    case Hit::Part::WindowDetach: return PartsTr::tr("Show in its own window");
    case Hit::Part::WindowBringBack: return PartsTr::tr("Bring it back");
    case Hit::Part::WindowMaximise:
        return scene.maximised() ? PartsTr::tr("Back to the yard") : PartsTr::tr("Maximise");
    case Hit::Part::WindowClose: return PartsTr::tr("Close window");
    case Hit::Part::WindowMoreTabs: return PartsTr::tr("More views");
    case Hit::Part::WindowTab:
        if (const auto place = scene.window(hit.window)) {
            const auto views = tabsOf(place.window->record, place.krate->status.views);
            if (hit.tab >= 0 && hit.tab < int(views.size()))
                return viewLabel(views[size_t(hit.tab)]);
        }
        return {};
    case Hit::Part::Pill: return nameOf(hit.button);
    default: return {};
    }
}

QString nameOf(Overlays::Button button)
{
    switch (button) {
    case Overlays::Button::None: return {};
    case Overlays::Button::ZoomOut: return PartsTr::tr("Zoom out");
    case Overlays::Button::Level: return PartsTr::tr("Usual zoom");
    case Overlays::Button::ZoomIn: return PartsTr::tr("Zoom in");
    case Overlays::Button::Fit: return PartsTr::tr("Show all krates");
    }
    Q_UNREACHABLE_RETURN({});
}

QString keyOf(const CanvasScene &scene, const Hit &hit)
{
    switch (hit.part) {
    case Hit::Part::KrateComments: return u"Ctrl+Alt+M"_s;
    case Hit::Part::KratePin: return u"Alt+P"_s;
    case Hit::Part::WindowDetach:
    case Hit::Part::WindowBringBack: return u"Alt+W"_s;
    case Hit::Part::WindowMaximise: return u"Alt+Z"_s;
    case Hit::Part::WindowTab:
        if (const auto place = scene.window(hit.window)) {
            const auto views = tabsOf(place.window->record, place.krate->status.views);
            if (hit.tab >= 0 && hit.tab < int(views.size()))
                return u"Alt+"_s + viewLetter(views[size_t(hit.tab)]);
        }
        return {};
    default: return {};
    }
}

QString buttonTip(const CanvasScene &scene, const Hit &hit)
{
    const QString name = nameOf(scene, hit);
    if (!name.isEmpty()) {
        const QString key = keyOf(scene, hit);
        return key.isEmpty() ? name : PartsTr::tr("%1 (%2)").arg(name, key);
    }
    const auto place = scene.window(hit.window);
    if (hit.part != Hit::Part::WindowHeader || !place || !place.window->shown())
        return {};
    const auto &content = *place.window->shown();
    const QString line = lineOf(content, place.window->leftBehind);
    const QString own = content.statusText();
    return own.isEmpty() || own == line ? line : line + u'\n' + own;
}

QString titleOf(const KrateRecord &krate, const WindowRecord &window)
{
    QStringList parts{titleOf(krate)};
    if (window.view != View::Collection)
        parts.prepend(viewLabel(window.view));
    const QString nameSpace = nameSpaceOf(krate);
    if (!nameSpace.isEmpty() && window.view != View::Collection)
        parts.append(nameSpace);
    return parts.join(u" · "_s);
}

} // namespace workspace
