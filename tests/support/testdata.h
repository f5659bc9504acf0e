// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace support {

/// The path of a file below tests/data: "kube/pod_status.json".
QString testData(const QString &name);

} // namespace support
