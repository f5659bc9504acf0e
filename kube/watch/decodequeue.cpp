// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/decodequeue.h"

#include "kube/onworker.h"

#include <QPointer>

namespace kube {

constexpr size_t LineLimit = JsonSplitter::ElementLimit;
constexpr size_t ColumnsWithin = 64 * 1024; // the skeleton up to the rows is small

/// The part that runs on the pool; one job at a time.
class DecodeQueue::Worker
{
public:
    Worker(Form form, const QStringList &annotations)
        : m_form(form)
    {
        m_decoder.setAnnotations(annotations);
    }

    DecodedBatch take(const QByteArray &bytes, bool last)
    {
        DecodedBatch batch{.finished = last};
        if (m_form == Form::ListOfRows || m_form == Form::ListOfObjects)
            takeList(bytes, last, batch);
        else
            takeWatch(bytes, batch);
        return batch;
    }

private:
    void takeList(const QByteArray &bytes, bool last, DecodedBatch &batch)
    {
        const auto sink = [&](const ObjectText &element) {
            if (auto item = itemOf(element))
                batch.items.push_back(std::move(*item));
            else
                batch.broken = true;
        };
        if (!m_splitter.feed(bytes, sink) || (last && !m_splitter.isComplete()))
            batch.broken = true;
        if (!batch.broken && !m_columnsSent && !batch.items.empty())
            sendColumns(batch);
        if (!batch.broken && m_splitter.isComplete() && !m_summarised) {
            m_summarised = true;
            batch.summary = summaryOf(m_splitter.skeleton());
            batch.broken = !batch.summary;
            if (batch.summary && !m_columnsSent)
                batch.columns = columnsOf(*batch.summary);
        }
    }

    std::optional<PackedItem> itemOf(const ObjectText &element)
    {
        if (m_form != Form::ListOfRows)
            return m_decoder.object(element);
        // A server that knows no Tables answers with the objects themselves.
        return m_splitter.hasRows() ? m_decoder.row(element) : m_decoder.nameRow(element);
    }

    /// The definitions stand before the rows, so they can be read from the unfinished skeleton.
    void sendColumns(DecodedBatch &batch)
    {
        auto skeleton = m_splitter.skeleton();
        if (skeleton.size() > ColumnsWithin || m_splitter.isComplete())
            return;
        m_columnsSent = true;
        skeleton += "]}";
        if (const auto early = summaryOf(skeleton))
            batch.columns = columnsOf(*early);
    }

    std::optional<ListSummary> summaryOf(std::string text)
    {
        text.reserve(text.size() + JsonSplitter::Padding);
        return m_decoder.summary(text);
    }

    QList<TableColumn> columnsOf(const ListSummary &summary) const
    {
        if (m_form != Form::ListOfRows || summary.isTable)
            return summary.columns;
        return {{.name = QStringLiteral("Name"),
                 .type = QStringLiteral("string"),
                 .format = QStringLiteral("name")}};
    }

    void takeWatch(const QByteArray &bytes, DecodedBatch &batch)
    {
        m_lines.reserve(m_lines.size() + size_t(bytes.size()) + JsonSplitter::Padding);
        size_t begin = 0;
        auto end = m_lines.size(); // what is there already is a line without its end
        m_lines.append(bytes.constData(), size_t(bytes.size()));
        for (end = m_lines.find('\n', end); end != std::string::npos && !batch.broken;
             end = m_lines.find('\n', begin)) {
            const auto line = std::string_view(m_lines).substr(begin, end - begin);
            begin = end + 1;
            if (line.find_first_not_of(" \r\t") == std::string_view::npos)
                continue;
            auto event = m_decoder.watchEvent(line, m_form == Form::WatchOfRows);
            if (event)
                batch.events.push_back(std::move(*event));
            else
                batch.broken = true;
        }
        m_lines.erase(0, begin);
        if (m_lines.size() > LineLimit)
            batch.broken = true;
    }

    const Form m_form;
    JsonSplitter m_splitter;
    ItemDecoder m_decoder;
    std::string m_lines;
    bool m_columnsSent = false;
    bool m_summarised = false;
};

DecodeQueue::DecodeQueue(Form form, const QStringList &annotations, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_shared<Worker>(form, annotations))
{
}

DecodeQueue::~DecodeQueue() = default;

void DecodeQueue::push(const QByteArray &bytes)
{
    m_pending += bytes;
    schedule();
}

void DecodeQueue::finish()
{
    m_finishing = true;
    schedule();
}

void DecodeQueue::schedule()
{
    if (m_running || m_finished || (m_pending.isEmpty() && !m_finishing))
        return;
    m_running = true;
    if (m_pending.size() <= FewBytes)
        QMetaObject::invokeMethod(this, &DecodeQueue::decodeHere, Qt::QueuedConnection);
    else
        decodeOnPool();
}

void DecodeQueue::decodeHere()
{
    if (m_pending.size() > FewBytes)
        return decodeOnPool(); // a burst came in the same turn
    m_finished = m_finishing;
    tell(m_worker->take(std::exchange(m_pending, {}), m_finished));
}

void DecodeQueue::decodeOnPool()
{
    m_finished = m_finishing;
    onWorker(
        this,
        [worker = m_worker, bytes = std::exchange(m_pending, {}), last = m_finished] {
            return worker->take(bytes, last);
        },
        [this](const DecodedBatch &batch) { tell(batch); });
}

void DecodeQueue::tell(const DecodedBatch &batch)
{
    m_running = false;
    const QPointer<DecodeQueue> alive(this);
    Q_EMIT decoded(batch);
    if (alive)
        schedule();
}

} // namespace kube
