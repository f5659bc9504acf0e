// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of ActionForm that shows the revisions of a workload and what going back would change.

#include "workspace/actions/actionform.h"
#include "workspace/editor/diffview.h"
#include "workspace/yaml/yamltext.h"

#include <QFormLayout>
#include <QListWidget>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static QString titleOf(const kube::Revision &revision)
{
    QString text = ActionForm::tr("Revision %L1").arg(revision.number);
    if (revision.isCurrent)
        text += u"  ·  "_s + ActionForm::tr("in use");
    text += u"  ·  "_s + QLocale().toString(revision.created.toLocalTime(), QLocale::ShortFormat);
    if (!revision.images.isEmpty())
        text += u"  ·  "_s + revision.images.join(u", "_s);
    if (!revision.changeCause.isEmpty())
        text += u"  ·  "_s + revision.changeCause;
    return text;
}

void ActionForm::addRevisions()
{
    m_revisions = new QListWidget;
    m_revisions->setMaximumHeight(110);
    m_revisions->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    int first = -1;
    for (const auto &revision : m_plan.revisions()) {
        auto *item = new QListWidgetItem(titleOf(revision), m_revisions);
        item->setData(Qt::UserRole, revision.number);
        if (first < 0 && !revision.isCurrent)
            first = m_revisions->count() - 1;
    }
    m_revisions->setCurrentRow(qMax(0, first));
    m_difference = new DiffView(m_highlighting, m_look);
    m_difference->setMinimumHeight(260);
    connect(m_revisions, &QListWidget::currentRowChanged, this, [this] {
        showRevision();
        Q_EMIT changed();
    });
    add({}, m_revisions);
    add({}, m_difference);
    m_revisions->setAccessibleName(tr("Revisions"));
    m_difference->setAccessibleName(tr("What going back would change"));
    showRevision();
}

void ActionForm::showRevision()
{
    const auto &revisions = m_plan.revisions();
    const auto current = std::ranges::find(revisions, true, &kube::Revision::isCurrent);
    const auto chosen = std::ranges::find(revisions, choices().revision, &kube::Revision::number);
    m_difference->setVisible(chosen != revisions.end());
    if (chosen == revisions.end())
        return;
    const auto now = current == revisions.end()
        ? m_plan.objects().front().object["spec"_L1]["template"_L1].toObject()
        : current->podTemplate;
    m_difference->pane().setHeadings(tr("In use"), tr("Revision %L1").arg(chosen->number));
    m_difference->pane().setTexts(toYaml(now).text(), toYaml(chosen->podTemplate).text());
}

} // namespace workspace
