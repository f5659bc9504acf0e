// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// makeicons IN.svg OUT.png SIZE - one size of an icon, for themes that take no SVG. Part of the
// build.

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const auto arguments = QGuiApplication::arguments();
    const int size = arguments.value(3).toInt();
    QSvgRenderer drawing(arguments.value(1));
    if (arguments.size() != 4 || size < 1 || size > 4096 || !drawing.isValid()) {
        std::fputs("usage: makeicons IN.svg OUT.png SIZE\n", stderr);
        return 2;
    }
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawing.render(&painter);
    painter.end();
    return image.save(arguments.at(2)) ? 0 : 1;
}
