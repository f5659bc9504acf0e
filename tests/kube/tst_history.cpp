// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/history/history.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using What = kube::FieldChange::What;

class HistoryTest : public QObject
{
    Q_OBJECT

    const QDateTime m_now = QDateTime::fromString(u"2026-01-01T12:00:00Z"_s, Qt::ISODate);

    static QJsonObject container(const QString &name, const QString &image)
    {
        return {{u"name"_s, name}, {u"image"_s, image}};
    }

    static QJsonObject deployment(int version, const QString &image, int replicas = 2)
    {
        const auto number = QString::number(version);
        const QJsonArray conditions{QJsonObject{{u"type"_s, u"Available"_s},
                                                {u"status"_s, u"True"_s},
                                                {u"lastUpdateTime"_s, number},
                                                {u"lastHeartbeatTime"_s, number}}};
        return {{u"apiVersion"_s, u"apps/v1"_s},
                {u"kind"_s, u"Deployment"_s},
                {u"metadata"_s,
                 QJsonObject{{u"uid"_s, u"u1"_s},
                             {u"resourceVersion"_s, number},
                             {u"generation"_s, version},
                             {u"managedFields"_s, QJsonArray{number}}}},
                {u"spec"_s,
                 QJsonObject{
                     {u"replicas"_s, replicas},
                     {u"containers"_s,
                      QJsonArray{container(u"web"_s, image), container(u"proxy"_s, u"p:1"_s)}}}},
                {u"status"_s,
                 QJsonObject{{u"observedGeneration"_s, version}, {u"conditions"_s, conditions}}}};
    }

    static QJsonObject secret(int version, const QJsonObject &data)
    {
        return {{u"apiVersion"_s, u"v1"_s},
                {u"kind"_s, u"Secret"_s},
                {u"metadata"_s,
                 QJsonObject{{u"uid"_s, u"s1"_s},
                             {u"resourceVersion"_s, QString::number(version)},
                             {u"annotations"_s,
                              QJsonObject{{u"kubectl.kubernetes.io/last-applied-configuration"_s,
                                           QString(u"hunter"_s + QString::number(version))}}}}},
                {u"data"_s, data}};
    }

    static QString textOf(const kube::Timeline &timeline)
    {
        QString text;
        for (const auto &entry : timeline.entries) {
            for (const auto &field : entry.fields)
                text += field.path + u'|' + field.before + u'|' + field.after + u'\n';
        }
        return text;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void fieldsAreToldByTheirPaths()
    {
        const auto changes =
            kube::fieldChanges(deployment(1, u"web:1"_s), deployment(2, u"web:2"_s, 3));
        QCOMPARE(changes.size(), 2UL);
        QCOMPARE(changes[0].path, u"spec.containers[web].image"_s);
        QCOMPARE(changes[0].before, u"web:1"_s);
        QCOMPARE(changes[0].after, u"web:2"_s);
        QCOMPARE(changes[1].path, u"spec.replicas"_s);
        QCOMPARE(changes[1].before, u"2"_s);
        QCOMPARE(changes[1].after, u"3"_s);
    }

    void noiseIsLeftOut()
    {
        QVERIFY(kube::fieldChanges(deployment(1, u"web:1"_s), deployment(9, u"web:1"_s)).empty());
        const auto leader = [](const char *record) {
            return QJsonObject{
                {u"kind"_s, u"Endpoints"_s},
                {u"metadata"_s,
                 QJsonObject{{u"annotations"_s,
                              QJsonObject{{u"control-plane.alpha.kubernetes.io/leader"_s,
                                           QString::fromLatin1(record)}}}}}};
        };
        QVERIFY(kube::fieldChanges(
                    leader("{\"holderIdentity\":\"a\",\"renewTime\":\"2026-01-01T00:00:00Z\"}"),
                    leader("{\"holderIdentity\":\"a\",\"renewTime\":\"2026-01-01T00:00:02Z\"}"))
                    .empty());
        QCOMPARE(kube::fieldChanges(
                     leader("{\"holderIdentity\":\"a\",\"renewTime\":\"2026-01-01T00:00:00Z\"}"),
                     leader("{\"holderIdentity\":\"b\",\"renewTime\":\"2026-01-01T00:00:02Z\"}"))
                     .size(),
                 1UL);
        const auto lease = [](const char *time) {
            return QJsonObject{
                {u"kind"_s, u"Lease"_s},
                {u"spec"_s, QJsonObject{{u"renewTime"_s, QString::fromLatin1(time)}}}};
        };
        QVERIFY(kube::fieldChanges(lease("1"), lease("2")).empty());
    }

    void listsAreComparedByName()
    {
        const auto pod = [](const QJsonArray &containers, const QJsonArray &args) {
            return QJsonObject{
                {u"spec"_s, QJsonObject{{u"containers"_s, containers}, {u"args"_s, args}}}};
        };
        const auto changes = kube::fieldChanges(
            pod({container(u"a"_s, u"1"_s), container(u"b"_s, u"1"_s)}, {u"x"_s}),
            pod({container(u"b"_s, u"1"_s), container(u"c"_s, u"1"_s)}, {u"x"_s, u"y"_s}));
        QCOMPARE(changes.size(), 3UL);
        QCOMPARE(changes[0].path, u"spec.args"_s);
        QCOMPARE(changes[0].after, u"[\"x\",\"y\"]"_s);
        QCOMPARE(changes[1].path, u"spec.containers[a]"_s);
        QCOMPARE(changes[1].what, What::Removed);
        QCOMPARE(changes[2].path, u"spec.containers[c]"_s);
        QCOMPARE(changes[2].what, What::Added);
    }

    void labelsWithSlashesAreReadable()
    {
        const auto labelled = [](const QJsonObject &labels) {
            return QJsonObject{{u"metadata"_s, QJsonObject{{u"labels"_s, labels}}}};
        };
        const auto changes =
            kube::fieldChanges(labelled({{u"app"_s, u"a"_s}}),
                               labelled({{u"app"_s, u"a"_s}, {u"app.k8s.io/part"_s, u"b"_s}}));
        QCOMPARE(changes.size(), 1UL);
        QCOMPARE(changes[0].path, u"metadata.labels[app.k8s.io/part]"_s);
    }

    void secretsAreNeverTold()
    {
        kube::History history;
        const kube::TimelineKey key{u"c"_s, u"s1"_s};
        history.observe(key, secret(1, {{u"password"_s, u"aHVudGVyMg=="_s}}), m_now);
        history.observe(
            key, secret(2, {{u"password"_s, u"c2VjcmV0"_s}, {u"token"_s, u"dG9rZW4="_s}}), m_now);
        history.observe(key, secret(3, {{u"token"_s, u"dG9rZW4="_s}}), m_now);
        const auto *timeline = history.timeline(key);
        QCOMPARE(timeline->entries.size(), 2UL);
        const auto &first = timeline->entries[0].fields;
        QCOMPARE(first.size(), 2UL);
        QCOMPARE(first[0].path, u"data.password"_s);
        QCOMPARE(first[0].what, What::Changed);
        QVERIFY(first[0].isSecret);
        QCOMPARE(first[1].path, u"data.token"_s);
        QCOMPARE(first[1].what, What::Added);
        QCOMPARE(timeline->entries[1].fields[0].what, What::Removed);
        const auto text = textOf(*timeline);
        for (const auto &word : {u"aHVudGVyMg"_s, u"c2VjcmV0"_s, u"dG9rZW4"_s, u"hunter"_s})
            QVERIFY(!text.contains(word));
        const auto kept = QString::fromUtf8(
            QJsonDocument(kube::withoutSecrets(secret(1, {{u"k"_s, u"aHVudGVyMg=="_s}}))).toJson());
        QVERIFY(!kept.contains(u"aHVudGVyMg"_s));
        QVERIFY(!kept.contains(u"hunter"_s));
    }

    void everyStateCountsOnceInWhateverOrder()
    {
        kube::History history;
        const kube::TimelineKey key{u"c"_s, u"u1"_s};
        QVERIFY(history.observe(key, deployment(1, u"web:1"_s), m_now));
        QVERIFY(!history.observe(key, deployment(1, u"web:1"_s), m_now));
        QVERIFY(history.observe(key, deployment(2, u"web:2"_s), m_now.addSecs(5)));
        QVERIFY(!history.observe(key, deployment(1, u"web:1"_s), m_now)); // another window, late
        QVERIFY(!history.observe(key, deployment(2, u"web:2"_s), m_now));
        QVERIFY(!history.observe(key, deployment(3, u"web:2"_s), m_now)); // only noise
        QCOMPARE(history.timeline(key)->entries.size(), 1UL);
        QCOMPARE(history.timeline(key)->since, m_now);
        QVERIFY(history.observeDeletion(key, m_now.addSecs(9)));
        QVERIFY(!history.observeDeletion(key, m_now.addSecs(9)));
        QVERIFY(history.timeline(key)->entries.back().deleted);
        QVERIFY(!history.timeline({u"other"_s, u"u1"_s}));
    }

    void whatIsRememberedIsBounded()
    {
        kube::History history({.entriesPerObject = 10, .objects = 5});
        for (int object = 0; object < 20; ++object) {
            const kube::TimelineKey key{u"c"_s, QString::number(object)};
            for (int version = 0; version < 50; ++version)
                history.observe(key, deployment(version, u"web:%1"_s.arg(version)), m_now);
        }
        QCOMPARE(history.objects(), 5UL);
        QVERIFY(!history.timeline({u"c"_s, u"0"_s}));
        const auto *last = history.timeline({u"c"_s, u"19"_s});
        QCOMPARE(last->entries.size(), 10UL);
        QCOMPARE(last->dropped, 39);
        QCOMPARE(last->entries.back().fields[0].after, u"web:49"_s);

        kube::History small({.bytesPerObject = 4096, .bytes = 10'000});
        for (int object = 0; object < 20; ++object) {
            for (int version = 0; version < 40; ++version)
                small.observe({u"c"_s, QString::number(object)},
                              deployment(version, QString(300, QChar(u'a' + version % 20))), m_now);
        }
        QVERIFY(small.bytes() <= 10'000);
        QVERIFY(small.objects() >= 1);
    }

    void hugeChangesAreCut()
    {
        QJsonObject many;
        for (int i = 0; i < 1000; ++i)
            many.insert(u"key%1"_s.arg(i), QString(2000, u'x'));
        const QJsonObject before{{u"spec"_s, QJsonObject()}};
        const auto changes = kube::fieldChanges(before, {{u"spec"_s, many}});
        QCOMPARE(changes.size(), 201UL);
        QCOMPARE(changes.back().after, u"800"_s);
        QVERIFY(changes.front().after.size() <= 501);
    }
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "tst_history.moc"
