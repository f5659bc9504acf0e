// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "kube/logstore/stamp.h"
#include "kube/streams/logmark.h"
#include "kube/streams/logseam.h"

#include <QList>

using kube::LogSeam;

/// A log that breaks off twice and is repeated from since() on, as a server does: every line that
/// has a stamp arrives once, in its order; a mark is read back as it was written.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto bytes = fuzz::viewOf(data, size);
    if (const auto mark = kube::logMarkOf(bytes))
        fuzz::require(kube::logMarkOf(kube::bytesOf(*mark)) == mark, "a mark is read back");
    if (size < 2)
        return 0;
    QByteArrayList lines;
    for (const auto &line : bytes.sliced(2).toByteArray().split('\n')) {
        if (logstore::stampOf(line).length > 0)
            lines.append(QByteArray(line).append('\n'));
    }
    LogSeam seam;
    QByteArray got;
    for (const auto until : {qsizetype(data[0]), qsizetype(data[1]), lines.size()}) {
        seam.begin();
        const auto since = seam.since();
        QByteArray answer;
        for (const auto &line : lines.first(qMin(until, lines.size()))) {
            if (logstore::stampOf(line).time >= since)
                answer.append(line);
        }
        got.append(seam.take(answer));
    }
    // What is older than a second when it arrives late cannot be told from what the server left
    // out: all lines arrive when they are in order.
    bool isOrdered = data[0] <= data[1];
    for (qsizetype i = 1; i < lines.size(); ++i)
        isOrdered =
            isOrdered && logstore::stampOf(lines[i - 1]).time <= logstore::stampOf(lines[i]).time;
    if (isOrdered)
        fuzz::require(got == lines.join(), "every line once");
    fuzz::require(got.size() <= lines.join().size() * 3, "no line more often than it came");
    return 0;
}
