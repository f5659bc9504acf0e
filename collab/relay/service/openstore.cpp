// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/service/openstore.h"

#include "collab/relay/store/memoryroomstore.h"
#include "collab/relay/store/sqlroomstore.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace relay {

std::expected<std::unique_ptr<RoomStore>, QString> openStore(const RelayConfig &config)
{
    const auto &folder = config.dataDir;
    if (folder.isEmpty())
        return std::make_unique<MemoryRoomStore>();
    static constexpr auto OwnerOnly =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    const QFileInfo place(folder);
    const bool isThere =
        place.isDir() || (QDir().mkpath(place.absolutePath()) && QDir().mkdir(folder, OwnerOnly));
    if (!isThere || !QFileInfo(folder).isWritable())
        return std::unexpected(u"cannot write in --data-dir %1"_s.arg(folder));
    return std::make_unique<SqlRoomStore>(QDir(folder).filePath(u"relay.sqlite"_s));
}

} // namespace relay
