// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/signin/oidcclient.h"

#include <QJsonObject>

class QNetworkReply;

namespace collab {

/// The object of JSON that is answered with 200. Everything else is what `errorOf` makes of it, and
/// so is an answer of more than `largest` bytes. The reply becomes the reader's, and ends with it;
/// the call completes once, on the reader's thread.
QFuture<SignInResult<QJsonObject>> jsonAnswer(QNetworkReply *reply, QObject &reader, qint64 largest,
                                              SignInError (*errorOf)(QNetworkReply &));

} // namespace collab
