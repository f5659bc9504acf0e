// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/yaml/yamlscalar.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

constexpr std::array nullWords{"~"_L1, "null"_L1, "Null"_L1, "NULL"_L1};
constexpr std::array trueWords{"y"_L1,    "Y"_L1,    "yes"_L1, "Yes"_L1, "YES"_L1, "true"_L1,
                               "True"_L1, "TRUE"_L1, "on"_L1,  "On"_L1,  "ON"_L1};
constexpr std::array falseWords{"n"_L1,     "N"_L1,     "no"_L1,  "No"_L1,  "NO"_L1, "false"_L1,
                                "False"_L1, "FALSE"_L1, "off"_L1, "Off"_L1, "OFF"_L1};

bool isOneOf(const QString &text, const auto &words)
{
    return std::ranges::any_of(words, [&](QLatin1StringView word) { return text == word; });
}

bool resolveWord(const QString &text, YamlNode &node)
{
    if (text.isEmpty() || isOneOf(text, nullWords)) {
        node.kind = YamlNode::Kind::Null;
        return true;
    }
    const bool isTrue = isOneOf(text, trueWords);
    if (!isTrue && !isOneOf(text, falseWords))
        return false;
    node.kind = YamlNode::Kind::Bool;
    node.boolean = isTrue;
    return true;
}

// Base 0 as Go's strconv has it: 0x, 0b, 0o and a leading 0 choose the base.
bool resolveInteger(QStringView digits, YamlNode &node)
{
    const bool negative = digits.startsWith(u'-');
    if (negative || digits.startsWith(u'+'))
        digits = digits.mid(1);
    int base = 10;
    if (digits.size() > 1 && digits.front() == u'0') {
        const auto mark = digits.at(1).toLower();
        base = mark == u'x' ? 16 : mark == u'b' ? 2 : 8;
        const bool isOctal = mark.isDigit(); // 010; Go takes 0o10 as well
        if (base == 8 && !isOctal && mark != u'o')
            return false; // 0.5
        digits = digits.mid(isOctal ? 1 : 2);
    }
    if (digits.isEmpty() || !digits.front().isLetterOrNumber())
        return false;
    bool ok = false;
    const auto value = digits.toLongLong(&ok, base);
    if (!ok)
        return false;
    node.kind = YamlNode::Kind::Int;
    node.integer = negative ? -value : value;
    return true;
}

bool resolveNumber(const QString &text, YamlNode &node)
{
    const auto first = text.front();
    if (!first.isDigit() && first != u'+' && first != u'-' && first != u'.')
        return false;
    const auto digits = QString(text).remove(u'_');
    if (first != u'.' && resolveInteger(digits, node))
        return true;
    static const QRegularExpression pattern(
        u"^[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?\\z"_s);
    if (!pattern.match(digits).hasMatch())
        return false;
    node.kind = YamlNode::Kind::Float;
    node.number = digits.toDouble();
    return true;
}

} // namespace

void resolvePlainScalar(const QString &text, YamlNode &node)
{
    node.text = text;
    if (!resolveWord(text, node) && !resolveNumber(text, node))
        node.kind = YamlNode::Kind::Text;
}

} // namespace kube
