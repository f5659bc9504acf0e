// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/streams/logmark.h"

#include <QByteArrayView>
#include <QString>

namespace workspace {

/// What a mark in a log says, for people: "checkout-1 restarted: OOMKilled (137)".
QString markText(const kube::LogMark &mark);
/// The same for the bytes of a line of Level::Mark. Bytes that are no known mark are shown as they
/// are: another version wrote them, or a feed that says what it has to say itself.
QString markText(QByteArrayView bytes);
/// Whether the bytes say that lines are missing.
bool isGap(QByteArrayView bytes);

} // namespace workspace
