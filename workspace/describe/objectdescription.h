// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/discovery.h"
#include "kube/events/eventwatch.h"
#include "kube/relations/relationfeed.h"
#include "kube/watch/resourcecache.h"
#include "workspace/describe/companions.h"
#include "workspace/describe/description.h"
#include "workspace/yaml/objectwatch.h"

#include <map>
#include <memory>

namespace workspace {

/// Which object is described, and from where.
struct DescribedObject
{
    kube::ApiResource resource = {}; ///< the discovery entry of its kind
    ObjectId id = {};
    kube::ApiResources known = {}; ///< the kinds whose objects it may tell of besides
    /// Shared with the other windows on the namespace; none: no relations are told.
    std::shared_ptr<kube::RelationFeed> relations = {};
};

/// One object's description, live: the object, its events, the other objects that belong in it, and
/// its relations. Lives on one thread.
class ObjectDescription final : public QObject
{
    Q_OBJECT

public:
    /// `cache` is borrowed and must outlive this.
    ObjectDescription(kube::ResourceCache &cache, DescribedObject described,
                      QObject *parent = nullptr);
    ~ObjectDescription() override;

    void start();

    const ObjectWatch &watch() const { return m_watch; }
    /// About the object, the oldest first.
    std::vector<kube::EventGroup> events() const;
    /// Whether every part was read or refused.
    bool isComplete() const;
    /// Empty as long as there is no object.
    Description tell(const QDateTime &now);

Q_SIGNALS:
    void objectChanged(); ///< the object itself or how it is watched
    void changed(); ///< anything that is told

private:
    struct Companion
    {
        CompanionQuery query = {};
        std::unique_ptr<kube::Reflector> reflector = {};
        std::map<QString, QJsonObject> objects = {}; ///< by uid
        bool listed = false;
        std::optional<kube::Error> refused = {};
    };

    void takeObject();
    void watchEvents(const QString &uid);
    void watchCompanions();
    void watchCompanion(Companion &companion, const kube::ApiResource &resource);
    void readMetadata(Companion &companion, const kube::ApiResource &resource);
    void refuse(Companion &companion, const kube::Error &error);
    Companions companions() const;
    void takeRelations();

    kube::ResourceCache &m_cache;
    DescribedObject m_described;
    ObjectWatch m_watch;
    QString m_uid; ///< whose events are watched
    QString m_metadataFor; ///< the object's version when metadata of others was last asked for
    std::unique_ptr<kube::EventWatch> m_events;
    QSet<kube::ObjectKey> m_shown; ///< whose relations were told last
    std::vector<CompanionQuery> m_queries;
    std::vector<std::unique_ptr<Companion>> m_companions;
};

} // namespace workspace
