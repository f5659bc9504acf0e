// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/report/recentlog.h"

#include "workspace/report/redaction.h"

#include <QDateTime>
#include <QMutex>

#include <cstdlib>
#include <deque>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

// Qt's handler is a function without a place for an object, so what it fills is here.
QMutex lock;
std::deque<QString> kept;
QtMessageHandler before = nullptr;

QString wordOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return u"debug"_s;
    case QtInfoMsg: return u"info"_s;
    case QtWarningMsg: return u"warning"_s;
    case QtCriticalMsg: return u"critical"_s;
    case QtFatalMsg: return u"fatal"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

void keep(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const QString line =
        u"%1 %2 %3: %4"_s.arg(QTime::currentTime().toString(u"HH:mm:ss"_s), wordOf(type),
                              QString::fromUtf8(context.category), redacted(text));
    QtMessageHandler next = nullptr;
    {
        const QMutexLocker locker(&lock);
        kept.push_back(line);
        if (std::ssize(kept) > RecentLog::Most)
            kept.pop_front();
        next = before;
    }
    if (next)
        next(type, context, text);
}

/// The program ends, perhaps in the middle (Qt does so when the X server is gone): what is kept
/// goes before Qt has said its last words.
void letGo()
{
    const auto current = qInstallMessageHandler(before);
    if (current != keep)
        qInstallMessageHandler(current); // somebody else's
}

} // namespace

RecentLog::RecentLog()
{
    [[maybe_unused]] static const int once = std::atexit(letGo);
    const auto previous = qInstallMessageHandler(keep);
    const QMutexLocker locker(&lock);
    before = previous;
    kept.clear();
}

RecentLog::~RecentLog()
{
    qInstallMessageHandler(before);
    const QMutexLocker locker(&lock);
    kept.clear();
}

QStringList RecentLog::lines() const
{
    const QMutexLocker locker(&lock);
    return QStringList(kept.begin(), kept.end());
}

} // namespace workspace
