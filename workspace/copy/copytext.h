// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/copy/containercopy.h"

namespace workspace {

/// One sentence about why a copy failed, with what to do.
QString copyProblemText(const kube::Error &error);
/// "12 MB of 200 MB · 30 MB/s"; `perSecond` in bytes, 0 when not known yet.
QString copyProgressText(const kube::ContainerCopy &copy, qint64 perSecond);

} // namespace workspace
