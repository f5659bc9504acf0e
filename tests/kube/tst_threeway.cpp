// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/helm/threeway.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::ListMerge;

static QJsonObject jsonOf(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

class ThreeWayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aMergeTakesWhatTheManifestChanged_data()
    {
        QTest::addColumn<QByteArray>("old");
        QTest::addColumn<QByteArray>("live");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("merged");
        const auto row = [](const char *name, const char *old, const char *live, const char *target,
                            const char *merged) {
            QTest::newRow(name) << QByteArray(old) << QByteArray(live) << QByteArray(target)
                                << QByteArray(merged);
        };
        row("a value that changed", "{\"a\": 1}", "{\"a\": 1, \"b\": 2}", "{\"a\": 3}",
            "{\"a\": 3, \"b\": 2}");
        row("a value that went", "{\"a\": 1, \"c\": 1}", "{\"a\": 1, \"b\": 2, \"c\": 5}",
            "{\"a\": 1}", "{\"a\": 1, \"b\": 2}");
        row("drift is taken back", "{\"a\": 1}", "{\"a\": 9}", "{\"a\": 1}", "{\"a\": 1}");
        row("a null says nothing", "{\"a\": null}", "{\"a\": 9}", "{\"a\": null}", "{\"a\": 9}");
        row("null instead of a value takes it away", "{\"a\": 1}", "{\"a\": 1}", "{\"a\": null}",
            "{}");
        row("objects inside", "{\"m\": {\"x\": \"1\", \"y\": \"1\"}}",
            "{\"m\": {\"x\": \"1\", \"y\": \"1\", \"z\": \"1\"}}", "{\"m\": {\"x\": \"2\"}}",
            "{\"m\": {\"x\": \"2\", \"z\": \"1\"}}");
        row("equal amounts", "{\"limits\": {\"cpu\": \"1000m\"}}", "{\"limits\": {\"cpu\": \"1\"}}",
            "{\"limits\": {\"cpu\": \"1000m\"}}", "{\"limits\": {\"cpu\": \"1\"}}");
        row("containers by name: changed, injected, gone",
            "{\"containers\": [{\"name\": \"a\", \"image\": \"1\"}, {\"name\": \"b\"}]}",
            "{\"containers\": [{\"name\": \"a\", \"image\": \"1\", \"p\": 1}, {\"name\": \"b\"},"
            " {\"name\": \"mesh\"}]}",
            "{\"containers\": [{\"name\": \"a\", \"image\": \"2\"}]}",
            "{\"containers\": [{\"name\": \"a\", \"image\": \"2\", \"p\": 1},"
            " {\"name\": \"mesh\"}]}");
        row("ports of one number and two protocols",
            "{\"ports\": [{\"port\": 53}, {\"port\": 53, \"protocol\": \"UDP\"}]}",
            "{\"ports\": [{\"port\": 53, \"protocol\": \"TCP\", \"nodePort\": 30001},"
            " {\"port\": 53, \"protocol\": \"UDP\", \"nodePort\": 30002}]}",
            "{\"ports\": [{\"port\": 53}, {\"port\": 53, \"protocol\": \"UDP\"}]}",
            "{\"ports\": [{\"port\": 53, \"protocol\": \"TCP\", \"nodePort\": 30001},"
            " {\"port\": 53, \"protocol\": \"UDP\", \"nodePort\": 30002}]}");
        row("a list without keys is replaced", "{\"args\": [\"a\"]}", "{\"args\": [\"b\"]}",
            "{\"args\": [\"c\"]}", "{\"args\": [\"c\"]}");
        row("defaults inside such a list are no difference", "{\"rules\": [{\"host\": \"a\"}]}",
            "{\"rules\": [{\"host\": \"a\", \"type\": \"P\"}]}", "{\"rules\": [{\"host\": \"a\"}]}",
            "{\"rules\": [{\"host\": \"a\", \"type\": \"P\"}]}");
        row("another order is no difference", "{\"env\": [{\"name\": \"a\"}, {\"name\": \"b\"}]}",
            "{\"env\": [{\"name\": \"b\"}, {\"name\": \"a\"}]}",
            "{\"env\": [{\"name\": \"a\"}, {\"name\": \"b\"}]}",
            "{\"env\": [{\"name\": \"b\"}, {\"name\": \"a\"}]}");
        row("finalizers of others stay", "{\"finalizers\": [\"a\"]}",
            "{\"finalizers\": [\"a\", \"x\"]}", "{\"finalizers\": [\"b\"]}",
            "{\"finalizers\": [\"x\", \"b\"]}");
    }

    void aMergeTakesWhatTheManifestChanged()
    {
        QFETCH(const QByteArray, old);
        QFETCH(const QByteArray, live);
        QFETCH(const QByteArray, target);
        QFETCH(const QByteArray, merged);
        const auto result =
            kube::threeWayMerge(jsonOf(old), jsonOf(live), jsonOf(target), ListMerge::ByKey);
        QCOMPARE(QJsonDocument(result).toJson(), QJsonDocument(jsonOf(merged)).toJson());
    }

    void listsOfCustomResourcesAreReplaced()
    {
        const auto live = jsonOf("{\"containers\": [{\"name\": \"a\"}, {\"name\": \"x\"}]}");
        const auto target = jsonOf("{\"containers\": [{\"name\": \"b\"}]}");
        QCOMPARE(kube::threeWayMerge({}, live, target, ListMerge::Replace), target);
    }

    void aPatchSaysOnlyTheDifference()
    {
        const auto from = jsonOf("{\"a\": 1, \"b\": {\"c\": 1, \"d\": 2}, \"e\": [1], \"f\": 1}");
        const auto to = jsonOf("{\"a\": 1, \"b\": {\"c\": 2}, \"e\": [1, 2], \"g\": {}}");
        QCOMPARE(kube::mergePatch(from, to),
                 jsonOf("{\"b\": {\"c\": 2, \"d\": null}, \"e\": [1, 2], \"f\": null,"
                        " \"g\": {}}"));
        QVERIFY(kube::mergePatch(from, from).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ThreeWayTest)

#include "tst_threeway.moc"
