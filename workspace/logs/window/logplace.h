// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/window/logactions.h"
#include "workspace/window/viewoptions.h"

namespace workspace {

/// What links and command lines say of a log window: where it is, and where one asks it to go.
class LogPlace
{
public:
    explicit LogPlace(const LogParts &parts);

    ViewOptions now() const;
    /// Goes there as far as that is known yet: lines of a pod or a time may be on their way.
    void goTo(const ViewOptions &options, LogActions &actions);
    /// Lines have come.
    void goOn();

private:
    void showWantedPod();

    LogParts m_parts;
    QString m_wantedPod; ///< while it has not come
};

} // namespace workspace
