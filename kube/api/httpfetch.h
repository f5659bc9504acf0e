// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/blockqueue.h"
#include "kube/api/httpreader.h"
#include "kube/api/nextturn.h"
#include "kube/api/serverway.h"

#include <QObject>

#include <memory>
#include <optional>

class QTcpSocket;

namespace kube {

/// One request without a body, on a connection of its own: what RawStream has on its reader thread.
///
/// Lives on that thread. Its signals arrive elsewhere from the event loop, in their order; only
/// take() and isEmpty() may be called from there. Ends exactly once.
class HttpFetch : public QObject
{
    Q_OBJECT

public:
    /// `request` as requestHead() makes it, with "Connection: close". Blocks are of up to
    /// `blockSize` bytes.
    HttpFetch(ServerWay way, QByteArray request, qsizetype blockSize);
    ~HttpFetch() override;

    void start();
    /// Bytes of the body, in their order and cut behind a line where there is one; null when there
    /// are none now, and arrived() tells of more. What is not taken holds the server back.
    QByteArray take();
    bool isEmpty() const { return m_blocks.isEmpty(); }

Q_SIGNALS:
    void opened(); ///< the server accepted (2xx)
    void arrived();
    /// No value: the answer is complete. Bytes may still wait to be taken.
    void ended(const std::optional<kube::Error> &error);

private:
    void read();
    bool readBlock();
    bool mayRead() const;
    void readLater();
    void decode(qsizetype got);
    void handOver(bool isAll);
    void lost();
    void finish();
    void end(const std::optional<Error> &error);

    ServerWay m_way;
    QByteArray m_request;
    qsizetype m_blockSize;
    std::unique_ptr<QTcpSocket> m_socket;
    HttpReader m_reader;
    BlockQueue m_blocks;
    NextTurn m_nextTurn;
    QByteArray m_buffer; ///< small while little arrives, else of m_blockSize; null before the first
    qsizetype m_filled = 0; ///< of m_buffer, with the body
    bool m_isBusy = false; ///< more arrives than was asked for
    bool m_opened = false;
    bool m_done = false;
};

} // namespace kube
