// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/config/clientconfig.h"
#include "kube/error.h"

#include <QJsonObject>
#include <QList>
#include <QMap>

#include <optional>

namespace kube {

/// `extensions` of a kubeconfig or one of its entries, by name.
using KubeconfigExtensions = QMap<QString, QJsonValue>;

/// An entry of `clusters`. `origin` is the file it came from; file names are absolute.
struct KubeconfigCluster
{
    QString name = {};
    QString origin = {};
    QString server = {};
    QString tlsServerName = {};
    bool insecureSkipTlsVerify = false;
    QString certificateAuthority = {};
    QByteArray certificateAuthorityData = {}; ///< decoded
    QString proxyUrl = {};
    bool disableCompression = false;
    KubeconfigExtensions extensions = {};

    bool operator==(const KubeconfigCluster &) const = default;
};

/// `exec` of a user, as written.
struct KubeconfigExec
{
    QString apiVersion = {};
    QString command = {};
    std::optional<QStringList> args = {};
    std::optional<QList<std::pair<QString, QString>>> env = {};
    QString interactiveMode = {}; ///< empty in a v1beta1 plugin reads as "IfAvailable"
    bool provideClusterInfo = false;
    QString installHint = {};

    bool operator==(const KubeconfigExec &) const = default;
};

/// `auth-provider` of a user.
struct KubeconfigAuthProvider
{
    QString name = {};
    std::optional<QMap<QString, QString>> config = {};

    bool operator==(const KubeconfigAuthProvider &) const = default;
};

/// An entry of `users`. Holds secrets.
struct KubeconfigUser
{
    QString name = {};
    QString origin = {};
    QString clientCertificate = {};
    QByteArray clientCertificateData = {}; ///< decoded
    QString clientKey = {};
    QByteArray clientKeyData = {}; ///< decoded
    QString token = {};
    QString tokenFile = {};
    QString username = {};
    QString password = {};
    Impersonation impersonate = {};
    std::optional<KubeconfigAuthProvider> authProvider = {};
    std::optional<KubeconfigExec> exec = {};
    KubeconfigExtensions extensions = {};

    bool operator==(const KubeconfigUser &) const = default;
};

/// An entry of `contexts`: which cluster as which user.
struct KubeContext
{
    QString name = {};
    QString origin = {};
    QString cluster = {};
    QString user = {};
    QString nameSpace = {}; ///< empty when it names none
    KubeconfigExtensions extensions = {};

    bool operator==(const KubeContext &) const = default;
};

/// One kubeconfig file, or several merged by the rules of kubectl:
/// https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/
struct Kubeconfig
{
    QMap<QString, KubeconfigCluster> clusters = {};
    QMap<QString, KubeconfigUser> users = {};
    QMap<QString, KubeContext> contexts = {};
    QString currentContext = {};
    bool preferColors = false;
    KubeconfigExtensions preferencesExtensions = {};
    KubeconfigExtensions extensions = {};
    QList<Error> problems = {}; ///< one for each file that was left out; kind Config

    bool operator==(const Kubeconfig &) const = default;

    /// Reads the YAML or JSON of one file. Relative paths become absolute, from the folder of
    /// `fileName`. Fails on text that is larger than 4 MiB or nested deeper than 64 levels, on
    /// values of the wrong type and on names that occur twice.
    static Result<Kubeconfig> parse(const QByteArray &text, const QString &fileName);

    /// Reads and merges `files`, the first being the strongest. Empty names and missing files are
    /// skipped, files that cannot be used are reported in `problems`.
    static Kubeconfig load(const QStringList &files);

    /// Reads one file that must exist; a missing one is reported in `problems`.
    static Kubeconfig loadExplicit(const QString &file);

    /// Adds what `weaker` has and this has not. An entry is taken whole or not at all.
    void merge(const Kubeconfig &weaker);

    /// The file that would say the same, as `kubectl config view --raw -o json` prints it.
    QJsonObject toJson() const;
};

/// Resolves a context into what a connection needs; an empty name means the current context.
/// Fails with kind Config when the entries cannot be used as they are written: the message is
/// English and names file, entry and remedy, never a secret.
Result<ClientConfig> clientConfigFor(const Kubeconfig &kubeconfig, const QString &contextName = {});

/// The namespace a context starts in; "default" when it names none. Fails like clientConfigFor().
Result<QString> nameSpaceFor(const Kubeconfig &kubeconfig, const QString &contextName = {});

} // namespace kube
