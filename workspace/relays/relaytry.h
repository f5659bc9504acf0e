// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/signin/relaydirectory.h"
#include "workspace/relays/relaytokens.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace collab {
class RelaySignIn;
}

namespace workspace {

/// Whether a relay's clusters can be had: signs in, by the browser or with an API key, and asks for
/// them. Nothing is kept. Ends once, with entered() or failed(); its owner then deletes it, and may
/// do so before. GUI thread only. Holds secrets: never logs.
class RelayTry final : public QObject
{
    Q_OBJECT

public:
    /// An empty `key` means: by the browser.
    RelayTry(const QUrl &relay, const QString &key, QObject *parent = nullptr);
    ~RelayTry() override;

    const QUrl &relay() const { return m_relay; }
    void start();

Q_SIGNALS:
    void browserWanted(const QUrl &url); ///< the person goes on there
    void signedIn(); ///< and now the clusters are asked for
    void entered(const workspace::RelayProof &proof, const collab::RelayOffer &offer);
    void failed(const QString &sentence);

private:
    void askClusters(const RelayProof &proof);
    void take(const RelayProof &proof, const collab::SignInResult<collab::RelayOffer> &offer);

    const QUrl m_relay;
    const QString m_key;
    std::unique_ptr<collab::RelaySignIn> m_signIn;
    collab::RelayDirectory m_directory;
};

} // namespace workspace
