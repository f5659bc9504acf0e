// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yard/delayedfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace workspace {

static constexpr auto OnlyMine = QFile::ReadOwner | QFile::WriteOwner;

DelayedFile::DelayedFile(const QString &path, Readers readers)
    : m_path(path)
    , m_readers(readers)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(500);
    connect(&m_timer, &QTimer::timeout, this, &DelayedFile::due);
}

void DelayedFile::touch()
{
    m_pending = true;
    m_timer.start();
}

bool DelayedFile::stopWaiting()
{
    m_timer.stop();
    return m_pending;
}

std::expected<void, QString> DelayedFile::write(const QByteArray &content)
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    const bool isOpen = file.open(QIODevice::WriteOnly)
        && (m_readers == Readers::Usual || file.setPermissions(OnlyMine));
    if (!isOpen || file.write(content) < 0 || !file.commit())
        return std::unexpected(file.errorString());
    m_pending = false;
    return {};
}

} // namespace workspace
