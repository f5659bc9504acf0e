// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/helm/helmrelease.h"
#include "workspace/helm/maskedyaml.h"
#include "workspace/textview/textbuilder.h"

#include <QDateTime>
#include <QSet>

#include <functional>
#include <map>

namespace workspace {

/// Colours lines of YAML: YamlHighlighting, or nothing in tests without a desktop.
using YamlPainter = std::function<std::vector<TextLine>(const QStringList &)>;

/// What the window of a release shows of it.
struct ReleaseState
{
    std::vector<kube::HelmRevision> history = {}; ///< the newest first; one at least
    std::map<int, kube::HelmRelease> read = {}; ///< payloads that are known, by revision
    int shown = 0; ///< the revision whose values, manifest and notes are shown
    bool computed = false; ///< values: with the chart's defaults
    int from = 0; ///< the comparison's older side; 0: there is none
    int to = 0;
    bool comparesValues = false; ///< else the manifests
    QSet<QString> revealed = {}; ///< keys of secrets

    const kube::HelmRevision *revision(int number) const; ///< nullptr when unknown
    const kube::HelmRelease *release(int number) const;
};

// What can be clicked in the texts says: "older", "newer", "values", "computed", "reveal:KEY",
// "from:REVISION", "to:REVISION", "compare:values", "compare:manifest",
// "rollback:REVISION".

TextDocument valuesDocument(const ReleaseState &state, const YamlPainter &paint);
TextDocument manifestDocument(const ReleaseState &state, const YamlPainter &paint);
TextDocument notesDocument(const ReleaseState &state);
/// All revisions as a table, and which two are compared. `now` tells ages.
TextDocument historyDocument(const ReleaseState &state, const QDateTime &now);

/// One side of the comparison: the manifest or the values, secrets hidden but told apart; empty
/// while it is not read.
QString comparedText(const ReleaseState &state, int revision);

} // namespace workspace
