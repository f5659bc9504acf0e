// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/service/controlfile.h"

#include <QStringList>

class QCoreApplication;

namespace app {

/// What `krateyard relay ctl` was asked to do.
struct RelayCtlOptions
{
    QString command = {};
    QStringList arguments = {}; ///< as many as the command wants
    QString dataDir = {};
    relay::ControlFile relay =
        {}; ///< where it is; without an address for a command that needs none
    bool isJson = false;
    bool replaces = false; ///< a state takes the place of what is there
    QString yard = {}; ///< of a backup; empty: all of it
    QString yardAs = {}; ///< what it is called on the relay
    QString role = {};
    QString name = {};
    int expiresInSeconds = 0; ///< 0: as the relay likes
};

/// Ends the program itself for --help and for options that there are not; else an error is a
/// sentence that says what to change.
std::expected<RelayCtlOptions, QString> readRelayCtlOptions(const QCoreApplication &application);

} // namespace app
