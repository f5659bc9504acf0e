// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which namespaces a collection shows, and what their lists tell together.

#include "workspace/collection/collectioncontent.h"

#include "kube/watch/resourcecache.h"
#include "workspace/errortext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

using State = kube::Reflector::State;

void CollectionContent::subscribe()
{
    m_objects.clear();
    if (m_model.columnCount() > 0)
        m_model.clear();
    const auto &chosen = nameSpaces();
    for (const auto &nameSpace : chosen.isEmpty() ? QStringList(QString()) : chosen) {
        kube::Reflector::Options options;
        options.resource = m_resource;
        options.nameSpace = nameSpace;
        options.annotations = m_annotations;
        auto &objects = m_objects.emplace_back(m_cache.subscribe(options));
        connect(objects.get(), &kube::Subscription::stateChanged, this, [this] {
            scheduleUpdate();
            Q_EMIT statusChanged();
        });
        m_model.follow(*objects);
        objects->start();
    }
}

/// Loading until each has answered; then as the worst of those that the person may see. Refused
/// only when none may be seen.
State CollectionContent::state() const
{
    const auto count = [this](State wanted) {
        return std::ranges::count(m_objects, wanted, [](const auto &o) { return o->state(); });
    };
    if (count(State::Refused) == std::ssize(m_objects))
        return State::Refused;
    for (const auto worst : {State::Stale, State::Listing, State::Idle}) {
        if (count(worst) > 0)
            return worst;
    }
    return State::Live;
}

std::optional<kube::Error> CollectionContent::lastError() const
{
    for (const auto &objects : m_objects) {
        if (objects->lastError())
            return objects->lastError();
    }
    return {};
}

/// The one that was heard longest ago.
QDateTime CollectionContent::lastHeard() const
{
    QDateTime oldest;
    for (const auto &objects : m_objects) {
        const auto heard = objects->lastHeard();
        if (heard.isValid() && objects->state() != State::Refused
            && (!oldest.isValid() || heard < oldest))
            oldest = heard;
    }
    return oldest;
}

QStringList CollectionContent::refusedNamespaces() const
{
    QStringList refused;
    for (const auto &objects : m_objects) {
        if (objects->state() == State::Refused)
            refused.append(objects->options().nameSpace);
    }
    return refused;
}

Message CollectionContent::refusal(const kube::Error &error) const
{
    const auto &kinds = m_resource.resource;
    const bool said = error.kind == kube::Error::Kind::Forbidden && !error.message.isEmpty();
    const auto why = said ? error.message : errorText(error); // the title says the rest
    if (error.kind != kube::Error::Kind::Forbidden)
        return {Message::Tone::Error, tr("%1 cannot be listed").arg(m_resource.kind), why};
    if (!nameSpaces().isEmpty() || !m_resource.namespaced)
        return {Message::Tone::Warn, tr("You may not list %1 here").arg(kinds), why};
    return {Message::Tone::Warn, tr("You may not list %1 in all namespaces").arg(kinds),
            why + u"\n\n"_s
                + tr("Choose namespaces that you have access to: the button above, or Alt+N.")};
}

Message CollectionContent::message() const
{
    const auto &kinds = m_resource.resource;
    if (state() == State::Refused || freshness() == Freshness::Failed)
        return refusal(lastError().value_or(kube::Error{}));
    if (freshness() == Freshness::Loading)
        return {.title = tr("Reading %1…").arg(kinds)};
    if (m_model.counts().total == 0)
        return {.title = nameSpaces().isEmpty()
                    ? tr("There are no %1").arg(kinds)
                    : tr("There are no %1 in %2").arg(kinds, nameSpaces().join(u", "_s)),
                .text = tr("New ones appear here by themselves.")};
    return {.title = tr("No match"),
            .text = tr("None of %Ln objects fits the filter. Escape clears it.", nullptr,
                       m_model.counts().total)};
}

} // namespace workspace
