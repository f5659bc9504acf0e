// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/demo/apiserver.h"
#include "kube/watch/reflector.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using kube::Reflector;
using State = Reflector::State;

inline const QString MapsPath = u"/api/v1/namespaces/shop/configmaps"_s;
inline constexpr kube::ReflectorPace Fast{.firstWait = 20, .refusedWait = 200};

inline QJsonObject configMap(const QString &name, const QString &value = u"1"_s)
{
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"ConfigMap"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"shop"_s}}},
            {u"data"_s, QJsonObject{{u"value"_s, value}}}};
}

inline kube::ObjectRef refOf(const QString &name)
{
    return {.gvr = {{}, u"v1"_s, u"configmaps"_s}, .nameSpace = u"shop"_s, .name = name};
}

/// A reflector, and what somebody who follows its signals knows: name to resourceVersion.
class Follower : public QObject
{
    Q_OBJECT

public:
    explicit Follower(kube::ApiClient &client, Reflector::Options options)
        : reflector(std::make_unique<Reflector>(client, std::move(options)))
    {
        connect(reflector.get(), &Reflector::replaced, this, [this](const auto &items) {
            ++lists;
            known.clear();
            for (const auto &item : items) {
                doubled |= known.contains(item.meta().name);
                take(item.unpacked());
            }
        });
        connect(reflector.get(), &Reflector::pageListed, this, [this](const auto &items) {
            ++pages;
            inPages += int(items.size());
        });
        connect(reflector.get(), &Reflector::changed, this, [this](const auto &events) {
            for (const auto &event : events) {
                ++changes;
                if (event.type == kube::ItemEvent::Type::Deleted)
                    known.erase(event.item.meta().name);
                else
                    take(event.item.unpacked());
            }
        });
        connect(reflector.get(), &Reflector::columnsChanged, this, [this](const auto &next) {
            columns.clear();
            for (const auto &column : next)
                columns.append(column.name);
        });
        connect(reflector.get(), &Reflector::stateChanged, this,
                [this] { states.append(reflector->state()); });
    }

    void take(const kube::ResourceItem &item)
    {
        known[item.meta.name] = item.meta.resourceVersion;
        rows[item.meta.name] = item.cells;
    }

    std::unique_ptr<Reflector> reflector;
    std::map<QString, QString> known;
    std::map<QString, QStringList> rows;
    QStringList columns;
    QList<State> states;
    int lists = 0;
    int pages = 0;
    int inPages = 0;
    int changes = 0;
    bool doubled = false;
};

/// A demo server with config maps, and a client of it, for the tests of the reflector.
class ReflectorFixture : public QObject
{
    Q_OBJECT

protected:
    Reflector::Options options(Reflector::Format format = Reflector::Format::Table) const
    {
        return {.resource = *m_server->store().resource({{}, u"v1"_s, u"configmaps"_s}),
                .nameSpace = u"shop"_s,
                .format = format,
                .pace = Fast};
    }

    std::unique_ptr<Follower> follow()
    {
        auto follower = std::make_unique<Follower>(*m_client, options());
        follower->reflector->start();
        return follower;
    }

    std::map<QString, QString> truth() const
    {
        std::map<QString, QString> all;
        for (const auto &object :
             m_server->store().list({{}, u"v1"_s, u"configmaps"_s}, u"shop"_s)) {
            const auto meta = object["metadata"_L1];
            all[meta["name"_L1].toString()] = meta["resourceVersion"_L1].toString();
        }
        return all;
    }

    void fill(int count, const QString &value = u"1"_s)
    {
        for (int i = 0; i < count; ++i)
            m_server->store().put(configMap(u"map-%1"_s.arg(i), value));
    }

    void put(const QString &name, const QString &value = u"1"_s)
    {
        m_server->store().put(configMap(name, value));
    }

    demo::Script &script() { return m_server->script(); }
    int listCount() const { return m_server->script().count(MapsPath) - watchCount(); }
    int watchCount() const { return m_server->script().count(MapsPath, u"watch=true"_s); }

    std::unique_ptr<demo::ApiServer> m_server;
    std::unique_ptr<kube::Identity> m_identity;
    std::unique_ptr<kube::ApiClient> m_client;

    void startServer()
    {
        QTest::failOnWarning();
        m_server = std::make_unique<demo::ApiServer>();
        m_server->options().bookmarkEvery = std::chrono::milliseconds(0);
        QVERIFY(m_server->listen());
        m_identity = std::make_unique<kube::Identity>(
            kube::ClientConfig{.server = m_server->url().toString()});
        m_client = std::make_unique<kube::ApiClient>(*m_identity);
    }
    void stopServer()
    {
        m_client.reset();
        m_identity.reset();
        m_server.reset();
    }
};
