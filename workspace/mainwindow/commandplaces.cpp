// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/mainwindow/commandplaces.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/commands/kubectltext.h"
#include "workspace/detached/windowcommands.h"
#include "workspace/window/windowcontent.h"

#include <algorithm>
#include <utility>

namespace workspace {

CommandPlaces::CommandPlaces(const YardCanvas &canvas, const YardDocument &document,
                             const DetachedWindows &detached, const ClusterSet &clusters)
    : m_canvas(canvas)
    , m_document(document)
    , m_detached(detached)
    , m_clusters(clusters)
{
}

CommandPlaces::Remembered::Remembered(CommandPlaces &places)
    : m_places(places)
    , m_before(std::exchange(places.m_isRemembered, true))
{
}

CommandPlaces::Remembered::~Remembered()
{
    m_places.m_isRemembered = m_before;
}

void CommandPlaces::remember()
{
    m_remembered = placeOfKeys(m_canvas, m_document, m_detached);
}

CommandPlace CommandPlaces::place() const
{
    return m_isRemembered ? m_remembered : placeOfKeys(m_canvas, m_document, m_detached);
}

const KrateRecord *CommandPlaces::krate() const
{
    return m_document.krate(place().krate);
}

FocusedWindow CommandPlaces::window() const
{
    const auto at = place();
    const auto *krate = m_document.krate(at.krate);
    if (!krate)
        return {};
    const auto window = std::ranges::find(krate->windows, at.window, &WindowRecord::id);
    if (window == krate->windows.end())
        return {};
    return {m_canvas.contentOf(window->id), window->view};
}

QString CommandPlaces::context() const
{
    const auto *record = krate();
    return record ? record->cluster : m_clusters.current();
}

ActionSubject CommandPlaces::subjectAt(const CommandPlace &place) const
{
    const auto *krate = m_document.krate(place.krate);
    if (!krate)
        return {};
    ActionSubject subject{.context = krate->cluster};
    if (const auto *content = m_canvas.contentOf(place.window))
        subject.objects = content->selectedObjects();
    if (subject.objects.empty() && krate->object)
        subject.objects.push_back(*krate->object);
    return subject;
}

QString CommandPlaces::kubectlAt(const CommandPlace &place) const
{
    const auto *krate = m_document.krate(place.krate);
    if (!krate || krate->windows.empty())
        return {};
    const auto found = std::ranges::find(krate->windows, place.window, &WindowRecord::id);
    const auto &window = found == krate->windows.end() ? krate->windows.front() : *found;
    const auto *content = m_canvas.contentOf(window.id);
    return kubectlText(*krate, window.view, content ? content->options() : ViewOptions());
}

} // namespace workspace
