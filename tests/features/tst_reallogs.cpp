// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/logstore/stamp.h"
#include "kube/streams/loggroup.h"
#include "kube/watch/resourcecache.h"
#include "support/badnetwork.h"
#include "support/realtest.h"
#include "support/testdata.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>
#include <QUrl>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

using namespace Qt::StringLiterals;
using kube::LogGroup;
using kube::LogMark;
using logstore::LogStore;

namespace {

const auto Space = support::RealCluster::ownNamespace(u"logs"_s);
constexpr int FloodLines = 3'000'000;

/// The number in "line 17"; -1 for other lines.
///
/// When a file is rotated while the runtime writes a line, it writes it in two parts, and this old
/// kubelet puts the second one's stamp in between: that is taken out.
int numberIn(QByteArrayView line)
{
    auto text = line.toByteArray();
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto stamp = logstore::stampOf(QByteArrayView(text).sliced(at));
        if (stamp.length > 0)
            text.remove(at, stamp.length + 1);
    }
    bool isNumber = false;
    const auto number = text.startsWith("line ") ? text.sliced(5).toInt(&isNumber) : -1;
    return isNumber ? number : -1;
}

/// What a store says of numbered lines.
struct Tally
{
    explicit Tally(const LogStore &store, int count)
        : times(size_t(count), logstore::NoTime)
    {
        for (auto number = store.begin(); number < store.end(); ++number) {
            const auto line = store.line(number);
            if (line.level == logstore::Level::Mark) {
                marks.push_back(kube::logMarkOf(line.bytes).value_or(LogMark()));
                continue;
            }
            const int at = numberIn(line.bytes);
            if (at < 0 || at >= count)
                continue;
            repeated += times[size_t(at)] != logstore::NoTime ? 1 : 0;
            disordered += at < last ? 1 : 0;
            last = at;
            times[size_t(at)] = line.time;
        }
    }

    /// Runs of missing lines that no mark names: "17-19".
    QByteArrayList unexplained() const
    {
        QByteArrayList ranges;
        for (size_t at = 0; at < times.size(); ++at) {
            if (times[at] != logstore::NoTime)
                continue;
            const auto first = at;
            while (at < times.size() && times[at] == logstore::NoTime)
                ++at;
            const bool isNamed =
                first > 0 && at < times.size() && isGap(times[first - 1], times[at]);
            if (!isNamed)
                ranges.append(QByteArray::number(qint64(first)) + '-'
                              + QByteArray::number(qint64(at) - 1) + " after "
                              + logstore::stampText(times[first > 0 ? first - 1 : 0]));
        }
        return ranges;
    }
    /// Half a line may stand at the end of a file and at the beginning of one, and the runtime's
    /// stamps are out of order by some microseconds then.
    bool isGap(qint64 from, qint64 to) const
    {
        constexpr qint64 Millisecond = 1'000'000;
        return std::ranges::any_of(marks, [&](const LogMark &mark) {
            return mark.kind == LogMark::Kind::Gap && mark.from >= from - Millisecond
                && mark.to <= to + Millisecond;
        });
    }
    qint64 missing() const { return std::ranges::count(times, logstore::NoTime); }

    std::vector<qint64> times;
    std::vector<LogMark> marks;
    int repeated = 0;
    int disordered = 0;
    int last = -1;
};

} // namespace

/// Followed and merged logs of real pods.
class RealLogsTest : public QObject, private support::RealTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(true); !why.isEmpty())
            SKIP_ALL(why.constData());
        QVERIFY(m_real.freshNamespace(Space));
    }
    void cleanupTestCase()
    {
        if (m_real.isThere())
            m_real.removeNamespace(Space);
    }

    void everyLineOfAFloodComesOnceOrItsGapIsNamed()
    {
        apply(u"flood.yaml"_s);
        auto config = configOf(u"admin"_s);
        QUrl server(config.server);
        support::BadNetwork network(quint16(server.port()));
        server.setPort(network.port());
        config.server = server.toString();
        kube::Identity identity(config);
        kube::ApiClient client(identity);
        kube::ResourceCache cache(client);
        LogStore store(QDir::tempPath());
        LogGroup group(cache, {.nameSpace = Space, .pod = u"flood"_s}, store);
        group.read({});

        QTRY_VERIFY_WITH_TIMEOUT(store.count() > 0, 30'000);
        QElapsedTimer clock;
        clock.start();
        for (const int second : {6, 14, 23}) { // of the thirty for which it writes
            QTRY_VERIFY_WITH_TIMEOUT(clock.elapsed() > second * 1000, 30'000);
            const auto known = store.count();
            network.cut();
            QTRY_VERIFY_WITH_TIMEOUT(store.count() > known, 60'000);
            qInfo("cut at %d s and %lld lines", second, known);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!lastWords(store).isEmpty(), 90'000);
        const auto finished = lastWords(store);
        const Tally tally(store, FloodLines);
        const auto stats = group.stats();
        qInfo("%s; all there %.1f s after the first line; %lld lines missing in %lld gaps, %d "
              "repeated, "
              "%lld left out at seams",
              finished.constData(), double(clock.elapsed()) / 1000, tally.missing(), stats.gaps,
              tally.repeated, stats.repeated);
        QCOMPARE(tally.repeated, 0);
        QCOMPARE(tally.disordered, 0);
        for (const auto &mark : tally.marks) {
            if (mark.kind == LogMark::Kind::Gap)
                qInfo("gap from %s to %s", logstore::stampText(mark.from).constData(),
                      logstore::stampText(mark.to).constData());
        }
        QCOMPARE(tally.unexplained().join(", "), QByteArray());
        QVERIFY(stats.repeated > 0); // the cuts were felt
    }

    void tenPodsAreMergedInOrder()
    {
        apply(u"app.yaml"_s);
        // All ten: a deployment is available with eight, and the others would be marked as ready.
        QCOMPARE(m_real
                     .kubectl({u"-n"_s, Space, u"rollout"_s, u"status"_s, u"deployment/web"_s,
                               u"--timeout=120s"_s})
                     .code,
                 0);
        auto &cluster = connected(u"admin"_s);
        LogStore store(QDir::tempPath());
        // The cluster and this test share two cores: streams are late.
        const kube::LogGroupPace pace{.merge = {.hold = std::chrono::seconds(3)}};
        LogGroup group(cluster.cache(), {.nameSpace = Space, .selector = u"app=web"_s}, store,
                       pace);
        group.read({});
        QTRY_VERIFY_WITH_TIMEOUT(podsIn(store, 100).size() == 10, 60'000);
        QCOMPARE(disorderIn(store), 0);
        QCOMPARE(holesIn(store), 0);

        QCOMPARE(
            m_real.kubectl({u"-n"_s, Space, u"scale"_s, u"deployment/web"_s, u"--replicas=8"_s})
                .code,
            0);
        QTRY_COMPARE_WITH_TIMEOUT(marksIn(store, LogMark::Kind::PodRemoved), 2, 60'000);
        QCOMPARE(
            m_real.kubectl({u"-n"_s, Space, u"scale"_s, u"deployment/web"_s, u"--replicas=9"_s})
                .code,
            0);
        QTRY_COMPARE_WITH_TIMEOUT(marksIn(store, LogMark::Kind::PodAdded), 1, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(marksIn(store, LogMark::Kind::Ready), 1, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(podsIn(store, 50).size() == 11, 60'000);
        QCOMPARE(holesIn(store), 0);
        QCOMPARE(group.stats().gaps, 0);
    }

    void aContainerThatCrashesLosesNoLine()
    {
        apply(u"crashes.yaml"_s);
        auto &cluster = connected(u"admin"_s);
        LogStore store(QDir::tempPath());
        LogGroup group(cluster.cache(), {.nameSpace = Space, .pod = u"crashes"_s}, store);
        group.read({});
        QTRY_VERIFY_WITH_TIMEOUT(marksIn(store, LogMark::Kind::Restarted) >= 2
                                     && linesIn(store, "last words") >= 3,
                                 120'000);
        const int lives = linesIn(store, "last words");
        QCOMPARE(linesIn(store, "line 50"), lives);
        QCOMPARE(linesIn(store, "line 1"), lives);
        for (auto number = store.begin(); number < store.end(); ++number) {
            const auto mark = kube::logMarkOf(store.line(number).bytes);
            if (mark && mark->kind == LogMark::Kind::Restarted) {
                QCOMPARE(mark->detail, u"Error (3)"_s);
                QVERIFY(store.line(number - 1).bytes == "last words"
                        || store.line(number - 1).level == logstore::Level::Mark);
            }
        }
    }

private:
    void apply(const QString &file)
    {
        const auto output = m_real.kubectl(
            {u"-n"_s, Space, u"apply"_s, u"-f"_s, support::testData(u"logs/"_s + file)});
        QVERIFY2(output.code == 0, output.errors.constData());
    }

    /// What the flood says at its end, which marks may follow; empty before.
    static QByteArray lastWords(const LogStore &store)
    {
        for (auto number = std::max(store.begin(), store.end() - 5); number < store.end();
             ++number) {
            if (const auto text = store.line(number).bytes; text.startsWith("finished"))
                return text.toByteArray();
        }
        return {};
    }
    /// The sources that have at least so many lines.
    static std::set<int> podsIn(const LogStore &store, int lines)
    {
        std::map<int, int> counts;
        for (auto number = store.begin(); number < store.end(); ++number)
            ++counts[store.line(number).source];
        std::erase_if(counts, [lines](const auto &count) { return count.second < lines; });
        std::set<int> pods;
        for (const auto &[source, count] : counts)
            pods.insert(source);
        return pods;
    }
    static int disorderIn(const LogStore &store)
    {
        int disorder = 0;
        for (auto number = store.begin() + 1; number < store.end(); ++number)
            disorder += store.line(number).time < store.line(number - 1).time ? 1 : 0;
        return disorder;
    }
    /// Lines of a pod that are not the successor of the one before.
    static int holesIn(const LogStore &store)
    {
        std::map<int, int> next;
        int holes = 0;
        for (auto number = store.begin(); number < store.end(); ++number) {
            const auto line = store.line(number);
            const int at = line.level == logstore::Level::Mark ? -1 : numberIn(line.bytes);
            if (at < 0)
                continue;
            holes += at == next[line.source] ? 0 : 1;
            next[line.source] = at + 1;
        }
        return holes;
    }
    static int marksIn(const LogStore &store, LogMark::Kind kind)
    {
        int count = 0;
        for (auto number = store.begin(); number < store.end(); ++number) {
            const auto line = store.line(number);
            if (line.level != logstore::Level::Mark)
                continue;
            const auto mark = kube::logMarkOf(line.bytes);
            count += mark && mark->kind == kind ? 1 : 0;
        }
        return count;
    }
    static int linesIn(const LogStore &store, QByteArrayView text)
    {
        int count = 0;
        for (auto number = store.begin(); number < store.end(); ++number)
            count += store.line(number).bytes == text ? 1 : 0;
        return count;
    }
};

QTEST_GUILESS_MAIN(RealLogsTest)
#include "tst_reallogs.moc"
