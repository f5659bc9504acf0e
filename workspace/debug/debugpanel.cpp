// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/debug/debugpanel.h"

#include "kube/api/apiclient.h"
#include "kube/cluster.h"
#include "workspace/debug/debugtext.h"
#include "workspace/errortext.h"
#include "workspace/tools/toolentries.h"

#include <QComboBox>
#include <QFormLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace workspace {

using Kind = kube::DebugSpec::Kind;
using State = kube::DebugSession::State;

static const auto DefaultImage = u"busybox:1"_s;

DebugPanel::DebugPanel(DebugBook &book, Journal &journal, Look &look, QWidget *parent)
    : ToolPanel(look, tr("Start"), parent)
    , m_book(book)
    , m_journal(journal)
    , m_kind(new QComboBox)
    , m_container(new QComboBox)
    , m_image(new QLineEdit)
    , m_command(new QLineEdit)
    , m_nameSpace(new QLineEdit)
{
    form().addRow(tr("How"), m_kind);
    form().addRow(tr("Container"), m_container);
    form().addRow(tr("Image"), m_image);
    form().addRow(tr("Command"), m_command);
    form().addRow(tr("Namespace"), m_nameSpace);
    m_command->setPlaceholderText(tr("waits for a shell"));
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        askRights();
        refresh();
    });
    connect(m_nameSpace, &QLineEdit::editingFinished, this, &DebugPanel::askRights);
    connect(m_image, &QLineEdit::textChanged, this, &DebugPanel::refresh);
}

Kind DebugPanel::kind() const
{
    return Kind(m_kind->currentData().toInt());
}

void DebugPanel::ask(const QString &context, const ObjectId &object, kube::Cluster &cluster)
{
    dismiss();
    m_context = context;
    m_object = object;
    m_cluster = &cluster;
    m_cleaning = false;
    m_ready = false;
    m_session = nullptr;
    const int asked = ++m_asked;
    m_kind->clear();
    m_container->clear();
    m_command->clear();
    actButton().setText(tr("Start"));
    backButton().setText(tr("Cancel"));
    const bool isNode = object.kind == "Node"_L1;
    m_image->setText(isNode ? DefaultImage : QString());
    const auto own = cluster.config().nameSpace;
    m_nameSpace->setText(own.isEmpty() ? u"default"_s : own);
    if (isNode) {
        m_kind->addItem(tr("Privileged pod on the node"), int(Kind::NodeShell));
        m_ready = true;
        refresh();
        open(tr("Shell on node %1 in %2").arg(object.name, context), *m_image);
        askRights();
        return say(tr("The pod may do anything on the node. It ends by itself after 12 hours."));
    }
    refresh();
    open(tr("Debug pod %1 in %2").arg(object.name, context), *m_image);
    say(tr("Looking at the pod…"));
    cluster.client()
        .get({{{}, u"v1"_s, u"pods"_s}, object.nameSpace, object.name})
        .then(this, [this, asked, &cluster](const kube::Result<QJsonObject> &pod) {
            if (asked != m_asked)
                return;
            if (!pod)
                return say(errorText(pod.error()), Tone::Error);
            offersEphemeralContainers(cluster.client())
                .then(this, [this, asked, found = *pod](const kube::Result<bool> &ephemeral) {
                    if (asked == m_asked)
                        offer(found, ephemeral.value_or(false));
                });
        });
}

void DebugPanel::offer(const QJsonObject &pod, bool ephemeral)
{
    m_ephemeral = ephemeral;
    const auto containers = pod["spec"_L1]["containers"_L1].toArray();
    for (const auto &container : containers)
        m_container->addItem(container["name"_L1].toString());
    if (ephemeral)
        m_kind->addItem(tr("Another container in this pod"), int(Kind::Ephemeral));
    m_kind->addItem(tr("A copy of the pod"), int(Kind::PodCopy));
    m_ready = true;
    askRights();
    refresh();
}

/// What it takes to make the pod or container, and to look into it.
void DebugPanel::askRights()
{
    if (!m_cluster || !m_ready || m_cleaning)
        return;
    const bool isNode = kind() == Kind::NodeShell;
    const auto nameSpace = isNode ? m_nameSpace->text().trimmed() : m_object.nameSpace;
    const kube::AccessQuestion make = kind() == Kind::Ephemeral
        ? kube::AccessQuestion{.verb = u"patch"_s,
                               .resource = u"pods"_s,
                               .subresource = u"ephemeralcontainers"_s,
                               .nameSpace = nameSpace,
                               .name = m_object.name}
        : kube::AccessQuestion{.verb = u"create"_s, .resource = u"pods"_s, .nameSpace = nameSpace};
    review(m_cluster->access(), {{make}, rightToStream(u"exec"_s, nameSpace)});
}

/// Once it is made, or could not be.
void DebugPanel::note()
{
    m_noted = true;
    const auto error = m_session->error();
    m_journal.add(debugEntry(m_context, m_session->spec(), m_session->pod(),
                             error ? debugStateText(*m_session) : QString()));
}

void DebugPanel::dismissed()
{
    ++m_asked;
    m_cluster = nullptr;
}

void DebugPanel::setFields(Kind kind, const QString &image)
{
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
    m_image->setText(image);
}

void DebugPanel::refresh()
{
    const bool isNode = m_object.kind == "Node"_L1;
    form().setRowVisible(m_kind, !m_cleaning && !isNode);
    form().setRowVisible(m_container, !m_cleaning && !isNode);
    form().setRowVisible(m_image, !m_cleaning);
    form().setRowVisible(m_command, !m_cleaning && m_ready && kind() == Kind::PodCopy);
    form().setRowVisible(m_nameSpace, !m_cleaning && isNode);
    const bool needsImage = kind() != Kind::PodCopy;
    m_image->setPlaceholderText(needsImage ? DefaultImage : tr("its own"));
    const bool busy = m_session && m_session->state() != State::Failed;
    setReady(m_cleaning || (m_ready && !busy));
    if (m_cleaning || !m_ready || busy)
        return place();
    if (kind() == Kind::Ephemeral)
        say(tr("It stays listed in the pod until the pod goes, but ends when you take it away."));
    else if (kind() == Kind::PodCopy)
        say(m_ephemeral ? tr("The copy has no owner, labels or probes, so no service leads to it.")
                        : tr("The copy has no owner, labels or probes, so no service leads to it. "
                             "This cluster takes no ephemeral containers."));
}

void DebugPanel::act()
{
    if (m_cleaning) {
        m_book.cleanUpAll();
        return dismiss();
    }
    if (m_session)
        m_session->cleanUp(); // what failed before
    const bool isNode = m_object.kind == "Node"_L1;
    const auto image = m_image->text().trimmed();
    m_session =
        m_book.start(m_context,
                     {.kind = kind(),
                      .nameSpace = isNode ? m_nameSpace->text().trimmed() : m_object.nameSpace,
                      .name = m_object.name,
                      .container = isNode ? QString() : m_container->currentText(),
                      .image = image.isEmpty() && kind() != Kind::PodCopy ? DefaultImage : image,
                      .command = m_command->text().split(u' ', Qt::SkipEmptyParts)});
    if (!m_session)
        return say(tr("The cluster is not there now. Try again."), Tone::Error);
    m_noted = false;
    connect(m_session, &kube::DebugSession::changed, this, &DebugPanel::follow);
    follow();
}

void DebugPanel::follow()
{
    const auto *session = m_session.data();
    if (!session)
        return;
    const auto state = session->state();
    if (!m_noted && (!session->pod().isEmpty() || state == State::Failed))
        note();
    if (isHidden())
        return;
    refresh();
    say(debugStateText(*session), state == State::Failed ? Tone::Error : Tone::Quiet);
    if (state != State::Ready)
        return;
    const ObjectId pod{u"v1"_s, u"Pod"_s, session->spec().nameSpace, session->pod()};
    m_session->disconnect(this);
    dismiss();
    Q_EMIT ready(m_context, pod);
}

void DebugPanel::askRemains(const QString &context)
{
    dismiss();
    m_cleaning = true;
    m_session = nullptr;
    const int asked = ++m_asked;
    refresh();
    setReady(false);
    actButton().setText(tr("Take away"));
    backButton().setText(tr("Close"));
    open(tr("Debug pods in %1").arg(context), backButton());
    say(tr("Looking for what remains…"));
    m_book.findRemains(context).then(this, [this, asked](const std::optional<kube::Error> &error) {
        if (asked != m_asked)
            return;
        if (error)
            return say(errorText(*error), Tone::Error);
        if (m_book.remaining().isEmpty())
            return say(tr("Nothing remains."));
        askCleanUp();
    });
}

void DebugPanel::askCleanUp()
{
    const auto remaining = m_book.remaining();
    if (remaining.isEmpty())
        return;
    dismiss();
    m_cleaning = true;
    m_session = nullptr;
    refresh();
    actButton().setText(tr("Take away %Ln", nullptr, int(remaining.size())));
    backButton().setText(tr("Leave there"));
    open(tr("What was made for debugging is still there"), backButton());
    say(remaining.join(u'\n'));
}

} // namespace workspace
