// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <memory>

namespace workspace {

/// Unpacks gzip as it arrives: https://www.rfc-editor.org/rfc/rfc1952. Several members one after
/// the other, as `cat a.gz b.gz` makes, are one text. One thread.
class Gunzip
{
public:
    Gunzip();
    ~Gunzip();
    Q_DISABLE_COPY_MOVE(Gunzip)

    static bool isGzip(QByteArrayView begin); ///< by the first bytes

    void feed(const QByteArray &packed);
    /// The next text, up to 1 MiB; empty when more has to be fed first, or after an error.
    QByteArray take();
    /// Whether what came is no gzip or is damaged.
    bool isBroken() const { return m_isBroken; }
    /// Whether the last member is complete.
    bool isComplete() const { return m_isComplete; }

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
    QByteArray m_packed;
    bool m_isBroken = false;
    bool m_isComplete = true;
};

} // namespace workspace
