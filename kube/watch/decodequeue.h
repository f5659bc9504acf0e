// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/itemdecoder.h"
#include "kube/watch/jsonsplitter.h"

#include <QObject>

#include <memory>
#include <optional>

namespace kube {

/// What came out of one turn of the worker.
struct DecodedBatch
{
    std::vector<PackedItem> items = {}; ///< of a list
    std::vector<WatchEvent> events = {}; ///< of a watch
    std::optional<ListSummary> summary = {}; ///< once, at the end of a list
    QList<TableColumn> columns = {}; ///< of a list, as soon as they are known
    bool broken = false; ///< the bytes are not what was asked for
    bool finished = false; ///< everything handed in before finish() is decoded
};

/// Decodes one answer, block by block and in order, on a thread of the global pool. While a block
/// is being decoded further bytes gather, so a burst becomes one batch. A few bytes, an event or
/// two of a quiet watch, are decoded in the next turn of this thread's loop instead: waking another
/// thread and being woken by it costs many times what the decoding does.
class DecodeQueue : public QObject
{
    Q_OBJECT

public:
    enum class Form { ListOfRows, ListOfObjects, WatchOfRows, WatchOfObjects };

    /// Up to so many bytes are decoded on this thread, in some ten microseconds.
    static constexpr qsizetype FewBytes = 8 * 1024;

    /// `annotations`: ItemDecoder::setAnnotations().
    explicit DecodeQueue(Form form, const QStringList &annotations = {}, QObject *parent = nullptr);
    ~DecodeQueue() override;

    void push(const QByteArray &bytes);
    /// No more bytes will come: the last batch has `finished` set.
    void finish();
    qsizetype pendingBytes() const { return m_pending.size(); }

Q_SIGNALS:
    void decoded(const kube::DecodedBatch &batch);

private:
    class Worker;
    void schedule();
    void decodeHere();
    void decodeOnPool();
    void tell(const DecodedBatch &batch);

    std::shared_ptr<Worker> m_worker; ///< shared with the one job that is running
    QByteArray m_pending;
    bool m_running = false; ///< here or on the pool
    bool m_finishing = false;
    bool m_finished = false;
};

} // namespace kube
