// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/config/clientconfig.h"
#include "kube/error.h"

#include <QSslConfiguration>

namespace kube {

/// The TLS settings of a context: which authorities to trust, which certificate to show. Reads the
/// files that the context names. `clientCertificate` and `clientKey` (PEM) win over the context's
/// own when they are not empty: an exec plugin gave them.
///
/// Fails with Kind::Config or Kind::Tls and one sentence that names file, entry and remedy, for
/// example when a certificate has expired.
Result<QSslConfiguration> tlsConfigurationFor(const ClientConfig &config,
                                              const QByteArray &clientCertificate = {},
                                              const QByteArray &clientKey = {});

} // namespace kube
