// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/export/exportpainter.h"
#include "workspace/yard/yarddocument.h"

#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QPainter>
#include <QSaveFile>
#include <QStringList>
#include <QTimer>

#include <memory>

class QPagedPaintDevice;
class QSvgGenerator;

namespace workspace {

class PassOnDevice;
class YardCanvas;

/// Writes a picture of a yard, krate by krate, so that the window stays at hand: PNG as it is seen
/// at twice the size (smaller when it would be huge), SVG and PDF with lines and text. A window
/// that was not seen yet gets a few seconds to load; a shell is not started for a picture. Ends
/// once, with finished(); the file is written whole or not at all. GUI thread only.
class YardExport final : public QObject
{
    Q_OBJECT

public:
    enum class Format { Png, Svg, Pdf };
    struct Options
    {
        QString path = {};
        Format format = Format::Png;
        QStringList krates = {}; ///< empty: all of them
        std::chrono::milliseconds patience = std::chrono::seconds(4); ///< with each krate's windows
    };

    /// By what `path` ends with; PNG when that tells nothing.
    static Format formatOf(const QString &path);
    /// The world rectangle about these krates, with a margin.
    static QRectF boundsOf(const std::vector<KrateRecord> &krates);

    /// All are borrowed and must outlive the export. Krates are as they are now.
    YardExport(const YardDocument &document, YardCanvas &canvas, ContentFactory &factory,
               const Look &look, const Options &options, QObject *parent = nullptr);
    ~YardExport() override;

    void start();
    void cancel();

Q_SIGNALS:
    void progressed(int done, int total);
    void finished(const QString &problem); ///< empty: the file is written, or it was cancelled

private:
    bool begin();
    void next();
    void prepare();
    void look();
    void paint();
    void finish();
    void fail(const QString &problem);
    WindowContent *contentOf(const WindowRecord &window) const;

    YardCanvas &m_canvas;
    ContentFactory &m_factory;
    const Options m_options;
    ExportPainter m_drawing;
    std::vector<KrateRecord> m_krates; ///< furthest first
    QRectF m_bounds;
    QSaveFile m_file;
    QImage m_image;
    std::unique_ptr<QSvgGenerator> m_svg;
    std::unique_ptr<QPainter> m_svgPainter;
    std::unique_ptr<PassOnDevice> m_clipped; ///< what m_painter paints an SVG on
    std::unique_ptr<QPagedPaintDevice> m_pdf;
    std::unique_ptr<QPainter> m_painter;
    std::map<QString, std::unique_ptr<WindowContent>> m_own; ///< made for the krate at hand
    size_t m_at = 0;
    QTimer m_poll;
    QElapsedTimer m_waiting;
    bool m_ended = false;
};

} // namespace workspace
