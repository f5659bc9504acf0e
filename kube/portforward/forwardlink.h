// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/portforward/forwardsession.h"
#include "kube/portforward/localsocket.h"

namespace kube {

/// One local connection and where it leads. Waits unread until join(); either side is held back
/// while the other does not take what came, and each direction ends on its own.
///
/// Ends exactly once, with `ended`, on the event loop or from inside abort().
class ForwardLink : public QObject
{
    Q_OBJECT

public:
    /// Takes over an open descriptor.
    explicit ForwardLink(qintptr descriptor, QObject *parent = nullptr);

    void join(const ForwardStreams &streams);
    void abort(); ///< resets both sides

Q_SIGNALS:
    void sent(qint64 bytes); ///< to the pod
    void got(qint64 bytes); ///< from the pod
    /// `problem`: the pod's end in its own words; empty when there was none.
    void ended(const QString &problem);

private:
    void readOn();
    void takeError(const QByteArray &text);
    void settle();
    void end();

    LocalSocket m_socket;
    ForwardStreams m_streams;
    QByteArray m_problem;
    bool m_dataEnded = false;
    bool m_errorEnded = false;
    bool m_done = false;
};

} // namespace kube
