// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <vector>

namespace workspace {

struct YamlOptions
{
    bool managedFields = false; ///< kubectl's --show-managed-fields
    bool maskSecrets = true;
    QSet<QString> revealed = {}; ///< keys of a Secret's data that are shown all the same
};

/// A secret value in a YAML text, masked or shown.
struct YamlSecret
{
    int line = 0;
    int start = 0; ///< column of the value
    int length = 0;
    QString key = {};
    bool revealed = false;

    bool operator==(const YamlSecret &) const = default;
};

struct YamlText
{
    QStringList lines = {};
    std::vector<YamlSecret> secrets = {};

    QString text() const { return lines.join(u'\n') + u'\n'; }
};

/// An object as `kubectl get -o yaml` prints it: keys sorted, lists not indented, strings quoted where
/// YAML would take them for something else (the rules of go-yaml 2, which kubectl uses).
///
/// The data of a Secret are replaced by dots, and so is what kubectl keeps of them in the
/// last-applied annotation. A revealed value is shown as it is, in base64, with its decoded text in
/// a comment.
YamlText toYaml(const QJsonObject &object, const YamlOptions &options = {});

/// One string as a YAML scalar of one line.
QString yamlScalar(const QString &text);

} // namespace workspace
