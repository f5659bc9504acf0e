// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace workspace {

/// A line of the log as it may be shown to strangers. What could be a secret goes, and a good deal
/// that is none with it: what follows a word like "token" or "password"; addresses and all that
/// follows them in a URL; PEM and base64; long runs of letters and digits (tokens, hashes, names of
/// pods); mail addresses; the person's home folder.
QString redacted(const QString &line);

} // namespace workspace
