// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/proxy/unsentanswers.h"

#include <QBuffer>

namespace gateway {

namespace {

class Held final : public QBuffer
{
public:
    explicit Held(relay::SharedRoom::Place place)
        : m_place(std::move(place))
    {
    }

private:
    const relay::SharedRoom::Place m_place;
};

} // namespace

std::unique_ptr<QIODevice> UnsentAnswers::hold(const QString &subject, const QByteArray &bytes,
                                               qint64 mostBytes)
{
    auto place = m_room.take(subject, bytes.size(), mostBytes / Shares, mostBytes);
    if (!place)
        return nullptr;
    auto held = std::make_unique<Held>(std::move(place));
    held->setData(bytes);
    held->open(QIODevice::ReadOnly);
    return held;
}

} // namespace gateway
