// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/httphead.h"

#include <QList>
#include <QString>

namespace kube {

/// Takes HTTP/1.1 off an answer whose body may be endless: the head, the framing of the body
/// (chunked, by length, or up to the end of the connection), interim answers and trailers.
///
/// Foreign bytes cost what is written here and no more: a head of HttpHead::Limit, a line of
/// LineLimit before a chunk, trailers of HttpHead::Limit. What the standard leaves open to more
/// than one reading is an error. No Qt objects; any thread, one at a time.
/// https://www.rfc-editor.org/rfc/rfc9112#section-6
class HttpReader
{
public:
    static constexpr qsizetype LineLimit = 4 * 1024; ///< of a chunk's size and extensions
    static constexpr qint64 ChunkLimit = Q_INT64_C(1) << 40; ///< bytes in one chunk

    enum class State {
        Head, ///< before the body
        Body,
        Done, ///< the answer is complete; what follows it is not read
        Broken, ///< it never will be; see problem()
    };

    /// Takes what has arrived. What of it is body moves to its front; returns how much that is.
    qsizetype take(char *bytes, qsizetype size);
    /// Nothing more will arrive: an answer that goes on up to the end of the connection is Done,
    /// any other that is not complete is Broken.
    void finish();

    State state() const;
    const HttpHead &head() const { return m_head; } ///< no longer in State::Head
    /// Half a sentence.
    const QString &problem() const { return m_problem; }

private:
    enum class Part { Head, Sized, Endless, ChunkSize, Chunk, ChunkEnd, Trailers, Done, Broken };

    qsizetype takeHead(QByteArrayView bytes);
    void begin();
    void beginSized(const QHttpHeaders &headers);
    qsizetype takeSize(QByteArrayView bytes);
    qsizetype takeChunkEnd(QByteArrayView bytes);
    qsizetype takeTrailers(QByteArrayView bytes);
    void fail(const QString &problem);

    HttpHead m_head;
    Part m_part = Part::Head;
    QByteArray m_line; ///< what has arrived of a head, a chunk's line or a trailer
    qsizetype m_skipped = 0; ///< bytes of interim answers, or of trailers
    qint64 m_left = 0; ///< of a sized body, or of a chunk
    QString m_problem;
};

} // namespace kube
