// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/labelselector.h"

#include <algorithm>
#include <expected>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

using Operator = LabelRequirement::Operator;

struct Token
{
    enum class Kind { Word, Sign, End };

    Kind kind = Kind::End;
    QString text = {};

    bool isSign(QStringView sign) const { return kind == Kind::Sign && text == sign; }
    bool isEnd() const { return kind == Kind::End; }
    bool isWord() const { return kind == Kind::Word; }
};

constexpr QStringView signs = u"=!(),><";
constexpr QStringView blanks = u" \t\r\n";

std::vector<Token> tokensOf(QStringView text)
{
    std::vector<Token> tokens;
    qsizetype at = 0;
    while (at < text.size()) {
        if (blanks.contains(text[at])) {
            ++at;
            continue;
        }
        const auto start = at;
        if (signs.contains(text[at])) {
            const auto pair = text.sliced(at, qMin<qsizetype>(2, text.size() - at));
            at += pair == u"==" || pair == u"!=" ? 2 : 1;
            tokens.push_back({Token::Kind::Sign, text.sliced(start, at - start).toString()});
            continue;
        }
        while (at < text.size() && !signs.contains(text[at]) && !blanks.contains(text[at]))
            ++at;
        tokens.push_back({Token::Kind::Word, text.sliced(start, at - start).toString()});
    }
    tokens.push_back({});
    return tokens;
}

// Recursive descent over the grammar of k8s.io/apimachinery/pkg/labels; the words "in" and "notin"
// are operators only where one is expected.
class Parser
{
public:
    explicit Parser(QStringView text)
        : m_tokens(tokensOf(text))
    {
    }

    std::expected<std::vector<LabelRequirement>, QString> parse()
    {
        std::vector<LabelRequirement> requirements;
        while (!next().isEnd()) {
            requirements.push_back(requirement());
            if (!next().isEnd() && !take().isSign(u","))
                failAt(m_at - 1, u"a comma or the end is expected"_s);
            else if (m_at > 0 && m_tokens[m_at - 1].isSign(u",") && !next().isWord()
                     && !next().isSign(u"!"))
                failAt(m_at, u"a label is expected after the comma"_s);
            if (!m_problem.isEmpty())
                return std::unexpected(m_problem);
        }
        return requirements;
    }

private:
    const Token &next() const { return m_tokens[m_at]; }

    const Token &take()
    {
        const auto &token = m_tokens[m_at];
        m_at = std::min(m_at + 1, m_tokens.size() - 1);
        return token;
    }

    void fail(const QString &text)
    {
        if (m_problem.isEmpty())
            m_problem = text;
    }

    void failAt(size_t at, const QString &expected)
    {
        const auto &token = m_tokens[at];
        fail(token.isEnd() ? u"the selector ends too early: "_s + expected
                           : u"'%1' is not understood: %2"_s.arg(token.text, expected));
    }

    LabelRequirement requirement()
    {
        LabelRequirement result;
        const bool isNegated = next().isSign(u"!");
        if (isNegated)
            take();
        if (!next().isWord())
            failAt(m_at, u"a label is expected"_s);
        result.key = take().text;
        if (const auto problem = labelKeyProblem(result.key); !problem.isEmpty())
            fail(u"'%1' is not a label: %2"_s.arg(result.key, problem));
        if (isNegated) {
            result.op = Operator::DoesNotExist;
        } else if (!next().isEnd() && !next().isSign(u",")) {
            result.op = operation();
            result.values =
                result.op == Operator::In || result.op == Operator::NotIn ? list() : single();
            checkValues(result);
        }
        return result;
    }

    Operator operation()
    {
        const auto at = m_at;
        const auto &text = take().text;
        if (text == "in"_L1)
            return Operator::In;
        if (text == "notin"_L1)
            return Operator::NotIn;
        if (text == "="_L1)
            return Operator::Equals;
        if (text == "=="_L1)
            return Operator::DoubleEquals;
        if (text == "!="_L1)
            return Operator::NotEquals;
        if (text == ">"_L1)
            return Operator::GreaterThan;
        if (text == "<"_L1)
            return Operator::LessThan;
        failAt(at, u"one of =, ==, !=, in, notin, > and < is expected"_s);
        return Operator::Exists;
    }

    QStringList single()
    {
        if (next().isEnd() || next().isSign(u","))
            return {QString()};
        if (!next().isWord())
            failAt(m_at, u"a value is expected"_s);
        return {take().text};
    }

    // "(a,,b)" has an empty value between its commas, "()" has one empty value.
    QStringList list()
    {
        if (!next().isSign(u"(")) {
            failAt(m_at, u"an opening parenthesis is expected"_s);
            return {};
        }
        take();
        QStringList values;
        do {
            values.append(next().isWord() ? take().text : QString());
            if (!next().isSign(u",") && !next().isSign(u")"))
                failAt(m_at, u"a comma or a closing parenthesis is expected"_s);
        } while (take().isSign(u","));
        std::ranges::sort(values);
        values.removeDuplicates();
        return values;
    }

    void checkValues(const LabelRequirement &requirement)
    {
        for (const auto &value : requirement.values) {
            if (const auto problem = labelValueProblem(value); !problem.isEmpty())
                fail(u"'%1' is not a label value: %2"_s.arg(value, problem));
            bool isNumber = false;
            value.toLongLong(&isNumber);
            if (!isNumber
                && (requirement.op == Operator::GreaterThan
                    || requirement.op == Operator::LessThan))
                fail(u"'%1' is not a whole number, which > and < need"_s.arg(value));
        }
    }

    std::vector<Token> m_tokens;
    size_t m_at = 0;
    QString m_problem;
};

} // namespace

Result<LabelSelector> LabelSelector::parse(QStringView text)
{
    auto requirements = Parser(text).parse();
    if (!requirements)
        return std::unexpected(
            Error{.kind = Error::Kind::Invalid, .message = requirements.error()});
    LabelSelector selector;
    selector.m_requirements = std::move(*requirements);
    std::ranges::stable_sort(selector.m_requirements, {}, &LabelRequirement::key);
    return selector;
}

} // namespace kube
