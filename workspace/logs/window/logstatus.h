// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/logfeed.h"
#include "workspace/window/windowcontent.h"

namespace workspace {

class LogModel;

// What a log window tells of the feed that it shows, in words for people.

/// `model` says whether there is anything to see.
WindowContent::Freshness freshnessOf(const LogFeed &feed, const LogModel &model);
/// A few words for the window's header.
QString statusOf(const LogFeed &feed);
/// How much was read, dropped and repeated.
QString statsOf(const LogFeed &feed);
/// Whether that there are too many containers is what newsOf() tells.
bool isCrowded(const LogFeed &feed);
/// How many there are too many, without what to do.
QString crowdText(const LogFeed &feed);
/// One sentence on what is not as usual; empty when all is.
QString newsOf(const LogFeed &feed, const LogModel &model);
/// Why there is no line to see.
QString emptinessOf(const LogFeed &feed, const LogModel &model);
/// How a stream is doing; nothing: it is no longer read.
QString stateOf(const LogFeed::Stream *stream);

} // namespace workspace
