// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/jsonpathparser.h"

#include "kube/apimachinery/gostring.h"

#include <QStringList>

#include <charconv>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

constexpr char32_t End = 0xffffffff;
constexpr int MostNested = 16;

bool isEndOfLine(char32_t c)
{
    return c == U'\r' || c == U'\n';
}

bool isTerminator(char32_t c)
{
    constexpr std::u32string_view set = U" \t\r\n.,[]$@{}";
    return c == End || set.contains(c);
}

bool isWordCharacter(char32_t c)
{
    return c != End && (c == U'_' || QChar::isLetter(c) || QChar::isDigit(c));
}

/// Go's strconv.Atoi: a sign and ASCII digits that fit 64 bits.
std::optional<qint64> wholeNumber(QStringView text)
{
    const auto digits = text.startsWith(u'+') ? text.sliced(1) : text;
    const auto latin = digits.toLatin1();
    qint64 value = 0;
    const auto *end = latin.constData() + latin.size();
    const auto [at, problem] = std::from_chars(latin.constData(), end, value);
    if (problem != std::errc() || at != end || (text.size() != digits.size() && digits[0] == u'-'))
        return {};
    return value;
}

std::optional<double> floatNumber(QStringView text)
{
    const auto latin = (text.startsWith(u'+') ? text.sliced(1) : text).toLatin1();
    double value = 0;
    const auto *end = latin.constData() + latin.size();
    const auto [at, problem] = std::from_chars(latin.constData(), end, value);
    if (problem != std::errc() || at != end)
        return {};
    return value;
}

bool isOperator(QChar c)
{
    return c == u'!' || c == u'<' || c == u'>' || c == u'=';
}

} // namespace

JsonPathParser::JsonPathParser(QString text, int depth)
    : m_text(std::move(text))
    , m_depth(depth)
{
}

std::optional<JsonPathParser::Nodes> JsonPathParser::parse()
{
    if (m_text.size() > JsonPath::TextLimit || m_depth > MostNested) {
        fail(u"the path is too long or nested too deeply"_s);
        return {};
    }
    Nodes nodes;
    const auto takeText = [&] {
        if (m_at > m_start)
            nodes.push_back({.type = JsonPathNode::Type::Text, .text = consume()});
    };
    while (m_at < m_text.size()) {
        if (m_text[m_at] != u'{') {
            ++m_at;
            continue;
        }
        takeText();
        ++m_at;
        consume();
        JsonPathNode list{.lists = {{}}};
        if (!action(list.lists.front()))
            return {};
        nodes.push_back(std::move(list));
    }
    takeText();
    return nodes;
}

char32_t JsonPathParser::next()
{
    if (m_at >= m_text.size()) {
        m_width = 0;
        return End;
    }
    const QChar c = m_text[m_at];
    const bool isPair =
        c.isHighSurrogate() && m_at + 1 < m_text.size() && m_text[m_at + 1].isLowSurrogate();
    m_width = isPair ? 2 : 1;
    m_at += m_width;
    return isPair ? QChar::surrogateToUcs4(c, m_text[m_at - 1]) : c.unicode();
}

char32_t JsonPathParser::peek()
{
    const auto c = next();
    back();
    return c;
}

QString JsonPathParser::consume()
{
    const auto from = std::exchange(m_start, m_at);
    return m_text.sliced(from, m_at - from);
}

bool JsonPathParser::fail(const QString &problem)
{
    m_problem = problem;
    return false;
}

/// Everything up to the closing brace.
bool JsonPathParser::action(Nodes &into)
{
    while (!QStringView(m_text).sliced(m_at).startsWith(u'}')) {
        if (!element(into))
            return false;
    }
    ++m_at;
    consume();
    return true;
}

bool JsonPathParser::element(Nodes &into)
{
    const auto rest = QStringView(m_text).sliced(m_at);
    if (rest.startsWith("[?("_L1))
        return filter(into);
    if (rest.startsWith(".."_L1))
        return recursive(into);
    const auto c = next();
    if (c == End || isEndOfLine(c))
        return fail(u"unclosed action"_s);
    if (c == U' ' || c == U'@' || c == U'$') { // the current value: nothing to do
        consume();
        return true;
    }
    if (c == U'[')
        return brackets(into);
    if (c == U'"' || c == U'\'')
        return quoted(into, c);
    if (c == U'.')
        return field(into);
    if (c == U'+' || c == U'-' || QChar::isDigit(c)) {
        back();
        return number(into);
    }
    if (isWordCharacter(c)) {
        back();
        return identifier(into);
    }
    return fail(u"unrecognized character in action: U+%1"_s.arg(uint(c), 4, 16, QChar(u'0')));
}

bool JsonPathParser::recursive(Nodes &into)
{
    if (!into.empty() && into.back().type == JsonPathNode::Type::Recursive)
        return fail(u"invalid multiple recursive descent"_s);
    m_at += 2;
    consume();
    into.push_back({.type = JsonPathNode::Type::Recursive});
    return !isWordCharacter(peek()) || field(into);
}

bool JsonPathParser::identifier(Nodes &into)
{
    while (!isTerminator(next()))
        continue;
    back();
    const auto word = consume();
    if (word == "true"_L1 || word == "false"_L1)
        into.push_back({.type = JsonPathNode::Type::Boolean, .flag = word == "true"_L1});
    else
        into.push_back({.type = JsonPathNode::Type::Identifier, .text = word});
    return true;
}

bool JsonPathParser::number(Nodes &into)
{
    if (const auto sign = peek(); sign == U'+' || sign == U'-')
        next();
    for (auto c = next(); c == U'.' || (c != End && QChar::isDigit(c)); c = next())
        continue;
    back();
    const auto text = consume();
    if (const auto whole = wholeNumber(text))
        into.push_back({.type = JsonPathNode::Type::Integer, .integer = *whole});
    else if (const auto value = floatNumber(text))
        into.push_back({.type = JsonPathNode::Type::Float, .number = *value});
    else
        return fail(u"cannot parse number "_s + text);
    return true;
}

bool JsonPathParser::field(Nodes &into)
{
    consume();
    for (auto c = next(); !isTerminator(c); c = next()) {
        if (c == U'\\')
            next();
    }
    back();
    auto name = consume();
    if (name == "*"_L1)
        into.push_back({.type = JsonPathNode::Type::Wildcard});
    else
        into.push_back({.type = JsonPathNode::Type::Field, .text = name.remove(u'\\')});
    return true;
}

bool JsonPathParser::quoted(Nodes &into, char32_t quote)
{
    for (;;) {
        const auto c = next();
        if (c == End || c == U'\n')
            return fail(u"unterminated quoted string"_s);
        if (c == quote && m_text[m_at - 2] != u'\\')
            break;
    }
    const auto text = consume();
    const auto plain = goUnquoted(text);
    if (!plain)
        return fail(u"unquote string %1 error invalid syntax"_s.arg(text));
    into.push_back({.type = JsonPathNode::Type::Text, .text = *plain});
    return true;
}

/// The nodes of the first braces of "{text}".
std::optional<JsonPathParser::Nodes> JsonPathParser::inner(const QString &text)
{
    JsonPathParser parser(u'{' + text + u'}', m_depth + 1);
    auto nodes = parser.parse();
    if (!nodes) {
        m_problem = parser.problem();
        return {};
    }
    return std::move(nodes->front().lists.front());
}

bool JsonPathParser::brackets(Nodes &into)
{
    for (auto c = next(); c != U']'; c = next()) {
        if (c == End || c == U'\n')
            return fail(u"unterminated array"_s);
    }
    const auto text = consume();
    const auto inside = text.sliced(1, text.size() - 2);
    if (const auto parts = inside.split(u','); parts.size() > 1)
        return unionOf(parts, into);
    if (inside.size() >= 2 && inside.indexOf(u'\'', 1) == inside.size() - 1
        && inside.startsWith(u'\'')) {
        auto nodes = inner(u'.' + inside.sliced(1, inside.size() - 2));
        if (!nodes)
            return false;
        std::ranges::move(*nodes, std::back_inserter(into));
        return true;
    }
    return slice(inside == "*"_L1 ? u":"_s : inside, into);
}

bool JsonPathParser::unionOf(const QStringList &parts, Nodes &into)
{
    JsonPathNode node{.type = JsonPathNode::Type::Union};
    for (QStringView part : parts) {
        while (part.startsWith(u' '))
            part = part.sliced(1);
        while (part.endsWith(u' '))
            part.chop(1);
        auto nodes = inner(u'[' + part.toString() + u']');
        if (!nodes)
            return false;
        node.lists.push_back(std::move(*nodes));
    }
    into.push_back(std::move(node));
    return true;
}

bool JsonPathParser::slice(QStringView inside, Nodes &into)
{
    JsonPathNode node{.type = JsonPathNode::Type::Slice};
    const auto parts = inside.split(u':');
    if (parts.size() > 3)
        return fail(u"invalid array index "_s + inside);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts[i].isEmpty())
            continue;
        const auto value = wholeNumber(parts[i]);
        if (!value || parts[i].startsWith(u'+'))
            return fail(u"invalid array index "_s + inside);
        node.bounds[size_t(i)] = {.value = *value, .known = true};
    }
    if (parts.size() == 1) {
        const auto from = node.bounds[0].value;
        const bool isLast = from == std::numeric_limits<qint64>::max();
        node.bounds[1] = {.value = isLast ? from : from + 1, .known = true, .derived = true};
    }
    into.push_back(std::move(node));
    return true;
}

std::optional<QString> JsonPathParser::filterText()
{
    bool hasBegun = false;
    bool hasEnded = false;
    char32_t pair = 0;
    for (;;) {
        const auto c = next();
        if (c == End || c == U'\n') {
            fail(u"unterminated filter"_s);
            return {};
        }
        if (c == U'"' || c == U'\'') {
            if (!std::exchange(hasBegun, true))
                pair = c;
            else if (m_text[m_at - 2] != u'\\' && c == pair)
                hasEnded = true;
        } else if (c == U')' && hasBegun == hasEnded) {
            break;
        }
    }
    if (next() != U']') {
        fail(u"unclosed array expect ]"_s);
        return {};
    }
    const auto text = consume();
    return text.first(text.size() - 2);
}

bool JsonPathParser::filter(Nodes &into)
{
    m_at += 3;
    consume();
    const auto text = filterText();
    if (!text)
        return false;
    // ^([^!<>=]+)([!<>=]+)(.+?)$
    const auto isPlain = [](QChar c) { return !isOperator(c); };
    const auto op = std::ranges::find_if(*text, isOperator) - text->begin();
    auto right = std::find_if(text->begin() + op, text->end(), isPlain) - text->begin();
    if (right == text->size() && right - op > 1)
        --right; // nothing follows the operators: the last of them is what is compared with
    JsonPathNode node{.type = JsonPathNode::Type::Filter};
    if (op == 0 || right >= text->size()) {
        auto left = inner(*text);
        if (!left)
            return false;
        node.text = u"exists"_s;
        node.lists = {std::move(*left), {}};
    } else {
        auto left = inner(text->first(op));
        auto compared = left ? inner(text->sliced(right)) : std::nullopt;
        if (!compared)
            return false;
        node.text = text->sliced(op, right - op);
        node.lists = {std::move(*left), std::move(*compared)};
    }
    into.push_back(std::move(node));
    return true;
}

} // namespace kube
