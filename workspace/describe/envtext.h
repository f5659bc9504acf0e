// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/describe/describewriter.h"

namespace workspace {

/// What an environment variable of a container holds, or where that comes from: a value, the key of
/// a config map or secret (never what is in it), a field of the pod, a resource of the container.
DescribedValue environmentValue(const DescribeWriter &out, const QJsonObject &container,
                                const QJsonObject &variable);

} // namespace workspace
