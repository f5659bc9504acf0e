// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QApplication;

namespace app {

/// What every mode with windows begins with: the application's names, under which its settings are
/// kept, its icon, an orderly end on signals, and the environment that programs it starts are to
/// have.
void setUp(QApplication &application);

} // namespace app
