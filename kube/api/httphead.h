// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHttpHeaders>

#include <optional>

namespace kube {

/// The head of an HTTP/1.1 answer.
/// https://www.rfc-editor.org/rfc/rfc9112#section-4
struct HttpHead
{
    /// Bytes of a head that are looked at; one that is longer is not worth waiting for.
    static constexpr qsizetype Limit = 32 * 1024;

    int code = 0; ///< 0: this is no HTTP/1
    QHttpHeaders headers = {}; ///< without lines that are none
    qsizetype length = 0; ///< with the empty line
};

/// No value while the empty line is missing.
std::optional<HttpHead> headIn(QByteArrayView bytes);

} // namespace kube
