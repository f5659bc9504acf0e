// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/config/kubeconfigreader.h"

using namespace Qt::StringLiterals;

namespace kube {

namespace {

const YamlNode &emptyMap()
{
    static const YamlNode node{.kind = YamlNode::Kind::Map};
    return node;
}

bool isAbsent(const YamlNode *node)
{
    return !node || node->kind == YamlNode::Kind::Null;
}

} // namespace

void KubeconfigReader::fail(const YamlNode &at, const QString &text)
{
    if (!m_problem)
        m_problem = YamlProblem{at.line, text};
}

// The value of a key when it is of that kind; nullptr when it is absent or (a problem) another.
const YamlNode *KubeconfigReader::field(const YamlNode &map, QStringView key, YamlNode::Kind kind,
                                        QStringView remedy)
{
    const auto *node = map.find(key);
    if (isAbsent(node))
        return nullptr;
    if (node->kind == kind)
        return node;
    fail(*node, u"\"%1\" must be %2"_s.arg(key, remedy));
    return nullptr;
}

QString KubeconfigReader::text(const YamlNode &map, QStringView key)
{
    const auto *node = map.find(key);
    return node ? textOf(*node, key) : QString();
}

QString KubeconfigReader::textOf(const YamlNode &node, QStringView key)
{
    if (node.kind == YamlNode::Kind::Text)
        return node.text;
    if (node.kind != YamlNode::Kind::Null)
        fail(node, u"\"%1\" must be text: put its value in quotes"_s.arg(key));
    return {};
}

bool KubeconfigReader::flag(const YamlNode &map, QStringView key)
{
    const auto *node = field(map, key, YamlNode::Kind::Bool, u"true or false, without quotes");
    return node && node->boolean;
}

QByteArray KubeconfigReader::base64(const YamlNode &map, QStringView key)
{
    const auto *node = field(map, key, YamlNode::Kind::Text, u"base64 text");
    if (!node)
        return {};
    auto encoded = node->text.toLatin1();
    encoded.replace('\n', "").replace('\r', "");
    const auto decoded =
        QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || encoded.size() % 4 != 0) {
        fail(*node, u"\"%1\" is not valid base64: copy it again, whole and on one line"_s.arg(key));
        return {};
    }
    return *decoded;
}

std::optional<QStringList> KubeconfigReader::texts(const YamlNode &map, QStringView key)
{
    const auto *node = field(map, key, YamlNode::Kind::List, u"a list");
    return node ? std::optional(textsOf(*node, key)) : std::nullopt;
}

QStringList KubeconfigReader::textsOf(const YamlNode &list, QStringView key)
{
    if (list.kind != YamlNode::Kind::List && list.kind != YamlNode::Kind::Null)
        fail(list, u"\"%1\" must hold lists"_s.arg(key));
    QStringList values;
    for (const auto &item : list.items)
        values.append(textOf(*item, key));
    return values;
}

std::optional<QMap<QString, QString>> KubeconfigReader::textMap(const YamlNode &map,
                                                                QStringView key)
{
    const auto *node = field(map, key, YamlNode::Kind::Map, u"a map");
    if (!node)
        return {};
    QMap<QString, QString> values;
    for (const auto &entry : node->fields)
        values.insert(entry.key, textOf(*entry.value, key));
    return values;
}

QMap<QString, QStringList> KubeconfigReader::textsMap(const YamlNode &map, QStringView key)
{
    QMap<QString, QStringList> values;
    if (const auto *node = field(map, key, YamlNode::Kind::Map, u"a map"))
        for (const auto &entry : node->fields)
            values.insert(entry.key, textsOf(*entry.value, key));
    return values;
}

KubeconfigExtensions KubeconfigReader::extensions(const YamlNode &map)
{
    KubeconfigExtensions values;
    const auto *list = field(map, u"extensions", YamlNode::Kind::List, u"a list");
    if (!list)
        return values;
    for (const auto &item : list->items) {
        const auto name = text(*item, u"name");
        if (values.contains(name))
            fail(*item, u"the extension \"%1\" occurs twice: rename or remove one"_s.arg(name));
        const auto *value = item->find(u"extension");
        values.insert(name, value ? value->toJson() : QJsonValue(QJsonValue::Null));
    }
    return values;
}

void KubeconfigReader::checkVersion(const YamlNode &document)
{
    const auto version = text(document, u"apiVersion");
    const auto kind = text(document, u"kind");
    if ((!version.isEmpty() && version != "v1"_L1) || (!kind.isEmpty() && kind != "Config"_L1))
        fail(document, u"it is not a kubeconfig: apiVersion must be v1 and kind must be Config"_s);
}

template<typename Entry>
QMap<QString, Entry>
KubeconfigReader::entries(const YamlNode &document, QStringView listKey, QStringView entryKey,
                          Entry (KubeconfigReader::*readBody)(const YamlNode &))
{
    QMap<QString, Entry> found;
    const auto *list = field(document, listKey, YamlNode::Kind::List, u"a list");
    if (!list)
        return found;
    for (const auto &item : list->items) {
        if (item->kind != YamlNode::Kind::Map && item->kind != YamlNode::Kind::Null) {
            fail(*item, u"each of \"%1\" must be a map with a name"_s.arg(listKey));
            return found;
        }
        const auto *body = field(*item, entryKey, YamlNode::Kind::Map, u"a map");
        auto entry = (this->*readBody)(body ? *body : emptyMap());
        entry.name = text(*item, u"name");
        if (found.contains(entry.name))
            fail(*item,
                 u"the %1 \"%2\" occurs twice: rename or remove one"_s.arg(entryKey, entry.name));
        found.insert(entry.name, entry);
    }
    return found;
}

KubeconfigCluster KubeconfigReader::cluster(const YamlNode &node)
{
    return {.server = text(node, u"server"),
            .tlsServerName = text(node, u"tls-server-name"),
            .insecureSkipTlsVerify = flag(node, u"insecure-skip-tls-verify"),
            .certificateAuthority = text(node, u"certificate-authority"),
            .certificateAuthorityData = base64(node, u"certificate-authority-data"),
            .proxyUrl = text(node, u"proxy-url"),
            .disableCompression = flag(node, u"disable-compression"),
            .extensions = extensions(node)};
}

KubeconfigUser KubeconfigReader::user(const YamlNode &node)
{
    KubeconfigUser user{.clientCertificate = text(node, u"client-certificate"),
                        .clientCertificateData = base64(node, u"client-certificate-data"),
                        .clientKey = text(node, u"client-key"),
                        .clientKeyData = base64(node, u"client-key-data"),
                        .token = text(node, u"token"),
                        .tokenFile = text(node, u"tokenFile"),
                        .username = text(node, u"username"),
                        .password = text(node, u"password"),
                        .extensions = extensions(node)};
    user.impersonate = {.user = text(node, u"as"),
                        .uid = text(node, u"as-uid"),
                        .groups = texts(node, u"as-groups").value_or(QStringList()),
                        .extra = textsMap(node, u"as-user-extra")};
    if (const auto *provider = field(node, u"auth-provider", YamlNode::Kind::Map, u"a map"))
        user.authProvider = {.name = text(*provider, u"name"),
                             .config = textMap(*provider, u"config")};
    if (const auto *plugin = field(node, u"exec", YamlNode::Kind::Map, u"a map"))
        user.exec = exec(*plugin);
    return user;
}

KubeContext KubeconfigReader::context(const YamlNode &node)
{
    return {.cluster = text(node, u"cluster"),
            .user = text(node, u"user"),
            .nameSpace = text(node, u"namespace"),
            .extensions = extensions(node)};
}

KubeconfigExec KubeconfigReader::exec(const YamlNode &node)
{
    KubeconfigExec exec{.apiVersion = text(node, u"apiVersion"),
                        .command = text(node, u"command"),
                        .args = texts(node, u"args"),
                        .interactiveMode = text(node, u"interactiveMode"),
                        .provideClusterInfo = flag(node, u"provideClusterInfo"),
                        .installHint = text(node, u"installHint")};
    if (const auto *list = field(node, u"env", YamlNode::Kind::List, u"a list"))
        exec.env = environment(*list);
    // Older plugins may leave the mode out; a v1 plugin may not.
    if (exec.interactiveMode.isEmpty()
        && (exec.apiVersion == "client.authentication.k8s.io/v1beta1"_L1
            || exec.apiVersion == "client.authentication.k8s.io/v1alpha1"_L1))
        exec.interactiveMode = u"IfAvailable"_s;
    return exec;
}

QList<std::pair<QString, QString>> KubeconfigReader::environment(const YamlNode &list)
{
    QList<std::pair<QString, QString>> variables;
    for (const auto &item : list.items) {
        if (item->kind != YamlNode::Kind::Map && item->kind != YamlNode::Kind::Null)
            fail(*item, u"each of \"env\" must be a map with a name and a value"_s);
        variables.append({text(*item, u"name"), text(*item, u"value")});
    }
    return variables;
}

Kubeconfig KubeconfigReader::read(const YamlNode &document)
{
    Kubeconfig config;
    if (document.kind == YamlNode::Kind::Null)
        return config;
    if (document.kind != YamlNode::Kind::Map) {
        fail(document,
             u"it is not a kubeconfig: a map with clusters, users and contexts is "
             "expected"_s);
        return config;
    }
    checkVersion(document);
    config.clusters =
        entries<KubeconfigCluster>(document, u"clusters", u"cluster", &KubeconfigReader::cluster);
    config.users = entries<KubeconfigUser>(document, u"users", u"user", &KubeconfigReader::user);
    config.contexts =
        entries<KubeContext>(document, u"contexts", u"context", &KubeconfigReader::context);
    config.currentContext = text(document, u"current-context");
    config.extensions = extensions(document);
    if (const auto *node = field(document, u"preferences", YamlNode::Kind::Map, u"a map")) {
        config.preferColors = flag(*node, u"colors");
        config.preferencesExtensions = extensions(*node);
    }
    return config;
}

} // namespace kube
