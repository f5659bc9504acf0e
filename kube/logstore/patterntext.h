// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace logstore {

/// The longest text that is in everything a regular expression of PCRE2 matches; empty when there
/// is none or when it is not plain to see: groups, alternatives and all but the commonest escapes
/// are not looked into. https://pcre2project.github.io/pcre2/doc/pcre2pattern/
QByteArray textInEveryMatch(QByteArrayView expression);

} // namespace logstore
