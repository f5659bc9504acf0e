// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"

#include <QJsonValue>
#include <QString>

#include <array>
#include <vector>

namespace kube {

/// A part of a parsed JSONPath template.
struct JsonPathNode
{
    enum class Type {
        List, ///< what stands in one pair of braces: `lists[0]`, each applied to what came before
        Text,
        Field,
        Slice, ///< [1], [-1:], [::2], [*]
        Filter, ///< [?(left op right)]: `lists` are left and right; "exists" has no right
        Union, ///< [0,2], ['a','b']: one of `lists` each
        Integer,
        Float,
        Boolean,
        Wildcard,
        Recursive,
        Identifier, ///< range, end
    };
    struct Bound
    {
        qint64 value = 0;
        bool known = false;
        bool derived = false; ///< not written: one past the first, as [1] means [1:2]
    };

    Type type = Type::List;
    QString text = {}; ///< of Text, Field and Identifier; of a Filter the operator
    qint64 integer = 0;
    double number = 0;
    bool flag = false;
    std::array<Bound, 3> bounds = {}; ///< of a Slice: from, to, step
    std::vector<std::vector<JsonPathNode>> lists = {};
};

/// A value that a path found, as Go sees it: its types decide what may be compared.
struct JsonPathValue
{
    enum class Kind {
        Document, ///< stands in the document; Undefined is Go's "no value"
        Integer, ///< a whole number written in the path
        Float, ///< a number with a point written in the path
        Byte, ///< of a text that was taken apart with a wildcard
    };

    QJsonValue json = {};
    Kind kind = Kind::Document;
};

/// JSONPath as kubectl and CustomResourceDefinitions write it: a template with expressions in
/// braces, `{range .items[*]}{.metadata.name}{"\n"}{end}`. Follows client-go's util/jsonpath down
/// to its oddities (no && and ||; an index past the end is an error), except that keys come sorted
/// where Go's order is by chance, and that work and output are bounded.
/// https://kubernetes.io/docs/reference/kubectl/jsonpath/
class JsonPath
{
public:
    /// What a whole number of the document is: client-go's users decode it either way, and only
    /// equal types can be compared.
    enum class Numbers { AllFloats, WholeIntegers };
    struct Options
    {
        bool allowMissingKeys = false; ///< a missing key finds nothing instead of being an error
        Numbers numbers = Numbers::AllFloats;
    };
    /// What each pair of braces and each text between them found.
    using Findings = std::vector<std::vector<JsonPathValue>>;

    static constexpr qsizetype TextLimit = 64 * 1024; ///< characters of a template
    static constexpr qsizetype WorkLimit = 1'000'000; ///< values looked at by one find()
    static constexpr qsizetype OutputLimit = 16 * 1024 * 1024; ///< characters of print()

    /// Fails with kind Invalid and an English message.
    static Result<JsonPath> parse(const QString &text);

    /// Fails with kind NotFound for a missing key and Invalid for all else.
    Result<Findings> find(const QJsonValue &document, const Options &options) const;
    /// What `kubectl -o jsonpath=…` prints. Fails as find() does.
    Result<QString> print(const QJsonValue &document, const Options &options) const;

private:
    std::vector<JsonPathNode> m_nodes;
};

/// A value as Go's fmt prints it; objects and lists as its encoding/json does.
QString goText(const JsonPathValue &value, JsonPath::Numbers numbers);
/// A value as Go's encoding/json writes it: compact, keys sorted, `<`, `>` and `&` escaped.
QString goJson(const QJsonValue &value, JsonPath::Numbers numbers);

} // namespace kube
