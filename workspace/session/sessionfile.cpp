// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/session/sessionfile.h"

#include "workspace/session/session.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int Version = 1;
static constexpr qint64 LargestFile = 4 * Session::MostBytes; // indented it is larger
static constexpr auto OnlyMine = QFile::ReadOwner | QFile::WriteOwner;

SessionFile::SessionFile(Session &session, const QString &path, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_path(path)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(500);
    connect(&m_timer, &QTimer::timeout, this, &SessionFile::flush);
    connect(&m_session, &Session::changed, this, [this] {
        m_pending = true;
        m_timer.start();
    });
}

SessionFile::~SessionFile()
{
    flush();
}

bool SessionFile::isKeeping() const
{
    return m_lock && m_lock->isLocked();
}

void SessionFile::setDelay(std::chrono::milliseconds delay)
{
    m_timer.setInterval(delay);
}

QStringList SessionFile::load()
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    m_lock = std::make_unique<QLockFile>(QString(m_path + u".lock"_s));
    m_lock->setStaleLockTime(0); // only of a program that is gone
    m_lock->tryLock(0);
    QFile file(m_path);
    if (!file.exists()) {
        m_session.restore({});
        return {};
    }
    QJsonObject json;
    if (file.open(QIODevice::ReadOnly) && file.size() <= LargestFile)
        json = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    if (json.value("version"_L1).toInt() == Version && json.value("sections"_L1).isObject()) {
        m_session.restore(json.value("sections"_L1).toObject());
        return {};
    }
    m_session.restore({});
    const QString aside = m_path + u".broken"_s;
    if (isKeeping()) {
        QFile::remove(aside);
        QFile::rename(m_path, aside);
    }
    return {
        tr("What you had arranged for yourself cannot be read and begins anew. The file is kept "
           "as %1.")
            .arg(QDir::toNativeSeparators(aside))};
}

void SessionFile::flush()
{
    if (!m_pending || !isKeeping())
        return;
    m_timer.stop();
    QSaveFile file(m_path);
    const QJsonObject json{{u"version"_s, Version}, {u"sections"_s, m_session.all()}};
    const bool isOpen = file.open(QIODevice::WriteOnly) && file.setPermissions(OnlyMine);
    if (isOpen && file.write(QJsonDocument(json).toJson()) >= 0 && file.commit()) {
        m_pending = false;
        Q_EMIT saved();
        return;
    }
    Q_EMIT saveFailed(
        tr("What you arranged for yourself could not be saved: %1.").arg(file.errorString()));
}

} // namespace workspace
