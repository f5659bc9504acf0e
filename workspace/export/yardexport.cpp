// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/export/yardexport.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/export/passondevice.h"
#include "workspace/yard/layout.h"

#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace workspace {

static constexpr qreal Margin = 40; ///< about all krates, world units
static constexpr qreal MostPixels = 48e6; ///< of a PNG: 192 MB while it is painted
static constexpr qreal LongestSide = 16'000;
static constexpr qreal PointsPerUnit = 0.75; ///< one unit is 1/96 inch on paper

YardExport::Format YardExport::formatOf(const QString &path)
{
    if (path.endsWith(".svg"_L1, Qt::CaseInsensitive))
        return Format::Svg;
    return path.endsWith(".pdf"_L1, Qt::CaseInsensitive) ? Format::Pdf : Format::Png;
}

QRectF YardExport::boundsOf(const std::vector<KrateRecord> &krates)
{
    QRectF bounds;
    for (const auto &krate : krates)
        bounds |= layout::bounds(krate);
    return bounds.adjusted(-Margin, -Margin, Margin, Margin);
}

YardExport::YardExport(const YardDocument &document, YardCanvas &canvas, ContentFactory &factory,
                       const Look &look, const Options &options, QObject *parent)
    : QObject(parent)
    , m_canvas(canvas)
    , m_factory(factory)
    , m_options(options)
    , m_drawing(look)
    , m_file(options.path)
{
    for (const auto &[id, krate] : document.krates()) {
        if (options.krates.isEmpty() || options.krates.contains(id))
            m_krates.push_back(krate);
    }
    std::ranges::sort(m_krates, {}, &KrateRecord::seq);
    m_bounds = boundsOf(m_krates);
    m_poll.setInterval(50ms);
    connect(&m_poll, &QTimer::timeout, this, &YardExport::look);
}

YardExport::~YardExport()
{
    m_painter.reset(); // before what it paints on
}

void YardExport::start()
{
    if (m_krates.empty())
        return fail(tr("There is no krate to be in the picture. Open something first."));
    if (!m_file.open(QIODevice::WriteOnly))
        return fail(tr("%1 cannot be written: %2. Choose another place.")
                        .arg(m_options.path, m_file.errorString()));
    if (!begin())
        return fail(tr("The picture is too large for this machine. Choose fewer krates."));
    m_drawing.paintGround(*m_painter, m_bounds);
    QTimer::singleShot(0, this, &YardExport::next);
}

void YardExport::cancel()
{
    fail({});
}

/// Makes what is painted on.
bool YardExport::begin()
{
    const QSizeF size = m_bounds.size();
    qreal scale = 1;
    QPaintDevice *device = nullptr;
    if (m_options.format == Format::Png) {
        scale = std::min({2.0, LongestSide / std::max(size.width(), size.height()),
                          std::sqrt(MostPixels / (size.width() * size.height()))});
        m_image = QImage((size * scale).toSize(), QImage::Format_RGB32);
        device = &m_image;
        if (m_image.isNull())
            return false;
    } else if (m_options.format == Format::Svg) {
        // SVG Tiny, the default, cannot clip: rows would reach out of their window.
        m_svg = std::make_unique<QSvgGenerator>(QSvgGenerator::SvgVersion::Svg11);
        m_svg->setOutputDevice(&m_file);
        m_svg->setSize(size.toSize());
        m_svg->setViewBox(QRectF(QPointF(), size));
        m_svg->setResolution(96);
        m_svg->setTitle(tr("Yard"));
        m_svgPainter = std::make_unique<QPainter>();
        if (!m_svgPainter->begin(m_svg.get()))
            return false;
        m_clipped = std::make_unique<PassOnDevice>(*m_svgPainter);
        device = m_clipped.get();
    } else {
        auto pdf = std::make_unique<QPdfWriter>(&m_file);
        pdf->setPageSize(
            QPageSize(size * PointsPerUnit, QPageSize::Point, {}, QPageSize::ExactMatch));
        pdf->setPageMargins({});
        pdf->setResolution(288);
        pdf->setCreator(u"Krateyard"_s);
        scale = 288 / 72 * PointsPerUnit;
        device = pdf.get();
        m_pdf = std::move(pdf);
    }
    m_painter = std::make_unique<QPainter>();
    if (!m_painter->begin(device))
        return false;
    m_painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    m_painter->scale(scale, scale);
    m_painter->translate(-m_bounds.topLeft());
    return true;
}

void YardExport::next()
{
    if (m_ended)
        return;
    Q_EMIT progressed(int(m_at), int(m_krates.size()));
    if (m_ended)
        return;
    if (m_at == m_krates.size())
        return finish();
    prepare();
    m_waiting.start();
    m_poll.start();
    look();
}

/// Contents for the windows that were never seen, or are seen at another size.
void YardExport::prepare()
{
    const auto &krate = m_krates[m_at];
    if (krate.minimized)
        return;
    const auto status = m_factory.status(krate);
    for (const auto &window : krate.windows) {
        const bool isShown =
            m_canvas.contentOf(window.id) && m_canvas.maximisedWindow() != window.id;
        if (isShown || window.view == View::Shell)
            continue;
        auto content = m_factory.make(krate, window);
        content->setSize(ExportPainter::contentSize(status, window));
        m_own.emplace(window.id, std::move(content));
    }
}

WindowContent *YardExport::contentOf(const WindowRecord &window) const
{
    const auto own = m_own.find(window.id);
    return own != m_own.end() ? own->second.get() : m_canvas.contentOf(window.id);
}

void YardExport::look()
{
    const bool isLoading = std::ranges::any_of(m_own, [](const auto &own) {
        return own.second->freshness() == WindowContent::Freshness::Loading;
    });
    if (isLoading && m_waiting.elapsed() < m_options.patience.count())
        return;
    m_poll.stop();
    paint();
    m_own.clear();
    ++m_at;
    QTimer::singleShot(0, this, &YardExport::next);
}

void YardExport::paint()
{
    const auto &krate = m_krates[m_at];
    m_painter->save();
    m_drawing.paintKrate(*m_painter, krate, m_factory.status(krate),
                         [this](const WindowRecord &window) { return contentOf(window); });
    m_painter->restore();
}

void YardExport::finish()
{
    m_painter->end();
    m_clipped.reset();
    m_svgPainter.reset(); // writes its end
    m_svg.reset();
    m_pdf.reset();
    if (m_options.format == Format::Png && !m_image.save(&m_file, "PNG"))
        return fail(tr("%1 could not be written: %2. Make room for it.")
                        .arg(m_options.path, m_file.errorString()));
    if (!m_file.commit())
        return fail(tr("%1 could not be written: %2. Make room for it.")
                        .arg(m_options.path, m_file.errorString()));
    m_ended = true;
    Q_EMIT finished({});
}

void YardExport::fail(const QString &problem)
{
    if (std::exchange(m_ended, true))
        return;
    m_poll.stop();
    m_painter.reset();
    m_file.cancelWriting();
    Q_EMIT finished(problem);
}

} // namespace workspace
