// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/mainwindow/opentarget.h"

#include <QString>

#include <expected>

namespace workspace {

/// What a link asks to be shown:
///
///     krateyard://open/<context>/<namespace>/<kind>[/<name>][?view=<view>[,<view>…][&<log>…]]
///
/// Each part is percent-encoded (RFC 3986). `-` as namespace means none: a cluster-scoped object,
/// or a collection of all namespaces. The kind is any alias that kubectl takes, with its group
/// where it needs one ("deployments.apps"). Views: yaml, describe, logs, changes, inspect,
/// topology, values, manifest, history, notes. With logs among them, each once: pod=, container=,
/// time= (RFC 3339; the first line to show) and filter=, the text that lines must have.
///
/// Links come from strangers: they show, they never act. No shell is opened by one, for that runs a
/// program in a pod.
struct DeepLink
{
    static constexpr qsizetype Longest = 2048; ///< characters of the whole link
    static constexpr qsizetype LongestPart = 253; ///< of a name, as Kubernetes has it
    static constexpr qsizetype MostViews = 4;

    QString context = {};
    OpenTarget target = {};

    bool operator==(const DeepLink &) const = default;

    static bool isLink(const QString &text); ///< begins like one
    /// Reads a link; otherwise a sentence that says what is wrong with it.
    static std::expected<DeepLink, QString> parse(const QString &text);
    /// The link that parse() reads as this.
    QString toString() const;
};

/// The link to a krate's object or collection, at `view` where a link may ask for it. A filter that
/// may hold a secret is left out.
DeepLink linkTo(const KrateRecord &krate, View view, const ViewOptions &options = {});

} // namespace workspace
