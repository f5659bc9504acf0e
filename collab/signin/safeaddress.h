// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

namespace collab {

/// Whether secrets may go there: by https, or to this machine.
bool isSafeAddress(const QUrl &url);

/// The address of `path`, which begins with a slash, of what is at `base`.
QUrl below(const QUrl &base, const QString &path);

} // namespace collab
