// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace kube {

class RequestPace;
class TokenSource;

/// An exec credential plugin as a kubeconfig user names it.
/// https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins
struct ExecConfig
{
    enum class InteractiveMode { Never, IfAvailable, Always };

    QString apiVersion = {}; ///< client.authentication.k8s.io/v1 or …/v1beta1
    QString command =
        {}; ///< a path with a separator is absolute by now; a bare name is looked up in PATH
    QStringList args = {};
    QList<std::pair<QString, QString>> env = {};
    InteractiveMode interactiveMode = InteractiveMode::IfAvailable;
    bool provideClusterInfo = false;
    QByteArray clusterInfo = {}; ///< JSON of ExecCredential.spec.cluster; empty unless provided
    QString installHint = {};

    bool operator==(const ExecConfig &) const = default;
};

struct Impersonation
{
    QString user = {};
    QString uid = {};
    QStringList groups = {};
    QMap<QString, QStringList> extra = {};

    bool operator==(const Impersonation &) const = default;
};

/// Everything needed to talk to one API server as one user: a kubeconfig context, resolved.
///
/// Holds secrets: never log it, never put it in a document. File names stay file names here; they
/// are read when a connection is made, so a rotated file takes effect.
struct ClientConfig
{
    QString contextName = {};
    QString clusterName = {};
    QString userName = {};
    QString nameSpace = {}; ///< the context's namespace; "default" when it names none
    QString origin = {}; ///< the kubeconfig file that the context came from, for messages
    QString userOrigin = {}; ///< the file of the user's entry: new tokens are written back there

    QString server = {}; ///< scheme, host, port and an optional path prefix, as written
    QString tlsServerName = {};
    bool insecureSkipTlsVerify = false;
    QString proxyUrl = {}; ///< http, https, socks5 or socks5h; empty: the environment decides
    bool disableCompression = false;
    QByteArray certificateAuthorityData = {}; ///< PEM; wins over the file
    QString certificateAuthority = {}; ///< absolute path

    QByteArray clientCertificateData = {}; ///< PEM; wins over the file
    QString clientCertificate = {}; ///< absolute path
    QByteArray clientKeyData = {}; ///< PEM; wins over the file
    QString clientKey = {}; ///< absolute path
    QString token = {};
    QString tokenFile = {}; ///< absolute path; wins over `token` and is read again as it changes
    QString username = {};
    QString password = {};
    std::optional<ExecConfig> exec = {};
    QString authProviderName = {};
    QMap<QString, QString> authProviderConfig = {};
    Impersonation impersonate = {};
    /// How often all clients that have it may ask together (client-go: rest.Config.RateLimiter).
    /// Null: as often as they like.
    std::shared_ptr<RequestPace> pace = {};
    /// Who gives the bearer token, in place of all else that would; shared by the clusters behind
    /// one gateway and by who signs in there. Null: what stands above.
    std::shared_ptr<TokenSource> tokenSource = {};

    bool operator==(const ClientConfig &) const = default;

    /// Whether a connection made for one does for the other: all but the id-token and refresh-token
    /// of an OIDC user, which change as they are renewed.
    bool connectsLike(const ClientConfig &other) const;
};

} // namespace kube
