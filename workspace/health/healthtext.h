// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/health/diagnosis.h"

#include <QString>

namespace workspace {

using kube::Health;

/// One translated sentence that tells why an object is as it is, the cluster's own words last;
/// with another one about the pod to blame, if there is one. Empty when there is nothing to say.
QString healthSentence(const kube::Diagnosis &diagnosis);

/// One or two words for a health: "Failing", "Degraded", "Pending", "Healthy", "Finished".
QString healthWord(Health health);

/// What is counted, worst first: "2 failing, 1 degraded, 4 pending"; empty when nothing of it is.
QString troubleText(const kube::HealthCounts &counts);

/// Private to the two sources: the sentence for reasons that only pods and containers have; empty
/// for others.
QString podSentence(const kube::Diagnosis &diagnosis);
/// "Word: what the cluster says", or only the first when it says nothing.
QString withWords(const QString &sentence, const QString &words);

} // namespace workspace
