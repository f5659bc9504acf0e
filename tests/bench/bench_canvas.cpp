// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A tour over a yard of 200 krates with 5 windows each, 20 of which stream text ten times a second,
// at 1920 × 1080: how long each frame takes to paint, for our canvas and for the obvious road (a
// QGraphicsScene whose items paint their text), in one process, with the same data and camera path.

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
constexpr int WindowCount = 5;
constexpr int LiveCount = 20;
constexpr int Frames = 600;
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

    Yard()
    {
        for (int k = 0; k < KrateCount; ++k) {
            KrateRecord krate;
            krate.id = u"k%1"_s.arg(k, 3, 10, QLatin1Char('0'));
            krate.label = u"service-%1"_s.arg(k);
            krate.object =
                ObjectId{u"apps/v1"_s, u"Deployment"_s, u"team-%1"_s.arg(k % 12), krate.label};
            krate.position = QPointF(60 + 590 * (k % 20), 80 + 790 * (k / 20));
            krate.seq = quint64(k);
            for (int w = 0; w < WindowCount; ++w)
                addWindow(krate, w);
            // A thousand windows of the default size do not fit in the world side by side.
            for (auto &window : krate.windows)
                window.rect.setSize({240, 180});
            krate.windows = layout::tidied(std::move(krate.windows));
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
        if (index < 2 && live.size() < LiveCount && (krate.seq / 20) % 3 == 1
            && krate.seq % 20 >= 5)
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

/// The camera at one frame of the tour: across the yard, with the zoom swinging over its range.
CameraView tourAt(int frame)
{
    const qreal t = qreal(frame) / Frames;
    const qreal swing = (1 + std::cos(t * 6 * std::numbers::pi)) / 2;
    return {QPointF(1500 + 9000 * t, 4000 + 2500 * std::sin(t * 2 * std::numbers::pi)),
            0.2 * std::pow(1.6 / 0.2, swing)};
}

/// Milliseconds of every frame: on the wall, and of processor time, all threads together. On a
/// machine that others use too only the latter can be compared.
struct Times
{
    std::vector<double> wall = {};
    std::vector<double> cpu = {};
};

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
        const std::clock_t cpu = std::clock();
        clock.start();
        step(frame, grows);
        times.wall.push_back(double(clock.nsecsElapsed()) / 1e6);
        times.cpu.push_back(double(std::clock() - cpu) * 1e3 / CLOCKS_PER_SEC);
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

void print(const char *name, const std::vector<double> &times)
{
    const auto figures = figuresOf(times);
    std::printf("%-18s p50 %7.2f ms   p99 %7.2f ms   over 16.7 ms: %5.1f %%\n", name, figures.p50,
                figures.p99, figures.late);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    Look look(Theme::darkTheme());
    Yard yard;
    const Times ours = benchCanvas(yard, look);
    const Times naive = benchNaive(yard, look);
    print("canvas, wall", ours.wall);
    print("naive, wall", naive.wall);
    print("canvas, processor", ours.cpu);
    print("naive, processor", naive.cpu);
    const double our99 = figuresOf(ours.cpu).p99;
    const double naive99 = figuresOf(naive.cpu).p99;
    std::printf("canvas p99 %.2f ms, naive p99 %.2f ms, ratio %.1f\n", our99, naive99,
                naive99 / our99);
    return 0;
}
