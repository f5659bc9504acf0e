// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/session/sessionfile.h"

#include "workspace/session/session.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int Version = 1;
static constexpr qint64 LargestFile = 4 * Session::MostBytes; // indented it is larger

SessionFile::SessionFile(Session &session, const QString &path, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_file(path, DelayedFile::Readers::OwnerOnly)
{
    connect(&m_file, &DelayedFile::due, this, &SessionFile::flush);
    connect(&m_session, &Session::changed, &m_file, &DelayedFile::touch);
}

SessionFile::~SessionFile()
{
    flush();
}

bool SessionFile::isKeeping() const
{
    return m_lock && m_lock->isLocked();
}

QStringList SessionFile::load()
{
    QDir().mkpath(QFileInfo(path()).absolutePath());
    m_lock = std::make_unique<QLockFile>(QString(path() + u".lock"_s));
    m_lock->setStaleLockTime(0); // only of a program that is gone
    m_lock->tryLock(0);
    QFile file(path());
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
    const QString aside = path() + u".broken"_s;
    if (isKeeping()) {
        QFile::remove(aside);
        QFile::rename(path(), aside);
    }
    return {
        tr("What you had arranged for yourself cannot be read and begins anew. The file is kept "
           "as %1.")
            .arg(QDir::toNativeSeparators(aside))};
}

void SessionFile::flush()
{
    if (!isKeeping() || !m_file.stopWaiting())
        return;
    const QJsonObject json{{u"version"_s, Version}, {u"sections"_s, m_session.all()}};
    if (const auto done = m_file.write(QJsonDocument(json).toJson()); !done)
        Q_EMIT saveFailed(
            tr("What you arranged for yourself could not be saved: %1.").arg(done.error()));
    else
        Q_EMIT saved();
}

} // namespace workspace
