// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of ActionForm that shows the revisions of a workload and what going back would change.

#include "workspace/actions/actionform.h"
#include "workspace/editor/linediff.h"
#include "workspace/look/look.h"
#include "workspace/yaml/yamltext.h"

#include <QFormLayout>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTextBlock>

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
    m_revisions->setMaximumHeight(130);
    int first = -1;
    for (const auto &revision : m_plan.revisions()) {
        auto *item = new QListWidgetItem(titleOf(revision), m_revisions);
        item->setData(Qt::UserRole, revision.number);
        if (first < 0 && !revision.isCurrent)
            first = m_revisions->count() - 1;
    }
    m_revisions->setCurrentRow(qMax(0, first));
    m_difference = new QPlainTextEdit;
    m_difference->setReadOnly(true);
    m_difference->setProperty("role", u"mono"_s);
    m_difference->setMinimumHeight(180);
    m_difference->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_difference->setFont(m_look.mono(12));
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

/// The lines around a hunk, as `diff -u` shows them.
static constexpr int Context = 3;

static QStringList unified(const QStringList &from, const QStringList &to)
{
    const auto diff = diffLines(from, to);
    QStringList lines;
    int shown = 0; // lines of `from` that are written
    for (const auto &hunk : diff.hunks) {
        const int begin = qMax(shown, hunk.left - Context);
        if (begin > shown)
            lines.append(u"  ⋯"_s);
        for (int i = begin; i < hunk.left; ++i)
            lines.append(u"  "_s + from[i]);
        for (int i = 0; i < hunk.leftCount; ++i)
            lines.append(u"- "_s + from[hunk.left + i]);
        for (int i = 0; i < hunk.rightCount; ++i)
            lines.append(u"+ "_s + to[hunk.right + i]);
        shown = hunk.left + hunk.leftCount;
        const auto next = &hunk == &diff.hunks.back() ? int(from.size()) : (&hunk + 1)->left;
        const int end = qMin(shown + Context, next);
        for (; shown < end; ++shown)
            lines.append(u"  "_s + from[shown]);
    }
    if (shown < from.size() && !diff.hunks.empty())
        lines.append(u"  ⋯"_s);
    return lines;
}

void ActionForm::showRevision()
{
    const auto &revisions = m_plan.revisions();
    const auto current = std::ranges::find(revisions, true, &kube::Revision::isCurrent);
    const auto chosen = std::ranges::find(revisions, choices().revision, &kube::Revision::number);
    m_difference->clear();
    if (chosen == revisions.end())
        return m_difference->setPlaceholderText(tr("This workload has kept no revisions."));
    const auto now = current == revisions.end()
        ? m_plan.objects().front().object["spec"_L1]["template"_L1].toObject()
        : current->podTemplate;
    const auto lines = unified(toYaml(now).lines, toYaml(chosen->podTemplate).lines);
    m_difference->setPlaceholderText(tr("The pods would be the same."));
    m_difference->setPlainText(lines.join(u'\n'));
    QTextCursor cursor(m_difference->document());
    for (auto block = m_difference->document()->begin(); block.isValid(); block = block.next()) {
        QTextCharFormat format;
        if (block.text().startsWith(u"+ "_s))
            format.setForeground(m_look.theme().ok);
        else if (block.text().startsWith(u"- "_s))
            format.setForeground(m_look.theme().error);
        else
            continue;
        cursor.setPosition(block.position());
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    }
}

} // namespace workspace
