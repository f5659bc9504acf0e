// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/config/kubeconfig.h"
#include "kube/yaml/yamltree.h"

#include <optional>

namespace kube {

/// Reads the fields of a kubeconfig out of a YAML tree. Fields are case-sensitive, unknown ones are
/// passed over, null counts as absent. The first problem stays and ends the usefulness of the rest.
class KubeconfigReader
{
public:
    Kubeconfig read(const YamlNode &document);
    const std::optional<YamlProblem> &problem() const { return m_problem; }

private:
    void fail(const YamlNode &at, const QString &text);
    const YamlNode *field(const YamlNode &map, QStringView key, YamlNode::Kind kind,
                          QStringView remedy);
    QString text(const YamlNode &map, QStringView key);
    bool flag(const YamlNode &map, QStringView key);
    QByteArray base64(const YamlNode &map, QStringView key);
    QString textOf(const YamlNode &node, QStringView key);
    QStringList textsOf(const YamlNode &list, QStringView key);
    std::optional<QStringList> texts(const YamlNode &map, QStringView key);
    std::optional<QMap<QString, QString>> textMap(const YamlNode &map, QStringView key);
    QMap<QString, QStringList> textsMap(const YamlNode &map, QStringView key);
    KubeconfigExtensions extensions(const YamlNode &map);

    void checkVersion(const YamlNode &document);
    KubeconfigCluster cluster(const YamlNode &node);
    KubeconfigUser user(const YamlNode &node);
    KubeContext context(const YamlNode &node);
    KubeconfigExec exec(const YamlNode &node);
    QList<std::pair<QString, QString>> environment(const YamlNode &list);

    template<typename Entry>
    QMap<QString, Entry> entries(const YamlNode &document, QStringView listKey,
                                 QStringView entryKey,
                                 Entry (KubeconfigReader::*readBody)(const YamlNode &));

    std::optional<YamlProblem> m_problem;
};

} // namespace kube
