// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/debug/debugsession.h"

#include "kube/api/apiclient.h"
#include "kube/portforward/forwardtarget.h"
#include "kube/streams/execsession.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

ObjectRef podRef(const QString &nameSpace, const QString &name)
{
    return {{{}, u"v1"_s, u"pods"_s}, nameSpace, name};
}

/// The state of a container; an empty object when the kubelet has not told it yet.
QJsonObject stateOf(const QJsonObject &pod, const QString &container)
{
    for (const auto list : {"containerStatuses"_L1, "ephemeralContainerStatuses"_L1}) {
        const auto statuses = pod["status"_L1][list].toArray();
        for (const auto &status : statuses) {
            if (status["name"_L1].toString() == container)
                return status["state"_L1].toObject();
        }
    }
    return {};
}

/// Why a container that waits will not start without a person; empty while it may.
QString stuckReason(const QJsonObject &state)
{
    static const QStringList bad{u"ErrImagePull"_s,         u"ImagePullBackOff"_s,
                                 u"ErrImageNeverPull"_s,    u"InvalidImageName"_s,
                                 u"CreateContainerError"_s, u"CreateContainerConfigError"_s,
                                 u"CrashLoopBackOff"_s,     u"RunContainerError"_s};
    const auto waiting = state["waiting"_L1];
    const auto reason = waiting["reason"_L1].toString();
    if (!bad.contains(reason))
        return {};
    const auto message = waiting["message"_L1].toString();
    return message.isEmpty() ? reason : QString(reason + u": "_s + message);
}

} // namespace

QFuture<Result<bool>> offersEphemeralContainers(ApiClient &client)
{
    return client.send({.path = u"/api/v1"_s})
        .then(&client, [](const Result<ApiAnswer> &answer) -> Result<bool> {
            if (!answer)
                return std::unexpected(answer.error());
            const auto listed =
                QJsonDocument::fromJson(answer->body).object()["resources"_L1].toArray();
            return std::ranges::any_of(listed, [](const QJsonValue &resource) {
                return resource["name"_L1].toString() == "pods/ephemeralcontainers"_L1;
            });
        });
}

QFuture<Result<std::vector<DebugRemain>>> debugRemains(ApiClient &client)
{
    const ListOptions options{.labelSelector = DebugLabel, .limit = 500};
    return client.get(podRef({}, {}), paramsOf(options).toQuery())
        .then(&client, [](const Result<QJsonObject> &answer) -> Result<std::vector<DebugRemain>> {
            if (!answer)
                return std::unexpected(answer.error());
            std::vector<DebugRemain> remains;
            const auto items = (*answer)["items"_L1].toArray();
            for (const auto &pod : items) {
                const auto meta = pod["metadata"_L1];
                const bool node = meta["labels"_L1][DebugLabel].toString() == "node-shell"_L1;
                remains.push_back(
                    {.nameSpace = meta["namespace"_L1].toString(),
                     .name = meta["name"_L1].toString(),
                     .of = meta["annotations"_L1]["krateyard/debug-of"_L1].toString(),
                     .kind = node ? DebugSpec::Kind::NodeShell : DebugSpec::Kind::PodCopy});
            }
            return remains;
        });
}

DebugSession::DebugSession(ApiClient &client, const DebugSpec &spec, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_spec(spec)
{
}

DebugSession::~DebugSession() = default;

bool DebugSession::remains() const
{
    return m_made && m_state != State::Gone;
}

void DebugSession::set(State state, const std::optional<Error> &error)
{
    m_state = state;
    m_error = error;
    Q_EMIT changed();
}

void DebugSession::start()
{
    if (m_state != State::Idle)
        return;
    set(State::Making);
    switch (m_spec.kind) {
    case DebugSpec::Kind::NodeShell: {
        m_container = u"shell"_s;
        return create(nodeShellPod(m_spec, debugName(m_spec.name)));
    }
    case DebugSpec::Kind::PodCopy:
        m_client.get(podRef(m_spec.nameSpace, m_spec.name))
            .then(this, [this](const Result<QJsonObject> &answer) {
                if (!answer)
                    return set(State::Failed, answer.error());
                if (m_spec.container.isEmpty())
                    m_spec.container =
                        (*answer)["spec"_L1]["containers"_L1][0]["name"_L1].toString();
                m_container = m_spec.container;
                create(podCopy(*answer, m_spec, debugName(m_spec.name)));
            });
        return;
    case DebugSpec::Kind::Ephemeral:
        offersEphemeralContainers(m_client).then(this, [this](const Result<bool> &offers) {
            if (!offers)
                return set(State::Failed, offers.error());
            if (!*offers)
                return set(State::Failed, Error{.reason = u"NotOffered"_s});
            addEphemeral();
        });
        return;
    }
}

void DebugSession::adopt(const DebugRemain &remain)
{
    m_spec = {.kind = remain.kind, .nameSpace = remain.nameSpace, .name = remain.of};
    m_pod = remain.name;
    m_made = true;
    Q_EMIT changed();
}

void DebugSession::create(const QJsonObject &pod)
{
    m_client
        .send({.path = pathOf(podRef(m_spec.nameSpace, {})),
               .method = "POST",
               .body = QJsonDocument(pod).toJson(QJsonDocument::Compact),
               .contentType = "application/json"})
        .then(this,
              [this,
               name = pod["metadata"_L1]["name"_L1].toString()](const Result<ApiAnswer> &answer) {
                  if (!answer)
                      return set(State::Failed, answer.error());
                  m_pod = name;
                  m_made = true;
                  watch();
              });
}

void DebugSession::addEphemeral()
{
    m_container =
        debugName(DebugContainerPrefix.chopped(1)).replace("-debug-debug-"_L1, "-debug-"_L1);
    const auto patch = ephemeralPatch(m_spec, m_container);
    m_client
        .send({.path = pathOf(podRef(m_spec.nameSpace, m_spec.name), u"ephemeralcontainers"),
               .method = "PATCH",
               .body = QJsonDocument(patch).toJson(QJsonDocument::Compact),
               .contentType = "application/strategic-merge-patch+json"})
        .then(this, [this](const Result<ApiAnswer> &answer) {
            if (!answer)
                return set(State::Failed, answer.error());
            m_pod = m_spec.name;
            m_made = true;
            watch();
        });
}

void DebugSession::watch()
{
    set(State::Starting);
    m_watch =
        std::make_unique<Reflector>(m_client,
                                    Reflector::Options{.resource = *forwardResource(u"Pod"),
                                                       .nameSpace = m_spec.nameSpace,
                                                       .fieldSelector = u"metadata.name="_s + m_pod,
                                                       .format = Reflector::Format::Object});
    const auto objectIn = [](const PackedItem &item) {
        return QJsonDocument::fromJson(item.unpacked().json).object();
    };
    connect(m_watch.get(), &Reflector::replaced, this,
            [this, objectIn](const std::vector<PackedItem> &items) {
                take(items.empty() ? QJsonObject() : objectIn(items.front()));
            });
    connect(m_watch.get(), &Reflector::changed, this,
            [this, objectIn](const std::vector<PackedEvent> &events) {
                const auto &last = events.back();
                take(last.type == ItemEvent::Type::Deleted ? QJsonObject() : objectIn(last.item));
            });
    m_watch->start();
}

void DebugSession::take(const QJsonObject &pod)
{
    if (pod.isEmpty()) {
        m_made = false;
        return set(State::Gone);
    }
    if (m_state == State::Cleaning || m_state == State::Gone)
        return;
    const auto state = stateOf(pod, m_container);
    const auto phase = pod["status"_L1]["phase"_L1].toString();
    if (state["running"_L1].isObject()) {
        if (m_state != State::Ready)
            set(State::Ready);
    } else if (const auto stuck = stuckReason(state); !stuck.isEmpty()) {
        set(State::Failed, Error{.reason = u"Stuck"_s, .message = stuck});
    } else if (state["terminated"_L1].isObject() || phase == "Failed"_L1) {
        const auto why = state["terminated"_L1]["reason"_L1].toString();
        const auto message = pod["status"_L1]["message"_L1].toString();
        set(State::Failed,
            Error{.reason = u"Stuck"_s, .message = message.isEmpty() ? why : message});
    }
}

void DebugSession::cleanUp()
{
    if (!m_made || m_state == State::Cleaning || m_state == State::Gone)
        return;
    set(State::Cleaning);
    if (m_spec.kind == DebugSpec::Kind::Ephemeral) {
        m_end = std::make_unique<ExecSession>(
            m_client, m_spec.nameSpace, m_pod,
            ExecOptions{.container = m_container,
                        .command = {u"touch"_s, QString(DebugEndFile)},
                        .tty = false,
                        .standardInput = false});
        connect(m_end.get(), &ExecSession::finished, this, [this](const ExitStatus &status) {
            m_end.release()->deleteLater();
            if (status.error)
                return set(State::Failed, status.error);
            m_made = false;
            set(State::Gone);
        });
        return m_end->start();
    }
    m_client
        .send({.path = pathOf(podRef(m_spec.nameSpace, m_pod)),
               .query = QUrlQuery(u"gracePeriodSeconds=0"_s),
               .method = "DELETE"})
        .then(this, [this](const Result<ApiAnswer> &answer) {
            if (!answer && answer.error().kind != Error::Kind::NotFound)
                return set(State::Failed, answer.error());
            m_made = false;
            set(State::Gone);
        });
}

} // namespace kube
