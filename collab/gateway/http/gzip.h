// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHttpHeaders>

namespace gateway {

/// In the form of gzip (RFC 1952), fast rather than small. Empty when there is no memory for it.
QByteArray gzipped(const QByteArray &bytes);

/// Whether the request's Accept-Encoding names it.
bool acceptsGzip(const QHttpHeaders &request);

} // namespace gateway
