// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/config/kubeconfigfiles.h"

#include <QString>

#include <expected>

class QMimeData;

namespace workspace {

/// The kubeconfig that a person has picked, when it can be used; otherwise a sentence that says
/// what is wrong with it and what would be right.
std::expected<kube::KubeconfigFiles, QString> chosenKubeconfig(const QString &path);

/// The one file in `data` that looks like a kubeconfig (it says `kind: Config`); empty: none does.
QString kubeconfigIn(const QMimeData &data);

} // namespace workspace
