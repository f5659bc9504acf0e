// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"
#include "kube/objectref.h"
#include "kube/watch/packeditem.h"

#include <QDateTime>
#include <QObject>

#include <memory>
#include <optional>

namespace kube {

class ApiClient;

/// How long a Reflector waits, in milliseconds.
struct ReflectorPace
{
    int firstWait = 800; ///< after a failure; doubled each time, see Backoff
    int refusedWait = 60'000; ///< after 401, 403, 404 and the like
    int silentWatch = 90'000; ///< servers send a bookmark about once a minute
    int silentList = 30'000; ///< in the middle of an answer
};

/// Keeps a list of objects current: lists in pages, then watches from there, forever.
///
/// A server that offers it (ApiClient::offersWatchList()) streams the list as the beginning of a
/// watch instead of pages; one that refuses, falls silent or ends before the list's closing
/// bookmark is asked for pages.
///
/// Follows client-go's Reflector (tools/cache/reflector.go): bookmarks move the resourceVersion on,
/// 410 lists again, a refused watch is tried again from the same resourceVersion, back-off with
/// jitter, a connection that stays silent past its own time-out is given up. A watch shares an
/// HTTP/2 connection until more arrives there than can be taken in; then it goes on from where it
/// was on one of its own. Decoding runs on a worker thread; signals arrive on the thread that owns
/// the reflector, batched.
class Reflector : public QObject
{
    Q_OBJECT

public:
    enum class Format {
        Table, ///< rows with the server's own columns, and each object's metadata
        Object, ///< whole objects as JSON
    };
    enum class State {
        Idle, ///< not started, or stopped
        Listing, ///< the first list is under way: nothing is known yet
        Live, ///< listed, and a watch is open
        Stale, ///< what is known may be old; see lastError()
        Refused, ///< 401, 403 or 404: asked again rarely (every 60 s)
    };
    Q_ENUM(State)

    struct Options
    {
        ApiResource resource = {};
        QString nameSpace = {}; ///< empty: all namespaces
        QString labelSelector = {};
        QString fieldSelector = {};
        Format format = Format::Table;
        /// Table form: the values of these annotations come as cells behind the server's own, each
        /// with a column of priority 1 whose format is "annotation".
        QStringList annotations = {};
        int pageSize = 500;
        ReflectorPace pace = {};
    };

    /// `client` is borrowed and must outlive the reflector.
    Reflector(ApiClient &client, Options options, QObject *parent = nullptr);
    ~Reflector() override;

    void start();
    void stop();

    State state() const;
    const Options &options() const;
    std::optional<Error> lastError() const; ///< why it is Stale or Refused
    /// When the server was last heard on this list or watch; invalid before the first answer.
    QDateTime lastHeard() const;

Q_SIGNALS:
    void stateChanged();
    /// Table form: before the first items, and again when a CRD's columns change.
    void columnsChanged(const QList<kube::TableColumn> &columns);
    /// A page of the first list, so that rows can be shown while more arrive. Every item of a list
    /// is delivered once more by replaced().
    void pageListed(const std::vector<kube::PackedItem> &items);
    /// A list begins, the first or a new one: what pageListed() brings from here to listed() is all
    /// there is. Beginning again without a listed() in between means that the last try failed.
    void listBegan();
    void listed();
    /// A whole list at once: what is not in it is gone. Also after a relist. Costs the memory for
    /// all of it, and only when somebody is connected.
    void replaced(const std::vector<kube::PackedItem> &items);
    /// Watch events in order, since the last signal. Events may repeat.
    void changed(const std::vector<kube::PackedEvent> &events);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kube
