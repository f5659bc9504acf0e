// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/copy/copytext.h"

#include "workspace/errortext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::CopyText)
};

} // namespace

QString copyProblemText(const kube::Error &error)
{
    const auto &reason = error.reason;
    if (reason == "NoShell"_L1)
        return Tr::tr("The container has no shell, so nothing can be copied into it. Use a debug "
                      "container instead.");
    if (reason == "NoTar"_L1)
        return Tr::tr("The container has no tar, which a folder needs. Copy single files instead.");
    if (reason == "NoSuchFile"_L1)
        return Tr::tr("The container has no file or folder %1.").arg(error.message);
    if (reason == "NoFolder"_L1)
        return Tr::tr("The container has no folder %1. Give one that exists.").arg(error.message);
    if (reason == "LocalFile"_L1)
        return Tr::tr("This computer cannot read or write %1.").arg(error.message);
    if (reason == "Changed"_L1)
        return Tr::tr("%1 became shorter while it was copied. Try again.").arg(error.message);
    if (reason == "TooMany"_L1)
        return Tr::tr("The folder holds more than %1 files. Copy its parts.").arg(error.message);
    if (reason == "Truncated"_L1)
        return Tr::tr("The connection ended before everything was copied. Try again.");
    if (reason == "BadArchive"_L1)
        return Tr::tr("The container sent something that is no archive: %1.").arg(error.message);
    if (reason == "OutsidePath"_L1)
        return Tr::tr(
                   "The container sent a path that leads out of the folder (%1), so the copy was "
                   "stopped. Do not trust this container.")
            .arg(error.message);
    if (reason == "Failed"_L1)
        return Tr::tr("The command in the container failed: %1").arg(error.message);
    if (reason == "Cancelled"_L1)
        return Tr::tr("Cancelled.");
    return errorText(error);
}

QString copyProgressText(const kube::ContainerCopy &copy, qint64 perSecond)
{
    const QLocale locale;
    const auto size = [&locale](qint64 bytes) {
        return locale.formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
    };
    auto text = copy.total() == 0 ? size(copy.done())
        : copy.isEstimate() ? Tr::tr("%1 of about %2").arg(size(copy.done()), size(copy.total()))
                            : Tr::tr("%1 of %2").arg(size(copy.done()), size(copy.total()));
    if (perSecond > 0 && !copy.isFinished())
        text += u"  ·  "_s + Tr::tr("%1/s").arg(size(perSecond));
    return text;
}

} // namespace workspace
