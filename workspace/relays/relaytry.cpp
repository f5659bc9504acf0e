// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/relays/relaytry.h"

#include "collab/signin/relaysignin.h"
#include "workspace/relays/relayaddress.h"
#include "workspace/relays/relaytext.h"

using namespace Qt::StringLiterals;

namespace workspace {

/// What the browser shows in the end, in the person's language.
static QByteArray donePage(const QString &sentence)
{
    return "<!doctype html><meta charset=utf-8><title>Krateyard</title>"
           "<body style=\"font: 16px sans-serif; margin: 20vh auto; width: 26em\"><p>"_ba
        + sentence.toHtmlEscaped().toUtf8();
}

RelayTry::RelayTry(const QUrl &relay, const QString &key, QObject *parent)
    : QObject(parent)
    , m_relay(relay)
    , m_key(key)
{
}

RelayTry::~RelayTry() = default;

void RelayTry::start()
{
    if (!m_key.isEmpty())
        return askClusters({.key = m_key});
    m_signIn = std::make_unique<collab::RelaySignIn>(
        m_relay,
        collab::RelaySignIn::Setting{
            .page = donePage(tr("You are signed in. Go back to Krateyard; this page may be "
                                "closed."))});
    connect(m_signIn.get(), &collab::RelaySignIn::browserWanted, this, &RelayTry::browserWanted);
    connect(m_signIn.get(), &collab::RelaySignIn::finished, this,
            [this](const collab::SignInTokens &tokens) {
                Q_EMIT signedIn();
                askClusters({.tokens = tokens});
            });
    connect(m_signIn.get(), &collab::RelaySignIn::failed, this,
            [this](const collab::SignInError &error) {
                Q_EMIT failed(relayProblem(error, shownRelay(m_relay)));
            });
    m_signIn->start();
}

void RelayTry::askClusters(const RelayProof &proof)
{
    const auto token = proof.key.isEmpty() ? proof.tokens.idToken : proof.key;
    m_directory.ask(m_relay, token)
        .then(this, [this, proof](const collab::SignInResult<collab::RelayOffer> &offer) {
            take(proof, offer);
        });
}

void RelayTry::take(const RelayProof &proof, const collab::SignInResult<collab::RelayOffer> &offer)
{
    if (!offer)
        Q_EMIT failed(relayProblem(offer.error(), shownRelay(m_relay)));
    else if (offer->clusters.empty())
        Q_EMIT failed(tr("%1 has no clusters for you. Ask who runs it which ones it should serve.")
                          .arg(shownRelay(m_relay)));
    else
        Q_EMIT entered(proof, *offer);
}

} // namespace workspace
