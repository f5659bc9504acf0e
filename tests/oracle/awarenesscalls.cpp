// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oracle/awarenesscalls.h"

using namespace Qt::StringLiterals;
using lib0::Any;

namespace oracle {

struct AwarenessCalls::Peer
{
};

Any AwarenessCalls::answer(const QString &, const Any &)
{
    return Any::Object{{u"unsupported"_s, true}};
}

} // namespace oracle
