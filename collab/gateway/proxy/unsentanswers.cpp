// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/proxy/unsentanswers.h"

#include <QBuffer>

#include <functional>
#include <numeric>

namespace gateway {

namespace {

/// Tells when it goes.
class Held final : public QBuffer
{
public:
    explicit Held(std::function<void()> gone)
        : m_gone(std::move(gone))
    {
    }
    ~Held() override { m_gone(); }
    Q_DISABLE_COPY_MOVE(Held)

private:
    const std::function<void()> m_gone;
};

} // namespace

qint64 UnsentAnswers::waiting() const
{
    return std::accumulate(m_counts->cbegin(), m_counts->cend(), qint64(0));
}

std::unique_ptr<QIODevice> UnsentAnswers::hold(const QString &subject, const QByteArray &bytes,
                                               qint64 mostBytes)
{
    const auto size = bytes.size();
    const auto own = m_counts->value(subject);
    const bool isTooMuch = (own > 0 && own + size > mostBytes / Shares)
        || (waiting() > 0 && waiting() + size > mostBytes);
    if (isTooMuch)
        return nullptr;
    (*m_counts)[subject] += size;
    auto held = std::make_unique<Held>([counts = m_counts, subject, size] {
        if (((*counts)[subject] -= size) <= 0)
            counts->remove(subject);
    });
    held->setData(bytes);
    held->open(QIODevice::ReadOnly);
    return held;
}

} // namespace gateway
