// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/apimachinery/jsonpath.h"

#include <QStringView>

#include <optional>

namespace kube {

/// Takes a JSONPath template apart. Follows client-go's util/jsonpath/parser.go.
class JsonPathParser
{
public:
    using Nodes = std::vector<JsonPathNode>;

    explicit JsonPathParser(QString text, int depth = 0);
    /// Nothing when the template is wrong: problem() says why.
    std::optional<Nodes> parse();
    const QString &problem() const { return m_problem; }

private:
    char32_t next();
    void back() { m_at -= m_width; }
    char32_t peek();
    QString consume();

    bool action(Nodes &into);
    bool element(Nodes &into);
    bool recursive(Nodes &into);
    bool identifier(Nodes &into);
    bool number(Nodes &into);
    bool field(Nodes &into);
    bool quoted(Nodes &into, char32_t quote);
    bool brackets(Nodes &into);
    bool unionOf(const QStringList &parts, Nodes &into);
    bool slice(QStringView inside, Nodes &into);
    bool filter(Nodes &into);
    std::optional<QString> filterText();
    std::optional<Nodes> inner(const QString &text);
    bool fail(const QString &problem);

    QString m_text;
    QString m_problem;
    qsizetype m_at = 0;
    qsizetype m_start = 0;
    qsizetype m_width = 0;
    int m_depth = 0;
};

} // namespace kube
