// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

#include <expected>

namespace workspace {

/// The address of a relay whose clusters are wanted, out of what was typed or pasted: a host, an
/// address, or any link that joins one of its yards. "https://relay.example.org:8443", without a
/// slash at its end; http is taken for this machine only. Otherwise a sentence that says what is
/// wrong.
std::expected<QUrl, QString> relayAddress(const QString &text);

/// "relay.example.org:8443", for people.
QString shownRelay(const QUrl &relay);

} // namespace workspace
