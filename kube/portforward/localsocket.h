// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

#include <deque>

namespace kube {

/// A TCP connection whose two directions end each on its own, which QTcpSocket cannot do: it closes
/// both when the other end has said its last (shutdown(2)).
///
/// Nothing is read while reading is off. What is written waits here without a limit: look at
/// bytesWaiting(). Ends once, with `closed`, by an error or abort().
class LocalSocket : public QObject
{
    Q_OBJECT

public:
    /// Takes over an open descriptor.
    explicit LocalSocket(qintptr descriptor, QObject *parent = nullptr);
    ~LocalSocket() override;

    void setReading(bool on);
    void write(const QByteArray &bytes);
    qint64 bytesWaiting() const { return m_waiting; }
    void finishWriting(); ///< after what waits: the other end reads its end then
    void abort(); ///< at once, with a reset

    bool hasReadAll() const { return m_readAll; }
    bool hasWrittenAll() const { return m_writtenAll; }

Q_SIGNALS:
    void received(const QByteArray &bytes);
    void readEnded();
    void written(qint64 bytes);
    void writeEnded();
    void closed(); ///< broken

private:
    void read();
    void flush();
    void release(bool broken);

    qintptr m_descriptor;
    QSocketNotifier m_readable;
    QSocketNotifier m_writable;
    std::deque<QByteArray> m_queue;
    qsizetype m_at = 0; ///< written of the first
    qint64 m_waiting = 0;
    bool m_finishing = false;
    bool m_readAll = false;
    bool m_writtenAll = false;
};

} // namespace kube
