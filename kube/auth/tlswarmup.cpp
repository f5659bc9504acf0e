// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/tlswarmup.h"

#include <QSslConfiguration>
#include <QThreadPool>

namespace kube {

void warmUpTls()
{
    QThreadPool::globalInstance()->start([] { const QSslConfiguration ready; });
}

} // namespace kube
