// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktopchild.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/collection/collectioncontent.h"
#include "workspace/look/look.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/session/session.h"
#include "workspace/settings/preferences.h"
#include "workspace/window/deferredcontent.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMainWindow>
#include <QScreen>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using workspace::KrateRecord;

namespace bench {
namespace {

constexpr qreal RowHeight = 25; // of a collection, in window units
constexpr int RowsSeen = 8; // so many look like a table; a message or a title does not
constexpr qint64 LongestMs = 60'000;

/// The parts of the desktop that app/ puts together.
struct Desktop
{
    explicit Desktop(const DesktopChild &child)
        : clusters(kube::KubeconfigFiles::choose(child.kubeconfig, {}), child.cache)
        , window(clusters, document, preferences, session, look)
    {
        window.resize(1440, 900);
        window.show();
        clusters.cluster(clusters.current());
        since.start();
    }

    void open(const QString &target)
    {
        window.openTarget(*workspace::OpenTarget::parse(target), {});
    }
    workspace::WindowContent *contentOf(const KrateRecord &krate) const
    {
        return window.canvas().contentOf(krate.windows.front().id);
    }
    /// The table in a krate; nullptr while it waits for its cluster.
    workspace::CollectionContent *tableOf(const KrateRecord &krate) const
    {
        auto *deferred = qobject_cast<workspace::DeferredContent *>(contentOf(krate));
        return deferred ? qobject_cast<workspace::CollectionContent *>(deferred->content())
                        : nullptr;
    }

    workspace::Look look{workspace::Theme::darkTheme()};
    workspace::YardDocument document;
    workspace::Preferences preferences;
    workspace::Session session;
    workspace::ClusterSet clusters;
    mutable workspace::MainWindow window;
    QElapsedTimer since;
};

/// Whether there is something light in a part of a band.
bool hasInk(const QImage &band, int from, int to)
{
    for (int y = 0; y < band.height(); ++y) {
        for (int x = from; x < to; ++x) {
            if (qGray(band.pixel(x, y)) > 110)
                return true;
        }
    }
    return false;
}

/// How many bands as high as a row show text on the left and on the right.
int rowsIn(const QImage &table, qreal rowHeight)
{
    int rows = 0;
    for (qreal y = 0; y + rowHeight <= table.height(); y += rowHeight) {
        const auto band = table.copy(0, int(y), table.width(), int(rowHeight));
        const int third = band.width() / 3;
        if (hasInk(band, third / 4, third) && hasInk(band, 2 * third, band.width() - third / 4))
            ++rows;
    }
    return rows;
}

/// What is on the screen of a krate's window: the pixels that were painted, not painted again.
QImage onScreen(const Desktop &desktop, const KrateRecord &krate)
{
    auto &canvas = desktop.window.canvas();
    const auto world = krate.windows.front().rect.translated(krate.position);
    const QRect box(canvas.toScreen(world.topLeft()).toPoint(),
                    canvas.toScreen(world.bottomRight()).toPoint());
    const auto seen =
        box.intersected(canvas.rect()).translated(canvas.mapTo(&desktop.window, QPoint()));
    const auto picture = desktop.window.screen()->grabWindow(desktop.window.winId(), seen.x(),
                                                             seen.y(), seen.width(), seen.height());
    return picture.toImage();
}

bool showsRows(const Desktop &desktop)
{
    const auto &krates = desktop.document.krates();
    if (krates.empty())
        return false;
    const auto &krate = krates.begin()->second;
    auto *table = desktop.tableOf(krate);
    return table && table->model().rowCount() > 0
        && rowsIn(onScreen(desktop, krate), RowHeight * desktop.window.canvas().view().zoom)
        >= RowsSeen;
}

const QStringList TwentyTargets = {
    u"pods"_s,        u"deployments"_s,     u"replicasets"_s, u"daemonsets"_s,  u"statefulsets"_s,
    u"jobs"_s,        u"services"_s,        u"endpoints"_s,   u"configmaps"_s,  u"nodes"_s,
    u"namespaces"_s,  u"serviceaccounts"_s, u"events"_s,      u"roles"_s,       u"storageclasses"_s,
    u"pods/load-1"_s, u"pods/load-2"_s,     u"pods/load-3"_s, u"pods/load-4"_s, u"pods/load-5"_s};

// Lists, and every view of an object that goes on by itself.
const QStringList TwentyOfTheDemo = {u"pods"_s,
                                     u"deployments"_s,
                                     u"replicasets"_s,
                                     u"statefulsets"_s,
                                     u"daemonsets"_s,
                                     u"jobs"_s,
                                     u"cronjobs"_s,
                                     u"services"_s,
                                     u"configmaps"_s,
                                     u"secrets"_s,
                                     u"nodes"_s,
                                     u"namespaces"_s,
                                     u"events"_s,
                                     u"ingresses"_s,
                                     u"persistentvolumeclaims"_s,
                                     u"deploy/shop/cart:logs"_s,
                                     u"deploy/shop/catalog:yaml"_s,
                                     u"deploy/shop/checkout:describe"_s,
                                     u"deploy/payments/gateway:inspect"_s,
                                     u"deploy/monitoring/grafana:logs"_s};

void printMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return;
    const auto lines = status.readAll().split('\n');
    for (const auto &line : lines) {
        if (line.startsWith("VmRSS:") || line.startsWith("VmHWM:") || line.startsWith("RssAnon:"))
            std::printf("%s\n", line.simplified().constData());
    }
}

/// Looks at one krate after the other, so that each has its content, then waits for the pods.
class Tour
{
public:
    Tour(Desktop &desktop, int pods)
        : m_desktop(desktop)
        , m_pods(pods)
    {
    }

    /// Whether there is nothing more to see.
    bool step()
    {
        const auto &krates = m_desktop.document.krates();
        if (krates.size() < 20)
            return false;
        const auto count = qsizetype(krates.size());
        if (m_next < count && (m_next == 0 || isThere(*std::next(krates.begin(), m_next - 1))))
            m_desktop.window.canvas().flyToKrate(std::next(krates.begin(), m_next++)->first);
        return m_next == count && isThere(*std::prev(krates.end())) && mostRows() >= m_pods;
    }

private:
    bool isThere(const std::pair<const QString, KrateRecord> &entry) const
    {
        const auto *content = m_desktop.contentOf(entry.second);
        return content && content->freshness() != workspace::WindowContent::Freshness::Loading;
    }
    int mostRows() const
    {
        int most = 0;
        for (const auto &[id, krate] : m_desktop.document.krates()) {
            if (auto *table = m_desktop.tableOf(krate))
                most = std::max(most, table->model().rowCount());
        }
        return most;
    }

    Desktop &m_desktop;
    int m_pods;
    qsizetype m_next = 0;
};

} // namespace

int DesktopChild::showFirstRows(int argc, char **argv) const
{
    const QApplication application(argc, argv);
    Desktop desktop(*this);
    desktop.open(u"pods"_s);
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&desktop] {
        if (showsRows(desktop))
            std::_Exit(0); // the end is no part of what is measured
        if (desktop.since.elapsed() > LongestMs)
            std::_Exit(3);
    });
    look.start(4);
    return QApplication::exec();
}

int DesktopChild::stayWithTwentyKrates(int argc, char **argv) const
{
    const QApplication application(argc, argv);
    Desktop desktop(*this);
    desktop.window.canvas().setMotion(false);
    for (const auto &target : TwentyOfTheDemo)
        desktop.open(target);
    Tour tour(desktop, 0);
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        if (desktop.since.elapsed() > LongestMs)
            QApplication::exit(3);
        if (!tour.step())
            return;
        look.stop();
        desktop.window.canvas().flyToKrate(desktop.document.krates().begin()->first);
        std::puts("shown");
        std::fflush(stdout);
    });
    look.start(50);
    return QApplication::exec();
}

namespace {

/// Ends the process once a widget has been painted and its pixels handed over.
class FirstPaint : public QObject
{
protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) // what follows in the queue comes after the flush
            QTimer::singleShot(0, this, [] { std::_Exit(0); });
        return false;
    }
};

} // namespace

int DesktopChild::showFirstPaint(int argc, char **argv) const
{
    const QApplication application(argc, argv);
    FirstPaint first;
    Desktop desktop(*this);
    desktop.window.canvas().installEventFilter(&first);
    desktop.open(u"pods"_s);
    return QApplication::exec();
}

int showBareWindow(int argc, char **argv)
{
    const QApplication application(argc, argv);
    FirstPaint first;
    QMainWindow window;
    QWidget middle;
    middle.installEventFilter(&first);
    window.setCentralWidget(&middle);
    window.resize(1440, 900);
    window.show();
    const int code = QApplication::exec();
    window.takeCentralWidget(); // it is on the stack
    return code;
}

int DesktopChild::openTwentyKrates(int argc, char **argv) const
{
    const QApplication application(argc, argv);
    Desktop desktop(*this);
    desktop.window.canvas().setMotion(false);
    for (const auto &target : TwentyTargets)
        desktop.open(target);
    Tour tour(desktop, pods);
    QTimer look;
    QTimer rest; // lets pictures be renewed and what lists left behind go
    rest.setSingleShot(true);
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        if (tour.step() && !rest.isActive()) {
            look.stop();
            rest.start(3000);
        } else if (desktop.since.elapsed() > LongestMs) {
            QApplication::exit(3);
        }
    });
    QObject::connect(&rest, &QTimer::timeout, &rest, [&desktop] {
        const auto &krates = desktop.document.krates();
        const auto live = std::ranges::count_if(krates, [&desktop](const auto &entry) {
            const auto *content = desktop.contentOf(entry.second);
            return content && content->freshness() == workspace::WindowContent::Freshness::Live;
        });
        std::printf("krates: %zu, live: %zd\n", krates.size(), live);
        printMemory();
        std::fflush(stdout);
        QApplication::exit(0);
    });
    look.start(50);
    return QApplication::exec();
}

} // namespace bench
