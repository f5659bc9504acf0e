// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logfeed.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace workspace {

LogFeed::LogFeed(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_store(folder)
{
}

LogFeed::~LogFeed() = default;

QString LogFeed::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + "/logs"_L1;
}

} // namespace workspace
