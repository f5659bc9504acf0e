// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

class QTranslator;

namespace app {

/// The texts of one language, Qt's own and ours, in force while this lives.
class Translations
{
public:
    /// "de", "zh_CN"; empty: the system's language. English serves languages that have no texts.
    explicit Translations(const QString &language);
    ~Translations();
    Q_DISABLE_COPY_MOVE(Translations)

private:
    std::vector<QTranslator *> m_installed;
};

} // namespace app
