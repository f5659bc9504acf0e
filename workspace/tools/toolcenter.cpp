// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/tools/toolcenter.h"

#include "workspace/clusters/clusterset.h"
#include "workspace/commands/commandset.h"
#include "workspace/copy/copypanel.h"
#include "workspace/debug/debugpanel.h"
#include "workspace/forward/forwardpanel.h"
#include "workspace/forward/forwardtext.h"
#include "workspace/look/look.h"
#include "workspace/yard/kinds.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

ToolCenter::ToolCenter(ClusterSet &clusters, const ContextMarks &marks, ForwardBook &forwards,
                       DebugBook &debugs, Journal &journal, Look &look, QWidget *canvas)
    : m_clusters(clusters)
    , m_marks(marks)
    , m_forwards(forwards)
    , m_debugs(debugs)
    , m_journal(journal)
    , m_look(look)
    , m_canvas(canvas)
{
    connect(&clusters, &ClusterSet::clusterClosing, this, &ToolCenter::dismiss);
}

ToolCenter::~ToolCenter() = default;

ForwardPanel &ToolCenter::forwardPanel()
{
    if (!m_forward) {
        m_forward = new ForwardPanel(m_forwards, m_journal, m_look, m_canvas);
        connect(m_forward, &ForwardPanel::started, this, &ToolCenter::forwardsWanted);
        connect(m_forward, &ToolPanel::closed, this, &ToolCenter::closed);
    }
    return *m_forward;
}

CopyPanel &ToolCenter::copyPanel()
{
    if (!m_copy) {
        m_copy = new CopyPanel(m_journal, m_look, m_canvas);
        connect(m_copy, &ToolPanel::closed, this, &ToolCenter::closed);
    }
    return *m_copy;
}

DebugPanel &ToolCenter::debugPanel()
{
    if (!m_debug) {
        m_debug = new DebugPanel(m_debugs, m_journal, m_look, m_canvas);
        connect(m_debug, &DebugPanel::ready, this, &ToolCenter::shellWanted);
        connect(m_debug, &ToolPanel::closed, this, &ToolCenter::closed);
    }
    return *m_debug;
}

std::vector<ToolCenter::Tool> ToolCenter::toolsFor(const ActionSubject &subject) const
{
    std::vector<Tool> tools;
    if (subject.objects.size() != 1)
        return tools;
    const auto &object = subject.objects.front();
    if (canForward(object.apiVersion, object.kind))
        tools.push_back(Tool::Forward);
    if (m_marks.of(subject.context).readOnly)
        return tools; // the others run commands or make pods
    if (hasPods(object.kind))
        tools.insert(tools.end(), {Tool::CopyFrom, Tool::CopyTo});
    if (object.apiVersion == "v1"_L1 && (object.kind == "Pod"_L1 || object.kind == "Node"_L1))
        tools.push_back(Tool::Debug);
    return tools;
}

QString ToolCenter::idOf(Tool tool)
{
    switch (tool) {
    case Tool::Forward: return u"tool/forward"_s;
    case Tool::CopyFrom: return u"tool/copy-from"_s;
    case Tool::CopyTo: return u"tool/copy-to"_s;
    case Tool::Debug: return u"tool/debug"_s;
    }
    return {};
}

QString ToolCenter::labelOf(Tool tool)
{
    switch (tool) {
    case Tool::Forward: return tr("Forward a port…");
    case Tool::CopyFrom: return tr("Copy files from it…");
    case Tool::CopyTo: return tr("Copy files to it…");
    case Tool::Debug: return tr("Debug…");
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
        connect(entry, &QAction::triggered, this, [this, tool, subject] { start(tool, subject); });
    }
}

void ToolCenter::addCommands(CommandSet &commands, const std::function<ActionSubject()> &subject)
{
    for (const auto tool : {Tool::Forward, Tool::CopyFrom, Tool::CopyTo, Tool::Debug}) {
        auto label = labelOf(tool);
        label.remove(u'…');
        commands.add(
            {.id = idOf(tool).replace(u'/', u'.'),
             .name = label,
             .group = ActionCenter::tr("Actions"),
             .run = [this, tool, subject] { run(idOf(tool), subject()); },
             .isEnabled = [this, tool,
                           subject] { return std::ranges::contains(toolsFor(subject()), tool); },
             .about = [subject] { return nameOf(subject()); }});
    }
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
    case Tool::Forward: return forwardPanel().ask(subject.context, object, *cluster);
    case Tool::CopyFrom:
        return copyPanel().ask(subject.context, object, kube::CopySpec::Way::FromContainer,
                               *cluster);
    case Tool::CopyTo:
        return copyPanel().ask(subject.context, object, kube::CopySpec::Way::ToContainer, *cluster);
    case Tool::Debug: return debugPanel().ask(subject.context, object, *cluster);
    }
}

void ToolCenter::dismiss()
{
    for (ToolPanel *panel : std::initializer_list<ToolPanel *>{m_forward, m_copy, m_debug}) {
        if (panel)
            panel->dismiss();
    }
}

} // namespace workspace
