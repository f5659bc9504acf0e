// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/mainwindow/opentarget.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <expected>

namespace app {

/// The desktop's command line.
struct DesktopOptions
{
    QString kubeconfig = {}; ///< empty: $KUBECONFIG, else ~/.kube/config
    QString context = {};
    QString nameSpace = {};
    std::vector<workspace::OpenTarget> open = {};
    QString screenshot = {}; ///< not empty: write a picture there once all is shown, then quit
    QSize size = {}; ///< of the window; empty: as it was last time
    qreal zoom = 0; ///< 0: the usual
    bool light = false;
    bool demo = false;
    QString yard = {}; ///< the yard's file; empty: the person's own
    QStringList links = {}; ///< krateyard://…
    bool newInstance = false; ///< even when another runs

    /// Whether it runs beside others: it was asked to, or it keeps a file of its own.
    bool isSeparate() const { return newInstance || !yard.isEmpty() || !screenshot.isEmpty(); }

    /// Reads the arguments, the program's name first. What cannot be read is one sentence.
    static std::expected<DesktopOptions, QString> parse(const QStringList &arguments);
    /// What --help prints.
    static QString help();
};

} // namespace app
