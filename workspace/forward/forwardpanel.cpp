// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/forward/forwardpanel.h"

#include "kube/api/apiclient.h"
#include "kube/cluster.h"
#include "workspace/errortext.h"
#include "workspace/forward/forwardtext.h"
#include "workspace/tools/toolentries.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace workspace {

ForwardPanel::ForwardPanel(ForwardBook &book, Journal &journal, Look &look, QWidget *parent)
    : ToolPanel(look, tr("Forward"), parent)
    , m_book(book)
    , m_journal(journal)
    , m_port(new QComboBox)
    , m_local(new QSpinBox)
{
    m_port->setEditable(true);
    m_port->setInsertPolicy(QComboBox::NoInsert);
    m_port->setAccessibleName(tr("Port of the object"));
    m_port->lineEdit()->setAccessibleName(m_port->accessibleName());
    m_local->setRange(0, 65535);
    m_local->setSpecialValueText(tr("any free one"));
    m_local->setAccessibleName(tr("Local port"));
    form().addRow(tr("Port"), m_port);
    form().addRow(tr("Local port"), m_local);
    connect(m_port, &QComboBox::currentTextChanged, this, &ForwardPanel::refresh);
}

void ForwardPanel::ask(const QString &context, const ObjectId &object, kube::Cluster &cluster)
{
    m_context = context;
    m_object = object;
    const int asked = ++m_asked;
    m_port->clear();
    m_local->setValue(0);
    refresh();
    open(tr("Forward a port of %1 %2 in %3").arg(object.kind, object.name, context), *m_port);
    const auto resource = kube::forwardResource(object.kind);
    if (!resource)
        return say(tr("Ports of this kind cannot be forwarded."), Tone::Error);
    say(tr("Looking for its ports…"));
    const bool isPod = object.kind == "Pod"_L1;
    review(cluster.access(),
           {rightToStream(u"portforward"_s, object.nameSpace, isPod ? object.name : QString())});
    cluster.client()
        .get({resource->gvr(), object.nameSpace, object.name})
        .then(this, [this, asked](const kube::Result<QJsonObject> &answer) {
            if (asked != m_asked)
                return;
            if (answer)
                return offer(*answer);
            say(errorText(answer.error()), Tone::Error);
        });
}

void ForwardPanel::offer(const QJsonObject &object)
{
    auto whole = object;
    whole.insert("kind"_L1, m_object.kind);
    const auto typed = m_port->currentText();
    for (const auto &port : kube::forwardablePorts(whole)) {
        if (!port.isTcp)
            continue;
        QStringList about{port.name, port.container};
        about.removeAll(QString());
        const auto number = QString::number(port.number);
        m_port->addItem(about.isEmpty() ? number : u"%1  (%2)"_s.arg(number, about.join(u", "_s)),
                        number);
    }
    if (!typed.isEmpty())
        m_port->setEditText(typed); // who was quicker than the server
    say(m_port->count() > 0
            ? QString()
            : tr("It declares no TCP port. Type the number of one that it listens on."));
    refresh();
}

QStringList ForwardPanel::ports() const
{
    QStringList result;
    for (int i = 0; i < m_port->count(); ++i)
        result.append(m_port->itemData(i).toString());
    return result;
}

void ForwardPanel::setLocalPort(int port)
{
    m_local->setValue(port);
}

/// The number or name that was chosen or typed.
QString ForwardPanel::port() const
{
    const auto text = m_port->currentText().trimmed();
    const int known = m_port->findText(text);
    return known >= 0 ? m_port->itemData(known).toString() : text;
}

void ForwardPanel::refresh()
{
    setReady(!port().isEmpty());
}

void ForwardPanel::act()
{
    const int id = m_book.add({.context = m_context,
                               .spec = {.target = forwardTargetOf(m_object),
                                        .port = port(),
                                        .localPort = quint16(m_local->value())}});
    const auto *entry = m_book.entry(id);
    const bool refused = entry && entry->forward && entry->forward->localPort() == 0;
    if (!refused) {
        if (entry && entry->forward)
            m_journal.add(forwardEntry(m_context, entry->record.spec, entry->forward->localPort()));
        dismiss();
        Q_EMIT started(id);
        return;
    }
    const auto problem = entry->forward->problem();
    say(forwardProblemText(problem, entry->record.spec.target), Tone::Error);
    m_book.remove(id);
    if (problem.kind == kube::ForwardProblem::Kind::PortTaken) {
        m_local->setValue(kube::ForwardListener::freePort());
        m_local->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace workspace
