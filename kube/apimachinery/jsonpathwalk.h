// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/apimachinery/jsonpath.h"

#include <optional>
#include <span>

namespace kube {

/// One evaluation of a JSONPath. Follows client-go's util/jsonpath/jsonpath.go step by step, for
/// what it does with `range` and `end` in odd places is what people's templates rely on.
class JsonPathWalk
{
public:
    using Nodes = std::span<const JsonPathNode>;
    using Values = std::vector<JsonPathValue>;

    explicit JsonPathWalk(const JsonPath::Options &options);
    Result<JsonPath::Findings> find(Nodes nodes, const JsonPathValue &document);

private:
    bool loop(Nodes nodes, const JsonPathValue &document, JsonPath::Findings &findings);
    bool range(Nodes after, const Values &values, JsonPath::Findings &findings);

    bool step(const Values &input, const JsonPathNode &node, Values &output);
    bool steps(const Values &input, Nodes nodes, Values &output);
    bool field(const Values &input, const JsonPathNode &node, Values &output);
    bool slice(const Values &input, const JsonPathNode &node, Values &output);
    bool sliceOf(const QJsonArray &array, const JsonPathNode &node, Values &output);
    bool filter(const Values &input, const JsonPathNode &node, Values &output);
    std::optional<bool> passes(const JsonPathValue &item, const JsonPathNode &node);
    bool unionOf(const Values &input, const JsonPathNode &node, Values &output);
    bool identifier(const Values &input, const JsonPathNode &node, Values &output);
    bool recursive(const Values &input, Values &output);
    bool fail(const QString &message, Error::Kind kind = Error::Kind::Invalid);
    bool work(size_t values);

    JsonPath::Options m_options;
    Error m_error;
    qsizetype m_left = JsonPath::WorkLimit;
    int m_beginRange = 0;
    int m_inRange = 0;
    int m_endRange = 0;
    const JsonPathNode *m_lastEnd = nullptr;
};

/// Whether a JSON number was written without a fraction and fits 64 bits.
bool isWholeNumber(const QJsonValue &value);

} // namespace kube
