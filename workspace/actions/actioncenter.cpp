// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/actions/actioncenter.h"

#include "kube/cluster.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/commands/commandset.h"
#include "workspace/look/look.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

ActionCenter::ActionCenter(ClusterSet &clusters, ContextMarks &marks, Journal &journal,
                           YamlHighlighting &highlighting, Look &look, QWidget *canvas)
    : m_clusters(clusters)
    , m_marks(marks)
    , m_journal(journal)
    , m_highlighting(highlighting)
    , m_look(look)
    , m_canvas(canvas)
{
    connect(&clusters, &ClusterSet::clusterClosing, this, [this](const QString &context) {
        if (m_panel && m_panel->plan() && m_panel->plan()->context() == context)
            m_panel->dismiss();
    });
}

ActionPanel &ActionCenter::panel()
{
    if (!m_panel) {
        m_panel = new ActionPanel(m_highlighting, m_look, m_journal, m_canvas);
        connect(m_panel, &ActionPanel::closed, this, &ActionCenter::closed);
    }
    return *m_panel;
}

/// What can be done to every one of them.
std::vector<Action> ActionCenter::actionsFor(const ActionSubject &subject) const
{
    const auto *cluster = m_clusters.opened(subject.context);
    if (!cluster)
        return {};
    std::vector<Action> common;
    std::vector<kube::ApiResource> met;
    for (const auto &object : subject.objects) {
        const auto *resource = cluster->resources().findKind(object.apiVersion, object.kind);
        if (!resource)
            return {};
        if (std::ranges::find(met, *resource) != met.end())
            continue;
        const auto offered = workspace::actionsFor(*resource, subject.objects.size() > 1);
        if (met.empty())
            common = offered;
        std::erase_if(common, [&offered](Action action) {
            return std::ranges::find(offered, action) == offered.end();
        });
        met.push_back(*resource);
    }
    return common;
}

void ActionCenter::addTo(QMenu &menu, const ActionSubject &subject)
{
    menu.setFont(m_look.sans(13));
    const auto actions = actionsFor(subject);
    const bool readOnly = m_marks.of(subject.context).readOnly;
    if (readOnly)
        menu.addAction(tr("This context is read-only"))->setEnabled(false);
    else if (actions.empty())
        menu.addAction(tr("Nothing can be done to this"))->setEnabled(false);
    for (const auto action : actions) {
        if (action == Action::Delete || action == Action::Label)
            menu.addSeparator();
        auto *entry = menu.addAction(labelOf(action));
        entry->setEnabled(!readOnly);
        entry->setData(idOf(action));
        if (action == Action::Delete)
            entry->setShortcut(Qt::Key_Delete);
        connect(entry, &QAction::triggered, this,
                [this, action, subject] { start(action, subject); });
    }
}

/// Those that people do all day.
static QList<QKeySequence> shortcutsOf(Action action)
{
    const auto keys = [](const QString &text) {
        return QList{QKeySequence(text, QKeySequence::PortableText)};
    };
    if (action == Action::Scale)
        return keys(u"Alt+Shift+N"_s);
    if (action == Action::Restart)
        return keys(u"Alt+Shift+R"_s);
    if (action == Action::Undo)
        return keys(u"Alt+Shift+U"_s);
    return action == Action::Delete ? keys(u"Ctrl+Del"_s) : QList<QKeySequence>();
}

void ActionCenter::addCommands(CommandSet &commands, const std::function<ActionSubject()> &subject)
{
    for (int i = 0; i <= int(Action::Delete); ++i) {
        const auto action = Action(i);
        auto label = labelOf(action);
        label.remove(u'…');
        commands.add({.id = u"action."_s + idOf(action),
                      .name = label,
                      .group = tr("Actions"),
                      .shortcuts = shortcutsOf(action),
                      .run = [this, action, subject] { start(action, subject()); },
                      .isEnabled =
                          [this, action, subject] {
                              const auto about = subject();
                              return !about.isEmpty() && !m_marks.of(about.context).readOnly
                                  && std::ranges::contains(actionsFor(about), action);
                          },
                      .about = [subject] { return nameOf(subject()); }});
    }
}

void ActionCenter::start(Action action, const ActionSubject &subject)
{
    if (auto *cluster = m_clusters.opened(subject.context); cluster && !subject.isEmpty())
        panel().ask({action, subject.context, m_marks.of(subject.context), subject.objects},
                    *cluster);
}

QString nameOf(const ActionSubject &subject)
{
    if (subject.objects.size() != 1)
        return ActionCenter::tr("%Ln objects", nullptr, int(subject.objects.size()));
    const auto &object = subject.objects.front();
    return object.nameSpace.isEmpty() ? object.name
                                      : QString(object.nameSpace + u'/' + object.name);
}

} // namespace workspace
