// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yaml/objectwatch.h"

#include "kube/api/apiclient.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int pollMilliseconds = 10'000;

static kube::Reflector::Options optionsFor(const kube::ApiResource &resource,
                                           const QString &nameSpace, const QString &name)
{
    kube::Reflector::Options options;
    options.resource = resource;
    options.nameSpace = nameSpace;
    options.fieldSelector = u"metadata.name="_s + name;
    options.format = kube::Reflector::Format::Object;
    return options;
}

ObjectWatch::ObjectWatch(kube::ApiClient &client, const kube::ApiResource &resource,
                         const QString &nameSpace, const QString &name, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_ref {resource.gvr(), resource.namespaced ? nameSpace : QString(), name}
    , m_reflector(client, optionsFor(resource, m_ref.nameSpace, name))
{
    m_poll.setInterval(pollMilliseconds);
    connect(&m_poll, &QTimer::timeout, this, &ObjectWatch::read);
    connect(&m_reflector, &kube::Reflector::replaced, this, &ObjectWatch::takeList);
    connect(&m_reflector, &kube::Reflector::changed, this, &ObjectWatch::takeEvents);
    connect(&m_reflector, &kube::Reflector::stateChanged, this, &ObjectWatch::takeState);
}

void ObjectWatch::start()
{
    m_reflector.start();
}

void ObjectWatch::setState(State state)
{
    m_state = state;
    if (state == State::Live)
        m_error.reset();
    Q_EMIT changed();
}

void ObjectWatch::takeItem(const kube::ResourceItem &item)
{
    const auto object = QJsonDocument::fromJson(item.json).object();
    if (!object.isEmpty())
        m_object = object;
}

void ObjectWatch::takeList(const std::vector<kube::ResourceItem> &items)
{
    m_poll.stop();
    if (items.empty()) {
        if (m_object.isEmpty())
            fail({.kind = kube::Error::Kind::NotFound, .code = 404});
        else
            setState(State::Deleted);
        return;
    }
    takeItem(items.front());
    setState(State::Live);
}

void ObjectWatch::takeEvents(const std::vector<kube::ItemEvent> &events)
{
    if (events.empty())
        return;
    for (const auto &event : events)
        takeItem(event.item);
    const bool gone = events.back().type == kube::ItemEvent::Type::Deleted;
    setState(gone ? State::Deleted : State::Live);
}

void ObjectWatch::takeState()
{
    switch (m_reflector.state()) {
    case kube::Reflector::State::Idle:
    case kube::Reflector::State::Listing: return;
    case kube::Reflector::State::Live:
        if (m_state == State::Stale)
            setState(State::Live);
        return;
    case kube::Reflector::State::Stale:
        m_error = m_reflector.lastError();
        if (m_object.isEmpty())
            setState(m_error ? State::Failed : State::Loading);
        else if (m_state != State::Deleted)
            setState(State::Stale);
        return;
    case kube::Reflector::State::Refused:
        // Whoever may not list may still be allowed to read the one object.
        m_poll.start();
        read();
        return;
    }
}

void ObjectWatch::read()
{
    m_client.get(m_ref).then(this, [this](const kube::Result<QJsonObject> &answer) {
        if (!answer) {
            fail(answer.error());
            return;
        }
        m_object = *answer;
        setState(State::Live);
    });
}

void ObjectWatch::fail(const kube::Error &error)
{
    m_error = error;
    const bool missing = error.kind == kube::Error::Kind::NotFound;
    if (m_object.isEmpty())
        setState(State::Failed);
    else
        setState(missing ? State::Deleted : State::Stale);
}

} // namespace workspace
