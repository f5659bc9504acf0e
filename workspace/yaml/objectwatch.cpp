// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yaml/objectwatch.h"

#include "kube/api/apiclient.h"
#include "kube/watch/resourcecache.h"

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

ObjectWatch::ObjectWatch(kube::ResourceCache &cache, const kube::ApiResource &resource,
                         const QString &nameSpace, const QString &name, QObject *parent)
    : QObject(parent)
    , m_client(cache.client())
    , m_ref{resource.gvr(), resource.namespaced ? nameSpace : QString(), name}
    , m_resource(resource)
    , m_watched(cache.subscribe(optionsFor(resource, m_ref.nameSpace, name)))
{
    m_poll.setInterval(pollMilliseconds);
    connect(&m_poll, &QTimer::timeout, this, &ObjectWatch::read);
    using kube::Subscription;
    connect(m_watched.get(), &Subscription::pageListed, this, &ObjectWatch::takePage);
    connect(m_watched.get(), &Subscription::changed, this, &ObjectWatch::takeEvents);
    connect(m_watched.get(), &Subscription::listed, this, &ObjectWatch::takeListed);
    connect(m_watched.get(), &Subscription::stateChanged, this, &ObjectWatch::takeState);
}

void ObjectWatch::start()
{
    m_watched->start();
}

void ObjectWatch::setState(State state)
{
    m_state = state;
    if (state == State::Live)
        m_error.reset();
    Q_EMIT changed();
}

void ObjectWatch::takeItem(const kube::PackedItem &item)
{
    takeObject(QJsonDocument::fromJson(item.unpacked().json).object());
}

void ObjectWatch::takeObject(QJsonObject object)
{
    if (object.isEmpty())
        return;
    // The items of a list come without apiVersion and kind; whoever shows the object needs them,
    // not least to know a Secret as one.
    object["apiVersion"_L1] = m_resource.apiVersion();
    object["kind"_L1] = m_resource.kind;
    m_object = object;
}

void ObjectWatch::takePage(const std::vector<kube::PackedItem> &items)
{
    takeItem(items.front());
    setState(State::Live);
}

void ObjectWatch::takeListed()
{
    m_poll.stop();
    if (m_object.isEmpty())
        fail({.kind = kube::Error::Kind::NotFound, .code = 404});
}

void ObjectWatch::takeEvents(const std::vector<kube::PackedEvent> &events)
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
    switch (m_watched->state()) {
    case kube::Reflector::State::Idle:
    case kube::Reflector::State::Listing: return;
    case kube::Reflector::State::Live:
        if (m_state == State::Stale)
            setState(State::Live);
        return;
    case kube::Reflector::State::Stale:
        m_error = m_watched->lastError();
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
        takeObject(*answer);
        m_read = QDateTime::currentDateTimeUtc();
        setState(State::Live);
    });
}

QDateTime ObjectWatch::lastHeard() const
{
    const auto watched = m_watched ? m_watched->lastHeard() : QDateTime();
    return isPolled() && m_read.isValid() ? m_read : watched;
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
