// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <expected>
#include <memory>
#include <vector>

namespace kube {

/// A value of a YAML or JSON document that knows the line it was written in.
///
/// Plain scalars are resolved as the reference client does (YAML 1.1: `yes` is a boolean, `010` is
/// eight). Aliases share the node they name, so a tree is never larger than its text.
struct YamlNode
{
    enum class Kind { Null, Bool, Int, Float, Text, List, Map };
    using Ptr = std::shared_ptr<const YamlNode>; // owned by every parent and alias
    struct Field
    {
        QString key = {};
        Ptr value = {};
        int line = 0; ///< of the key, counted from 1
        int column = 0; ///< of the key, counted from 1
    };

    Kind kind = Kind::Null;
    int line = 0; ///< counted from 1
    int column = 0; ///< counted from 1
    QString text = {}; ///< the scalar as written, without quotes and escapes
    bool boolean = false; ///< of a Bool
    qint64 integer = 0; ///< of an Int
    double number = 0; ///< of a Float
    std::vector<Ptr> items = {}; ///< of a List
    std::vector<Field> fields = {}; ///< of a Map; a repeated key counts last
    qsizetype weight = 1; ///< nodes below and including this one, aliases written out
    int height = 1; ///< levels below and including this one

    /// The value of a Map's key; nullptr when there is none.
    const YamlNode *find(QStringView key) const;
    QJsonValue toJson() const;
};

struct YamlLimits
{
    qsizetype bytes = 4 * 1024 * 1024;
    int depth = 64;
    qsizetype weight = 500'000; ///< a node counts 1, and 1 more for every 16 characters
};

struct YamlProblem
{
    int line = 0; ///< counted from 1; 0 when it concerns the whole text
    QString text = {}; ///< English, without anything quoted from the document
};

/// What is wrong with a text beside what YAML itself says.
enum class YamlStrictness {
    Lenient, ///< a repeated key counts last; what follows the first document is not looked at
    Strict, ///< one document and nothing else; no key twice in a map. Problems may quote keys.
};

/// Reads the first document of `text`. An empty text is a Null. The first line counts as
/// `firstLine`.
std::expected<YamlNode::Ptr, YamlProblem> parseYaml(const QByteArray &text,
                                                    const YamlLimits &limits = {},
                                                    YamlStrictness how = YamlStrictness::Lenient,
                                                    int firstLine = 1);

} // namespace kube
