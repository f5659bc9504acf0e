// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace workspace {

/// What a column is called that the server names: a common word in the person's language, all else
/// as it is, for it is a term of Kubernetes or of whoever defined the kind.
QString columnTitle(const QString &servers);

} // namespace workspace
