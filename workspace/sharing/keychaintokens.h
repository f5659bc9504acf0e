// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/sharing/tokenkeeper.h"

#include <QHash>
#include <QObject>

namespace workspace {

/// Tokens in the system's keychain (Secret Service, KWallet, macOS's and Windows' own), under the
/// service "krateyard". Where there is none, or it does not open, they are in one file that only
/// its owner can read (mode 0600), as kubectl and kubelogin keep theirs.
class KeychainTokens final : public QObject, public TokenKeeper
{
    Q_OBJECT

public:
    /// `file` is the one without a keychain; empty: then nothing is kept.
    explicit KeychainTokens(const QString &file, QObject *parent = nullptr);

    void read(const QString &key, const Answer &answer) override;
    void keep(const QString &key, const QString &token) override;

private:
    QString inFile(const QString &key) const;
    void keepInFile(const QString &key, const QString &token) const;

    const QString m_file;
    QHash<QString, QString> m_kept; ///< in this run: a keychain takes its time, and may refuse
};

} // namespace workspace
