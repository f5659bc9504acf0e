// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yaml/yamlrules.h"

#include "kube/yaml/yamlscalar.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static bool isWord(const QString &text)
{
    static const QStringList words{
        u"~"_s,  u"null"_s, u"y"_s,  u"n"_s,    u"yes"_s,  u"no"_s,    u"true"_s,  u"false"_s,
        u"on"_s, u"off"_s,  u"<<"_s, u".nan"_s, u".inf"_s, u"+.inf"_s, u"-.inf"_s,
    };
    const auto lower = text.toLower();
    return text.isEmpty() || words.contains(lower);
}

/// Whether our own reader would take it for a number: it keeps the rules of the reference client.
static bool isNumber(const QString &text)
{
    kube::YamlNode node;
    kube::resolvePlainScalar(text, node);
    if (node.kind == kube::YamlNode::Kind::Int || node.kind == kube::YamlNode::Kind::Float)
        return true;
    // Other readers: numbers of more than 64 bits, and those to base 60, as old ones have 12:30:45.
    static const QRegularExpression others(
        uR"(^[-+]?(0[bB][01]+|0[oO][0-7]+|0[xX][0-9a-fA-F]+|[0-9]+(:[0-5]?[0-9])*(\.[0-9]*)?)$)"_s);
    return others.match(QString(text).remove(u'_')).hasMatch();
}

static bool isTime(const QString &text)
{
    static const QRegularExpression time(
        uR"(^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ]\s*[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\.[0-9]*)?\s*(Z|[-+][0-9]{1,2}(:?[0-9]{2})?)?)?$)"_s);
    return time.match(text).hasMatch();
}

bool resolvesToOtherType(const QString &text)
{
    // A number may be of any length; most texts show by their first character that they are none.
    const bool mayBeNumber = !text.isEmpty() && (text[0].isDigit() || u"+-."_s.contains(text[0]));
    if (mayBeNumber && isNumber(text))
        return true;
    return text.size() <= 64 && (isWord(text) || isTime(text));
}

bool isPlainSafe(const QString &text)
{
    if (text.isEmpty() || text.front().isSpace() || text.back().isSpace())
        return false;
    const QChar first = text.front();
    if (u"#,[]{}&*!|>'\"%@`"_s.contains(first))
        return false;
    // "-", "?" and ":" may begin a plain text when something other than a space follows.
    if ((first == u'-' || first == u'?' || first == u':')
        && (text.size() == 1 || text[1].isSpace()))
        return false;
    if (text.startsWith("---"_L1) || text.startsWith("..."_L1) || first == u'=')
        return false;
    if (text.contains(": "_L1) || text.contains(" #"_L1) || text.endsWith(u':'))
        return false;
    return !text.contains(u'\n') && !text.contains(u'\t') && isPrintable(text);
}

bool isPrintable(const QString &text)
{
    // https://yaml.org/spec/1.1/#c-printable without tab, next line and the byte order mark.
    const auto ucs4 = text.toUcs4();
    return std::ranges::all_of(ucs4, [](char32_t c) {
        return c == U'\n' || (c >= 0x20 && c <= 0x7e)
            || (c >= 0xa0 && c <= 0xd7ff && c != 0x2028 && c != 0x2029)
            || (c >= 0xe000 && c <= 0xfffd && c != 0xfeff) || (c >= 0x10000 && c <= 0x10ffff);
    });
}

} // namespace workspace
