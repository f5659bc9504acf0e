// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/file/filefeed.h"

#include <QDateTime>
#include <QDir>

#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

FileFeed::FileFeed(const QString &path, QObject *parent)
    : LogFeed(defaultFolder(), parent)
    , m_path(path)
{
}

FileFeed::~FileFeed() = default;

void FileFeed::read(const Request &request)
{
    m_request = request;
    if (m_file && m_path == "-"_L1)
        return; // what came through a pipe comes once
    store().clear();
    m_file = std::make_unique<TailedFile>(m_path);
    connect(m_file.get(), &TailedFile::received, this, &FileFeed::take);
    connect(m_file.get(), &TailedFile::begunAgain, this, &FileFeed::begunAgain);
    connect(m_file.get(), &TailedFile::ended, this, &FileFeed::ended);
    const auto problem = m_file->start();
    m_decoder = LineDecoder(m_file->lastWritten());
    if (!problem.isEmpty())
        return ended(problem);
    m_file->setPaused(m_isPaused);
    setState(m_isPaused ? State::Paused : State::Live);
}

void FileFeed::reconnect()
{
    if (m_state == State::Ended || m_state == State::Failed)
        read(m_request);
}

void FileFeed::setPaused(bool paused)
{
    m_isPaused = paused;
    if (m_file)
        m_file->setPaused(paused);
    if (paused && m_state == State::Live)
        setState(State::Paused);
    else if (!paused && m_state == State::Paused)
        setState(State::Live);
}

bool FileFeed::isCaughtUp() const
{
    return m_state == State::Failed || (m_file && m_file->isCaughtUp());
}

void FileFeed::take(const QByteArray &bytes)
{
    m_stats.bytes += bytes.size();
    m_stats.heard = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    m_decoder.receive(bytes, m_sink);
}

void FileFeed::begunAgain(TailedFile::Again how)
{
    m_decoder.finish(m_sink);
    const auto text = how == TailedFile::Again::Truncated
        ? tr("The file was cut: it is read from its beginning.")
        : tr("Another file has taken its place: it is read from its beginning.");
    store().appendMark(store().source({}), text.toUtf8(),
                       store().count() == 0 ? logstore::NoTime
                                            : store().timeBefore(store().end() - 1));
}

void FileFeed::ended(const QString &problem)
{
    m_decoder.finish(m_sink);
    if (problem.isEmpty())
        return setState(State::Ended);
    const auto name = m_path == "-"_L1 ? tr("Standard input") : QDir::toNativeSeparators(m_path);
    m_error = {.kind = kube::Error::Kind::Config,
               .message = tr("%1 cannot be read: %2. R tries again.").arg(name, problem)};
    setState(State::Failed);
}

void FileFeed::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged();
}

} // namespace workspace
