// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

#include <functional>

namespace workspace {

/// Turns the lines of a log file into what a LogStore takes: lines that begin with an RFC 3339
/// stamp. Each line is looked at by itself, so files may mix forms:
///
/// - the CRI's, as under /var/log/pods: `<stamp> stdout F text`, P for a part of a line:
///   https://github.com/kubernetes/design-proposals-archive/blob/main/node/kubelet-cri-logging.md
/// - Docker's json-file: `{"log":"text\n","stream":"stdout","time":"<stamp>"}`:
///   https://docs.docker.com/engine/logging/drivers/json-file/
/// - klog's: `I0102 15:04:05.000000 1 file.go:1] text`, whose year is that of the file:
///   https://github.com/kubernetes/klog
/// - `2026-01-02 15:04:05,123 text`, in the machine's time zone when it names none
/// - `kubectl logs --prefix`: `[pod/web/app] …` before any of these
/// - all else as it is.
///
/// One thread. A line longer than a mebibyte is cut there.
class LineDecoder
{
public:
    /// Whole lines of one stream; its name is that of `--prefix` without "pod/", or empty.
    using Sink = std::function<void(const QString &source, QByteArrayView lines)>;

    /// `day` is when the file was written last: stamps without a year are not after it.
    explicit LineDecoder(QDate day = QDate::currentDate());

    /// Takes bytes, cut anywhere.
    void receive(QByteArrayView bytes, const Sink &sink);
    /// The end: what is left is a line.
    void finish(const Sink &sink);

private:
    void takeLine(QByteArrayView line, const Sink &sink);
    void decode(QByteArrayView line);
    bool decodeDocker(QByteArrayView line);
    void flush(const Sink &sink);

    QDate m_day;
    QByteArray m_unfinished;
    QByteArray m_lines; ///< decoded, of m_source
    QByteArray m_part; ///< the text of a line whose end is still to come, with its stamp
    QString m_source;
};

} // namespace workspace
