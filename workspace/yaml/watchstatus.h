// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/textview/messagepaint.h"
#include "workspace/window/windowcontent.h"
#include "workspace/yaml/objectwatch.h"
#include "workspace/yard/records.h"

namespace workspace {

/// What a window says about the one object it shows.
WindowContent::Freshness freshnessOf(const ObjectWatch &watch);
QString statusOf(const ObjectWatch &watch);
/// What stands in the window while there is no object.
Message messageOf(const ObjectWatch &watch, const ObjectId &id);

} // namespace workspace
