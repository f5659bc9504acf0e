// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/versions/versionpicture.h"

#include "workspace/export/exportpainter.h"
#include "workspace/export/yardexport.h"

#include <algorithm>

namespace workspace {

static constexpr size_t MostPainted = 400;
static constexpr QSizeF LeastSeen{1200, 650}; // world units: one krate alone is not blown up

QImage pictureOf(const Krates &krates, const ContentFactory &factory, const Look &look,
                 QSize pixels)
{
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(look.theme().ground);
    std::vector<KrateRecord> shown;
    for (const auto &[id, krate] : krates)
        shown.push_back(krate);
    std::ranges::sort(shown, {}, &KrateRecord::seq);
    if (shown.size() > MostPainted)
        shown.erase(shown.begin(), shown.end() - MostPainted);
    auto world = YardExport::boundsOf(shown);
    const auto centre = world.center();
    world.setSize(world.size().expandedTo(LeastSeen));
    // All of the picture shows the yard's ground.
    world.setSize(QSizeF(pixels).scaled(world.size(), Qt::KeepAspectRatioByExpanding));
    world.moveCenter(centre);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const qreal scale = pixels.width() / world.width();
    painter.scale(scale, scale);
    painter.translate(-world.topLeft());
    const ExportPainter drawing(look);
    drawing.paintGround(painter, world);
    for (const auto &krate : shown)
        drawing.paintKrate(painter, krate, factory.status(krate),
                           [](const WindowRecord &) -> WindowContent * { return nullptr; });
    return image;
}

} // namespace workspace
