// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/file/tailedfile.h"

#include <QDateTime>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qint64 MostAtOnce = 1024 * 1024;
static constexpr int LookMilliseconds = 250; ///< inotify tells nothing of network file systems

TailedFile::TailedFile(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &TailedFile::readMore);
    m_look.setInterval(LookMilliseconds);
    connect(&m_look, &QTimer::timeout, this, &TailedFile::lookAgain);
}

TailedFile::~TailedFile() = default;

TailedFile::Identity TailedFile::identityOf(int descriptor)
{
    struct stat found = {};
    if (fstat(descriptor, &found) != 0)
        return {};
    return {quint64(found.st_dev), quint64(found.st_ino)};
}

TailedFile::Identity TailedFile::identityOfPath() const
{
    struct stat found = {};
    if (stat(QFile::encodeName(m_path).constData(), &found) != 0)
        return {};
    return {quint64(found.st_dev), quint64(found.st_ino)};
}

QString TailedFile::start()
{
    if (m_path == "-"_L1) {
        if (!m_file.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered))
            return m_file.errorString();
    } else {
        m_file.setFileName(m_path);
        if (QFileInfo(m_path).isDir())
            return QString::fromLocal8Bit(std::strerror(EISDIR));
        if (!open())
            return m_file.errorString();
    }
    m_isPipe = m_file.isSequential();
    if (m_isPipe) {
        m_notifier = std::make_unique<QSocketNotifier>(m_file.handle(), QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &TailedFile::readPipe);
    } else {
        m_next.start();
    }
    return {};
}

bool TailedFile::open()
{
    m_isBegin = true;
    m_gunzip.reset();
    return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

QDate TailedFile::lastWritten() const
{
    const auto written = m_isPipe ? QDateTime() : QFileInfo(m_path).lastModified();
    return written.isValid() ? written.date() : QDate::currentDate();
}

bool TailedFile::isCaughtUp() const
{
    if (m_isOver || !m_isPipe)
        return m_isOver || !m_next.isActive();
    pollfd waiting{.fd = m_file.handle(), .events = POLLIN, .revents = 0};
    return !m_isBegin && poll(&waiting, 1, 0) == 0;
}

void TailedFile::setPaused(bool paused)
{
    m_isPaused = paused;
    if (m_isOver)
        return;
    if (m_notifier)
        m_notifier->setEnabled(!paused);
    else if (paused) {
        m_next.stop();
        m_look.stop();
    } else {
        m_next.start();
    }
}

/// A read that a signal broke off is no end.
void TailedFile::readPipe()
{
    QByteArray bytes(MostAtOnce / 4, Qt::Uninitialized);
    const auto count = ::read(m_file.handle(), bytes.data(), size_t(bytes.size()));
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count < 0)
        return end(QString::fromLocal8Bit(std::strerror(errno)));
    if (count == 0)
        return end({});
    bytes.truncate(qsizetype(count));
    hand(bytes);
}

void TailedFile::readMore()
{
    const auto bytes = m_file.read(MostAtOnce);
    if (!bytes.isEmpty())
        return hand(bytes);
    m_next.stop();
    if (m_gunzip)
        return end(m_gunzip->isComplete() ? QString() : u"unexpected end of file"_s);
    m_look.start();
}

void TailedFile::hand(const QByteArray &bytes)
{
    if (std::exchange(m_isBegin, false) && Gunzip::isGzip(bytes))
        m_gunzip = std::make_unique<Gunzip>();
    if (!m_gunzip)
        return Q_EMIT received(bytes);
    m_gunzip->feed(bytes);
    for (auto text = m_gunzip->take(); !text.isEmpty(); text = m_gunzip->take())
        Q_EMIT received(text);
    if (m_gunzip->isBroken())
        end(u"invalid compressed data"_s);
}

/// More was written, it was cut, or another file has taken its name.
void TailedFile::lookAgain()
{
    const auto there = identityOfPath();
    const bool isReplaced =
        there != Identity() && there != identityOf(m_file.handle()) && m_path != "-"_L1;
    if (m_file.size() < m_file.pos()) {
        m_file.seek(0);
        m_isBegin = true;
        Q_EMIT begunAgain(Again::Truncated);
    }
    if (m_file.size() > m_file.pos()) { // the end of the old one, too
        m_look.stop();
        return m_next.start();
    }
    if (!isReplaced)
        return;
    m_file.close();
    if (!open())
        return end(m_file.errorString());
    Q_EMIT begunAgain(Again::Replaced);
    m_look.stop();
    m_next.start();
}

void TailedFile::end(const QString &problem)
{
    if (std::exchange(m_isOver, true))
        return;
    m_next.stop();
    m_look.stop();
    if (m_notifier)
        m_notifier->setEnabled(false);
    Q_EMIT ended(problem);
}

} // namespace workspace
