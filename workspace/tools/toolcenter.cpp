// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/tools/toolcenter.h"

#include "workspace/clusters/clusterset.h"
#include "workspace/forward/forwardpanel.h"
#include "workspace/forward/forwardtext.h"
#include "workspace/look/look.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

ToolCenter::ToolCenter(ClusterSet &clusters, ForwardBook &forwards, Look &look, QWidget *canvas)
    : m_clusters(clusters)
    , m_look(look)
    , m_forward(new ForwardPanel(forwards, look, canvas))
{
    connect(m_forward, &ForwardPanel::started, this, &ToolCenter::forwardsWanted);
    connect(m_forward, &ForwardPanel::closed, this, &ToolCenter::closed);
    connect(&clusters, &ClusterSet::clusterClosing, this, &ToolCenter::dismiss);
}

ToolCenter::~ToolCenter() = default;

ForwardPanel &ToolCenter::forwardPanel()
{
    return *m_forward;
}

std::vector<ToolCenter::Tool> ToolCenter::toolsFor(const ActionSubject &subject)
{
    std::vector<Tool> tools;
    if (subject.objects.size() != 1)
        return tools;
    const auto &object = subject.objects.front();
    if (canForward(object.apiVersion, object.kind))
        tools.push_back(Tool::Forward);
    return tools;
}

QString ToolCenter::idOf(Tool tool)
{
    switch (tool) {
    case Tool::Forward: return u"tool/forward"_s;
    }
    return {};
}

QString ToolCenter::labelOf(Tool tool)
{
    switch (tool) {
    case Tool::Forward: return tr("Forward a port…");
    }
    return {};
}

void ToolCenter::addTo(QMenu &menu, const ActionSubject &subject)
{
    const auto tools = toolsFor(subject);
    if (!tools.empty())
        menu.addSeparator();
    for (const auto tool : tools) {
        auto *entry = menu.addAction(labelOf(tool));
        entry->setData(idOf(tool));
        connect(entry, &QAction::triggered, this,
                [this, tool, subject] { start(tool, subject); });
    }
}

std::vector<SpotlightEntry> ToolCenter::commands(const ActionSubject &subject) const
{
    std::vector<SpotlightEntry> entries;
    for (const auto tool : toolsFor(subject)) {
        auto label = labelOf(tool);
        label.remove(u'…');
        entries.push_back({.type = SpotlightEntry::Type::Command,
                           .name = label + u": "_s + nameOf(subject),
                           .id = idOf(tool)});
    }
    return entries;
}

bool ToolCenter::run(const QString &id, const ActionSubject &subject)
{
    const auto tools = toolsFor(subject);
    const auto tool = std::ranges::find(tools, id, [](Tool one) { return idOf(one); });
    if (tool == tools.end())
        return false;
    start(*tool, subject);
    return true;
}

void ToolCenter::start(Tool tool, const ActionSubject &subject)
{
    auto *cluster = m_clusters.opened(subject.context);
    if (!cluster)
        return;
    const auto &object = subject.objects.front();
    switch (tool) {
    case Tool::Forward: return m_forward->ask(subject.context, object, *cluster);
    }
}

void ToolCenter::dismiss()
{
    if (m_forward)
        m_forward->dismiss();
}

} // namespace workspace
