// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/places.h"

#include "app/desktopoptions.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace app {

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

Places placesFor(const DesktopOptions &options, bool isDemo, const QString &scratch)
{
    const QDir data(dataFolder());
    const auto caches = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    Places places;
    // The demo is another one at every start; what its server knows need not be kept.
    if (!isDemo && !caches.isEmpty())
        places.discovery = caches + u"/krateyard/discovery"_s;
    if (!isDemo && options.screenshot.isEmpty())
        places.journal = data.filePath(u"journal.jsonl"_s);
    if (options.screenshot.isEmpty())
        places.tokens = data.filePath(u"relay-tokens.json"_s);
    if (!options.yard.isEmpty()) {
        const QFileInfo file(options.yard);
        places.yard = options.yard;
        places.session = file.dir().filePath(file.completeBaseName() + u".session.json"_s);
        return places;
    }
    const QDir own(!options.screenshot.isEmpty() ? scratch
                       : isDemo                  ? data.filePath(u"demo"_s)
                                                 : data.path());
    places.yards = own.filePath(u"yards"_s);
    places.session = own.filePath(u"session.json"_s);
    if (options.screenshot.isEmpty())
        places.yard = data.filePath(isDemo ? u"demo.json"_s : u"yard.json"_s);
    return places;
}

} // namespace app
