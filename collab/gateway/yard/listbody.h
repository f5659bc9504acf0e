// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/yard/collection.h"

#include <QByteArray>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>

namespace gateway {

/// A list as it is sent, made once for all who may see the same.
struct ListBody
{
    QByteArray json = {};
    QByteArray tag = {}; ///< for ETag, with its quotes; differs when the list does

    /// The same, compressed (RFC 1952) when it is first asked for.
    const QByteArray &gzip() const;

private:
    mutable QByteArray m_gzip;
};

/// Which objects of a collection, and how much of them.
struct ListView
{
    QByteArray key = {}; ///< the same for views that show the same
    bool isRevealed = false; ///< with what is secret
    std::function<bool(const kube::PackedItem &)> shows = {};
};

/// The bodies that were made of one collection: a few views, each made anew when the collection has
/// changed, but at most once a second.
class ListBodies
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr auto Freshness = std::chrono::seconds(1);
    static constexpr size_t Most = 8;

    std::shared_ptr<const ListBody> bodyOf(const Collection &collection, const ListView &view);

private:
    struct Made
    {
        QByteArray key = {};
        quint64 generation = 0;
        Clock::time_point at = {};
        std::shared_ptr<const ListBody> body = {};
    };
    std::deque<Made> m_made; ///< the last used is the last
};

/// Made anew, for a view that nobody else has.
std::shared_ptr<const ListBody> makeListBody(const Collection &collection, const ListView &view);

} // namespace gateway
