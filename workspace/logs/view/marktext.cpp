// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/view/marktext.h"

#include "kube/logstore/stamp.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::LogMark)
};

QString clock(qint64 time)
{
    return QString::fromLatin1(logstore::stampText(time)).sliced(11).chopped(1);
}

QString gapText(const kube::LogMark &mark)
{
    if (mark.from != logstore::NoTime && mark.to != logstore::NoTime)
        return Tr::tr("Lines are missing from %1 to %2: the server no longer has them.")
            .arg(clock(mark.from), clock(mark.to));
    if (mark.to != logstore::NoTime)
        return Tr::tr("Lines are missing before %1: the server no longer has them.")
            .arg(clock(mark.to));
    if (mark.from != logstore::NoTime)
        return Tr::tr("Lines are missing after %1: the server no longer has them.")
            .arg(clock(mark.from));
    return Tr::tr("Lines are missing here: the server no longer has them.");
}

QString eventText(const kube::LogMark &mark, const QString &name)
{
    using Kind = kube::LogMark::Kind;
    switch (mark.kind) {
    case Kind::PodAdded: return Tr::tr("%1 was added").arg(name);
    case Kind::PodRemoved: return Tr::tr("%1 was removed").arg(name);
    case Kind::Restarted: return Tr::tr("%1 restarted").arg(name);
    case Kind::Ready: return Tr::tr("%1 is ready").arg(name);
    case Kind::NotReady: return Tr::tr("%1 is not ready").arg(name);
    case Kind::Gap: return name.isEmpty() ? gapText(mark) : name + ": "_L1 + gapText(mark);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QString markText(const kube::LogMark &mark)
{
    const auto name = mark.container.isEmpty() || mark.pod.isEmpty()
        ? QString(mark.pod + mark.container)
        : QString(mark.pod + u'/' + mark.container);
    const auto text = eventText(mark, name);
    return mark.detail.isEmpty() ? text : QString(text + ": "_L1 + mark.detail);
}

QString markText(QByteArrayView bytes)
{
    const auto mark = kube::logMarkOf(bytes);
    return mark ? markText(*mark) : QString::fromUtf8(bytes);
}

bool isGap(QByteArrayView bytes)
{
    const auto mark = kube::logMarkOf(bytes);
    return mark && mark->kind == kube::LogMark::Kind::Gap;
}

} // namespace workspace
