// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "kube/streams/execchannel.h"
#include "kube/streams/execsession.h"

#include <QCoreApplication>
#include <QWebSocket>

namespace {

/// Timers need one. It stays until the process ends: Qt's network parts outlive static objects.
void makeApplication()
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char *argv[] = {name, nullptr};
    static const auto *const app = new QCoreApplication(argc, argv);
    Q_UNUSED(app)
}

} // namespace

/// Messages of an exec connection: each a byte for its length and the message. What comes out is
/// what went in, and the last word of the server is a code or an error.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    makeApplication();
    auto socket = std::make_shared<QWebSocket>();
    kube::ExecChannel channel(socket);
    qsizetype received = 0;
    QByteArray status;
    QObject::connect(&channel, &kube::ExecChannel::received, &channel,
                     [&](quint8 on, const QByteArray &bytes) {
                         received += bytes.size() + 1;
                         if (on == kube::ExecChannel::Status)
                             status += bytes;
                     });
    auto rest = fuzz::viewOf(data, size);
    while (!rest.isEmpty()) {
        const auto length = std::min<qsizetype>(quint8(rest.front()), rest.size() - 1);
        const auto before = received;
        Q_EMIT socket->binaryMessageReceived(rest.sliced(1, length).toByteArray());
        fuzz::require(received - before == (length > 1 ? length : 0), "a message comes out whole");
        rest = rest.sliced(1 + length);
    }
    for (const auto &text : {status, fuzz::viewOf(data, size).toByteArray()}) {
        const auto exit = kube::exitStatusFrom(text);
        fuzz::require(!exit.error || exit.code == 0, "a code or an error");
    }
    return 0;
}
