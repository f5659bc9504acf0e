// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/access/accesslist.h"

#include "kube/cluster.h"
#include "workspace/errortext.h"

#include <QKeyEvent>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace workspace {

using kube::Allowance;

static constexpr int MostQuestions = 6; ///< single reviews at once

AccessList::AccessList(kube::Cluster &cluster, const QStringList &nameSpaces, Look &look,
                       QObject *parent)
    : ListContent(look, true, nameSpaces, {.row = 26, .header = 28}, parent)
    , m_cluster(cluster)
    , m_model(cluster.resources(), nameSpaces)
{
    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(0);
    connect(&m_askSoon, &QTimer::timeout, this, &AccessList::askInView);
    for (const auto &nameSpace : nameSpaces)
        readRules(nameSpace);
}

void AccessList::readRules(const QString &nameSpace)
{
    ++m_rulesLeft;
    kube::reviewRules(m_cluster.client(), nameSpace)
        .then(this, [this, nameSpace](const kube::Result<kube::AccessRules> &rules) {
            --m_rulesLeft;
            if (rules)
                m_model.takeRules(nameSpace, *rules);
            else // single reviews can tell all the same
                m_model.takeRules(nameSpace, {.incomplete = true});
            if (!rules)
                m_problem = rules.error();
            if (!filter().isEmpty())
                setFilter(filter()); // it may ask what is allowed
            m_askSoon.start();
            Q_EMIT updated();
            Q_EMIT statusChanged();
        });
}

void AccessList::askInView()
{
    const auto [first, end] = rowsInView();
    for (const auto &question : m_model.lacking(first, end)) {
        if (m_underWay >= MostQuestions)
            return;
        if (!m_asked.contains(question))
            ask(question);
    }
}

void AccessList::ask(const kube::AccessQuestion &question)
{
    m_asked.insert(question);
    ++m_underWay;
    m_cluster.access().ask(question).then(
        this, [this, question](const kube::Result<kube::AccessAnswer> &answer) {
            --m_underWay;
            if (answer)
                m_model.takeAnswer(question, *answer);
            else
                m_problem = answer.error();
            m_askSoon.start();
            Q_EMIT updated();
            Q_EMIT statusChanged();
        });
}

ObjectId AccessList::objectAt(int row) const
{
    const auto &resource = m_model.subject(row).resource;
    return {resource.apiVersion(), resource.kind, {}, {}};
}

QString AccessList::rowText(int row) const
{
    QStringList allowed;
    for (const auto &verb : AccessModel::verbs()) {
        if (m_model.hasVerb(row, verb) && m_model.allowance(row, verb) == kube::Allowance::Yes)
            allowed.append(verb);
    }
    return m_model.subject(row).title() + u": "_s
        + (allowed.isEmpty() ? tr("nothing is allowed") : allowed.join(u", "_s));
}

void AccessList::open(int row, View /*view*/)
{
    if (row >= 0 && row < m_model.rowCount())
        Q_EMIT whoRequested(m_model.subject(row), chosenVerb());
}

std::optional<View> AccessList::viewOfKey(int /*key*/) const
{
    return {};
}

int AccessList::verbAt(QPointF position) const
{
    const int verb = int((position.x() - cellsLeft()) / cellWidth());
    return position.x() >= cellsLeft() && verb < AccessModel::verbs().size() ? verb : -1;
}

bool AccessList::moveVerb(int key)
{
    if (!filter().isEmpty() || (key != Qt::Key_Left && key != Qt::Key_Right))
        return false;
    m_verb = qBound(0, m_verb + (key == Qt::Key_Right ? 1 : -1), AccessModel::verbs().size() - 1);
    Q_EMIT updated();
    return true;
}

bool AccessList::handleInput(QEvent &event)
{
    if (event.type() == QEvent::KeyPress) {
        const auto &press = static_cast<const QKeyEvent &>(event);
        if (press.modifiers() == Qt::NoModifier && moveVerb(press.key()))
            return true;
    }
    if (event.type() != QEvent::MouseButtonPress)
        return ListContent::handleInput(event);
    const auto at = static_cast<const QMouseEvent &>(event).position();
    const int row = rowAt(at);
    const int verb = verbAt(at);
    const bool again = row >= 0 && verb == m_verb && idOf(row) == selectedId();
    if (row >= 0 && verb >= 0)
        m_verb = verb;
    const bool used = ListContent::handleInput(event);
    if (again)
        open(row, View::Describe);
    return used;
}

WindowContent::Freshness AccessList::freshness() const
{
    return m_rulesLeft > 0 ? Freshness::Loading : Freshness::Live;
}

QString AccessList::filterHint() const
{
    return tr("Filter by kind, or can:create");
}

QString AccessList::footerText() const
{
    QStringList parts{tr("%Ln kind(s)", nullptr, m_model.total())};
    if (!filter().isEmpty())
        parts += tr("showing %Ln", nullptr, m_model.rowCount());
    if (m_model.isIncomplete())
        parts += tr("the server does not list all rules: what is in view is asked one by one");
    else if (m_underWay > 0)
        parts += tr("asking…");
    if (m_problem)
        parts += errorText(*m_problem);
    return parts.join(u" · "_s);
}

QString AccessList::toolTipAt(QPointF position) const
{
    const int row = rowAt(position);
    const int column = verbAt(position);
    if (row < 0 || column < 0)
        return {};
    const auto &verb = AccessModel::verbs()[column];
    const auto title = m_model.subject(row).title();
    if (!m_model.hasVerb(row, verb))
        return tr("%1 has no %2").arg(title, verb);
    switch (m_model.allowance(row, verb)) {
    case Allowance::Yes: return tr("You may %1 %2. Click again: who else may?").arg(verb, title);
    case Allowance::No: return tr("You may not %1 %2. Click again: who may?").arg(verb, title);
    case Allowance::Named:
        return tr("You may %1 some %2: %3")
            .arg(verb, title, m_model.limits(row, verb).join(u", "_s));
    case Allowance::Unknown: return tr("Not known yet whether you may %1 %2").arg(verb, title);
    }
    Q_UNREACHABLE_RETURN({});
}

Message AccessList::message() const
{
    if (m_model.total() == 0)
        return {.title = tr("No kinds are known"),
                .text = tr("The cluster named none of the kinds that it has.")};
    return {.title = tr("No match"),
            .text = tr("None of %Ln kind(s) fits the filter. Escape clears it.", nullptr,
                       m_model.total())};
}

} // namespace workspace
