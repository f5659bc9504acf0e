// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"

#include <QString>

namespace workspace {

/// One translated sentence that tells a person what went wrong and what to do about it.
QString errorText(const kube::Error &error);

} // namespace workspace
