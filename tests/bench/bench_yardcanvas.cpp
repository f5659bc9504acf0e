// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A tour over a yard of 200 krates with 5 windows of the default size each, 20 of which stream text
// ten times a second, at 1920 × 1080: how long each frame takes to paint, for our canvas and for
// the obvious road (a QGraphicsScene whose items paint their text), in one process, with the same
// data and camera path; then what ten times as many krates change for the canvas. Aims are judged
// by processor time, for the machine may have others to serve; the exit code is 1 when one is
// missed.
//
// `bench_yardcanvas canvas` leaves the naive road out, for a profiler.

#include "aims.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/look/look.h"
#include "workspace/window/contentfactory.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/layout.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QGraphicsItem>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <memory>
#include <numbers>
#include <vector>

using namespace Qt::StringLiterals;
using namespace workspace;

namespace {

constexpr int KrateCount = 200;
constexpr int Columns = 20; // so many stand in the world; the others around it
constexpr int WindowCount = 5;
constexpr int LiveCount = 20;
constexpr int Frames = 720;
constexpr int CanvasTours = 7;
constexpr int NaiveTours = 3; // a minute each
constexpr int UpdateEvery = 6; // frames: ten times a second at 60 frames a second

/// The text of one window, shared by both roads.
struct Text
{
    QStringList lines = {};
    int next = 0;

    void grow()
    {
        lines.removeFirst();
        lines.append(
            u"12:04:%1 INFO request %2 served in %3 ms"_s.arg(next % 60).arg(next).arg(next % 97));
        ++next;
    }
};

struct Yard
{
    Krates krates = {};
    std::map<QString, Text> texts = {};
    QStringList live = {};

    explicit Yard(int krateCount)
    {
        for (int k = 0; k < krateCount; ++k) {
            KrateRecord krate;
            krate.id = u"k%1"_s.arg(k, 3, 10, QLatin1Char('0'));
            krate.label = u"service-%1"_s.arg(k);
            krate.object =
                ObjectId{u"apps/v1"_s, u"Deployment"_s, u"team-%1"_s.arg(k % 12), krate.label};
            // A thousand windows do not fit in the world: the yard reaches beyond it, and the tour
            // passes where the first krates stand.
            const int row = k / Columns;
            krate.position = QPointF(-2700 + 880 * (k % Columns), -2700 + 1380 * row);
            krate.seq = quint64(k);
            for (int w = 0; w < WindowCount; ++w)
                addWindow(krate, w);
            krates[krate.id] = krate;
        }
    }

    void addWindow(KrateRecord &krate, int index)
    {
        const QString id = krate.id + u"-w%1"_s.arg(index);
        krate.windows =
            layout::withWindow(std::move(krate.windows), id, index % 2 ? View::Logs : View::Yaml);
        Text text;
        for (int line = 0; line < 16; ++line)
            text.lines.append(u"  line %1 of window %2: some: value here"_s.arg(line).arg(id));
        texts[id] = text;
        // The live ones stand where the tour passes.
        const auto column = krate.seq % Columns;
        const auto row = krate.seq / Columns;
        if (index < 2 && live.size() < LiveCount && row >= 4 && row <= 6 && column >= 6
            && column <= 12)
            live.append(id);
    }
};

void paintText(QPainter &painter, const Text &text, const Look &look, const QSizeF &size)
{
    painter.setFont(look.mono(12));
    painter.setPen(look.theme().textDim);
    qreal y = 18;
    for (const auto &line : text.lines) {
        if (y > size.height() + 12)
            break;
        painter.drawText(QPointF(12, y), line);
        y += 18;
    }
}

class Content : public WindowContent
{
public:
    Content(const Text &text, const Look &look)
        : m_text(text)
        , m_look(look)
    {
    }
    void setSize(QSizeF size) override { m_size = size; }
    void paint(QPainter &painter, bool) override { paintText(painter, m_text, m_look, m_size); }
    Freshness freshness() const override { return Freshness::Live; }
    QString statusText() const override { return {}; }
    QString accessibleText() const override { return {}; }

private:
    const Text &m_text;
    const Look &m_look;
    QSizeF m_size;
};

class Factory : public ContentFactory
{
public:
    Factory(const Yard &yard, const Look &look)
        : m_yard(yard)
        , m_look(look)
    {
    }
    std::unique_ptr<WindowContent> make(const KrateRecord &, const WindowRecord &window) override
    {
        return std::make_unique<Content>(m_yard.texts.at(window.id), m_look);
    }
    KrateStatus status(const KrateRecord &krate) const override
    {
        return {Health::Ok, u"Running"_s, kindOf(krate), u"deploy"_s, detailViews(kindOf(krate))};
    }

private:
    const Yard &m_yard;
    const Look &m_look;
};

/// The naive window: everything is painted in every frame it is seen in.
class WindowBox : public QGraphicsItem
{
public:
    WindowBox(const KrateRecord &krate, const WindowRecord &window, const Text &text,
              const Look &look)
        : m_text(text)
        , m_look(look)
        , m_title(viewLabel(window.view))
        , m_name(krate.label)
        , m_size(window.rect.size())
    {
        setPos(krate.position + window.rect.topLeft());
    }
    QRectF boundingRect() const override { return {QPointF(), m_size}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        const auto &theme = m_look.theme();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(theme.borderStrong);
        painter->setBrush(theme.panel);
        painter->drawRoundedRect(boundingRect().adjusted(0.5, 0.5, -0.5, -0.5), 9, 9);
        painter->setFont(m_look.sans(13, QFont::DemiBold));
        painter->setPen(theme.text);
        painter->drawText(QPointF(36, 22), m_title);
        painter->setFont(m_look.sans(13));
        painter->setPen(theme.textDim);
        painter->drawText(QPointF(110, 22), m_name);
        painter->setFont(m_look.sans(12));
        qreal x = 14;
        for (const QString &tab : {u"YAML"_s, u"Describe"_s, u"Logs"_s, u"Shell"_s}) {
            painter->drawText(QPointF(x, 55), tab);
            x += 70;
        }
        painter->translate(0, 66);
        painter->setClipRect(QRectF(0, 0, m_size.width(), m_size.height() - 66));
        paintText(*painter, m_text, m_look, m_size - QSizeF(0, 66));
    }

private:
    const Text &m_text;
    const Look &m_look;
    QString m_title;
    QString m_name;
    QSizeF m_size;
};

class KrateBox : public QGraphicsItem
{
public:
    KrateBox(const KrateRecord &krate, const Look &look)
        : m_krate(krate)
        , m_look(look)
    {
    }
    QRectF boundingRect() const override { return layout::bounds(m_krate); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        const auto &theme = m_look.theme();
        QColor color = theme.forNamespace(nameSpaceOf(m_krate));
        painter->setRenderHint(QPainter::Antialiasing);
        QPen pen(color, 1, Qt::DashLine);
        pen.setCosmetic(true);
        painter->setPen(pen);
        color.setAlphaF(0.04F);
        painter->setBrush(color);
        painter->drawRoundedRect(boundingRect(), 18, 18);
        painter->setFont(m_look.sans(15, QFont::DemiBold));
        painter->setPen(theme.text);
        painter->drawText(boundingRect().topLeft() + QPointF(66, 40), m_krate.label);
        painter->setFont(m_look.sans(12));
        painter->drawText(boundingRect().topLeft() + QPointF(200, 40), u"Running"_s);
    }

private:
    KrateRecord m_krate;
    const Look &m_look;
};

/// Where the tour goes on from one view to the next, in frames, with the zoom felt as a ratio.
struct Leg
{
    CameraView to = {};
    int frames = 0;
};

/// The camera at one frame of the tour: panning, out to the cards, in to one window, flights.
CameraView tourAt(int frame)
{
    static const std::vector<Leg> legs{
        {{{2600, 3600}, 0.92}, 0},  {{{6200, 3600}, 0.92}, 180}, {{{6200, 4200}, 0.2}, 90},
        {{{7400, 3900}, 0.2}, 60},  {{{7400, 4600}, 1.5}, 90},   {{{6000, 4600}, 1.5}, 90},
        {{{4200, 5200}, 0.6}, 60},  {{{7000, 3200}, 0.92}, 32},  {{{3200, 5600}, 0.92}, 32},
        {{{6400, 4400}, 0.92}, 86},
    };
    CameraView from = legs.front().to;
    for (const auto &leg : legs) {
        if (frame < leg.frames) {
            const qreal t = Camera::ease(qreal(frame + 1) / leg.frames);
            return {from.centre + (leg.to.centre - from.centre) * t,
                    from.zoom * std::pow(leg.to.zoom / from.zoom, t)};
        }
        frame -= leg.frames;
        from = leg.to;
    }
    return from;
}

/// Milliseconds of every frame: on the wall, and of processor time, all threads together (Qt's
/// painter has some of its own). On a machine that others use too only the latter can be compared.
struct Times
{
    std::vector<double> wall = {};
    std::vector<double> cpu = {};
};

double processorMs()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

struct Figures
{
    double p50 = 0;
    double p99 = 0;
    double late = 0; ///< percent of frames over 16.7 ms
};

Figures figuresOf(std::vector<double> times)
{
    std::ranges::sort(times);
    const auto at = [&](double share) { return times[size_t(share * double(times.size() - 1))]; };
    const auto late = std::ranges::count_if(times, [](double ms) { return ms > 16.7; });
    return {at(0.5), at(0.99), 100.0 * double(late) / double(times.size())};
}

template<typename Step>
Times tour(Yard &yard, Step step)
{
    Times times;
    for (int frame = 0; frame < Frames; ++frame) {
        const bool grows = frame % UpdateEvery == 0;
        if (grows) {
            for (const auto &id : yard.live)
                yard.texts.at(id).grow();
        }
        QElapsedTimer clock;
        const double cpu = processorMs();
        clock.start();
        step(frame, grows);
        times.wall.push_back(double(clock.nsecsElapsed()) / 1e6);
        times.cpu.push_back(processorMs() - cpu);
    }
    return times;
}

/// The median of `count` tours, frame by frame, each over a yard and a canvas of its own: what the
/// machine did beside a frame is not the frame's.
template<typename Tour>
Times median(int count, int krateCount, Tour once)
{
    std::vector<Times> tours;
    for (int i = 0; i < count; ++i) {
        Yard yard(krateCount);
        tours.push_back(once(yard));
    }
    const auto middle = [&](auto member, size_t frame) {
        std::vector<double> values;
        values.reserve(tours.size());
        for (const auto &tour : tours)
            values.push_back((tour.*member)[frame]);
        std::ranges::nth_element(values, values.begin() + count / 2);
        return values[size_t(count) / 2];
    };
    Times times;
    for (size_t frame = 0; frame < Frames; ++frame) {
        times.wall.push_back(middle(&Times::wall, frame));
        times.cpu.push_back(middle(&Times::cpu, frame));
    }
    return times;
}

Times benchCanvas(Yard &yard, Look &look)
{
    YardDocument document;
    document.reset(yard.krates);
    Factory factory(yard, look);
    YardCanvas canvas(document, factory, look);
    canvas.setMotion(false);
    canvas.resize(1920, 1080);
    canvas.show();
    canvas.setView(tourAt(0));
    QApplication::processEvents();
    return tour(yard, [&](int frame, bool grows) {
        if (grows) {
            for (const auto &id : yard.live) {
                if (auto *content = canvas.contentOf(id))
                    Q_EMIT content->updated();
            }
        }
        canvas.setView(tourAt(frame));
        canvas.repaint();
    });
}

Times benchNaive(Yard &yard, Look &look)
{
    QGraphicsScene scene(layout::World);
    scene.setBackgroundBrush(look.theme().ground);
    std::map<QString, QGraphicsItem *> boxes;
    for (const auto &[id, krate] : yard.krates) {
        scene.addItem(new KrateBox(krate, look)); // the scene owns its items
        for (const auto &window : krate.windows) {
            auto *box = new WindowBox(krate, window, yard.texts.at(window.id), look);
            boxes[window.id] = box;
            scene.addItem(box);
        }
    }
    QGraphicsView view(&scene);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.resize(1920, 1080);
    view.show();
    QApplication::processEvents();
    return tour(yard, [&](int frame, bool grows) {
        if (grows) {
            for (const auto &id : yard.live)
                boxes[id]->update();
        }
        const auto at = tourAt(frame);
        view.setTransform(QTransform::fromScale(at.zoom, at.zoom));
        view.centerOn(at.centre);
        view.viewport()->repaint();
    });
}

void print(const char *name, const Times &times)
{
    const auto wall = figuresOf(times.wall);
    const auto cpu = figuresOf(times.cpu);
    std::printf("%-20s processor p50 %6.2f ms, p99 %6.2f ms, over 16.7 ms %5.1f %%;  "
                "wall p50 %6.2f ms, p99 %6.2f ms, over 16.7 ms %5.1f %%\n",
                name, cpu.p50, cpu.p99, cpu.late, wall.p50, wall.p99, wall.late);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    Look look(Theme::darkTheme());
    const auto canvas = [&](Yard &yard) { return benchCanvas(yard, look); };
    const Times ours = median(CanvasTours, KrateCount, canvas);
    print("canvas", ours);
    const auto our = figuresOf(ours.cpu);
    if (app.arguments().contains(u"canvas"_s))
        return 0;
    const Times naive =
        median(NaiveTours, KrateCount, [&](Yard &yard) { return benchNaive(yard, look); });
    print("naive", naive);
    const Times tenfold = median(CanvasTours, 10 * KrateCount, canvas);
    print("canvas, 2000 krates", tenfold);
    const auto their = figuresOf(naive.cpu);
    const auto ten = figuresOf(tenfold.cpu);
    bench::Aims aims;
    aims.atLeast("p99 of the naive scene beside ours", their.p99 / our.p99, 20, " times");
    aims.atMost("frames over 16.7 ms", our.late, 0, " %");
    aims.atMost("p99 with ten times the krates beside ours", ten.p99 / our.p99, 1.5, " times");
    aims.atMost("frames over 16.7 ms with ten times the krates", ten.late, 0, " %");
    return aims.exitCode();
}
