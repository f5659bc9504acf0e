// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/logrules.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace app {

void setLogRules()
{
    QLoggingCategory::setFilterRules(u"qt.network.http2.warning=false"_s);
}

} // namespace app
