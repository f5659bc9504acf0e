// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/access/accesscontent.h"

#include "kube/cluster.h"
#include "workspace/errortext.h"
#include "workspace/look/look.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qsizetype MostPlaces = 8; ///< namespaces that one question is asked about

AccessContent::AccessContent(kube::Cluster &cluster, const QStringList &nameSpaces, Look &look,
                             QObject *parent)
    : WindowContent(parent)
    , m_cluster(cluster)
    , m_nameSpaces(nameSpaces)
    , m_list(cluster, nameSpaces, look)
    , m_pane(look)
{
    connect(&m_list, &WindowContent::updated, this, &WindowContent::updated);
    connect(&m_list, &WindowContent::statusChanged, this, &WindowContent::statusChanged);
    connect(&m_list, &ListContent::namespacesRequested, this, &AccessContent::namespacesRequested);
    connect(&m_list, &AccessList::whoRequested, this, &AccessContent::askWho);
    connect(&m_pane, &TextPane::updated, this, &WindowContent::updated);
    connect(&m_pane, &TextPane::actionActivated, this, &AccessContent::act);
    connect(&m_pane, &TextPane::linkActivated, this,
            [this](const ObjectId &object) { Q_EMIT openRequested(object, View::Describe); });
}

void AccessContent::askWho(const AccessSubject &subject, const QString &verb)
{
    ++m_question;
    m_subject = subject;
    m_rbac.clear();
    const bool whole = !subject.resource.namespaced || m_nameSpaces.isEmpty();
    m_asked =
        WhoCanState{.title = subject.title(),
                    .verb = verb,
                    .verbs = subject.verbs,
                    .nameSpaces = whole ? QStringList{QString()}
                                        : m_nameSpaces.first(qMin(MostPlaces, m_nameSpaces.size())),
                    .isNamespaced = subject.resource.namespaced};
    for (qsizetype i = 0; i < m_asked->nameSpaces.size(); ++i)
        read(m_asked->nameSpaces[i], i);
    refresh();
}

void AccessContent::read(const QString &nameSpace, qsizetype index)
{
    kube::readRbac(m_cluster.client(), nameSpace)
        .then(this,
              [this, nameSpace, index,
               question = m_question](const kube::Result<kube::RbacAnswer> &answer) {
                  if (question != m_question || !m_asked)
                      return;
                  if (answer) {
                      m_rbac[nameSpace] = answer->objects;
                      for (const auto &kind : answer->missing) {
                          if (!m_asked->missing.contains(kind))
                              m_asked->missing.append(kind);
                      }
                  } else {
                      m_asked->problem = errorText(answer.error());
                  }
                  m_asked->isReading =
                      qsizetype(m_rbac.size()) < m_asked->nameSpaces.size() && answer;
                  refresh();
              });
}

void AccessContent::refresh()
{
    if (m_asked) {
        m_asked->grants.clear();
        for (const auto &nameSpace : std::as_const(m_asked->nameSpaces)) {
            const auto found = m_rbac.find(nameSpace);
            if (found == m_rbac.end())
                break;
            m_asked->grants.push_back(kube::whoCan(found->second,
                                                   {.verb = m_asked->verb,
                                                    .group = m_subject.resource.group,
                                                    .resource = m_subject.resource.resource,
                                                    .subresource = m_subject.subresource,
                                                    .nameSpace = nameSpace}));
        }
        m_pane.setDocument(whoCanDocument(*m_asked));
    }
    Q_EMIT updated();
    Q_EMIT statusChanged();
}

void AccessContent::act(const QString &action)
{
    if (action == "back"_L1)
        m_asked.reset();
    else if (action.startsWith("verb:"_L1) && m_asked)
        m_asked->verb = action.mid(5);
    refresh();
}

void AccessContent::setSize(QSizeF size)
{
    m_list.setSize(size);
    m_pane.setSize(size);
}

void AccessContent::paint(QPainter &painter, bool focused)
{
    if (m_asked)
        m_pane.paint(painter, focused);
    else
        m_list.paint(painter, focused);
}

bool AccessContent::handleInput(QEvent &event)
{
    if (!m_asked)
        return m_list.handleInput(event);
    if (event.type() == QEvent::KeyPress && !m_pane.isFindOpen()) {
        const int key = static_cast<const QKeyEvent &>(event).key();
        const auto at = m_asked->verbs.indexOf(m_asked->verb);
        const auto next = at + (key == Qt::Key_Right ? 1 : -1);
        if (key == Qt::Key_Escape) {
            act(u"back"_s);
            return true;
        }
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            if (next >= 0 && next < m_asked->verbs.size())
                act(u"verb:"_s + m_asked->verbs[next]);
            return true;
        }
    }
    return m_pane.handleInput(event);
}

Qt::CursorShape AccessContent::cursorAt(QPointF position) const
{
    return m_asked ? m_pane.cursorAt(position) : m_list.cursorAt(position);
}

QString AccessContent::toolTipAt(QPointF position) const
{
    return m_asked ? QString() : m_list.toolTipAt(position);
}

WindowContent::Freshness AccessContent::freshness() const
{
    if (!m_asked)
        return m_list.freshness();
    return m_asked->isReading ? Freshness::Loading : Freshness::Live;
}

QString AccessContent::statusText() const
{
    return m_list.statusText();
}

ContentRows *AccessContent::contentRows()
{
    return m_asked ? static_cast<ContentRows *>(&m_pane) : &m_list;
}

QString AccessContent::accessibleText() const
{
    if (!m_asked)
        return m_list.accessibleText();
    QStringList lines;
    for (const auto &line : m_pane.document().lines)
        lines.append(line.text);
    return lines.join(u'\n').trimmed();
}

} // namespace workspace
