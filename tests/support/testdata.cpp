// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testdata.h"

// The only source that knows where this checkout is: ccache gives the objects of all others to the
// next checkout too.
QString support::testData(const QString &name)
{
    return QStringLiteral(TEST_DATA "/") + name;
}
